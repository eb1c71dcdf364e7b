import fc from 'fast-check';
import { tellTable } from '../../../../../cloudfunctions/report/district/rules/tell-table';

it('tells whole rows without small parts, and the totals with them', () => {
  expect(
    tellTable([
      [6, 5],
      [4, 3],
    ]),
  ).toEqual({
    rows: [
      [6, 5],
      [4, 3],
    ],
    total: [10, 8],
  });
});

it('keeps a second township back where the first would follow from the total', () => {
  // The first has a one; without it the total minus the second would be the first.
  const { rows, total } = tellTable([
    [1, 6, 5],
    [6, 6, 6],
    [9, 9, 9],
  ]);
  expect(rows).toEqual([undefined, undefined, [9, 9, 9]]);
  expect(total).toEqual([16, 21, 20]);
});

it('does not break down the total of a single township that may not be broken down', () => {
  expect(tellTable([[1, 6, 5]])).toEqual({ rows: [undefined] });
  expect(
    tellTable([
      [1, 6, 5],
      [0, 0, 0],
    ]),
  ).toEqual({ rows: [undefined, undefined] });
});

it.each([
  [
    'a nought is no small part',
    [
      [5, 0],
      [4, 3],
    ],
    {
      rows: [
        [5, 0],
        [4, 3],
      ],
      total: [9, 3],
    },
  ],
  [
    'three is none either',
    [
      [3, 0],
      [0, 3],
    ],
    {
      rows: [
        [3, 0],
        [0, 3],
      ],
      total: [3, 3],
    },
  ],
  [
    'a township of nothing keeps no other back',
    [
      [0, 0],
      [5, 4],
    ],
    { rows: [undefined, [5, 4]], total: [5, 4] },
  ],
  [
    'nor helps to hide one',
    [
      [1, 6],
      [0, 0],
      [9, 9],
    ],
    { rows: [undefined, undefined, undefined], total: [10, 15] },
  ],
  [
    'the smallest is kept back first',
    [
      [1, 6],
      [9, 9],
      [6, 6],
    ],
    { rows: [undefined, [9, 9], undefined], total: [16, 21] },
  ],
  [
    'of equal ones the first',
    [
      [1, 6],
      [6, 6],
      [6, 6],
    ],
    { rows: [undefined, undefined, [6, 6]], total: [13, 18] },
  ],
  [
    'two that hide each other keep no third back',
    [
      [1, 6],
      [2, 5],
      [9, 9],
    ],
    { rows: [undefined, undefined, [9, 9]], total: [12, 20] },
  ],
  [
    'in one column alone they do not',
    [
      [1, 0],
      [2, 0],
      [9, 9],
    ],
    { rows: [undefined, undefined, undefined], total: [12, 9] },
  ],
  [
    'a total with a small part tells neither it nor one more',
    [
      [3, 0, 4],
      [4, 0, 5],
    ],
    {
      rows: [
        [3, 0, 4],
        [4, 0, 5],
      ],
      total: [7, 0, 9],
    },
  ],
  ['a township alone is told as its own total', [[3, 4]], { rows: [[3, 4]], total: [3, 4] }],
])('%s', (_why, rows, told) => {
  expect(tellTable(rows)).toEqual(told);
});

const sum = (row: readonly number[]) => row.reduce((all, n) => all + n, 0);

/** Every row of so many parts that comes to the whole. */
function listRows(places: number, whole: number): number[][] {
  if (places === 0) return whole === 0 ? [[]] : [];
  return Array.from({ length: whole + 1 }, (_, n) => n).flatMap((n) =>
    listRows(places - 1, whole - n).map((others) => [n, ...others]),
  );
}

function listTables(wholes: readonly number[], places: number): number[][][] {
  return wholes.reduce<number[][][]>(
    (tables, whole) => tables.flatMap((table) => listRows(places, whole).map((row) => [...table, row])),
    [[]],
  );
}

type Table = readonly (readonly number[])[];

/** Whether a table could be behind these answers. */
function agrees(table: Table, { rows, total }: ReturnType<typeof tellTable>): boolean {
  const columns = (table[0] ?? []).map((_, at) => sum(table.map((row) => row[at] ?? 0)));
  return (
    rows.every((row, at) => row === undefined || row.join() === table[at]?.join()) &&
    (total ?? []).every((n, at) => n === null || n === columns[at])
  );
}

it('lets nobody who lays all answers and wholes beside each other reckon a part of one or two', () => {
  const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 });
  const tables = fc.array(row, { minLength: 2, maxLength: 3 });
  let kept = 0;
  fc.assert(
    fc.property(tables, (own) => {
      const told = tellTable(own);
      const thinkable = listTables(own.map(sum), 2).filter((table) => agrees(table, told));
      own.forEach((parts, at) => {
        parts.forEach((n, part) => {
          if (n === 0 || n > 2) return;
          kept++;
          const thought = new Set(thinkable.map((table) => table[at]?.[part]));
          expect({ own, told, at, part, sure: thought.size === 1 }).toMatchObject({ sure: false });
        });
      });
    }),
    { numRuns: process.env['PROOF'] === '1' ? 3_000 : 150 },
  );
  expect(kept).toBeGreaterThan(20);
});
