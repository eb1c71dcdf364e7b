/** From what is kept ready of the township to what one person sees of it: whose groups, how many, which lines. */
import {
  composeGroups,
  countKnown,
  idsShown,
  openerOf,
  toWorkDay,
} from '../../../../cloudfunctions/overview/rules/compose-workbench';
import type { Projection } from '../../../../cloudfunctions/notify/workbench/rules/projection';
import { ROLE_LABELS, type Role } from '../../../../miniprogram/contract/roles';
import { WORK_ROWS } from '../../../../miniprogram/contract/workbench';
import { smallDirectory } from '../../request/rules/books';
import { born } from '../../request/rules/born';

const DAYS = { today: '2026-06-05', yellow: '2026-06-08', tell: '2026-06-08' };
const directory = {
  ...smallDirectory([], [{ id: 'p1', level: 'town', group: 'g1' }]),
  units: [{ id: 'u1', name: '交通办' }],
} as unknown as ReturnType<typeof smallDirectory>;
const group = (count: number, rows: readonly string[] = [], hidden: object = {}) => ({ count, rows, hidden });
const none = { count: 0, rows: [] };
const projection = (changes: object = {}) =>
  ({
    requests: {},
    units: {},
    teams: {},
    unrecorded: none,
    swaps: none,
    claimed: [],
    calls: 0,
    toApprove: none,
    articles: none,
    ...changes,
  }) as unknown as Projection;
const opener = (roles: readonly Role[], changes: object = {}) => ({
  roles,
  person: undefined,
  unit: undefined,
  group: undefined,
  ...changes,
});
const late = { ...born, due: '2026-06-04' };
const compose = (
  ready: Projection,
  who: ReturnType<typeof opener>,
  known: object = { 'tt~x': late },
  passed: object = none,
) =>
  composeGroups({
    projection: ready,
    opener: who,
    directory,
    days: DAYS,
    known: new Map(Object.entries(known)) as never,
    decrypt: (text) => `open ${text}`,
    passed: passed as never,
  });

it('whoever opens it holds what the grants hold, a group by leading it alone', () => {
  expect(
    openerOf([
      { role: 'deputy', person: 'p1', group: 'g1' },
      { role: 'unit', unit: 'u1' },
      { role: 'deputy', person: 'p1' },
    ]),
  ).toEqual({ roles: ['deputy', 'unit'], person: 'p1', unit: 'u1', group: undefined });
  expect(openerOf([{ role: 'leader' }, { role: 'leader', group: 'g2' }])).toMatchObject({
    group: 'g2',
    person: undefined,
  });
});

describe('a group of requests', () => {
  const overdue = (count: number, hidden: object = {}) =>
    projection({ requests: { overdue: group(count, ['tt~x'], hidden) } });

  it('counts less what is kept from the person, and what was dealt with since', () => {
    expect(compose(overdue(7, { p8: 2 }), opener(['chief'], { person: 'p8' }))).toMatchObject([
      { group: 'overdue', count: 5 },
    ]);
    expect(compose(overdue(7, { p8: 2 }), opener(['staff']))).toMatchObject([{ count: 7 }]);
    expect(compose(overdue(7), opener(['staff']), { 'tt~x': { ...late, due: '2026-07-01' } })).toMatchObject([
      { count: 6, rows: [] },
    ]);
    expect(compose(overdue(1, { p8: 1 }), opener(['chief'], { person: 'p8' }))).toMatchObject([
      { count: 1, rows: [{ id: 'tt~x' }] },
    ]);
  });

  it('has a line for each that may be known, in words', () => {
    expect(compose(overdue(1), opener(['staff']))[0]?.rows).toEqual([
      { id: 'tt~x', title: '第一行', village: '甲村', who: '第一小组代表p1代表', due: '2026-06-04' },
    ]);
    expect(compose(overdue(1), opener(['staff']), {})[0]).toMatchObject({ count: 1, rows: [] });
  });

  it('the presidium reads a veiled one by the summary, the office whole', () => {
    const veiled = { 'tt~x': { ...late, privacy: { ...born.privacy, hideName: true }, summary: '摘要' } };
    const title = (role: Role) => compose(overdue(1), opener([role]), veiled)[0]?.rows[0]?.title;
    expect([title('presidium'), title('staff'), title('chief')]).toEqual(['摘要', '第一行', '第一行']);
  });

  it('of a unit and of a team are the own ones', () => {
    const atUnit = {
      ...born,
      state: 'assigned',
      owner: { kind: 'unit', person: '', group: '' },
      lead: 'u1',
      due: '2026-06-20',
    };
    const units = projection({ units: { u1: { 'unit-accept': group(1, ['tt~x']) } } });
    expect(compose(units, opener(['unit'], { unit: 'u1' }), { 'tt~x': atUnit })).toMatchObject([
      { group: 'unit-accept', count: 1, rows: [{ id: 'tt~x' }] },
    ]);
    expect(compose(units, opener(['unit'], { unit: 'u2' }), { 'tt~x': atUnit })).toEqual([]);
    expect(compose(units, opener(['unit']))).toEqual([]);
    const teams = projection({ teams: { g1: { 'group-overdue': group(1, ['tt~x']) } } });
    expect(compose(teams, opener(['leader'], { group: 'g1' }))).toMatchObject([
      { group: 'group-overdue', count: 1 },
    ]);
    expect(compose(teams, opener(['leader']))).toEqual([]);
  });

  it('ids to be read are those of the groups of these roles, each once', () => {
    const ready = projection({
      requests: { overdue: group(2, ['a', 'b']), 'to-route': group(1, ['a']), rulings: group(1, ['c']) },
      units: { u1: { 'unit-sign': group(1, ['d']) } },
    });
    expect(idsShown(ready, opener(['staff']))).toEqual(['a', 'b']);
    expect(idsShown(ready, opener(['unit'], { unit: 'u1' }))).toEqual(['d']);
    expect(idsShown(ready, opener(['unit']))).toEqual([]);
  });
});

describe('what is no request', () => {
  const ready = projection({
    unrecorded: { count: 5, rows: [{ date: '2026-06-01', home: 'h1', number: 3 }] },
    swaps: { count: 1, rows: [{ date: '2026-06-09', home: 'h2', half: 'pm', person: 'p1' }] },
    claimed: Array.from({ length: WORK_ROWS + 1 }, (_, n) => ({
      id: `i${String(n)}`,
      role: 'deputy',
      name: `n${String(n)}`,
    })).concat({ id: 'x', role: 'chief', name: 'x' }),
    calls: 2,
    toApprove: { count: 1, rows: [{ id: 'a', title: 't' }] },
    articles: { count: 3, rows: [{ id: 'b', title: 'u' }] },
  });
  const of = (role: Role, name: string) =>
    compose(ready, opener([role]), {}, { count: 4, rows: [{ id: 'p', title: '桥' }] }).find(
      ({ group: one }) => one === name,
    );

  it('is said in a line of its own', () => {
    expect(of('staff', 'unrecorded')).toEqual({
      group: 'unrecorded',
      count: 5,
      rows: [{ id: '2026-06-01 h1 3', title: '6月1日 h1 第3号', date: '2026-06-01', home: 'h1' }],
    });
    expect(of('staff', 'swaps')).toEqual({
      group: 'swaps',
      count: 1,
      rows: [
        {
          id: '2026-06-09 h2 pm p1',
          title: '6月9日下午 h2要换人',
          who: '代表p1',
          date: '2026-06-09',
          home: 'h2',
        },
      ],
    });
    expect(of('staff', 'calls')).toEqual({ group: 'calls', count: 2, rows: [] });
    expect(of('chief', 'articles-to-approve')).toEqual({
      group: 'articles-to-approve',
      count: 1,
      rows: [{ id: 'a', title: 'open t' }],
    });
    expect(of('staff', 'articles')).toEqual({
      group: 'articles',
      count: 3,
      rows: [{ id: 'b', title: 'open u' }],
    });
    expect(of('district', 'passed-up')).toEqual({
      group: 'passed-up',
      count: 4,
      rows: [{ id: 'p', title: '桥' }],
    });
  });

  it('of those who claimed a role are they whom one confirms, and no more lines than are kept', () => {
    const claimed = of('staff', 'claimed');
    expect([claimed?.count, claimed?.rows.length, claimed?.rows[0]]).toEqual([
      WORK_ROWS + 1,
      WORK_ROWS,
      { id: 'i0', title: 'open n0', who: ROLE_LABELS.deputy },
    ]);
    expect(of('chief', 'claimed')?.count).toBe(WORK_ROWS + 2);
  });

  it('is left out where nothing waits', () => {
    expect(compose(projection(), opener(['staff', 'chief', 'district']))).toEqual([]);
  });
});

it('the coming day has its homes by name, and what is missing in words', () => {
  const home = { home: 'h1', booked: 1, arrived: 0, received: 0, unrecorded: 0 };
  const day = {
    date: '2026-06-09',
    published: true,
    homes: [home],
    missing: [{ home: 'h2', half: 'am' }],
  } as const;
  expect(toWorkDay(day, directory)).toStrictEqual({
    date: '2026-06-09',
    published: true,
    homes: [{ name: 'h1', ...home }],
    missing: ['h2上午'],
  });
  expect(toWorkDay({ ...day, provisional: true }, directory)).toMatchObject({ provisional: true });
});

it('of a number one knows what is not kept from one', () => {
  const stored = { count: 9, hidden: { p1: 4 }, rows: [] };
  expect([
    countKnown(stored, opener([], { person: 'p1' })),
    countKnown(stored, opener([], { person: 'p2' })),
    countKnown(stored, opener([])),
    countKnown(undefined, opener([], { person: 'p1' })),
  ]).toEqual([5, 9, 9, 0]);
});
