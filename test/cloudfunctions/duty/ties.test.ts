/** 监测户结对: whose they are, what stands in the database, and what others learn of them. */
import type { ActivityView } from '../../../miniprogram/contract/duty';
import type { TieActions } from '../../../miniprogram/contract/ties';
import { accountOf } from '../../../cloudfunctions/shared/cipher';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { toldActs } from '../told-acts';
import { CHIEF, DEPUTY, LEADER, newKey, OTHER, openDuty, STAFF, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let duty: Duty;
beforeEach(async () => {
  duty = await openDuty();
  duty.cloud.replace('ties', []);
});

type Own = TieActions['ties']['output'];
type Listed = TieActions['tiedDeputies']['output'];

const first = { alias: '核桃树那家', needs: '想养鸡', measures: ['industry', 'risk'] };

async function tie(openid: string, input: object = first): Promise<string> {
  const answer = await duty.act(openid, 'keepTie', input);
  if (!answer.ok) throw new Error(answer.code ?? '');
  return (answer.data as { tie: string }).tie;
}
const own = async (openid: string) => (await duty.ask(openid, 'ties')).data as Own;
const list = async (openid: string) => (await duty.ask(openid, 'tiedDeputies')).data as Listed;

it('is kept with its visits, readable to the deputy alone and to nobody with the database', async () => {
  const id = await tie(DEPUTY);
  await duty.note(DEPUTY, { kind: 'tied-help', date: '2026-11-19', words: '送了鸡苗', tie: id });
  expect(await own(DEPUTY)).toMatchObject({
    kind: '监测户',
    ties: [{ tie: id, alias: '核桃树那家', needs: '想养鸡', measures: ['industry', 'risk'] }],
    visits: [{ tie: id, date: '2026-11-19', words: '送了鸡苗' }],
  });
  const stored = JSON.stringify([duty.cloud.documents('ties'), duty.cloud.documents('activities')]);
  for (const word of ['核桃树', '养鸡', '鸡苗']) expect(stored).not.toContain(word);
});

it('stays that household’s when its deputy puts the words right, for the form never shows the tie', async () => {
  const id = await tie(DEPUTY);
  const help = { kind: 'tied-help', date: '2026-11-19', words: '送了鸡苗' } as const;
  const { activity, edition } = await duty.note(DEPUTY, { ...help, tie: id });
  await duty.relay();
  const [before] = duty.facts();
  const to = { ...help, words: '送了二十只鸡苗' };
  expect(await duty.act(DEPUTY, 'correct', { activity, edition, to })).toMatchObject({ ok: true });
  await duty.relay();
  expect(duty.facts()[0]?.household).toBe(before?.household);
  expect(before?.household).toBeDefined();
  expect(await own(DEPUTY)).toMatchObject({ visits: [{ tie: id, words: '送了二十只鸡苗' }] });
});

it('as many as the setting says, and one more after one has ended', async () => {
  const id = await tie(DEPUTY);
  await tie(DEPUTY, { alias: '桥头那家', measures: [] });
  const third = { alias: '坡上那家', measures: [] };
  expect(await duty.act(DEPUTY, 'keepTie', third)).toMatchObject({ code: 'wrong-state' });
  expect(await duty.act(DEPUTY, 'endTie', { tie: id, reason: '搬走了' })).toMatchObject({ ok: true });
  expect(await duty.act(DEPUTY, 'endTie', { tie: id, reason: '搬走了' })).toMatchObject({
    code: 'wrong-state',
  });
  await tie(DEPUTY, third);
  const { ties } = await own(DEPUTY);
  expect(ties.map(({ ended }) => ended !== undefined)).toEqual([false, false, true]);
  expect(ties.at(-1)).toMatchObject({ alias: '核桃树那家', reason: '搬走了' });
});

it('one that ended or is another’s is not changed', async () => {
  const id = await tie(DEPUTY);
  expect(await duty.act(LEADER, 'endTie', { tie: id, reason: '某' })).toMatchObject({ code: 'not-found' });
  await duty.act(DEPUTY, 'endTie', { tie: id, reason: '搬走了' });
  expect(await duty.act(DEPUTY, 'keepTie', { ...first, tie: id })).toMatchObject({ code: 'wrong-state' });
});

it('a leader and the office learn 已结对 or 未结对, and nothing else', async () => {
  const id = await tie(DEPUTY);
  const { activity } = await duty.note(DEPUTY, {
    kind: 'tied-help',
    date: '2026-11-19',
    words: '送了鸡苗',
    tie: id,
  });
  await duty.relay();
  for (const openid of [LEADER, STAFF, CHIEF]) {
    const { persons } = await list(openid);
    expect(persons.find(({ person }) => person === 'p5')?.tied).toBe(true);
    expect(persons.some(({ tied }) => !tied)).toBe(true);
    expect(Object.keys(persons[0] ?? {}).sort()).toEqual(['group', 'name', 'person', 'tied']);
    expect(await duty.ask(openid, 'ties', { person: 'p5' })).toMatchObject({ code: 'not-allowed' });
    expect(await duty.ask(openid, 'activity', { activity })).toMatchObject({ code: 'not-found' });
  }
  const scopes = [
    [LEADER, 'group'],
    [STAFF, 'office'],
  ] as const;
  for (const [openid, scope] of scopes) {
    const { data } = await duty.ask(openid, 'listActivities', { scope });
    expect(data).toMatchObject({ activities: [] });
  }
  // The row counts for the township and for the deputy, under no group, and not in what a leader reads of the deputy.
  expect(await duty.count('tiedHelp')).toMatchObject({ n: 1 });
  expect(await duty.count('tiedHelp', { dimension: 'group', value: 'g3' })).toMatchObject({ n: 0 });
  const read = async (openid: string) => {
    const answer = await duty.ask(openid, 'record', { year: 2026, person: 'p5' });
    return (answer.data as { rows: { kind: string }[] }).rows.map(({ kind }) => kind);
  };
  expect(await read(DEPUTY)).toContain('tied-help');
  expect(await read(STAFF)).toContain('tied-help');
  expect(await read(LEADER)).not.toContain('tied-help');
});

it('staff read after the chair named them, and not after the chair ended it', async () => {
  const id = await tie(DEPUTY);
  const note = { kind: 'tied-help', date: '2026-11-19', words: '送了鸡苗', tie: id } as const;
  const { activity } = await duty.note(DEPUTY, note);
  const account = accountOf(STAFF);
  expect(await duty.act(STAFF, 'tieAccess', { act: 'grant', account })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await duty.act(CHIEF, 'tieAccess', { act: 'grant', account })).toMatchObject({ code: 'not-found' });
  await duty.act(STAFF, 'tieAccess', { act: 'ask' });
  expect(await duty.ask(STAFF, 'ties', { person: 'p5' })).toMatchObject({ code: 'not-allowed' });
  expect((await list(CHIEF)).readers).toMatchObject([{ account, granted: false }]);
  expect((await list(STAFF)).readers).toBeUndefined();
  await duty.act(CHIEF, 'tieAccess', { act: 'grant', account });
  expect(await duty.ask(STAFF, 'ties', { person: 'p5' })).toMatchObject({ ok: true });
  const read = (await duty.ask(STAFF, 'activity', { activity })).data as ActivityView;
  expect(read.words).toBe('送了鸡苗');
  await duty.act(CHIEF, 'tieAccess', { act: 'end', account });
  expect(await duty.ask(STAFF, 'ties', { person: 'p5' })).toMatchObject({ code: 'not-allowed' });
});

it('the chair hears that somebody asks', async () => {
  await duty.act(STAFF, 'tieAccess', { act: 'ask' });
  await duty.relay();
  const { data } = await duty.cloud.invoke('notify', 'inbox', { township: 'bh' }, { openid: CHIEF });
  expect(JSON.stringify(data)).toContain('有人请您同意查看结对情况');
});

it('is told whole: whose, since when, as many as may be, and the visits of each', async () => {
  const id = await tie(DEPUTY);
  const help = { kind: 'tied-help', date: '2026-11-19', words: '送了鸡苗', tie: id } as const;
  const { activity } = await duty.note(DEPUTY, help);
  const gone = (await duty.note(DEPUTY, { ...help, words: '记错的' })).activity;
  await duty.act(DEPUTY, 'withdraw', { activity: gone, reason: '记错了' });
  const [directory] = duty.cloud.documents<Directory>('townships').filter(({ _id }) => _id === 'bh');
  expect(await own(DEPUTY)).toEqual({
    person: 'p5',
    name: directory?.people.find(({ id: of }) => of === 'p5')?.name,
    kind: '监测户',
    most: 2,
    ties: [{ tie: id, ...first, since: '2026-11-23' }],
    visits: [{ activity, date: '2026-11-19', words: '送了鸡苗', tie: id }],
    more: false,
  });
  expect(await own(OTHER)).toMatchObject({ person: 'p8', ties: [], visits: [] });
  expect(await duty.ask(STAFF, 'ties', { person: 'p999' })).toMatchObject({ code: 'not-found' });
  expect(await duty.ask(STAFF, 'ties')).toMatchObject({ code: 'not-found' });
});

it('shows the last forty visits, and says where there were more', async () => {
  const id = await tie(DEPUTY);
  for (let n = 0; n < 40; n++)
    await duty.note(DEPUTY, { kind: 'tied-help', date: '2026-11-19', words: `第${String(n)}次`, tie: id });
  expect(await own(DEPUTY)).toMatchObject({ more: false });
  await duty.note(DEPUTY, { kind: 'tied-help', date: '2026-11-18', words: '更早的一次', tie: id });
  const { visits, more } = await own(DEPUTY);
  expect([visits.length, more]).toEqual([40, true]);
  expect(JSON.stringify(visits)).not.toContain('更早');
});

it('leaves of each act which tie it was, and is one act under its key', async () => {
  const key = newKey();
  const made = await duty.act(DEPUTY, 'keepTie', first, key);
  expect(await duty.act(DEPUTY, 'keepTie', first, key)).toMatchObject({ data: made.data });
  expect(await duty.act(DEPUTY, 'keepTie', { ...first, alias: '别家' }, key)).toMatchObject({
    code: 'key-reused',
  });
  const { tie: id } = made.data as { tie: string };
  const changed = { ...first, tie: id, alias: '桥头那家' };
  expect(await duty.act(DEPUTY, 'keepTie', changed)).toMatchObject({ data: { tie: id } });
  expect(await duty.act(DEPUTY, 'keepTie', { ...first, tie: 't000000000000' })).toMatchObject({
    code: 'wrong-state',
  });
  expect(await duty.act(DEPUTY, 'endTie', { tie: 't000000000000', reason: '某' })).toMatchObject({
    code: 'not-found',
  });
  expect(await duty.act(DEPUTY, 'endTie', { tie: id, reason: '搬走了' })).toMatchObject({
    data: { tie: id },
  });
  const acts = [
    ['tie', 'tie-opened'],
    ['change-tie', 'tie-changed'],
    ['end-tie', 'tie-ended'],
  ];
  expect(toldActs(duty.cloud, 'ties').map(({ document: _of, ...row }) => row)).toEqual(
    acts.map(([act, event]) => {
      return { by: 'p5', act, of: id, from: '', to: '', event, about: { person: 'p5' } };
    }),
  );
});

it('whoever asks to read them asks once; each word of the chair leaves whom it was about', async () => {
  const account = accountOf(STAFF);
  const access = (openid: string, input: object, key = newKey()) => duty.act(openid, 'tieAccess', input, key);
  const key = newKey();
  expect(await access(STAFF, { act: 'ask' }, key)).toMatchObject({ data: { act: 'ask' } });
  expect(await access(STAFF, { act: 'ask' }, key)).toMatchObject({ data: { act: 'ask' } });
  expect(await access(STAFF, { act: 'ask' })).toMatchObject({ code: 'wrong-state' });
  expect((await list(STAFF)).access).toBe('asked');
  const { readers } = await list(CHIEF);
  expect(readers).toEqual([
    { account, name: expect.any(String) as unknown, at: duty.cloud.clock.now(), granted: false },
  ]);
  expect(readers?.[0]?.name).not.toBe('');
  await access(CHIEF, { act: 'grant', account });
  expect((await list(STAFF)).access).toBe('granted');
  await access(CHIEF, { act: 'end', account });
  expect(await list(STAFF)).toMatchObject({ access: 'none', kind: '监测户' });
  expect((await list(CHIEF)).readers).toEqual([]);
  expect(await access(CHIEF, { act: 'end', account })).toMatchObject({ code: 'not-found' });
  expect(await access(CHIEF, { act: 'grant' })).toMatchObject({ code: 'not-found' });
  const acts = [
    [account, 'tie-access-ask', 'tie-access-asked'],
    ['p1', 'tie-access-grant', 'tie-access-decided'],
    ['p1', 'tie-access-end', 'tie-access-decided'],
  ];
  expect(toldActs(duty.cloud, 'ties').map(({ document: _of, ...row }) => row)).toEqual(
    acts.map(([by, act, event]) => {
      return { by, act, of: account, from: '', to: '', event, about: { account } };
    }),
  );
});

it('a leader is told of the own group alone, the office of everybody', async () => {
  const groups = async (openid: string) => new Set((await list(openid)).persons.map(({ group }) => group));
  expect(await groups(LEADER)).toEqual(new Set(['g3']));
  expect((await groups(STAFF)).size).toBeGreaterThan(2);
});
