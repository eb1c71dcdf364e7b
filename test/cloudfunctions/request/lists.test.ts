/** Lists, search and the public board. */
import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { newKey, submit } from './requests';
import { listAll, mustStep, stored } from './steps';

jest.setTimeout(120_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const ids = (list: readonly { request: string }[]) => list.map(({ request }) => request);
const office = (queue: string, filter?: object, openid = 'bh-staff') =>
  listAll(cloud, openid, 'listOffice', { queue, ...(filter && { filter }) });
const find = async (text: string) => {
  const answer = await cloud.invoke('request', 'find', { township: 'bh', text }, { openid: 'bh-staff' });
  if (!answer.ok) throw new Error(answer.code);
  return (answer.data as { requests: { request: string; number: string }[] }).requests;
};

test('every list pages through all of it, in at most one call after admit', async () => {
  for (let n = 0; n < 25; n++) {
    const by = `pager-${String(Math.floor(n / 5))}`;
    await submit(cloud, by, { deputy: 'p5', text: `第${String(n)}件` });
  }
  const mine = await listAll(cloud, 'bh-p5', 'listOwned', { scope: 'mine' });
  expect(new Set(ids(mine)).size).toBe(mine.length);
  expect(mine.length).toBeGreaterThanOrEqual(25);
  const all = await office('all', { village: 'v4', category: 'road', group: 'g3' });
  expect(new Set(ids(all)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(25);
  const one = await cloud.invoke(
    'request',
    'listOffice',
    { township: 'bh', queue: 'all' },
    { openid: 'bh-staff' },
  );
  expect(one.cost.calls).toBe(2);
  expect(one.cost.examined).toBeLessThanOrEqual(40 + 60);
  const group = await listAll(cloud, 'bh-p6', 'listGroup', {});
  expect(ids(group)).toEqual(expect.arrayContaining(ids(mine).slice(0, 5)));
});

test('the office finds by number, name, phone, last four digits and words; signs are letters', async () => {
  const { request, number } = await submit(cloud, 'seeker', {
    text: '河堤(北段)裂了\\缝',
    name: '钱(一)',
    phone: '13711112222',
  });
  expect(ids(await find(number))).toEqual([request]);
  expect(ids(await find(number.toLowerCase()))).toEqual([request]);
  expect(ids(await find('13711112222'))).toEqual([request]);
  expect(ids(await find('2222'))).toEqual([request]);
  expect(ids(await find('钱(一)'))).toEqual([request]);
  expect(ids(await find('河堤'))).toEqual([request]);
  for (const odd of ['(', '\\', '.*', '钱', '[', '河堤 没有的词']) expect(await find(odd)).toEqual([]);
});

test('a hidden one and a recording alone wait for the office’s words', async () => {
  const privacy = { hideName: true, notOwnVillage: false, publishable: false };
  const { request } = await submit(cloud, 'hidden', { privacy, deputy: 'p5' });
  expect(ids(await office('to-review'))).toContain(request);
  await mustStep(cloud, 'bh-staff', request, { act: 'release', summary: '有人反映路灯不亮' });
  expect(ids(await office('to-review'))).not.toContain(request);
  const mine = await listAll(cloud, 'bh-p5', 'listOwned', { scope: 'mine' });
  expect(mine.find((each) => each.request === request)?.title).toBe('有人反映路灯不亮');
});

test('what the deputy proposed is the office’s to route, and the deputy’s to follow', async () => {
  const { request } = await submit(cloud, 'routed', { deputy: 'p5' });
  await mustStep(cloud, 'bh-p5', request, { act: 'propose', words: '请交办' });
  expect(ids(await office('to-route'))).toContain(request);
  expect(ids(await listAll(cloud, 'bh-p5', 'listOwned', { scope: 'following' }))).toContain(request);
  expect(ids(await listAll(cloud, 'bh-p5', 'listOwned', { scope: 'mine' }))).not.toContain(request);
  const other = (await submit(cloud, 'routed-2', { deputy: 'p5' })).request;
  const step = { act: 'assign', lead: 'u1', assist: [] };
  const many = { township: 'bh', acts: [request, other].map((each) => ({ request: each, step })) };
  const answer = await cloud.invoke('request', 'actMany', many, { openid: 'bh-staff', key: newKey() });
  expect(answer.data).toMatchObject({
    done: [
      { request, state: 'assigned' },
      { request: other, code: 'not-owner' },
    ],
  });
  expect(ids(await listAll(cloud, 'bh-unit', 'listUnit', {}))).toEqual([request]);
  expect(ids(await office('all', { unit: 'u1' }))).toEqual([request]);
});

test('what is passed up shows the district the summary alone', async () => {
  const { request } = await submit(cloud, 'upwards', { deputy: 'p5', name: '金丝雀', text: '金丝雀的话' });
  await mustStep(cloud, 'bh-staff', request, { act: 'keep' });
  await mustStep(cloud, 'bh-staff', request, { act: 'passUp', summary: '省道的事' });
  const answer = await cloud.invoke('request', 'listPassedUp', { township: 'bh' }, { openid: 'qu-district' });
  expect(answer.data).toMatchObject({ items: [{ request, summary: '省道的事' }] });
  expect(JSON.stringify(answer.data)).not.toContain('金丝雀');
});

test('the board shows the office’s words to everybody; saying the same counts once', async () => {
  const privacy = { hideName: false, notOwnVillage: false, publishable: true };
  const { request } = await submit(cloud, 'public', {
    privacy,
    deputy: 'p5',
    village: 'v4',
    category: 'power',
    name: '金丝雀',
    text: '金丝雀的话 13712345678',
  });
  await mustStep(cloud, 'bh-p5', request, { act: 'explain', words: '张三婶家的电通了' });
  await mustStep(cloud, 'public', request, { act: 'solved' });
  const draft = await cloud.invoke(
    'request',
    'draftPublication',
    { township: 'bh', request },
    { openid: 'bh-staff' },
  );
  const { summary, result } = draft.data as Record<string, { text: string; remove: { why: string }[] }>;
  expect(summary?.remove.map(({ why }) => why)).toEqual(['name', 'phone']);
  expect(result?.remove.map(({ why }) => why)).toEqual(['name']);
  await mustStep(cloud, 'bh-staff', request, {
    act: 'publish',
    title: '停电',
    summary: '常停电',
    result: '已通电',
  });
  const board = await cloud.invoke('request', 'board', { township: 'bh' }, { openid: 'anybody' });
  expect(board.data).toMatchObject({ items: [{ request, title: '停电', joined: 0 }] });
  expect(JSON.stringify(board.data)).not.toContain('金丝雀');
  const join = () =>
    cloud.invoke(
      'request',
      'joinPublished',
      { township: 'bh', request },
      { openid: 'me-too', key: newKey() },
    );
  expect([(await join()).data, (await join()).data]).toEqual([{ joined: 1 }, { joined: 1 }]);
  const same = { township: 'bh', village: 'v4', category: 'power' };
  const published = await cloud.invoke('request', 'published', same, { openid: 'anybody' });
  expect(published.data).toMatchObject({ items: [{ request }] });
  expect((published.data as { count?: number }).count).toBeUndefined();
  await mustStep(cloud, 'bh-staff', request, { act: 'unpublish' });
  expect(stored(cloud, request).board).toBeUndefined();
});

test('older ones that are alike come first', async () => {
  const like = await submit(cloud, 'like', { category: 'medical', text: '卫生室周末没有医生值班' });
  await submit(cloud, 'unlike', { category: 'medical', text: '医保报销比例怎么算' });
  cloud.clock.set(cloud.clock.now() + 60_000);
  const { request } = await submit(cloud, 'new', { category: 'medical', text: '村卫生室周末找不到医生' });
  const answer = await cloud.invoke(
    'request',
    'similar',
    { township: 'bh', request },
    { openid: 'bh-staff' },
  );
  const { requests } = answer.data as { requests: { request: string; likeness: number }[] };
  expect(requests[0]?.request).toBe(like.request);
  expect(requests.map(({ likeness }) => likeness)).toEqual(
    requests.map(({ likeness }) => likeness).sort((one, other) => other - one),
  );
  expect(requests).toHaveLength(2);
});
