import { officeCards } from '../../../support/sample-requests';
import {
  sortCards,
  toHeads,
  toTableLines,
  toTemplate,
  turnColumn,
  turnSort,
} from '../../../../miniprogram/office/request-table/view';

const today = '2026-11-30';
const [sample] = officeCards;
if (!sample) throw new Error('the sample has no cards');
const card = (request: string, changes: Partial<typeof sample>) =>
  Object.assign({}, sample, { request }, changes);
const early = card('early', { createdAt: Date.parse('2026-11-02T09:00:00+08:00'), nextDate: '2026-12-20' });
const late = card('late', {
  createdAt: Date.parse('2026-11-20T09:00:00+08:00'),
  nextDate: '2026-11-27',
  late: true,
});
const over = (() => {
  const { nextDate: _none, ...rest } = card('over', { createdAt: Date.parse('2026-11-10T09:00:00+08:00') });
  return rest;
})();

test('sorted by date and by days in hand; what has no date stands behind', () => {
  const ids = (sort: Parameters<typeof sortCards>[1]) =>
    sortCards([over, early, late], sort).map(({ request }) => request);
  expect(ids({ column: 'due', down: false })).toEqual(['late', 'early', 'over']);
  expect(ids({ column: 'received', down: true })).toEqual(['late', 'over', 'early']);
  expect(ids({ column: 'days', down: true })).toEqual(['early', 'over', 'late']);
  expect(ids(null)).toEqual(['over', 'early', 'late']);
});

test('a column is pressed up, down, and back to the order of the list', () => {
  const up = turnSort(null, 'due');
  expect(toHeads(up).find(({ id }) => id === 'due')?.arrow).toBe('↑');
  const down = turnSort(up, 'due');
  expect(toHeads(down).find(({ id }) => id === 'due')?.arrow).toBe('↓');
  expect(turnSort(down, 'due')).toBeNull();
});

test('a line says days as people do', () => {
  const [line] = toTableLines([late], null, today);
  expect(line?.tone).toBe('late');
  expect(line?.cells.slice(-2).map(({ text }) => text)).toEqual(['10 天', '超 3 天']);
});

test('a column that is turned off is missing in head, line and widths alike; what the matter is stays', () => {
  const hidden = turnColumn(turnColumn([], 'owner'), 'title');
  const heads = toHeads(null, hidden).map(({ id }) => id);
  expect(heads).toContain('title');
  expect(heads).not.toContain('owner');
  expect(toTableLines([late], null, today, hidden)[0]?.cells.map(({ id }) => id)).toEqual(heads);
  expect(toTemplate(hidden).match(/px|1fr\)/g)).toHaveLength(heads.length + 1);
  expect(turnColumn(hidden, 'owner')).toEqual(['title']);
});
