/** What becomes of messages when WeChat, the relay or the phone does what it likes (goals.md, notices). */
import type { Message } from '../../../cloudfunctions/notify/messages/store';
import { submit } from '../request/requests';
import { openPostOffice, type PostOffice } from './support/post-office';

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const DEPUTY = 'bh-p5';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.closeAll());
beforeEach(() => office.reset());

/** A request for the deputy, who gave permission to be told. */
async function askDeputy(consents = 1, asker = 'asker'): Promise<string> {
  for (let n = 0; n < consents; n++) await office.consent(DEPUTY, 'task');
  return (await submit(office, asker, { deputy: 'p5' })).request;
}

const kick = () => office.act('asker', 'notify', 'kick');
const toDeputy = (): Message | undefined =>
  office.messages().find(({ event, person }) => event === 'request-submitted' && person === 'p5');

test('a message goes out once, spends one consent and is not sent again', async () => {
  await askDeputy(2);
  await kick();
  expect(office.sent).toMatchObject([
    {
      openid: DEPUTY,
      template: 'task',
      page: expect.stringMatching(/^deputy\/request\/request\?request=bh~/) as string,
      data: { thing1: '有一件新的群众意见', thing2: '柳树城村 · 道路桥梁', time3: '2026年11月26日' },
    },
  ]);
  expect(toDeputy()).toMatchObject({ state: 'sent', nextAt: 0, attempts: 1, code: '0' });
  expect(office.consentsOf(DEPUTY)?.left.task).toBe(1);
  await office.timer();
  expect(office.asked).toHaveLength(1);
});

test('without a consent WeChat is not asked, and the inbox has it', async () => {
  await askDeputy(0);
  await kick();
  expect(office.asked).toEqual([]);
  expect(toDeputy()).toMatchObject({ state: 'unreached', code: 'none-left' });
  expect(office.titles(DEPUTY)).toContain('有一件新的群众意见');
});

test('43101 zeroes the count and is never tried again', async () => {
  office.says(DEPUTY, 43101);
  await askDeputy(3);
  await kick();
  expect(toDeputy()).toMatchObject({ state: 'refused', nextAt: 0, code: '43101' });
  expect(office.consentsOf(DEPUTY)?.left.task).toBe(0);
  office.says(DEPUTY, 0);
  await office.advance(3 * 3_600_000);
  await office.timer();
  expect(office.asked).toHaveLength(1);
});

test('47003 is never tried again by itself; the office finds it, and can have it tried', async () => {
  office.says(DEPUTY, 47003);
  await askDeputy();
  await kick();
  expect(toDeputy()).toMatchObject({ state: 'dead', nextAt: 0, code: '47003' });
  await office.advance(3 * 3_600_000);
  await office.timer();
  expect(office.asked).toHaveLength(1);
  const { data } = await office.act('bh-staff', 'notify', 'letters', { kind: 'message' });
  const [letter] = (data as { letters: { letter: string; code: string }[] }).letters;
  expect(letter).toMatchObject({ code: '47003', about: '有一件新的群众意见', attempts: 1 });
  office.says(DEPUTY, 0);
  const again = { letter: letter?.letter, kind: 'message' };
  expect(await office.act('bh-staff', 'notify', 'retryLetter', again)).toMatchObject({ ok: true });
  expect(await office.act('bh-staff', 'notify', 'retryLetter', again)).toMatchObject({ code: 'not-found' });
  await office.timer();
  expect(toDeputy()).toMatchObject({ state: 'sent' });
});

test('45009 waits, spends nothing and counts as no failure; the run does not go on asking', async () => {
  office.saysAll(45009);
  office.says(DEPUTY, 45009);
  await askDeputy();
  await kick();
  const asked = office.asked.length;
  expect(toDeputy()).toMatchObject({ state: 'queued', attempts: 0, code: '45009' });
  await office.advance(5 * MINUTE_MS);
  await office.timer();
  expect(office.asked).toHaveLength(asked);
  office.says(DEPUTY, 0);
  await office.advance(16 * MINUTE_MS);
  await office.timer();
  expect(toDeputy()).toMatchObject({ state: 'sent' });
  expect(office.consentsOf(DEPUTY)?.left.task).toBe(0);
});

test.each([-1, 'silent'] as const)(
  '%s backs off, keeps count and code, and goes through later',
  async (said) => {
    office.says(DEPUTY, said);
    await askDeputy();
    await kick();
    expect(toDeputy()).toMatchObject({ state: 'queued', attempts: 1 });
    expect(['-1', 'unreachable', 'timeout']).toContain(toDeputy()?.code);
    const asked = office.asked.length;
    await office.timer();
    expect(office.asked).toHaveLength(asked);
    office.says(DEPUTY, 0);
    await office.advance(MINUTE_MS);
    await office.timer();
    expect(toDeputy()).toMatchObject({ state: 'sent', attempts: 2 });
  },
);

test('after the tenth failure it lies with the dead letters', async () => {
  office.says(DEPUTY, -1);
  await askDeputy();
  await kick();
  await office.database.importDocuments('messages', [{ ...toDeputy(), attempts: 9 }]);
  await office.advance(MINUTE_MS);
  await office.timer();
  expect(toDeputy()).toMatchObject({ state: 'dead', attempts: 10, code: '-1', list: 'dead', nextAt: 0 });
});

test('three relays at once: each message once', async () => {
  await askDeputy(9);
  for (let n = 2; n <= 6; n++) await submit(office, `asker-${String(n)}`, { deputy: 'p5' });
  await Promise.all([office.timer(), office.timer(), kick()]);
  await office.advance(MINUTE_MS + 1);
  await office.timer();
  expect(office.sent.filter(({ openid }) => openid === DEPUTY)).toHaveLength(6);
  expect(office.consentsOf(DEPUTY)?.left.task).toBe(3);
});

test('more messages than consents: as many go out, the others are unreached', async () => {
  await askDeputy(2);
  for (let n = 2; n <= 4; n++) await submit(office, `asker-${String(n)}`, { deputy: 'p5' });
  await office.timer();
  expect(office.sent.filter(({ openid }) => openid === DEPUTY)).toHaveLength(2);
  const states = office
    .messages()
    .filter(({ person, event }) => person === 'p5' && event === 'request-submitted');
  expect(states.map(({ state }) => state).sort()).toEqual(['sent', 'sent', 'unreached', 'unreached']);
});

test('in order per request and person: what came later waits for what came first', async () => {
  const now = office.clock.now();
  await office.consent('asker', 'progress');
  await office.consent('asker', 'progress');
  await askDeputy(1);
  await kick();
  const [first] = office.messages();
  if (!first) throw new Error('no message');
  const base = {
    ...first,
    account: 'a',
    openid: 'asker',
    template: 'progress',
    thread: 't1',
    rev: 1,
    state: 'queued',
  };
  const data = {
    thing1: '一',
    character_string2: 'A',
    phrase3: '进度',
    time4: '2026年11月23日',
    thing5: '一',
  };
  await office.database.importDocuments('consents', [
    {
      _id: 'bh~a',
      township: 'bh',
      rev: 1,
      account: 'a',
      left: { progress: 5 },
      spent: [],
      missed: 0,
      failed: [],
      seenUntil: 0,
      keys: [],
    },
  ]);
  const row = (id: string, thing: string, nextAt: number) => ({
    ...base,
    _id: id,
    seq: `${String(now)}${thing}`,
    data: { ...data, thing1: thing },
    nextAt,
    attempts: 0,
    until: 0,
  });
  office.sent.length = 0;
  await office.database.importDocuments('messages', [
    row('bh~0000000000000000000a', 'a', now + 5 * MINUTE_MS),
    row('bh~0000000000000000000b', 'b', now),
    row('bh~0000000000000000000c', 'c', now),
  ]);
  await kick();
  expect(office.sent).toEqual([]);
  await office.advance(6 * MINUTE_MS);
  await office.timer();
  expect(office.sent.map(({ data: { thing1 } }) => thing1)).toEqual(['a', 'b', 'c']);
});

test('two messages in a row that miss a deputy tell the leader of the group, and no third one does', async () => {
  const missed = () =>
    office.all<{ event: string; account: string }>('inbox').filter(({ event }) => event === 'deputy-missed');
  await askDeputy(1);
  await kick();
  const before = missed().length;
  const told: number[] = [];
  for (const asker of ['asker-2', 'asker-3', 'asker-4']) {
    await submit(office, asker, { deputy: 'p5' });
    await kick();
    told.push(missed().length - before);
  }
  expect(told).toEqual([0, 1, 1]);
  expect(office.titles('bh-p6')[0]).toMatch(/收不到提醒$/);
});

test('a message that did reach ends the row of misses', async () => {
  await askDeputy(0);
  await kick();
  await office.consent(DEPUTY, 'task');
  await submit(office, 'asker-2', { deputy: 'p5' });
  await kick();
  expect(office.consentsOf(DEPUTY)?.missed).toBe(0);
});

test('one consent counts once, whatever is repeated; refusals count nothing', async () => {
  const key = 'consent-key-1';
  const answers = { progress: 'accept', reminder: 'reject', change: 'ban' };
  const first = await office.act('asker', 'notify', 'consent', { answers }, key);
  const second = await office.act('asker', 'notify', 'consent', { answers }, key);
  expect(first.data).toEqual({ left: { reminder: 0, change: 0, progress: 1, task: 0 } });
  expect(second.data).toEqual(first.data);
  const many = await Promise.all(Array.from({ length: 8 }, () => office.consent('other', 'progress')));
  expect(many.every(({ ok }) => ok)).toBe(true);
  expect(office.consentsOf('other')?.left.progress).toBe(8);
});
