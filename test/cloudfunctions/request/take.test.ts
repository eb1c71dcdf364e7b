import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { newKey, submit, view } from './requests';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

let askers = 0;
const newRequest = async () =>
  (await submit(cloud, `taken-${String(askers++)}`, { deputy: 'p5', name: '某人' })).request;
const take = (openid: string, request: string, key = newKey(), township = 'bh') =>
  cloud.invoke('request', 'act', { township, request, step: { act: 'take' } }, { openid, key });

it('costs admit and one write, and tells the asker who took it; the promised day stays', async () => {
  const request = await newRequest();
  const answer = await take('bh-p5', request);
  expect(answer).toMatchObject({
    ok: true,
    cost: { calls: 2 },
    data: { request, state: 'contacting', nextDate: '2026-11-26' },
  });
  const seen = await view(cloud, `taken-${String(askers - 1)}`, request);
  expect(seen).toMatchObject({
    sentence: '第三代表小组马秋月代表已收到，11月26日前联系您',
    steps: [
      { state: 'submitted', by: '您' },
      { state: 'contacting', by: '马秋月' },
    ],
  });
});

it('answers the same however often the same tap arrives, and is one step', async () => {
  const [request, key] = [await newRequest(), newKey()];
  const answers = await Promise.all(Array.from({ length: 5 }, () => take('bh-p5', request, key)));
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  expect((await view(cloud, 'bh-p5', request)).steps).toHaveLength(2);
});

it('is refused in another state, with one read more', async () => {
  const request = await newRequest();
  await take('bh-p5', request);
  expect(await take('bh-p5', request)).toMatchObject({
    ok: false,
    code: 'wrong-state',
    details: { state: 'contacting' },
    cost: { calls: 3 },
  });
});

it.each([
  ['another deputy of the group', 'bh-p49'],
  ['the leader of the group', 'bh-p6'],
  ['a deputy of another group', 'bh-p8'],
])('is refused to %s', async (_who, openid) => {
  const request = await newRequest();
  expect(await take(openid, request)).toMatchObject({ ok: false, code: 'not-owner' });
  expect((await view(cloud, 'bh-p5', request)).state).toBe('submitted');
});

it('is refused to staff while a deputy has it', async () => {
  const request = await newRequest();
  expect(await take('bh-staff', request)).toMatchObject({ ok: false, code: 'not-owner' });
});

it.each(['bh-villager-1', 'bh-p7', 'bh-helper', 'bh-unit', 'qu-district', 'qs-p1'])(
  'is refused to %s, who holds no role for it here',
  async (openid) => {
    const request = await newRequest();
    expect(await take(openid, request)).toMatchObject({ ok: false, code: 'not-allowed' });
  },
);

it('is refused under another township', async () => {
  const request = await newRequest();
  expect(await take('qs-p1', request, newKey(), 'qs')).toMatchObject({ ok: false, code: 'not-found' });
  expect(await take('bh-p5', request, newKey(), 'qs')).toMatchObject({ ok: false, code: 'not-allowed' });
});

it('cannot be done by a deputy whose grant is revoked, from the next call on', async () => {
  const request = await newRequest();
  const grants = [...cloud.database.exportDocuments('invitations')] as { openid: string; state: string }[];
  const own = grants.filter(({ openid }) => openid === 'bh-p5');
  await cloud.database.importDocuments(
    'invitations',
    own.map((each) => ({ ...each, state: 'revoked' })),
  );
  expect(await take('bh-p5', request)).toMatchObject({ ok: false, code: 'not-allowed' });
  await cloud.database.importDocuments('invitations', own);
  expect(await take('bh-p5', request)).toMatchObject({ ok: true });
});
