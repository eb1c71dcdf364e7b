import {
  drawHotSpots,
  MATRIX_FROM,
} from '../../../../../cloudfunctions/report/work-report/rules/charts-sheet';

const villages = Array.from({ length: 10 }, (_, n) => ({
  id: `v${String(n)}`,
  name: `村${String(n)}`,
  villagerGroups: [],
})) as never;
const spot = (category: string, n: number) => ({
  category,
  name: category,
  n,
  villages: Array.from({ length: 10 }, (_, at) => ({
    village: `v${String(at)}`,
    name: `村${String(at)}`,
    n: n / 10,
  })),
  requests: [],
});

it('is one list by category with its villages under a hundred matters', () => {
  const [, table] = drawHotSpots([spot('道路', MATRIX_FROM - 10)], villages);
  const rows = [['道路', '90', expect.stringContaining('村99') as string]];
  expect(table).toMatchObject({ head: ['类别', '件', '哪些村'], rows });
});

it('is a matrix of category and village from a hundred on, with every matter in it', () => {
  const [, ...tables] = drawHotSpots([spot('道路', 60), spot('饮水', 40)], villages);
  expect(tables).toHaveLength(2);
  const cells = tables.flatMap((table) =>
    'rows' in table ? table.rows.flatMap(([, ...counts]) => counts) : [],
  );
  expect(cells.reduce((sum, n) => sum + Number(n), 0)).toBe(100);
});

it('is nothing where nothing was asked for', () => {
  expect(drawHotSpots([], villages)).toEqual([]);
});
