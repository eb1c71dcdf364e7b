import { openidOf } from '../../../local/townships/grants';
import type { SampleCloud } from '../../support/sample-cloud';
import { samplePhoto, sampleSound } from '../../support/sample-files';
import { heldOf, relayChecks, resetChecking, settleHeld, STAFF, startChecking, VILLAGER } from './checking';
import { folderOf, newKey, submit, upload, view } from './requests';

let cloud: SampleCloud;
/** The deputy or leader to whom requests of the village's roads go. */
let owner: string;

beforeAll(async () => {
  cloud = await startChecking();
});
afterAll(() => cloud.close());
beforeEach(() => resetChecking(cloud));

const relay = () => relayChecks(cloud);
const listHeld = (after?: string) => heldOf(cloud, after);
const settle = (request: string, part: string, release: boolean) => settleHeld(cloud, request, part, release);

async function send(changes: Parameters<typeof submit>[2] = {}): Promise<string> {
  const { request, route } = await submit(cloud, VILLAGER, changes);
  owner = openidOf('bh', route.owner.person ?? '');
  return request;
}

async function files(...bytes: (string | Buffer)[]): Promise<string[]> {
  const folder = await folderOf(cloud, VILLAGER);
  return Promise.all(
    bytes.map((each, at) => upload(cloud, VILLAGER, `${folder}/x-${newKey()}-${at}/1.jpg`, each)),
  );
}

test('until the check the asker sees it, the deputy and the list do not; after it everybody', async () => {
  const request = await send();
  expect(await view(cloud, VILLAGER, request)).toMatchObject({ text: '二组的路灯坏了', hidden: 1 });
  const before = await view(cloud, owner, request);
  expect(before.text).toBeUndefined();
  expect(before).toMatchObject({ hidden: 1, title: expect.stringContaining('内容在检查') as string });
  await relay();
  expect(await view(cloud, owner, request)).toMatchObject({
    text: '二组的路灯坏了',
    title: '二组的路灯坏了',
  });
  expect((await view(cloud, owner, request)).hidden).toBeUndefined();
  expect(await listHeld()).toEqual({ requests: [] });
});

test.each([
  ['问一问选举的事', 'review'],
  ['罢免一个人', 'risky'],
])('«%s» is %s: the office reads it, and releases it or keeps it back', async (text, why) => {
  const request = await send({ text });
  await relay();
  expect(await listHeld()).toMatchObject({ requests: [{ request, parts: [{ part: 'text', why, text }] }] });
  expect((await view(cloud, owner, request)).text).toBeUndefined();
  expect(await view(cloud, VILLAGER, request)).toMatchObject({ text });
  expect(await settle(request, 'text', true)).toMatchObject({ ok: true, data: { released: true } });
  expect(await view(cloud, owner, request)).toMatchObject({ text });
  expect(await listHeld()).toEqual({ requests: [] });
  expect(await settle(request, 'text', false)).toMatchObject({ ok: true, data: { released: false } });
  expect((await view(cloud, owner, request)).text).toBeUndefined();
});

test.each([
  ['dead', { dead: true }],
  ['not answering in JSON', { fail: [{ api: 'msg_sec_check', as: 'garbage' as const, times: 9 }] }],
  ['refusing: not here within two hours', { fail: [{ api: 'msg_sec_check', as: 61010 }] }],
  ['out of calls for today', { fail: [{ api: 'msg_sec_check', as: 45009 }] }],
])('a checker that is %s: a person looks, nothing is lost', async (_what, wechat) => {
  await cloud.control({ wechat });
  const request = await send();
  await relay();
  expect(await listHeld()).toMatchObject({ requests: [{ request, parts: [{ why: 'unchecked' }] }] });
});

test('who went away more than two hours ago is left to a person', async () => {
  const request = await send();
  cloud.clock.set(cloud.clock.now() + 3 * 3_600_000);
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: STAFF });
  expect(await listHeld()).toMatchObject({ requests: [{ request, parts: [{ why: 'unchecked' }] }] });
});

test.each(['before', 'hold'] as const)(
  'photos and recordings each by itself; the verdict comes %s',
  async (pushes) => {
    await cloud.control({ wechat: { pushes } });
    const [good = '', bad = '', sound = ''] = await files(
      await samplePhoto(),
      sampleSound('local-verdict:risky'),
      sampleSound(),
    );
    const recordings = [
      { file: bad, seconds: 5 },
      { file: sound, seconds: 5 },
    ];
    const request = await send({ photos: [good], recordings });
    expect(await view(cloud, owner, request)).toMatchObject({ photos: [], recordings: [], hidden: 4 });
    await relay();
    const seen = await view(cloud, owner, request);
    expect(seen).toMatchObject({ text: '二组的路灯坏了', hidden: 1 });
    expect([seen.photos.length, seen.recordings.length]).toEqual([1, 1]);
    const [held] = (await listHeld()).requests;
    expect(held?.parts).toMatchObject([{ part: 'recording0', why: 'risky' }]);
    expect(await (await fetch(held?.parts[0]?.file ?? '')).text()).toContain('local-verdict:risky');
    await settle(request, 'recording0', true);
    expect((await view(cloud, owner, request)).recordings).toHaveLength(2);
  },
);

test('a verdict that never comes: after three quarters of an hour a person looks', async () => {
  await cloud.control({ wechat: { pushes: 'hold' } });
  const [photo = ''] = await files(await samplePhoto());
  const request = await send({ photos: [photo] });
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: VILLAGER });
  expect(await listHeld()).toEqual({ requests: [] });
  cloud.clock.set(cloud.clock.now() + 46 * 60_000);
  await cloud.control({ runTimers: true });
  expect(await listHeld()).toMatchObject({
    requests: [{ request, parts: [{ part: 'photo0', why: 'unchecked' }] }],
  });
  // Too late: the person decides now.
  await cloud.control({ wechat: { deliver: true } });
  expect((await listHeld()).requests).toHaveLength(1);
});

test('the relay twice, the push twice: one verdict each, nothing is undone', async () => {
  const request = await send({ text: '罢免' });
  await relay();
  await settle(request, 'text', true);
  await relay();
  await relay();
  expect(await view(cloud, owner, request)).toMatchObject({ text: '罢免' });
});

test('an account that writes a push itself is refused', async () => {
  const push = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 't', result: { suggest: 'pass' } };
  const answer = await cloud.cloud.invoke('notify', push, { openid: VILLAGER });
  expect(answer.result).toEqual({ ok: false, code: 'not-allowed' });
});

test('a push about what nobody asked writes nothing and is not taken; pushed again it finds its question', async () => {
  const push = { MsgType: 'event', Event: 'wxa_media_check', result: { suggest: 'pass' } };
  const traces = () => [...cloud.database.exportDocuments('requesttraces')];
  const before = traces();
  for (let n = 0; n < 20; n++) {
    const { result, cost } = await cloud.cloud.invoke('notify', { ...push, trace_id: `forged${String(n)}` });
    expect([result, cost.calls]).toEqual([{ ok: false, code: 'busy' }, 1]);
  }
  expect(traces()).toEqual(before);
});

test('the same push twice is answered twice and settles once', async () => {
  await cloud.control({ wechat: { pushes: 'hold' } });
  const [photo = ''] = await files(await samplePhoto());
  const request = await send({ photos: [photo] });
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: VILLAGER });
  const asked = (
    [...cloud.database.exportDocuments('requesttraces')] as { _id: string; about: { request: string } }[]
  ).find(({ about }) => about.request === request);
  const push = {
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: asked?._id.split('~').at(-1),
    result: { suggest: 'risky' },
  };
  expect((await cloud.cloud.invoke('notify', push)).result).toBe('success');
  await settle(request, 'photo0', true);
  expect((await cloud.cloud.invoke('notify', push)).result).toBe('success');
  expect((await view(cloud, owner, request)).photos).toHaveLength(1);
});

test('only the office lists and settles; no part that is not there', async () => {
  const request = await send({ text: '罢免' });
  await relay();
  const input = { township: 'bh', request, part: 'text', release: true };
  for (const openid of [VILLAGER, owner])
    expect(await cloud.invoke('request', 'settlePart', input, { openid, key: newKey() })).toMatchObject({
      code: 'not-allowed',
    });
  expect(await settle(request, 'photo3', true)).toMatchObject({ code: 'not-found' });
  expect(await settle(`bh~${'0'.repeat(16)}`, 'text', true)).toMatchObject({ code: 'not-found' });
});

test('the list goes on where it ended, oldest first', async () => {
  const all: string[] = [];
  for (const by of ['bh-villager-2', 'bh-villager-3', 'qs-villager-1', 'bh-villager-1', 'somebody'])
    all.push((await submit(cloud, by, { text: '罢免' })).request);
  await relay();
  const first = await listHeld();
  const second = await listHeld(first.next);
  expect([...first.requests, ...second.requests].map(({ request }) => request)).toEqual(all);
  expect(second.next).toBeUndefined();
});
