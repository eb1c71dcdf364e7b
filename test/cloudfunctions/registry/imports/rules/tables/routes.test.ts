/** 路由表 as a table: whom each line sends to whom, and rows that name what is no more. */
import type { Directory } from '../../../../../../cloudfunctions/registry/directory/rules/directory';
import { tableOf } from '../../../../../../cloudfunctions/registry/imports/rules/tables/all-tables';
import { LIMITS } from '../../../../../../miniprogram/contract/limits';
import type { RouteRow } from '../../../../../../miniprogram/contract/registry-office';
import { base, route } from '../../../directory/rules/scene';
import { planSheet } from '../scene';

const HEADS = tableOf('route').spec.columns.map(({ head }) => head);
const CELLS = { 村: '甲村', 类别: '水利', 代表小组: '第一小组', 从哪天起: '2026-01-01' };
const plan = (cells: Record<string, string>, into: Directory = base) =>
  planSheet('route', [HEADS, HEADS.map((head) => ({ ...CELLS, ...cells })[head] ?? '')], into);
const made = (cells: Record<string, string>, into: Directory = base) => {
  const { lines, faults } = plan(cells, into);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return lines.find(({ mark }) => mark !== 'gone')?.body.row;
};
const say = (row: Partial<RouteRow>, of: Directory = base) => tableOf('route').say(of, { ...route, ...row });
const past: Directory = {
  ...base,
  former: [
    { kind: 'village', id: 'v9', name: '老村', ended: '2026-05-01' },
    { kind: 'group', id: 'g9', name: '老组', ended: '2026-05-01' },
  ],
};

it('a line is where, what, to whom and from when; nothing more where nothing more is said', () => {
  expect(made({})).toStrictEqual({ village: 'v1', category: 'water', group: 'g1', from: '2026-01-01' });
});

it('and perhaps of which villager group, in which home, until when and why', () => {
  expect(
    made({ 村民小组: '第2组', 代表之家: 'h2', 到哪天为止: '2026-12-31', 为什么这样分: '离得近' }),
  ).toStrictEqual({
    village: 'v1',
    villagerGroup: 'v1s2',
    category: 'water',
    group: 'g1',
    home: 'h2',
    from: '2026-01-01',
    to: '2026-12-31',
    reason: '离得近',
  });
});

it('all villages, and all categories, are said in a word', () => {
  expect(made({ 村: '全 镇', 类别: '全部' })).toMatchObject({ village: '*', category: '*' });
  expect(say({ village: '*', category: '*' })).toMatchObject({ village: '全镇', category: '全部' });
});

it.each([
  [{ 村: '没有' }, '村', '没有'],
  [{ 类别: '没有' }, '类别', '没有'],
  [{ 村民小组: '九组' }, '村民小组', '九组'],
  // Of no village in particular there are no villager groups.
  [{ 村: '全镇', 村民小组: '一组' }, '村民小组', '一组'],
  [{ 代表小组: '没有' }, '代表小组', '没有'],
  // A deputies' group has a name, no number.
  [{ 代表小组: '1小组' }, '代表小组', '1小组'],
  [{ 代表之家: '没有' }, '代表之家', '没有'],
  // What is written with the id of something that never was is not guessed by its name.
  [{ 代表小组: '第一小组〔g8〕' }, '代表小组', '第一小组〔g8〕'],
])('%j names what there is not', (cells, column, text) => {
  expect(plan(cells).faults).toEqual([{ line: 2, column, why: 'unknown', text }]);
});

it('of two lines for one place, category and day the second is a fault, however the group is numbered', () => {
  const twice = (first: object, second: object) =>
    planSheet(
      'route',
      [
        HEADS,
        ...[first, second].map((cells) =>
          HEADS.map((head) => (({ ...CELLS, ...cells }) as Record<string, string>)[head] ?? ''),
        ),
      ],
      base,
    ).faults;
  expect(twice({}, {})).toMatchObject([{ line: 3, why: 'doubled', text: '2' }]);
  expect(twice({ 村民小组: '一组' }, { 村民小组: '第1组', 代表小组: '第二小组' })).toMatchObject([
    { why: 'doubled' },
  ]);
  for (const other of [{ 村: '乙村' }, { 村民小组: '二组' }, { 类别: '道路' }, { 从哪天起: '2026-02-01' }])
    expect(twice({ 村民小组: '一组' }, { 村民小组: '一组', ...other })).toEqual([]);
});

describe('what is no more', () => {
  const row = { ...route, village: 'v9', group: 'g9', to: '2026-04-30' };

  it('is said with its id, since another may bear the name by now', () => {
    expect(say(row, past)).toMatchObject({
      village: '老村〔v9〕',
      group: '老组〔g9〕',
      villagerGroup: '',
      home: '',
    });
    // Of what nobody remembers there is still the id.
    expect(say({ ...row, home: 'h9', villagerGroup: 'v9s1' }, past)).toMatchObject({
      home: '〔h9〕',
      villagerGroup: '〔v9s1〕',
    });
  });

  it('is nothing else that is no more', () => {
    expect(plan({ 村: '老村〔v8〕' }, past).faults).toMatchObject([{ column: '村', why: 'unknown' }]);
  });

  it('is read as itself again, and not as what is called so now', () => {
    const namesake = {
      ...past,
      villages: base.villages.map((each) => (each.id === 'v2' ? { ...each, name: '老村' } : each)),
    };
    const said = say(row, namesake);
    const cells = Object.fromEntries(
      tableOf('route').spec.columns.map(({ key, head }) => [head, said[key] ?? '']),
    );
    expect(made(cells, namesake)).toMatchObject({ village: 'v9', group: 'g9' });
    expect(made({ 村: '老村' }, namesake)).toMatchObject({ village: 'v2' });
  });
});

it('a row is said in words, with what it has no word for left empty', () => {
  expect(say({})).toEqual({
    village: '甲村',
    villagerGroup: '',
    category: '道路',
    group: '第一小组',
    home: '',
    from: '2026-01-01',
    to: '',
    reason: '',
  });
  expect(say({ villagerGroup: 'v1s2', home: 'h2', to: '2026-12-31', reason: '离得近' })).toMatchObject({
    villagerGroup: '二组',
    home: 'h2',
    to: '2026-12-31',
    reason: '离得近',
  });
});

it('is as long as the office may edit at once, and a reason as long as one may be', () => {
  expect(tableOf('route').spec.most).toBe(LIMITS.bookEdits);
  expect(plan({ 为什么这样分: '长'.repeat(LIMITS.reason) }).faults).toEqual([]);
  expect(plan({ 为什么这样分: '长'.repeat(LIMITS.reason + 1) }).faults).toMatchObject([{ why: 'long' }]);
});
