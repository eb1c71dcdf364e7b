/** What hangs on a wall fills its page and does not run over, whoever sits there and however long the names are. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { emptyRoster } from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import { printSheet } from '../../../../../cloudfunctions/report/documents/print-sheet';
import { makeDayTable, makeYearTable } from '../../../../../cloudfunctions/report/documents/rules/duty-table';
import {
  areaOf,
  heightOf,
  LETTERS,
  packPages,
} from '../../../../../cloudfunctions/report/documents/rules/fit-page';
import { findStation, makePoster } from '../../../../../cloudfunctions/report/documents/rules/poster';
import { listDays } from '../../../../../cloudfunctions/report/documents/rules/reception-days';
import { addDays } from '../../../../../cloudfunctions/shared/china-time';
import { onPaper } from '../../../../../cloudfunctions/report/documents/rules/sheet';
import type {
  Block,
  NewPage,
  Photo,
  Sheet,
  Table,
} from '../../../../../cloudfunctions/report/documents/rules/sheet';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import { unzip } from '../../../../support/docx';

const TODAY = '2026-11-23';
const directory = baiheDirectory(TODAY);
const never = (): never => {
  throw new Error('not in the sample');
};
type OnPage = Exclude<Block, NewPage | Photo>;

function pagesOf({ blocks }: Sheet): OnPage[][] {
  const pages: OnPage[][] = [[]];
  for (const block of blocks) {
    if ('page' in block) pages.push([]);
    else if (!('photo' in block)) pages.at(-1)?.push(block);
  }
  return pages;
}
const tablesOf = (sheet: Sheet): Table[] =>
  sheet.blocks.filter((block): block is Table => 'columns' in block);
const filled = (sheet: Sheet): number[] => {
  const { width, height } = areaOf(sheet.landscape === true);
  return pagesOf(sheet).map((page) => heightOf(page, width) / height);
};

/** Published on these days with `each` people in every half-day of every home. */
function yearWith(own: Directory, today: string, published: readonly string[], each: number) {
  const people = own.people.map(({ id }) => id);
  let next = 0;
  const seatsOf = () =>
    own.homes.flatMap(({ id }) =>
      ['am', 'pm'].flatMap((half) =>
        Array.from({ length: each }, (_, n) => {
          next += 1;
          return [
            `${id}-${half}-${String(n + 1)}`,
            { person: people[next % people.length] ?? '', why: '', at: 1 },
          ] as const;
        }),
      ),
    );
  const roster = {
    ...emptyRoster('bh', 2026),
    days: Object.fromEntries(
      published.map((date) => [date, { state: 'published' as const, publication: 1 }]),
    ),
    seats: Object.fromEntries(published.map((date) => [date, Object.fromEntries(seatsOf())])),
  };
  return listDays({ year: 2026, today }, own, roster);
}
const long: Directory = {
  ...directory,
  people: directory.people.map((person) => ({ ...person, name: '阿依古丽·买买提明·阿卜杜拉' })),
  homes: directory.homes.map((home) => ({ ...home, name: '第十一选区人大代表联络站（白鹤桥片）' })),
};

const CASES: readonly [string, Directory, string, readonly string[], number][] = [
  ['in January nobody is named', directory, '2026-01-02', [], 0],
  ['in January two days are out', directory, '2026-01-02', ['2026-01-05', '2026-12-07'], 3],
  ['at the end of the year one day is left', directory, '2026-11-29', ['2026-12-07'], 2],
  ['long names, many people', long, '2026-01-02', ['2026-01-05', '2026-02-05', '2026-03-05'], 4],
];

test.each(CASES)('the year’s table: %s', (_name, own, today, published, each) => {
  const { days, known } = yearWith(own, today, published, each);
  const sheet = makeYearTable(own, 2026, days, known);
  for (const share of filled(sheet)) expect(share).toBeLessThanOrEqual(1);
  for (const share of filled(sheet).slice(0, -1)) expect(share).toBeGreaterThan(0.8);
  if (own === directory)
    for (const { size } of tablesOf(sheet)) expect(LETTERS[size ?? 'normal']).toBeGreaterThanOrEqual(30);
  expect(tablesOf(sheet).flatMap(({ rows }) => rows)).toHaveLength(days.flatMap(({ homes }) => homes).length);
});

test('a year with market days: every day once, and no page is made more than a few times', () => {
  const dates = Array.from({ length: 70 }, (_, n) => addDays('2026-01-03', n * 5));
  const homes = directory.homes.map((home) => ({ ...home, marketDays: dates }));
  const { days, known } = yearWith({ ...directory, homes }, '2026-01-02', [], 0);
  expect(days.length).toBeGreaterThan(70);
  const lineOf = ({ date }: { date: string }) => ({ line: date, size: 'huge' as const });
  let made = 0;
  const makePage = (some: typeof days) => {
    made += 1;
    return some.map(lineOf);
  };
  const pages = packPages(days, makePage, areaOf(true)) ?? [];
  expect(pages.flat()).toEqual(days.map(lineOf));
  expect(pages.length).toBeGreaterThan(2);
  expect(made).toBeLessThanOrEqual(days.length + 2 * pages.length);
  const sheet = makeYearTable({ ...directory, homes }, 2026, days, known);
  for (const share of filled(sheet)) expect(share).toBeLessThanOrEqual(1);
  expect(tablesOf(sheet).flatMap(({ rows }) => rows)).toHaveLength(days.flatMap((day) => day.homes).length);
});

test('a year without a day left has the table’s head and the hours, not an empty page', () => {
  const { days, known } = listDays({ year: 2025, today: TODAY }, directory, emptyRoster('bh', 2025));
  expect([days, known]).toEqual([[], true]);
  const sheet = makeYearTable(directory, 2025, days, known);
  expect(tablesOf(sheet)).toMatchObject([{ rows: [] }]);
  expect(filled(sheet)[0]).toBeLessThanOrEqual(1);
});

test.each(CASES.slice(1, 3))(
  'the door’s table is one full page: %s',
  (_name, own, today, published, each) => {
    const { days } = yearWith(own, today, published, each);
    const sheet = makeDayTable(own, days.find((day) => day.published) ?? never());
    const [share = 0, ...more] = filled(sheet);
    expect(more).toEqual([]);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThanOrEqual(1);
    expect(LETTERS[tablesOf(sheet)[0]?.size ?? 'normal']).toBeGreaterThanOrEqual(38);
  },
);

test.each(CASES)(
  'the poster is one full page with its date and code large: %s',
  (_name, own, today, published, each) => {
    const station = findStation(own, 'v4');
    const listed = yearWith(own, today, published, each);
    const sheet = makePoster(own, station ?? never(), { year: 2026, today }, listed);
    const [share = 0, ...more] = filled(sheet);
    expect(more).toEqual([]);
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThanOrEqual(1);
    const code = sheet.blocks.find((block) => 'code' in block);
    expect(code).toMatchObject({ edge: 70 });
    expect(sheet.blocks[0]).toMatchObject({ line: '每月5日接访', size: 'giant' });
    for (const { date } of listed.days) {
      const said = `${String(Number(date.slice(5, 7)))}月${String(Number(date.slice(8)))}日`;
      expect(JSON.stringify(tablesOf(sheet))).toContain(said);
    }
  },
);

test('on A3 paper, letters, code and lines are larger by the root of two, and the file says A3', async () => {
  const station = findStation(directory, 'v4');
  const small = makePoster(
    directory,
    station ?? never(),
    { year: 2026, today: '2026-01-02' },
    yearWith(directory, '2026-01-02', [], 0),
  );
  const xml = async (sheet: Sheet) =>
    unzip(await printSheet(sheet))
      .get('word/document.xml')
      ?.toString('utf8') ?? '';
  const [a4, a3] = [await xml(small), await xml(onPaper(small, 'A3'))];
  const first = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1]);
  for (const pattern of [/<w:pgSz[^>]*w:w="(\d+)"/, /<w:pgSz[^>]*w:h="(\d+)"/, /<wp:extent cx="(\d+)"/])
    expect(first(a3, pattern) / first(a4, pattern)).toBeCloseTo(Math.SQRT2, 2);
  expect(first(a4, /<w:pgSz[^>]*w:w="(\d+)"/)).toBeCloseTo(11_906, -1);
  expect(a4).toContain('<w:sz w:val="140"/>');
  expect(a3).toContain('<w:sz w:val="198"/>');
  expect(a4).toContain('w:lineRule="exact"');
  expect(first(a4, /<wp:extent cx="(\d+)"/) / 36_000).toBeCloseTo(70, 0);
  expect(onPaper(small, 'A3').name).toMatch(/ A3$/);
  expect(onPaper(small, undefined)).toBe(small);
});
