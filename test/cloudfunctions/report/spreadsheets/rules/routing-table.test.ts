import fc from 'fast-check';
import {
  COLUMNS,
  readCells,
  toCells,
} from '../../../../../cloudfunctions/report/spreadsheets/rules/routing-table';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import type { RouteRow } from '../../../../../miniprogram/contract/registry-office';
import { smallDirectory } from '../../../request/rules/books';

const HEAD = Object.values(COLUMNS);
const directory = smallDirectory([], []);
const village = directory.villages[0]?.name ?? '';
const group = directory.groups[0]?.name ?? '';
const read = (...lines: readonly (readonly unknown[])[]) => readCells(directory, [HEAD, ...lines]);
const line = (over: Partial<Record<keyof typeof COLUMNS, unknown>>): unknown[] =>
  Object.keys(COLUMNS).map(
    (column) => ({ village, category: '全部', group, from: '2026-12-01', ...over })[column] ?? '',
  );

const pick = (rows: readonly { id: string }[]) => fc.constantFrom(...rows.map(({ id }) => id));
const day = fc.constantFrom('2026-01-01', '2026-06-30', '2026-12-01', '2027-02-28');
const row: fc.Arbitrary<RouteRow> = fc
  .record({
    village: pick(directory.villages),
    category: fc.oneof(fc.constant('*'), pick(directory.categories)),
    group: pick(directory.groups),
    from: day,
    to: fc.option(fc.constant('2027-12-31')),
    home: fc.option(pick(directory.homes)),
    reason: fc.option(fc.constantFrom('=1+1', '路归二组', '<&>"')),
    whole: fc.boolean(),
  })
  .map(({ to, home, reason, whole, ...rest }) => ({
    ...rest,
    village: whole ? '*' : rest.village,
    ...(to !== null && { to }),
    ...(home !== null && { home }),
    ...(reason !== null && { reason }),
  }));

test('what is written reads back as it stood, row for row', () => {
  const rows = fc.uniqueArray(row, { selector: (each) => [each.village, each.category, each.from].join() });
  fc.assert(
    fc.property(rows, (each) => {
      const filled: Directory = { ...directory, routing: { ...directory.routing, rows: each } };
      expect(readCells(filled, toCells(filled))).toEqual({ rows: each, faults: [] });
    }),
  );
});

test('a row of a group that is no more is written with its id, and reads back', () => {
  const old = { village: '*', category: '*', group: 'g77', from: '2025-01-01', to: '2025-12-31' };
  const former = [{ kind: 'group', id: 'g77', name: group, ended: '2026-01-01' }];
  const filled: Directory = { ...directory, former, routing: { ...directory.routing, rows: [old] } };
  expect(toCells(filled)[1]?.[3]).toBe(`${group}〔g77〕`);
  expect(readCells(filled, toCells(filled)).rows).toEqual([old]);
});

test('days as a spreadsheet or a person writes them', () => {
  for (const from of [new Date('2026-12-01'), '2026/12/1', '2026年12月1日', ' 2026-12-01 ']) {
    expect(read(line({ from })).rows).toMatchObject([{ from: '2026-12-01' }]);
  }
});

test.each([
  ['village', '没有的村', 'unknown'],
  ['villagerGroup', '九十九组', 'unknown'],
  ['group', '', 'needed'],
  ['from', '明年', 'date'],
  ['from', 46_000, 'date'],
  ['to', '2026-11-01', 'span'],
  ['to', '2026-02-30', 'date'],
  ['home', '=HYPERLINK("x")', 'unknown'],
  ['reason', '长'.repeat(61), 'long'],
] as const)('%s «%s» is told with its line: %s', (column, value, why) => {
  const { rows, faults } = read(line({ from: '2026-12-01' }), line({ category: '全部', [column]: value }));
  expect(rows).toHaveLength(1);
  expect(faults).toMatchObject([{ line: 3, column: COLUMNS[column], why }]);
});

test('two lines for one place and day: the second names the first', () => {
  expect(read(line({}), [], line({})).faults).toMatchObject([{ line: 4, why: 'doubled', text: '2' }]);
});

test('columns in another order, a title above, empty lines: all the same', () => {
  const turned = [['分派表'], [...HEAD].reverse(), [...line({})].reverse()];
  expect(readCells(directory, turned).rows).toEqual(read(line({})).rows);
  expect(readCells(directory, [['姓名', '电话']]).faults).toMatchObject([{ why: 'head' }]);
});
