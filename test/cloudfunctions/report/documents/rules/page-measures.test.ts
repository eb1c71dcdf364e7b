/** How high things are reckoned to be: printers break pages by it, so each measure is worked out by hand, in points. */
import {
  areaOf,
  fillPage,
  firstThatFits,
  heightOf,
  joinPages,
  packPages,
} from '../../../../../cloudfunctions/report/documents/rules/fit-page';
import type { Code, Line, Table } from '../../../../../cloudfunctions/report/documents/rules/sheet';

const MM = 25.4 / 72;
type OnPage = Line | Table | Code;

/** The title: 22 pt letters, 1.35 of them from line to line, and 8 pt below. */
const TITLE = 22 * 1.35 + 8;
/** From line to line of the letters of a size. */
const LEAD = { small: 9.5 * 1.35, normal: 11.5 * 1.35, large: 15 * 1.35 };
/** Below a line, and above and below the words of a cell. */
const AFTER = 4;
/** A row's line: 0.4 mm. */
const RULE = 0.4 / MM;
/** What keeps two tables apart. */
const BETWEEN = 6;
/** Ten letters of normal size are 115 pt wide. */
const TEN = 115.5;

/** Without the title, on so many points of width. */
const high = (block: OnPage, width: number) => heightOf([block], width * MM) / MM - TITLE;
const linesIn = (line: string) => (high({ line }, TEN) - AFTER) / LEAD.normal;

test('A4 within its margins of 18 mm', () => {
  expect(areaOf(false)).toEqual({ width: 174, height: 261 });
  expect(areaOf(true)).toEqual({ width: 261, height: 174 });
});

test.each([
  ['an empty line', '', 1],
  ['as many letters as fit', '字'.repeat(10), 1],
  ['one more', '字'.repeat(11), 2],
  ['twenty-one', '字'.repeat(21), 3],
  ['a letter of two units', '𠮷'.repeat(10), 1],
  ['latin letters, of 0.6', 'a'.repeat(16), 1],
  ['one latin letter more', 'a'.repeat(17), 2],
  ['the last letter that counts as latin', '\u024f'.repeat(16), 1],
  ['the first that does not', '\u0250'.repeat(16), 2],
  ['one gap of 0.25 beside a latin letter', `${'字'.repeat(9)}a`, 1],
  ['two gaps', `${'字'.repeat(4)}a${'字'.repeat(5)}`, 2],
  ['no gap before the first', `a${'字'.repeat(9)}`, 1],
  ['no gap between alike', `${'字'.repeat(6)}${'a'.repeat(6)}`, 1],
  ['lines of their own, an empty one too', '字\n\n字', 3],
  ['lines of their own, one of them long', `字\n${'字'.repeat(11)}`, 3],
])('%s', (_what, text, lines) => {
  expect(linesIn(text)).toBeCloseTo(lines, 6);
});

test('a line is as high as its letters, and the title is on each page', () => {
  expect(heightOf([], 100) / MM).toBeCloseTo(TITLE, 6);
  expect(high({ line: '字', size: 'large' }, TEN)).toBeCloseTo(LEAD.large + AFTER, 6);
  const two = heightOf([{ line: '字' }, { line: '字', size: 'small' }], TEN) / MM;
  expect(two).toBeCloseTo(TITLE + LEAD.normal + LEAD.small + 2 * AFTER, 6);
});

/** Two columns in which ten letters have room beside 4.5 pt at each side. */
const WIDTH = 2 * (TEN + 9);
const columns = [50, 50];
const rowOf = (lines: number) => lines * LEAD.normal + AFTER + RULE;

test('a row is as high as its highest cell, between its margins and above its line', () => {
  const rows = [
    ['字'.repeat(10), ''],
    ['字'.repeat(10), 'a'.repeat(18)],
  ];
  expect(high({ columns, rows }, WIDTH)).toBeCloseTo(rowOf(1) + rowOf(2) + BETWEEN, 6);
  expect(high({ columns, rows: [[]] }, WIDTH)).toBeCloseTo(rowOf(1) + BETWEEN, 6);
  const large = LEAD.large + AFTER + RULE;
  expect(high({ columns, rows: [['字', '字']], size: 'large' }, WIDTH)).toBeCloseTo(large + BETWEEN, 6);
});

test('rows have a least height, the head has not', () => {
  const table: Table = {
    columns,
    head: ['字', '字'],
    rows: [
      ['字', '字'],
      ['字\n字\n字', ''],
    ],
    height: 12,
  };
  const rows = 12 / MM + RULE + rowOf(3);
  expect(high(table, WIDTH)).toBeCloseTo(rowOf(1) + rows + BETWEEN, 6);
  const { head: _head, ...without } = table;
  expect(high(without, WIDTH)).toBeCloseTo(rows + BETWEEN, 6);
});

test('a first cell that goes on below takes the room of its rows, another cell does not', () => {
  const day = '字\n字';
  const rows = [
    [day, '字'],
    ['', '字'],
    [day, '字'],
  ];
  const table = { columns, rows };
  expect(high({ ...table, merged: true }, WIDTH)).toBeCloseTo(2 * rowOf(1) + rowOf(2) + BETWEEN, 6);
  expect(high(table, WIDTH)).toBeCloseTo(2 * rowOf(2) + rowOf(1) + BETWEEN, 6);
  const second = {
    columns,
    merged: true,
    rows: [
      ['字', day],
      ['', '字'],
    ],
  } as const;
  expect(high(second, WIDTH)).toBeCloseTo(rowOf(2) + rowOf(1) + BETWEEN, 6);
  const below = {
    columns,
    merged: true,
    rows: [
      ['', '字'],
      [day, '字'],
      ['字', '字'],
    ],
  } as const;
  expect(high(below, WIDTH)).toBeCloseTo(2 * rowOf(1) + rowOf(2) + BETWEEN, 6);
});

test('a code is 3 mm higher than its edge, or as high as the words beside it, which have 10 mm less', () => {
  const word = { line: '字'.repeat(10) };
  const beside = (edge: number, words: readonly Line[]): Code => ({ code: 'c', edge, beside: words });
  const width = TEN + (30 + 6 + 4) / MM;
  expect(high(beside(30, [word, word]), width)).toBeCloseTo(33 / MM + BETWEEN, 6);
  const lines = Array.from({ length: 5 }, () => word);
  expect(high(beside(30, lines), width)).toBeCloseTo(5 * (LEAD.normal + AFTER) + BETWEEN, 6);
  const narrow = high(beside(30, lines), width - 1);
  expect(narrow).toBeCloseTo(5 * (2 * LEAD.normal + AFTER) + BETWEEN, 6);
});

const table: Table = { columns: [100], rows: [['字'], ['字']] };
const width = 100;
/** An area with so much room (mm) for these blocks, and the 4 mm that are kept free. */
const roomFor = (blocks: readonly OnPage[], more = 0) => ({
  width,
  height: heightOf(blocks, width) + 4 + more,
});

test('rows of a page with room are as high as half millimetres allow, 34 at most', () => {
  const stretched = (height: number) => [{ line: '字' }, { ...table, height }];
  const blocks = [{ line: '字' }, table];
  expect(fillPage(blocks, roomFor(stretched(34), 50))).toEqual(stretched(34));
  expect(fillPage(blocks, roomFor(stretched(20), 0.01))).toEqual(stretched(20));
  expect(fillPage(blocks, roomFor(stretched(20), -0.01))).toEqual(stretched(19.5));
});

test('a page that is full stays as it is; what is more than full is none', () => {
  const lines = [{ line: '字' }, { line: '字' }];
  expect(fillPage(lines, roomFor(lines))).toEqual(lines);
  expect(fillPage(lines, roomFor(lines, -0.001))).toBeUndefined();
});

test('of several pages the first that is not too much is taken, else the last as it is', () => {
  const pages = [3, 2, 1].map((count) => Array.from({ length: count }, () => ({ line: String(count) })));
  const [three = [], two = [], one = []] = pages;
  expect(firstThatFits(pages, roomFor(two, 0.1))).toEqual(two);
  expect(firstThatFits(pages, roomFor(three, 0.1))).toEqual(three);
  expect(firstThatFits(pages, roomFor(one, -0.1))).toBe(one);
  expect(firstThatFits([], roomFor(one))).toEqual([]);
});

const makePage = (some: readonly string[], last: boolean) => [
  ...some.map((line) => ({ line })),
  ...(last ? [{ line: '完' }] : []),
];

test('as many in a row on each page as there is room for, and only the last page has what stands below', () => {
  const area = roomFor(makePage(['1', '2'], true), 0.1);
  const pages = packPages(['1', '2', '3', '4', '5'], makePage, area);
  expect(pages?.map((page) => page.map((block) => 'line' in block && block.line))).toEqual([
    ['1', '2', '3'],
    ['4', '5', '完'],
  ]);
  expect(packPages([], makePage, area)).toEqual([]);
});

test('where one alone is too much there are no such pages', () => {
  expect(packPages(['1', '2'], makePage, roomFor(makePage(['1'], false), -0.1))).toBeUndefined();
});

test('pages after the first begin with the title', () => {
  const [one, two] = [{ line: '1' }, { line: '2' }];
  expect(joinPages('题', [[one], [two], []])).toEqual([one, { page: '题' }, two, { page: '题' }]);
});
