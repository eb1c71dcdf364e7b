/** 值班表: nobody is left out, and the letters are as large as the least number of pages allows. */
import { makeDayTable, makeYearTable } from '../../../../../cloudfunctions/report/documents/rules/duty-table';
import { BELOW, dayOf, daysOf, seatOf } from './printed-days';
import { readPaper, township } from './read-paper';

const NAME = '阿依古丽买买提';
const seated = (count: number) => ({
  published: true,
  seats: Array.from({ length: count }, (_, n) => seatOf('h1', 'am', n, NAME, '主席团成员')),
});

test.each([
  [2, 1, 'big', 1],
  [2, 6, 'medium', 2],
  [3, 6, 'large', 2],
])('%i days of %i people are set in %s letters on %i pages', (days, people, size, pages) => {
  const words = readPaper(makeYearTable(township, 2026, daysOf(days, seated(people)), true));
  expect(words.filter((line) => line.startsWith('[table'))).toEqual(
    Array.from({ length: pages }, () => `[table ${size} merged]`),
  );
  expect(words.filter((line) => line.startsWith('[page]'))).toEqual(
    Array.from({ length: pages - 1 }, () => '[page] 溪口镇代表接访值班表'),
  );
  // The hours and whom to ring stand once, on the last page.
  expect(words.slice(-4)).toEqual(BELOW);
  expect(words.filter((line) => line === BELOW[0])).toHaveLength(1);
});

test.each([
  [1, 'huge'],
  [2, 'huge'],
  [3, 'big'],
  [4, 'big'],
  [5, 'medium'],
  [6, 'medium'],
  [8, 'large'],
  [10, 'large'],
  [20, 'normal'],
  [30, 'small'],
  [300, 'small'],
])('%i people on one day are all named, in %s letters', (count, size) => {
  const words = readPaper(makeDayTable(township, dayOf('2026-12-07', seated(count))));
  expect(words[1]).toBe(`[table ${size} merged]`);
  expect(words[3]?.split(NAME)).toHaveLength(count + 1);
  expect(words.slice(-4)).toEqual(BELOW);
});
