/** 写成稿件: an article of what deputies did together, and of nothing else. */
import { KINDS } from '../../../miniprogram/office/compose/view';
import { main as publicity } from '../../../cloudfunctions/publicity/index';
import type { PublicityActions } from '../../../miniprogram/contract/publicity';
import { CHIEF, newKey, openDuty, OTHER, STAFF, DEPUTY, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let duty: Duty;
beforeAll(async () => {
  duty = await openDuty({ publicity });
});

const press = (action: string, input: object) =>
  duty.cloud.invoke('publicity', action, { township: 'bh', ...input }, { openid: STAFF, key: newKey() });
const happenings = async () =>
  ((await press('happenings', { kind: 'duty' })).data as PublicityActions['happenings']['output']).happenings;

it('of an inspection says what was seen and by how many, and stands in the list until it is written', async () => {
  const { activity } = await duty.note(STAFF, {
    kind: 'inspection',
    date: '2026-11-11',
    title: '视察村道建设',
    words: '群众盼着入冬前通车。',
    persons: ['p5', 'p6'],
    sites: [{ name: '通村道路' }],
  });
  const from = { kind: 'duty', of: activity };
  expect((await happenings()).map(({ source }) => source)).toContainEqual(from);
  const { data } = await press('compose', { from });
  const { article } = data as { article: string };
  const read = JSON.stringify((await press('get', { article })).data);
  for (const said of ['视察：视察村道建设', '2名代表参加', '看了通村道路。', '群众盼着入冬前通车。'])
    expect(read).toContain(said);
  expect((await happenings()).map(({ source }) => source)).not.toContainEqual(from);
});

it('of a household, a tied one, or one deputy’s work there is none', async () => {
  const alone = { kind: 'key-work', date: '2026-11-12', title: '护林防火', persons: ['p5'] } as const;
  const notes = [
    await duty.note(DEPUTY, { kind: 'household-visit', date: '2026-11-12', village: 'v4' }),
    await duty.note(DEPUTY, { kind: 'tied-help', date: '2026-11-12', words: '送了鸡苗' }),
    await duty.note(STAFF, alone),
  ];
  const offered = (await happenings()).map(({ source }) => source.of);
  for (const { activity } of notes) {
    expect(offered).not.toContain(activity);
    expect(await press('compose', { from: { kind: 'duty', of: activity } })).toMatchObject({
      code: 'not-found',
    });
  }
});

it('of what one deputy did alone there is one with that deputy’s leave, until it is taken back', async () => {
  const { activity } = await duty.note(DEPUTY, {
    kind: 'household-visit',
    date: '2026-11-13',
    village: 'v4',
    words: '腿脚不便，想装扶手',
  });
  const isOffered = async () => (await happenings()).some(({ source }) => source.of === activity);
  const consent = (openid: string, agrees: boolean) =>
    duty.act(openid, 'consentToStory', { activity, consent: agrees });
  expect(await consent(OTHER, true)).toMatchObject({ code: 'not-found' });
  expect(await consent(DEPUTY, true)).toMatchObject({ ok: true });
  expect(await isOffered()).toBe(true);
  await consent(DEPUTY, false);
  expect(await isOffered()).toBe(false);
  await consent(DEPUTY, true);
  const { data } = await press('compose', { from: { kind: 'duty', of: activity } });
  const { article } = data as { article: string };
  const read = JSON.stringify((await press('get', { article })).data);
  expect(read).toContain('1名代表参加');
  // What was said in a house stays there.
  expect(read).not.toContain('扶手');
  const tied = await duty.note(DEPUTY, { kind: 'tied-help', date: '2026-11-13', words: '送了鸡苗' });
  expect(await duty.act(DEPUTY, 'consentToStory', { activity: tied.activity, consent: true })).toMatchObject({
    code: 'wrong-state',
  });
});

it('once the consent is taken back the article goes no further, whatever step it is at', async () => {
  const alone = { kind: 'key-work', date: '2026-11-14', title: '护林防火', persons: ['p5'] } as const;
  const { activity } = await duty.note(STAFF, alone);
  const consent = (agrees: boolean) => duty.act(DEPUTY, 'consentToStory', { activity, consent: agrees });
  await consent(true);
  const { data } = await press('compose', { from: { kind: 'duty', of: activity } });
  const { article } = data as { article: string };
  const stand = (state: string) => {
    const all = duty.cloud.documents<{ _id: string }>('articles');
    const at = { state, writers: [] };
    duty.cloud.replace(
      'articles',
      all.map((one) => (one._id === article ? Object.assign({}, one, at) : one)),
    );
  };
  const go = (openid: string, act: string, input: object) =>
    duty.cloud.invoke('publicity', act, { township: 'bh', article, ...input }, { openid, key: newKey() });
  const edition = 1;
  const withdrawn = { code: 'source-withdrawn' };
  await consent(false);
  stand('submitted');
  expect(await go(CHIEF, 'approve', { edition })).toMatchObject(withdrawn);
  stand('approved');
  expect(await go(CHIEF, 'push', { edition })).toMatchObject(withdrawn);
  expect(await go(STAFF, 'pack', {})).toMatchObject(withdrawn);
  await consent(true);
  stand('submitted');
  expect(await go(CHIEF, 'approve', { edition })).toMatchObject({ ok: true });
});

it.each(KINDS)('what happened of the kind %j is listed with two calls behind admit', async (kind) => {
  duty.cloud.clock.set(duty.cloud.clock.now() + 61_000);
  const { ok, cost } = await press('happenings', { kind: kind.id });
  expect(ok).toBe(true);
  expect(cost.calls).toBeLessThanOrEqual(3);
});
