/** 转办单 and 答复单, read out of the documents that come back; the unit answers on paper and the office enters it. */
import { maskPhone } from '../../../cloudfunctions/shared/mask';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Privacy } from '../../../miniprogram/contract/request';
import { wordsOf } from '../../support/docx';
import { newKey, submission, submit, view } from '../request/requests';
import { mustStep } from '../request/steps';
import { openPress, STAFF, type Press } from './support';

jest.setTimeout(60_000);

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press.close());
afterEach(() => {
  press.clock.set(press.clock.now() + 61_000);
});

const NAMED = { name: '纪大嫂', phone: '13800001234', text: '村口的桥板翘了，三轮车过不去。' };
const open: Privacy = { hideName: false, notOwnVillage: false, publishable: false };

async function assigned(openid: string, privacy: Privacy, said: object = NAMED): Promise<string> {
  const { request } = await submit(press, openid, { ...said, privacy, deputy: 'p5' });
  await mustStep(press, 'bh-p5', request, { act: 'propose', words: '要换桥板，请交办。' });
  await mustStep(press, STAFF, request, { act: 'assign', lead: 'u1', assist: ['u2'], words: '五日内去看。' });
  return request;
}

const sheet = (action: 'assignmentSheet' | 'replySheet', request: string) => press.read(action, { request });

test('the unit’s sheet says what, where, who follows, by when, and nobody’s name without consent', async () => {
  const request = await assigned('asker-1', open);
  const { number, assignment } = await view(press, STAFF, request);
  const words = await sheet('assignmentSheet', request);
  for (const said of [
    number,
    NAMED.text,
    '柳树城村',
    '道路桥梁',
    '交通建设办',
    '水利站',
    '五日内去看。',
    '只能退一次',
  ])
    expect(words).toContain(said);
  const [, month = '', day = ''] = (assignment?.replyBy ?? '').split('-');
  expect(words).toContain(`${String(Number(month))}月${String(Number(day))}日`);
  expect(words).toContain('没有同意告诉承办单位');
  for (const secret of [NAMED.name, NAMED.phone]) expect(words).not.toContain(secret);
});

test('with consent it has the name and a masked phone; of a hidden asker the office’s summary alone, whatever was agreed', async () => {
  const words = await sheet('assignmentSheet', await assigned('asker-2', { ...open, unitMayCall: true }));
  expect(words).toContain(NAMED.name);
  expect(words).toContain(maskPhone(NAMED.phone));
  expect(words).not.toContain(NAMED.phone);

  const privacy = { ...open, hideName: true, unitMayCall: true };
  const { request } = await submit(press, 'asker-3', { ...NAMED, privacy });
  await mustStep(press, STAFF, request, { act: 'release', summary: '有村民反映桥板坏了。' });
  await mustStep(press, STAFF, request, { act: 'keep' });
  await mustStep(press, STAFF, request, { act: 'assign', lead: 'u1', assist: [] });
  const hidden = await sheet('assignmentSheet', request);
  expect(hidden).toContain('有村民反映桥板坏了。');
  for (const secret of [NAMED.name, NAMED.phone, NAMED.text]) expect(hidden).not.toContain(secret);
});

test('what nobody has checked yet, or what was held, is not printed', async () => {
  const request = await assigned('asker-10', open);
  for (const state of ['waiting', 'held'] as const) {
    const all = [...press.database.exportDocuments('requests')] as { _id: string }[];
    const stored = all.find(({ _id }) => _id === request);
    await press.database.importDocuments('requests', [
      Object.assign({}, stored, { checks: { text: { state, at: 1 } } }),
    ]);
    const words = await sheet('assignmentSheet', request);
    expect(words).toContain('五日内去看。');
    expect([state, words.includes(NAMED.text)]).toEqual([state, false]);
  }
});

test('a reply on paper is entered by the office, says so, and its sheet asks whether it was solved', async () => {
  const request = await assigned('asker-4', open);
  await mustStep(press, 'bh-unit', request, { act: 'accept' });
  const doneBy = '2026-12-30';
  const reply = { act: 'reply', class: 'B', words: '桥板已经订做，到了就换。', doneBy, paper: true } as const;
  expect(await mustStep(press, STAFF, request, reply)).toBe('promised');
  expect((await view(press, 'asker-4', request)).replies.at(-1)).toMatchObject({ paper: true, class: 'B' });
  const words = await sheet('replySheet', request);
  for (const said of [NAMED.text, '交通建设办', '正在解决', reply.words, '12月30日', '□没办好', '□不满意'])
    expect(words).toContain(said);
});

test('the last reply is the one that is printed', async () => {
  const request = await assigned('asker-5', open);
  await mustStep(press, 'bh-unit', request, {
    act: 'reply',
    class: 'C',
    words: '明年修。',
    doneBy: '2026-12-30',
  });
  await mustStep(press, 'bh-unit', request, { act: 'reply', class: 'A', words: '提前修好了。' });
  const words = await sheet('replySheet', request);
  expect(words).toContain('提前修好了。');
  expect(words).not.toContain('明年修。');
});

test('neither is to be had before it is assigned or answered, nor by anybody but the office', async () => {
  const { request } = await submit(press, 'asker-6', { deputy: 'p5' });
  for (const action of ['assignmentSheet', 'replySheet']) {
    expect(await press.print(STAFF, action, { request })).toMatchObject({ ok: false, code: 'not-found' });
    for (const openid of ['bh-p5', 'bh-unit', 'asker-6', 'qs-staff'])
      expect(await press.print(openid, action, { request })).toMatchObject({
        ok: false,
        code: 'not-allowed',
      });
  }
  const named = await press.print(STAFF, 'assignmentSheet', { request: await assigned('asker-7', open) });
  expect((named.data as PrintedFile).name).toMatch(/^转办单 \d{4}-[0-9A-Z]{4}\.docx$/);
});

test('登记回执: number, day, what about, where it is and by when; no name; where it went once that was said', async () => {
  const { request, number } = await submit(press, 'asker-8', NAMED);
  const own = wordsOf(await press.fetchFile(await press.print('asker-8', 'receipt', { request })));
  for (const said of [number, '柳树城村', '道路桥梁', NAMED.text.slice(0, 6), '书面告诉您'])
    expect(own).toContain(said);
  for (const secret of [NAMED.name, NAMED.phone]) expect(own).not.toContain(secret);
  await mustStep(press, STAFF, request, { act: 'keep' });
  await mustStep(press, STAFF, request, { act: 'outOfScope', door: 'court', words: '请到法院立案庭。' });
  const told = await press.read('receipt', { request });
  for (const said of ['办理去向告知', '法院', '请到法院立案庭。']) expect(told).toContain(said);
  for (const openid of ['asker-9', 'bh-p5', 'bh-helper', 'qs-staff'])
    expect(await press.print(openid, 'receipt', { request })).toMatchObject({ ok: false, code: 'not-found' });
});

test('who entered it prints its receipt, and reads nothing on it of what it says', async () => {
  const input = { ...submission({ text: NAMED.text, name: NAMED.name }), livesIn: 'v4' };
  const entered = await press.invoke('request', 'submitFor', input, { openid: 'bh-helper', key: newKey() });
  const { request, number } = entered.data as { request: string; number: string };
  const words = wordsOf(await press.fetchFile(await press.print('bh-helper', 'receipt', { request })));
  expect(words).toContain(number);
  expect(words).not.toContain(NAMED.text.slice(0, 6));
});
