import type { DayView } from '../../../../miniprogram/contract/reception';
import { reasonOf, toCallLines, toGroupTexts } from '../../../../miniprogram/office/calls/view';
import { toDeadLetterLines } from '../../../../miniprogram/office/view/dead-letters';
import * as sample from '../../../support/sample-answers';

const TODAY = '2026-11-23';
const [NAME, PHONE] = ['金丝雀', '13900001111'];

/** A day on which everybody who can be named is the canary. */
function canaryDay(): DayView {
  const text = JSON.stringify(sample.longDay).replace(/"name":"[^"]*"/g, `"name":"${NAME}"`);
  const day = JSON.parse(text) as DayView;
  return { ...day, state: 'published', mine: [{ ...sample.slip, name: NAME, phone: PHONE }] };
}

test('the texts for WeChat groups hold nobody’s name or number, whoever sits and whoever booked', () => {
  const texts = toGroupTexts(canaryDay(), sample.places.homes, TODAY);
  expect(JSON.stringify(canaryDay())).toContain(NAME);
  expect(texts.map(({ title }) => title)).toEqual(['通知群众', '提醒代表']);
  expect(texts[0]?.text).toContain('【代表接访日】');
  expect(JSON.stringify(texts)).not.toMatch(new RegExp(`${NAME}|${PHONE}|1\\d{10}`));
});

test('without a published day there is only the text for deputies', () => {
  expect(toGroupTexts(undefined, sample.places.homes, TODAY).map(({ title }) => title)).toEqual(['提醒代表']);
});

test('who was not there stays, marked; a role is said beside the name', () => {
  const call = { call: 'c', who: '王**', about: '候补到了', sentence: '请来', at: 0, phone: true };
  const lines = toCallLines(
    [
      { ...call, state: 'open' },
      { ...call, role: '人大代表', state: 'missed' },
    ],
    TODAY,
  );
  expect(lines.map(({ who, tag }) => `${who} ${tag}`)).toEqual([
    '王** 要打电话',
    '王**（人大代表） 打过，没人接',
  ]);
  expect(reasonOf(call)).toBe('电话告知：候补到了');
});

test('what was not sent is said in Chinese, whatever kind it is', () => {
  const letter = { letter: 'l', code: '47003', attempts: 1, at: 0 };
  const titles = [
    ...toDeadLetterLines([{ ...letter, about: '您反映的事有答复了' }], 'message', TODAY),
    ...toDeadLetterLines([{ ...letter, about: 'request-answered', code: 'failed' }], 'event', TODAY),
  ].map(({ title, words }) => `${title} ${words.split('，')[0] ?? ''}`);
  expect(titles).toEqual([
    '微信提醒：您反映的事有答复了 微信回的是 47003',
    '系统事项：群众意见 系统没能处理',
  ]);
});
