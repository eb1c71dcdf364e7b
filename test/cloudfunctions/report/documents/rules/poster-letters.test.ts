/** The poster: its letters give way as days grow, and then the names of who receives. */
import { findStation, makePoster } from '../../../../../cloudfunctions/report/documents/rules/poster';
import type { PrintedDay } from '../../../../../cloudfunctions/report/documents/rules/reception-days';
import { daysOf, SEATED } from './printed-days';
import { readPaper, township } from './read-paper';

function read(days: readonly PrintedDay[]) {
  const station = findStation(township, 'v1');
  if (!station) throw new Error('no such place');
  return readPaper(makePoster(township, station, { year: 2026, today: '2026-01-02' }, { known: true, days }));
}

test.each([
  [1, 'huge', 1, 'large'],
  [2, 'big', 2, 'large'],
  [3, 'medium', 2, 'large'],
  [5, 'large', 3, 'large'],
  [7, 'medium', 2, 'normal'],
  [9, 'large', 3, 'normal'],
  [16, 'normal', 3, 'normal'],
  [22, 'normal', 3, 'small'],
])(
  '%i days stand in %s letters, %i beside each other, over sentences in %s ones',
  (count, dates, columns, sentences) => {
    const words = read(daysOf(count));
    const at = words.indexOf('[large bold] 2026年接访日') + 1;
    expect(words[at]).toBe(`[table ${dates}]`);
    const rows = words.slice(at + 1, at + 1 + Math.ceil(count / columns)).map((row) => row.split(' | '));
    for (const row of rows) expect(row).toHaveLength(columns);
    expect(rows.flat().filter(Boolean)).toHaveLength(count);
    const after = words.slice(at + 1 + rows.length);
    for (const line of after) expect(line).toMatch(new RegExp(`^\\[${sentences}[ \\]]`));
    expect(after).toHaveLength(9);
  },
);

test.each([
  [4, 4],
  [8, 1],
  [22, 0],
])('of %i published days %i are named where there is no room for all', (count, named) => {
  const words = read(daysOf(count, SEATED));
  expect(words.filter((line) => line.includes('日（星期') && line.includes('接访人：'))).toHaveLength(named);
});
