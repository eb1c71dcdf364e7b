import type { DirectoryRow, RouteRow } from '../../../../miniprogram/contract/registry-office';
import type { Names } from '../../../../miniprogram/office/directory/form';
import { compare, sayFaults } from '../../../../miniprogram/office/directory/table-panel/compare';

const names: Names = {
  village: [{ id: 'v1', name: '石桥村' }],
  group: [{ id: 'g1', name: '第一小组' }],
  home: [],
  term: [],
  category: [{ id: 'road', name: '道路' }],
  constituency: [],
  part: [],
};
const row = (over: Partial<RouteRow> = {}): RouteRow => ({
  village: 'v1',
  category: 'road',
  group: 'g1',
  from: '2026-12-01',
  ...over,
});
const stored = (each: RouteRow, id: string): DirectoryRow => ({
  kind: 'route',
  id,
  tag: `tag-${id}`,
  row: each,
});

test('the same rows in another order change nothing', () => {
  const rows = [row(), row({ category: '*' })];
  const book = rows.map((each, at) => stored(each, `r${String(at)}`));
  expect(compare(book, [...rows].reverse(), names).edits).toEqual([]);
});

test('a row more, a row less, a row otherwise: each names the row that was seen', () => {
  const book = [stored(row(), 'r1'), stored(row({ category: '*' }), 'r2')];
  const { edits, sum, changes } = compare(book, [row({ group: 'g2' }), row({ village: '*' })], names);
  expect(edits).toEqual([
    { id: 'r2', seen: 'tag-r2', row: null },
    { id: 'r1', seen: 'tag-r1', row: row({ group: 'g2' }) },
    { id: '', seen: '', row: row({ village: '*' }) },
  ]);
  expect(sum).toBe('加 1 行，改 1 行，撤 1 行。');
  expect(changes.map(({ mark }) => mark)).toEqual(['撤', '改', '加']);
});

test('an end or a reason that was taken out is a change', () => {
  const book = [stored(row({ to: '2027-01-01', reason: '试' }), 'r1')];
  expect(compare(book, [row()], names).edits).toHaveLength(1);
});

test('more rows than one act holds are not sent, and long lists are cut with a word', () => {
  const many = Array.from({ length: 301 }, (_, at) =>
    row({ from: `20${String(10 + (at % 80))}-01-${String(10 + Math.floor(at / 80))}` }),
  );
  const { tooMany, changes, sum } = compare([], many, names);
  expect([tooMany, changes.length]).toEqual([true, 40]);
  expect(sum).toContain('请分两次');
});

test('each fault is a sentence with its line', () => {
  expect(sayFaults([{ line: 7, column: '村', why: 'unknown', text: '没有的村' }])).toEqual([
    '第 7 行：「村」里没有“没有的村”这一个。',
  ]);
});
