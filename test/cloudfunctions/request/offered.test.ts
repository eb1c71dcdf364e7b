/** «我也反映» on what is still handled: by consent, by a title alone, to the end of every way. */
import type { BoardItem } from '../../../miniprogram/contract/request-lists';
import { reloadSample, startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { newKey, submit } from './requests';
import { mustStep, relay, step, stored } from './steps';

jest.setTimeout(120_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
beforeEach(async () => {
  cloud.clock.set(Date.parse('2026-11-23T09:00:00+08:00'));
  await reloadSample(cloud);
});
afterAll(() => cloud.close());

const consent = { hideName: false, notOwnVillage: false, publishable: true, joinable: true };
const send = async (privacy: object = consent, openid = 'asker') =>
  (await submit(cloud, openid, { deputy: 'p5', privacy: { ...consent, ...privacy } })).request;
const offer = (request: string, title = '柳树城村二组路灯') =>
  step(cloud, 'bh-staff', request, { act: 'offer', title });

async function board(openid: string, mine = false): Promise<readonly BoardItem[]> {
  const input = { township: 'bh', ...(mine && { mine: true }) };
  const { data } = await cloud.invoke('request', 'board', input, { openid });
  return (data as { items: readonly BoardItem[] }).items;
}
const isPublic = async (request: string) => (await board('passer')).some((item) => item.request === request);
const join = (openid: string, request: string) =>
  cloud.invoke('request', 'joinPublished', { township: 'bh', request }, { openid, key: newKey() });
async function told(openid: string): Promise<string[]> {
  await relay(cloud);
  const { data } = await cloud.invoke('notify', 'inbox', { township: 'bh' }, { openid });
  return (data as { notices: { title: string }[] }).notices.map(({ title }) => title);
}
const mine = async (openid: string) => {
  const { data } = await cloud.invoke('overview', 'mine', { township: 'bh' }, { openid });
  return (data as { joined: readonly BoardItem[] }).joined;
};

test('offered by its title alone, joined, shown in 我的, told when it is answered, ended and published', async () => {
  const request = await send();
  expect((await join('neighbour', request)).code).toBe('not-found');
  expect((await offer(request)).ok).toBe(true);
  const item = (await board('passer')).find((one) => one.request === request);
  expect(item).toMatchObject({ title: '柳树城村二组路灯', summary: '', result: '', state: 'submitted' });
  expect(JSON.stringify(item)).not.toContain('路灯坏了');
  expect(await join('neighbour', request)).toMatchObject({ ok: true, data: { joined: 1 } });
  expect(await mine('neighbour')).toMatchObject([{ request, title: '柳树城村二组路灯', state: 'submitted' }]);
  await mustStep(cloud, 'bh-p5', request, { act: 'explain', words: '说清了' });
  expect(await told('neighbour')).toContain('您也反映的那件事有答复了');
  await mustStep(cloud, 'asker', request, { act: 'solved' });
  expect(await told('neighbour')).toContain('您也反映的那件事办结了');
  // Over, without a result that is public: no one's but theirs who joined.
  expect(await isPublic(request)).toBe(false);
  expect(await mine('neighbour')).toMatchObject([{ request, state: 'closed', result: '' }]);
  await mustStep(cloud, 'bh-staff', request, {
    act: 'publish',
    title: '路灯',
    summary: '灯坏',
    result: '换了',
  });
  expect(await told('neighbour')).toContain('您也反映的那件事，结果公布了');
  expect(await mine('neighbour')).toMatchObject([{ request, result: '换了' }]);
});

test('without the consent, kept from somebody, or by a title that names somebody it is not offered', async () => {
  expect((await offer(await send({ joinable: false }))).code).toBe('step-used');
  expect((await offer(await send({ notOwnVillage: true }))).code).toBe('step-used');
  const about = await submit(cloud, 'asker', { privacy: consent, recused: ['p6'] });
  expect((await offer(about.request)).code).toBe('step-used');
  const request = await send();
  expect((await offer(request, '王大爷家门口的灯')).code).toBe('title-names');
  expect((await offer(request, '灯坏了请打13800000001')).code).toBe('title-names');
  expect(await isPublic(request)).toBe(false);
});

test('kept from somebody later on, or the consent taken back: it is public no more', async () => {
  const [one, two] = [await send(), await send()];
  for (const request of [one, two]) expect((await offer(request)).ok).toBe(true);
  await mustStep(cloud, 'bh-p5', one, { act: 'recuse' });
  expect([await isPublic(one), await isPublic(two)]).toEqual([false, true]);
  await cloud.invoke('request', 'withdrawConsents', { township: 'bh' }, { openid: 'asker', key: newKey() });
  expect(await isPublic(two)).toBe(false);
  expect((await join('neighbour', two)).code).toBe('not-found');
});

test('merged it hangs on the end of the way: counted there, told once, and taken out again it leaves', async () => {
  const [end, middle, first] = [await send(), await send(), await send()];
  expect((await offer(first)).ok).toBe(true);
  await join('neighbour', first);
  await mustStep(cloud, 'bh-staff', first, { act: 'merge', into: middle });
  await mustStep(cloud, 'bh-staff', middle, { act: 'merge', into: end });
  await relay(cloud);
  await relay(cloud);
  expect(await isPublic(first)).toBe(false);
  // Two requests and one neighbour.
  expect(stored(cloud, end).joinedCount).toBe(3);
  expect(await mine('neighbour')).toMatchObject([{ request: first, state: 'merged' }]);
  await mustStep(cloud, 'bh-p5', end, { act: 'explain', words: '说清了' });
  await relay(cloud);
  expect((await told('neighbour')).filter((title) => title.includes('有答复了'))).toHaveLength(1);
  await mustStep(cloud, 'asker', end, { act: 'notSolved', words: '没好' });
  await mustStep(cloud, 'bh-staff', middle, { act: 'unmerge' });
  await relay(cloud);
  await relay(cloud);
  expect(stored(cloud, end).joinedCount).toBe(0);
  expect(stored(cloud, middle).joinedCount).toBe(2);
});

test('joined twice and merged, deleting leaves no token of the account on either', async () => {
  const [end, first] = [await send({}, 'other'), await send()];
  for (const request of [end, first]) {
    await offer(request);
    expect((await join('neighbour', request)).ok).toBe(true);
  }
  await mustStep(cloud, 'bh-staff', first, { act: 'merge', into: end });
  await relay(cloud);
  expect(await mine('neighbour')).toHaveLength(2);
  await cloud.invoke('request', 'eraseOwn', { township: 'bh' }, { openid: 'neighbour', key: newKey() });
  expect(await mine('neighbour')).toEqual([]);
  for (const request of [end, first])
    expect(stored(cloud, request).tokens.filter((token) => token.startsWith('j:'))).toEqual([]);
});

test('withdrawn, whoever joined is told that it goes on no more; deleting takes them out along the way', async () => {
  const [end, first] = [await send({}, 'other'), await send()];
  await offer(first);
  await join('neighbour', first);
  await mustStep(cloud, 'bh-staff', first, { act: 'merge', into: end });
  await relay(cloud);
  await cloud.invoke('request', 'eraseOwn', { township: 'bh' }, { openid: 'neighbour', key: newKey() });
  const left = [stored(cloud, end), stored(cloud, first)].flatMap(({ joined = {} }) => Object.values(joined));
  expect(left.map(({ openid }) => openid)).not.toContain('neighbour');
  expect(stored(cloud, end).joinedCount).toBe(2);
  const gone = await send();
  await offer(gone);
  await join('passer', gone);
  await mustStep(cloud, 'asker', gone, { act: 'withdraw' });
  expect(await told('passer')).toContain('您也反映的那件事不再办了');
  expect(await isPublic(gone)).toBe(false);
});
