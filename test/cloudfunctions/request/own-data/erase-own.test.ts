/** What eraseOwn leaves of a request: nobody's words, no way back to the account; and what must not be bare yet. */
import { main as notify } from '../../../../cloudfunctions/notify/index';
import { main as requests } from '../../../../cloudfunctions/request/index';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import type { StepInput } from '../../../../miniprogram/contract/request-life';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { newKey, submission } from '../requests';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const WHO = 'erase-own-asker';
const words = '写几句';
const date = '2026-12-01';
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ request: requests, notify });
});
beforeEach(() => {
  cloud.replace('requests', []);
  cloud.clock.set(cloud.clock.now() + 90_000);
});

const ask = (openid: string, action: string, input: object = {}) =>
  cloud.invoke('request', action, { township: 'bh', ...input }, { openid, key: newKey() });
async function submitted(openid: string): Promise<string> {
  cloud.clock.set(cloud.clock.now() + 1_000);
  return ((await ask(openid, 'submit', submission({ deputy: 'p5' }))).data as { request: string }).request;
}
async function must(openid: string, request: string, step: StepInput): Promise<void> {
  expect(await ask(openid, 'act', { request, step })).toMatchObject({ ok: true });
}
function stored(id: string): RequestDocument {
  const found = cloud.documents<RequestDocument>('requests').find(({ _id }) => _id === id);
  if (!found) throw new Error('no such request');
  return found;
}
async function relay(): Promise<void> {
  for (let n = 0; n < 4; n++)
    await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: WHO, key: newKey() });
}

test('withdrawn while its answer was signed: no draft, no unit’s words, no booking of the account stay', async () => {
  const id = await submitted(WHO);
  await must(WHO, id, { act: 'withdraw', words });
  const booking = `${accountOf(WHO)}-b1234567`;
  const handled: Partial<RequestDocument> = {
    lead: 'u2',
    under: 'u1',
    assigned: { at: 0, replyBy: date, longBy: date, words },
    assists: { u3: { due: date, words, at: 0 } },
    draft: { class: 'A', words, unit: 'u1', by: 'p9', at: 0 },
    passedAnswer: { words, on: date, mark: { k: 'k', by: 'b', h: 'h' } },
    callback: 'due',
    visit: { date, place: 'h1-0830-1', booking },
  };
  cloud.replace('requests', [{ ...stored(id), ...handled }]);
  expect(await ask(WHO, 'eraseOwn')).toMatchObject({ data: { erased: 1, later: 0 } });
  const bare = stored(id);
  for (const field of ['draft', 'passedAnswer', 'callback'] as const) expect(bare[field]).toBeUndefined();
  expect(bare.assigned).toEqual({ at: 0, replyBy: date, longBy: date });
  expect(bare.assists).toEqual({ u3: { due: date, at: 0 } });
  // As reception renames the booking under the same key.
  expect(bare.visit?.booking).toBe(`${bare.account}-b1234567`);
  const {
    history: _history,
    outbox: _outbox,
    ...left
  } = bare as RequestDocument & {
    history: unknown;
    outbox: unknown;
  };
  expect(JSON.stringify(left)).not.toContain(accountOf(WHO));
});

test('merged into another it keeps its words, goes on by itself if taken out, and goes with the other’s end', async () => {
  const older = await submitted('another');
  const own = await submitted(WHO);
  await must('bh-staff', own, { act: 'merge', into: older });
  expect(await ask(WHO, 'eraseOwn')).toMatchObject({ data: { erased: 0, later: 1 } });
  await must('bh-staff', own, { act: 'unmerge' });
  expect(stored(own)).toMatchObject({ state: 'submitted', account: accountOf(WHO) });
  expect(stored(own).text).toBeDefined();
  await must('bh-staff', own, { act: 'merge', into: older });
  await relay();
  await must('bh-p5', older, { act: 'explain', words });
  await must('another', older, { act: 'solved' });
  await relay();
  const bare = stored(own);
  expect(bare).toMatchObject({ state: 'closed', openid: '' });
  expect(bare.text).toBeUndefined();
  expect(bare.account).not.toBe(accountOf(WHO));
  // The one that took it knows the account no more, and still counts it.
  expect(stored(older)).toMatchObject({ joinedCount: 1 });
  expect(JSON.stringify(stored(older).joined)).not.toContain(accountOf(WHO));
});

test('«我也反映» keeps its count and forgets who it was', async () => {
  const id = await submitted('another');
  cloud.replace('requests', [{ ...stored(id), board: '1' }]);
  expect(await ask(WHO, 'joinPublished', { request: id })).toMatchObject({ data: { joined: 1 } });
  expect(await ask('a-third', 'joinPublished', { request: id })).toMatchObject({ data: { joined: 2 } });
  await relay();
  expect(await ask(WHO, 'eraseOwn')).toMatchObject({ ok: true });
  const { joined = {}, joinedCount, tokens } = stored(id);
  expect(joinedCount).toBe(2);
  expect(JSON.stringify([joined, tokens])).not.toContain(accountOf(WHO));
  expect(Object.values(joined).map(({ openid }) => openid)).toEqual(expect.arrayContaining(['', 'a-third']));
  // Asked again, nothing is left to do.
  expect(await ask(WHO, 'eraseOwn')).toMatchObject({ ok: true });
  expect(stored(id).joinedCount).toBe(2);
});
