import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';

jest.setTimeout(60_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const today = (openid: string) => cloud.invoke('overview', 'today', { township: 'bh' }, { openid });
const stored = () =>
  [...cloud.database.exportDocuments('invitations')] as {
    _id: string;
    openid: string;
    state: string;
    recent: number[];
  }[];

it('allows sixty calls of a grant within a minute, then says how long to wait, and is open again after it', async () => {
  const answers = await Promise.all(Array.from({ length: 75 }, () => today('bh-p8')));
  const refused = answers.filter(({ ok }) => !ok);
  expect(refused).toHaveLength(15);
  for (const { code, details } of refused) {
    expect(code).toBe('rate-limited');
    expect((details as { seconds: number }).seconds).toBeLessThanOrEqual(60);
  }
  const { details } = await today('bh-p8');
  cloud.clock.set(cloud.clock.now() + (details as { seconds: number }).seconds * 1_000);
  expect((await today('bh-p8')).ok).toBe(true);
});

it('keeps sixty instants of a grant, however many calls there were', () => {
  const grant = stored().find(({ openid }) => openid === 'bh-p8');
  expect(grant?.recent).toHaveLength(60);
});

it('does not let one person’s calls count for another', async () => {
  expect((await today('bh-p5')).ok).toBe(true);
});

it.each(['issued', 'claimed', 'revoked'])('admits nobody by an invitation that is %s', async (state) => {
  const own = stored().filter(({ openid }) => openid === 'bh-p23');
  await cloud.database.importDocuments(
    'invitations',
    own.map((each) => ({ ...each, state })),
  );
  expect(await today('bh-p23')).toMatchObject({ ok: false, code: 'not-allowed' });
  await cloud.database.importDocuments('invitations', own);
  expect((await today('bh-p23')).ok).toBe(true);
});

it('lets nobody in after the last day of the membership, nor before the first, and tells nobody of the role', async () => {
  const grant = stored().find(({ openid }) => openid === 'bh-p19');
  const on = (from: string, until: string) =>
    cloud.database.importDocuments('invitations', [{ ...grant, from, until }] as never);
  await on('2020-01-01', '2026-11-23');
  expect((await today('bh-p19')).ok).toBe(true);
  await on('2020-01-01', '2026-11-22');
  expect(await today('bh-p19')).toMatchObject({ ok: false, code: 'not-allowed' });
  const { data } = await cloud.invoke('registry', 'whoAmI', { township: 'bh' }, { openid: 'bh-p19' });
  expect((data as { grants: object[] }).grants).toEqual([]);
  await on('2026-11-24', '9999-12-31');
  expect(await today('bh-p19')).toMatchObject({ ok: false, code: 'not-allowed' });
});

it('counts sixty calls of an account, whatever it holds: a second role brings no second window', async () => {
  const one = 'bh-p23';
  const [own] = stored().filter(({ openid }) => openid === one);
  const other = {
    ...own,
    _id: 'bh~secondsecondsec0',
    role: 'leader',
    state: 'claimed',
    issuedBy: 'somebody',
  };
  await cloud.database.importDocuments('invitations', [other]);
  const input = { township: 'bh', invitation: 'bh~secondsecondsec0' };
  const confirmed = await cloud.invoke('registry', 'confirmInvitation', input, {
    openid: 'bh-staff',
    key: 'second-grant-1',
  });
  expect(confirmed.ok).toBe(true);
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: one });
  cloud.clock.set(cloud.clock.now() + 90_000);
  const group = () => cloud.invoke('request', 'listGroup', { township: 'bh' }, { openid: one });
  const answers = [
    ...(await Promise.all(Array.from({ length: 40 }, () => today(one)))),
    ...(await Promise.all(Array.from({ length: 40 }, () => group()))),
  ];
  expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(60);
  const refused = answers.filter(({ ok }) => !ok);
  expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'rate-limited'));
  const seconds = Math.max(...refused.map(({ details }) => (details as { seconds: number }).seconds));
  cloud.clock.set(cloud.clock.now() + seconds * 1_000);
  expect((await today(one)).ok).toBe(true);
});
