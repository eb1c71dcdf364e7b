/** Materials of a study: whose they are to add, who opens them, and what is none. */
import type { ActivityView } from '../../../miniprogram/contract/duty';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import { toldActs } from '../told-acts';
import { CHIEF, DEPUTY, LEADER, newKey, openDuty, OTHER, STAFF, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
jest.mock('../../../cloudfunctions/shared/files', () => ({
  linkFiles: (files: readonly string[]) =>
    Promise.resolve(files.map((file) => `https://files/${file.slice(8)}`)),
}));

const FILE = 'cloud://env.bucket/bh/papers/0123456789abcdef.pdf';
const PAPER = { title: '代表法学习提纲', kind: 'informational', file: FILE };

let duty: Duty;
let activity: string;
beforeEach(async () => {
  duty = await openDuty();
  ({ activity } = await duty.note(STAFF, {
    kind: 'study',
    date: '2026-12-10',
    title: '学习代表法',
    persons: ['p5'],
    group: 'g3',
    planned: true,
  }));
});

const look = async (openid: string) =>
  (await duty.ask(openid, 'activity', { activity })).data as ActivityView;
const add = (openid: string, more: object = {}) =>
  duty.act(openid, 'addMaterial', { activity, ...PAPER, ...more });

it('the group’s leader adds one, whoever is asked opens it, a deputy who is not learns of nothing', async () => {
  const added = await add(LEADER);
  expect(added).toMatchObject({ ok: true });
  const { material } = added.data as { material: string };
  expect((await look(DEPUTY)).materials).toEqual([
    { material, title: '代表法学习提纲', kind: 'informational', ending: 'pdf' },
  ]);
  expect([(await look(DEPUTY)).mayAddMaterials, (await look(LEADER)).mayAddMaterials]).toEqual([false, true]);
  expect(await duty.ask(DEPUTY, 'openMaterial', { activity, material })).toMatchObject({
    ok: true,
    data: { name: '代表法学习提纲.pdf' },
  });
  for (const action of ['activity', 'openMaterial'])
    expect(
      await duty.ask(OTHER, action, { activity, ...(action === 'openMaterial' && { material }) }),
    ).toMatchObject({ code: 'not-found' });
  expect(await add(DEPUTY)).toMatchObject({ code: 'not-allowed' });
  // Neither the file's id nor its name stands where an answer or a reader of the database sees it.
  expect(JSON.stringify(await look(CHIEF))).not.toContain('papers/');
  expect(JSON.stringify(duty.cloud.documents('activities'))).not.toContain('学习提纲');
  expect(await duty.act(LEADER, 'dropMaterial', { activity, material })).toMatchObject({ ok: true });
  expect(await duty.ask(DEPUTY, 'openMaterial', { activity, material })).toMatchObject({ code: 'not-found' });
});

it('what media did not take in as a paper is none, and a help has no materials', async () => {
  const kept = FILE.replace('papers', 'kept');
  expect(await add(STAFF, { file: kept })).toMatchObject({ code: 'bad-input' });
  expect(await add(STAFF, { file: FILE.replace('/bh/', '/qs/') })).toMatchObject({ code: 'bad-input' });
  const help = await duty.note(DEPUTY, { kind: 'help', date: '2026-11-12', title: '接通自来水' });
  expect(await add(STAFF, { activity: help.activity })).toMatchObject({ code: 'wrong-state' });
});

it('of another group’s study is not the leader’s to add, nor to take away', async () => {
  const other = { kind: 'study', date: '2026-12-10', title: '学习代表法', group: 'g1' } as const;
  const of = (await duty.note(STAFF, { ...other, persons: ['p8'], planned: true })).activity;
  const { material } = (await add(STAFF, { activity: of })).data as { material: string };
  expect(await add(LEADER, { activity: of })).toMatchObject({ code: 'not-found' });
  expect(await duty.act(LEADER, 'dropMaterial', { activity: of, material })).toMatchObject({
    code: 'not-found',
  });
});

it('ten of them, and no more', async () => {
  for (let n = 0; n < 10; n++)
    expect(await add(STAFF, { title: `第${String(n)}份` })).toMatchObject({ ok: true });
  expect(await add(STAFF)).toMatchObject({ code: 'too-many-rows' });
});

it('under its key is added and taken away once; what is not there is told apart from what is not theirs', async () => {
  const keys = [newKey(), newKey()];
  const sent = { activity, ...PAPER };
  const first = await duty.act(STAFF, 'addMaterial', sent, keys[0]);
  const { material } = first.data as { material: string };
  expect(await duty.act(STAFF, 'addMaterial', sent, keys[0])).toMatchObject({ data: first.data });
  expect(await duty.act(STAFF, 'addMaterial', { ...sent, title: '别的' }, keys[0])).toMatchObject({
    code: 'key-reused',
  });
  const none = `bh~${'0'.repeat(16)}`;
  for (const input of [
    { activity: none, material },
    { activity, material: 'm000000000000' },
  ])
    for (const action of ['dropMaterial', 'openMaterial'])
      expect(await duty.act(STAFF, action, input)).toMatchObject({ code: 'not-found' });
  const drop = () => duty.act(STAFF, 'dropMaterial', { activity, material }, keys[1]);
  expect([await drop(), await drop()]).toMatchObject([{ data: { material } }, { ok: true }]);
  const clerk = accountOf(STAFF);
  const told = toldActs(duty.cloud, 'activities').slice(1);
  const about = { activity, by: clerk };
  const row = { document: activity, of: activity, by: clerk, from: '', to: '', about };
  expect(told).toEqual([
    { ...row, act: 'add-material', event: 'material-added' },
    { ...row, act: 'drop-material', event: 'material-dropped' },
  ]);
  await add(STAFF);
  await duty.act(STAFF, 'withdraw', { activity, reason: '改期' });
  expect(await add(STAFF)).toMatchObject({ code: 'wrong-state' });
});
