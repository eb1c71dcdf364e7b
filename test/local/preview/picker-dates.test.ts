import { dateColumns, dateFromColumns } from '../../../local/preview/runtime/built-ins/picker-dates';

/** What 确定 gives when nothing was turned. */
function untouched(value: string, start: string, end: string): string {
  const { columns, selected } = dateColumns(value, start, end, 'day');
  return dateFromColumns(selected.map((at, column) => columns[column]?.[at] ?? ''));
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date(2026, 10, 23, 12) });
});
afterEach(() => {
  jest.useRealTimers();
});

test('a day without bounds is today, not one of the year 0', () => {
  expect(untouched('', '', '')).toBe('2026-11-23');
});

test('bounds that leave today out give the nearest day within them', () => {
  expect(untouched('', '2026-11-25', '2027-02-10')).toBe('2026-11-25');
  expect(untouched('', '', '2026-10-05')).toBe('2026-10-05');
});
