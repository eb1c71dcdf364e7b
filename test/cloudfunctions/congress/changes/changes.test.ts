/** Changes within a term: recorded once, the directory follows, and with it who counts. */
import { main as congress } from '../../../../cloudfunctions/congress/index';
import { onDeputyChanged } from '../../../../cloudfunctions/congress/events/on-deputy-changed';
import { baseOn } from '../../../../cloudfunctions/congress/session/rules/attendance';
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { ChangeKind } from '../../../../miniprogram/contract/congress/change';
import type { Output } from '../../../../miniprogram/contract/wire';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { accountOf } from '../../../../cloudfunctions/shared/cipher';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import { newKey } from '../../request/requests';
import { toldActs } from '../../told-acts';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

const DAY = '2026-11-23';
let cloud: InProcessCloud;
let before: Directory[];
beforeAll(async () => {
  cloud = await startInProcess({ congress });
  before = cloud.documents('townships');
});
beforeEach(() => {
  cloud.replace('townships', before);
  cloud.replace('changes', []);
  cloud.clock.set(cloud.clock.now() + 120_000);
});

const directory = () => {
  const found = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh');
  if (!found) throw new Error('no directory');
  return found;
};
const base = (date = DAY) => baseOn(directory(), date);
const record = (person: string, kind: ChangeKind, input: object = {}, key = newKey()) =>
  cloud.invoke(
    'congress',
    'recordChange',
    { township: 'bh', person, kind, date: DAY, body: '镇人大主席团', notice: '1号', ...input },
    { openid: 'bh-staff', key },
  );
/** The relay brings it; twice is as once. */
async function follow(change: unknown): Promise<void> {
  const delivered = { township: 'bh', about: change as object } as never;
  await onDeputyChanged(delivered, cloud.clock.now());
  await onDeputyChanged(delivered, cloud.clock.now());
  cloud.clock.set(cloud.clock.now() + 120_000);
}

it.each(['resign', 'end', 'recall', 'death', 'suspend'] as const)(
  '%s takes the deputy out of the base of a quorum the same day, not the day before',
  async (kind) => {
    const { data } = await record('p5', kind);
    await follow(data);
    expect(base()).not.toContain('p5');
    expect(base('2026-11-22')).toContain('p5');
  },
);

it('leaves an event of the directory, so that whatever hangs on the person follows', async () => {
  const { data } = await record('p5', 'resign');
  const { change } = data as { change: string };
  const act = { act: 'resign', from: '' };
  expect(toldActs(cloud, 'changes')).toEqual([
    {
      ...act,
      document: change,
      by: accountOf('bh-staff'),
      of: 'p5',
      to: 'resign',
      event: 'deputy-changed',
      about: { change, person: 'p5' },
    },
  ]);
  const { version } = directory();
  await follow(data);
  const told = toldActs(cloud, 'townships').filter(({ event }) => event === 'people-changed');
  const about = { kind: 'person', ids: 'p5', version: version + 1 };
  const row = { ...act, document: 'bh', by: 'system', of: 'person', to: 'p5' };
  expect(told).toEqual([{ ...row, event: 'people-changed', about }]);
  expect(directory().version).toBe(version + 1);
});

it('is resumed with constituency, group and home as they were', async () => {
  await follow((await record('p5', 'suspend')).data);
  expect(await record('p5', 'suspend')).toMatchObject({ ok: true });
  await follow((await record('p5', 'resume', { date: '2026-12-20' })).data);
  expect(base('2026-12-19')).not.toContain('p5');
  expect(base('2026-12-20')).toContain('p5');
  const rows = directory().people.find(({ id }) => id === 'p5')?.memberships ?? [];
  expect(rows.map(({ from, to }) => [from, to])).toEqual([
    [rows[0]?.from, '2026-11-22'],
    [DAY, '2026-12-19'],
    ['2026-12-20', undefined],
  ]);
  expect(rows[2]?.group).toBe(rows[0]?.group);
});

it('is refused where it cannot be, and answered as before where a phone tries again', async () => {
  expect(await record('p7', 'resign')).toMatchObject({ code: 'bad-input' });
  expect(await record('p5', 'resume')).toMatchObject({ code: 'bad-input' });
  expect(await record('p5', 'byelection', { group: 'g1' })).toMatchObject({ code: 'bad-input' });
  expect(await record('p999', 'resign')).toMatchObject({ code: 'not-found' });
  const key = newKey();
  const first = await record('p5', 'resign', {}, key);
  expect(await record('p5', 'resign', {}, key)).toMatchObject({ data: first.data });
  expect(await record('p6', 'resign', {}, key)).toMatchObject({ code: 'key-reused' });
  await follow(first.data);
  expect(await record('p5', 'resign', {}, key)).toMatchObject({ data: first.data });
});

const examined = { date: '2026-11-20', number: '资审〔2〕号' };
/** The sample's own empty seat is of somebody who moved away. */
const listed = async () =>
  (await cloud.invoke('congress', 'changes', { township: 'bh' }, { openid: 'bh-staff' })).data as Output<
    'congress',
    'changes'
  >;

it('puts who was elected in between into constituency and group from that day on', async () => {
  await follow(
    (await record('p7', 'byelection', { group: 'g3', constituency: 'c1', date: '2026-12-01', examined }))
      .data,
  );
  const { people, groups } = directory();
  expect(people.find(({ id }) => id === 'p7')?.memberships.at(-1)).toEqual({
    term: 't18',
    from: '2026-12-01',
    level: 'town',
    constituency: 'c1',
    group: 'g3',
    home: groups.find(({ id }) => id === 'g3')?.home,
  });
  expect(base('2026-11-30')).not.toContain('p7');
  expect(base('2026-12-01')).toContain('p7');
});

it('a by-election names its constituency and the report of the committee for credentials', async () => {
  expect(await record('p7', 'byelection', { constituency: 'c1' })).toMatchObject({
    details: { field: 'examined' },
  });
  expect(await record('p7', 'byelection', { examined })).toMatchObject({
    details: { field: 'constituency' },
  });
  expect(await record('p7', 'byelection', { examined, constituency: 'd1' })).toMatchObject({
    details: { field: 'constituency' },
  });
  expect(await record('p7', 'byelection', { examined, constituency: 'c1', group: 'g99' })).toMatchObject({
    details: { field: 'group' },
  });
  const late = { date: '2026-11-24', number: '资审〔2〕号' };
  expect(await record('p7', 'byelection', { examined: late, constituency: 'c1' })).toMatchObject({
    details: { field: 'examined.date' },
  });
});

it('a seat stands empty until somebody is elected for it, in its constituency and group, and only one', async () => {
  const others = (await listed()).vacancies;
  expect(others.map(({ person }) => person)).toEqual(['p63']);
  await follow((await record('p5', 'death')).data);
  const vacancy = (await listed()).vacancies.find(({ person }) => person === 'p5');
  const left = directory().people.find(({ id }) => id === 'p5')?.memberships[0];
  expect(vacancy).toMatchObject({ person: 'p5', constituency: left?.constituency, since: DAY });
  const seat = { vacancy: 'p5', constituency: vacancy?.constituency, examined };
  expect(await record('p7', 'byelection', { ...seat, constituency: 'c12' })).toMatchObject({
    details: { field: 'vacancy' },
  });
  expect(await record('p7', 'byelection', { ...seat, vacancy: 'p6' })).toMatchObject({
    details: { field: 'vacancy' },
  });
  expect(await record('p6', 'resign', { vacancy: 'p5' })).toMatchObject({ details: { field: 'vacancy' } });
  const made = await cloud.together(
    ['p7', 'p22'].map((person) => () => record(person, 'byelection', seat)),
    [0, 1],
  );
  expect(made.map(({ ok, code }) => (ok ? 'ok' : code)).sort()).toEqual(['ok', 'row-doubled']);
  const elected = made[0]?.ok ? 'p7' : 'p22';
  await follow(made.find(({ ok }) => ok)?.data);
  const rows = directory().people.find(({ id }) => id === elected)?.memberships ?? [];
  expect(rows.at(-1)).toMatchObject({ constituency: left?.constituency, group: left?.group, from: DAY });
  const { changes, vacancies } = await listed();
  expect(vacancies).toEqual(others);
  const name = directory().people.find(({ id }) => id === 'p5')?.name;
  expect(changes[0]).toMatchObject({ person: elected, succeeds: name, examined });
  expect(JSON.stringify(cloud.documents('changes'))).not.toContain(examined.number);
});

it('a seat is empty again where who was elected for it does not take it, and another is elected once', async () => {
  await follow((await record('p5', 'death')).data);
  const others = (await listed()).vacancies.filter(({ person }) => person !== 'p5');
  const [empty] = (await listed()).vacancies.filter(({ person }) => person === 'p5');
  const date = '2026-12-01';
  const seat = { vacancy: 'p5', constituency: empty?.constituency, examined, date };
  await follow((await record('p7', 'byelection', seat)).data);
  expect((await listed()).vacancies).toEqual(others);
  await follow((await record('p7', 'end', { date })).data);
  expect(base(date)).not.toContain('p7');
  expect((await listed()).vacancies).toContainEqual(empty);
  const again = await record('p22', 'byelection', seat);
  expect(again).toMatchObject({ ok: true });
  expect(await record('p7', 'byelection', seat)).toMatchObject({ code: 'row-doubled' });
  await follow(again.data);
  expect(base(date)).toContain('p22');
  expect((await listed()).vacancies).toEqual(others);
});

it('shows what hangs on whoever left', async () => {
  const leaving = () => cloud.invoke('congress', 'leaving', { township: 'bh' }, { openid: 'bh-staff' });
  expect((await leaving()).data).toEqual({ people: [] });
  await follow((await record('p5', 'death')).data);
  expect((await leaving()).data).toMatchObject({ people: [{ person: 'p5' }] });
  // With the grant and the directory, which nobody remembers by then.
  cloud.clock.set(cloud.clock.now() + 61_000);
  expect((await leaving()).cost.calls).toBe(5);
});

it('is listed as it was entered, the newest first and a page at a time; the empty seats beside the first', async () => {
  const placed = { constituency: 'c1', group: 'g1', examined };
  const { data } = await record('p7', 'byelection', placed);
  const { vacancies, changes } = await listed();
  const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name;
  const { people, constituencies } = directory();
  expect(changes).toEqual([
    {
      ...(data as { change: string }),
      person: 'p7',
      name: nameOf(people, 'p7'),
      kind: 'byelection',
      date: DAY,
      body: '镇人大主席团',
      notice: '1号',
      examined,
      constituencyName: nameOf(constituencies, 'c1'),
      at: cloud.clock.now(),
    },
  ]);
  expect(vacancies.map(({ person }) => person)).toEqual(['p63']);
  const [one] = cloud.documents<object>('changes');
  const seqs = Array.from({ length: LIMITS.page + 1 }, (_, n) => `0000000${String(100 + n)}`);
  cloud.replace(
    'changes',
    seqs.map((seq) => ({ ...one, _id: `bh~${seq}`, seq })),
  );
  const page = async (after?: string) => {
    const input = { township: 'bh', ...(after !== undefined && { after }) };
    const answer = await cloud.invoke('congress', 'changes', input, { openid: 'bh-staff' });
    return answer.data as Output<'congress', 'changes'>;
  };
  const first = await page();
  const wanted = seqs.map((seq) => `bh~${seq}`).reverse();
  expect(first.changes.map(({ change }) => change)).toEqual(wanted.slice(0, LIMITS.page));
  expect(first.vacancies).toEqual(vacancies);
  const rest = await page(first.next);
  expect(rest.changes.map(({ change }) => change)).toEqual(wanted.slice(LIMITS.page));
  expect([rest.vacancies, 'next' in rest]).toEqual([[], false]);
});
