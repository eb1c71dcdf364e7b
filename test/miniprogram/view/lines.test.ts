import { wordsOfState } from '../../../miniprogram/contract/labels';
import { sayMoment } from '../../../miniprogram/view/dates';
import { toOwnRequestLine, toRequestLine, toSlipLine } from '../../../miniprogram/view/lines';
import { card, lateCard, slip } from '../../support/sample-answers';

const TODAY = '2026-11-23';
const homes = [{ id: 'h1', name: '城关代表之家', address: '', landline: '' }];

describe('a booking in a list', () => {
  test('a coming one says how long it is', () => {
    expect(toSlipLine(slip, homes, TODAY)).toMatchObject({
      day: '12月7日 星期一（还有14天）',
      time: '上午 9:00',
      number: '第4号',
      place: '城关代表之家',
      whom: '',
      tag: '已约好',
      tone: 'in-hand',
    });
  });

  test('on the day it is still coming, the day after it is past', () => {
    expect(toSlipLine(slip, homes, '2026-12-07').day).toContain('今天');
    expect(toSlipLine(slip, homes, '2026-12-08')).toMatchObject({
      day: '12月7日 星期一',
      tag: '已过',
      tone: 'done',
    });
  });

  test('one for the family says for whom; one of an unknown home is still shown', () => {
    const family = toSlipLine({ ...slip, whom: 'family', name: '李大爷', home: 'h9' }, homes, TODAY);
    expect(family).toMatchObject({ whom: '给李大爷约的', place: '' });
  });

  test('a cancelled one says so', () => {
    expect(toSlipLine({ ...slip, state: 'cancelled' }, homes, TODAY)).toMatchObject({
      tag: '已退',
      tone: 'done',
    });
  });
});

describe('a request in a list', () => {
  test('its state, or how late it is: never both', () => {
    expect(toRequestLine(card, TODAY)).toMatchObject({ tag: '代表联系中', tone: 'in-hand', due: '还有3天' });
    expect(toRequestLine(lateCard, TODAY)).toMatchObject({ tag: '已超1天', tone: 'late', due: '' });
  });

  test('far dates are named, near ones counted', () => {
    const due = (nextDate: string): string => toRequestLine({ ...card, nextDate }, TODAY).due;
    expect(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'].map(due)).toEqual([
      '今天到期',
      '还有1天',
      '还有3天',
      '11月27日前',
    ]);
  });

  test('without a date there is nothing to count', () => {
    const { nextDate: _none, ...open } = lateCard;
    expect(toRequestLine(open, TODAY)).toMatchObject({ tag: '已超期', due: '' });
  });
});

test('who waits is told so', () => {
  expect(toSlipLine({ ...slip, state: 'waiting' }, homes, TODAY)).toMatchObject({
    tag: '在候补',
    tone: 'in-hand',
  });
});

test('below the title stand place, category and number; for whoever asked it, category and when', () => {
  const line = toRequestLine(card, TODAY);
  expect(line).toMatchObject({ about: `${card.village} · ${card.category} · 编号 ${card.number}`, act: '' });
  expect(toRequestLine({ ...card, category: '' }, TODAY).about).toBe(`${card.village} · 编号 ${card.number}`);
  const createdAt = Date.parse('2026-11-20T09:30:00+08:00');
  const own = toOwnRequestLine({ ...card, createdAt }, TODAY);
  expect(own.about).toBe(`${card.category} · ${sayMoment(createdAt, TODAY)}反映`);
  expect(own.tag).toBe(wordsOfState(card.state, true).label);
  expect(toOwnRequestLine({ ...card, category: '', createdAt }, TODAY).about).toBe(
    `${sayMoment(createdAt, TODAY)}反映`,
  );
});

test('a late one is late by days, or just late; whoever asked hears no word of the office’s', () => {
  const late = { ...card, late: true, nextDate: '2026-11-20' };
  const { nextDate: _none, ...undated } = late;
  expect([toRequestLine(late, TODAY).tag, toOwnRequestLine(late, TODAY).tag]).toEqual(['已超3天', '晚了3天']);
  expect([toRequestLine(undated, TODAY).tag, toOwnRequestLine(undated, TODAY).tag]).toEqual([
    '已超期',
    '晚了',
  ]);
  expect(toRequestLine({ ...late, nextDate: TODAY }, TODAY).tag).toBe('已超期');
});

test.each([
  [TODAY, '今天到期'],
  ['2026-11-24', '还有1天'],
  ['2026-11-26', '还有3天'],
  ['2026-11-27', '11月27日前'],
  ['2026-11-22', '11月22日前'],
])('due on %s: %s', (nextDate, due) => {
  expect(toRequestLine({ ...card, late: false, nextDate }, TODAY).due).toBe(due);
  expect(toRequestLine({ ...card, late: true, nextDate }, TODAY).due).toBe('');
});

test('what has no day has none due', () => {
  const { nextDate: _none, ...undated } = card;
  expect(toRequestLine({ ...undated, late: false }, TODAY).due).toBe('');
});
