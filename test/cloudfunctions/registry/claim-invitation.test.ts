import type { WhoAmI } from '../../../miniprogram/contract/registry';
import { reloadSample, startSampleCloud, type SampleCloud } from '../../support/sample-cloud';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
beforeEach(() => reloadSample(cloud));
afterAll(() => cloud.close());

/** 吕思源 has not claimed his account; the sample's codes are `<township><person>x0`. */
const CODE = 'bhp20x0';
let keys = 0;
const newKey = () => `claim-key-${String(keys++)}`;
const claim = (openid: string, input: object = {}, key = newKey()) =>
  cloud.invoke(
    'registry',
    'claimInvitation',
    { township: 'bh', code: CODE, phoneLast4: '1234', ...input },
    { openid, key },
  );

it('costs two calls, and a first one for the township in a cold instance, for the try is counted first, and gives a grant that waits for the office and allows nothing yet', async () => {
  const answer = await claim('new-phone');
  expect(answer).toMatchObject({
    ok: true,
    cost: { calls: 3 },
    data: { grant: { role: 'deputy', person: 'p20', name: '吕思源', group: 'g3', state: 'claimed' } },
  });
  const me = await cloud.invoke('registry', 'whoAmI', { township: 'bh' }, { openid: 'new-phone' });
  expect((me.data as WhoAmI).grants).toEqual([expect.objectContaining({ state: 'claimed' })]);
  const today = await cloud.invoke('overview', 'today', { township: 'bh' }, { openid: 'new-phone' });
  expect(today).toMatchObject({ ok: false, code: 'not-allowed' });
});

it('takes the code in capital letters, as it is read from paper', async () => {
  expect((await claim('new-phone', { code: CODE.toUpperCase() })).ok).toBe(true);
});

it('answers a repeated claim the same, and is void for everybody else', async () => {
  const key = newKey();
  const first = await claim('new-phone', {}, key);
  expect((await claim('new-phone', {}, key)).data).toEqual(first.data);
  expect(await claim('other-phone')).toMatchObject({ ok: false, code: 'invitation-void' });
});

it('gives one of two phones that claim at once the grant', async () => {
  const answers = await Promise.all(['one', 'two', 'three'].map((openid) => claim(openid)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

it('counts wrong digits and locks after five, even for the right ones', async () => {
  for (let left = 4; left >= 0; left--) {
    expect(await claim('guesser', { phoneLast4: '9999' })).toMatchObject({
      ok: false,
      code: 'invitation-wrong',
      details: { left },
    });
  }
  expect(await claim('guesser')).toMatchObject({ ok: false, code: 'invitation-void' });
});

it('counts tries that are sent at the same instant one by one: five are told wrong, the others void', async () => {
  const guesses = Array.from({ length: 20 }, (_, at) => String(4_000 + at));
  const answers = await Promise.all(guesses.map((phoneLast4) => claim('guesser', { phoneLast4 })));
  const codes = answers.map(({ code }) => code);
  expect(codes.filter((code) => code === 'invitation-wrong')).toHaveLength(5);
  expect(codes.filter((code) => code === 'invitation-void')).toHaveLength(15);
  expect(await claim('guesser')).toMatchObject({ ok: false, code: 'invitation-void' });
});

it('costs one call when the digits are wrong', async () => {
  expect((await claim('guesser', { phoneLast4: '9999' })).cost.calls).toBe(1);
});

it('is void past its date', async () => {
  const start = cloud.clock.now();
  cloud.clock.set(start + 31 * 86_400_000);
  expect(await claim('late')).toMatchObject({ ok: false, code: 'invitation-void' });
  cloud.clock.set(start);
});

it('is no invitation of the other township, nor under a code that nobody printed', async () => {
  expect(await claim('somebody', { township: 'qs' })).toMatchObject({ ok: false, code: 'invitation-wrong' });
  expect(await claim('somebody', { code: 'aaaaaaaa' })).toMatchObject({
    ok: false,
    code: 'invitation-wrong',
  });
});

it('leaves a row of history and an event for the office', async () => {
  await claim('new-phone');
  const grants = [...cloud.database.exportDocuments('invitations')] as { openid: string }[];
  expect(grants.find(({ openid }) => openid === 'new-phone')).toMatchObject({
    outbox: [expect.objectContaining({ event: 'invitation-claimed' })],
    history: [expect.objectContaining({ from: 'issued', to: 'claimed' })],
  });
});

it('keeps the name encrypted', () => {
  const text = JSON.stringify([...cloud.database.exportDocuments('invitations')]);
  expect(text).not.toContain('吕思源');
});
