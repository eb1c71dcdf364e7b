import fc from 'fast-check';
import {
  addDays,
  addMonths,
  DAY_MS,
  daysBetween,
  halfOf,
  isLocalDate,
  toInstant,
  toLocalDate,
  toLocalTime,
  weekdayOf,
} from '../../../cloudfunctions/shared/china-time';

const at = (text: string) => Date.parse(text);

test('the day changes at 16:00 UTC, to the millisecond', () => {
  expect(toLocalDate(at('2026-12-04T15:59:59.999Z'))).toBe('2026-12-04');
  expect(toLocalDate(at('2026-12-04T16:00:00.000Z'))).toBe('2026-12-05');
  expect(toLocalTime(at('2026-12-04T15:59:59.999Z'))).toBe('23:59');
  expect(toLocalTime(at('2026-12-04T16:00:00.000Z'))).toBe('00:00');
});

test('year and month ends and the leap day', () => {
  expect(toLocalDate(at('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
  expect(toLocalDate(at('2028-02-28T16:00:00Z'))).toBe('2028-02-29');
  expect(toLocalDate(at('2027-02-28T16:00:00Z'))).toBe('2027-03-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test.each([
  ['2026-11-23', 3, '2027-02-23'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 6, '2027-06-30'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-23', -6, '2026-05-23'],
  ['2026-08-31', -6, '2026-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2028-03-31', -1, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -24, '2024-01-15'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

test('a clock change of another country moves nothing', () => {
  // Los Angeles springs forward on 2026-03-08 and falls back on 2026-11-01.
  for (const date of ['2026-03-08', '2026-03-09', '2026-11-01', '2026-11-02']) {
    expect(toInstant(addDays(date, 1)) - toInstant(date)).toBe(DAY_MS);
    expect(toLocalDate(toInstant(date, '02:30'))).toBe(date);
    expect(toLocalTime(toInstant(date, '02:30'))).toBe('02:30');
  }
});

test('a time of day becomes its instant; 24:00 is the next midnight', () => {
  expect(toInstant('2026-12-05', '18:00')).toBe(at('2026-12-05T10:00:00Z'));
  expect(toInstant('2026-12-05')).toBe(at('2026-12-04T16:00:00Z'));
  expect(toInstant('2026-12-05', '24:00')).toBe(toInstant('2026-12-06'));
});

test.each([
  ['2024-02-29', 4],
  ['2026-12-05', 6],
  ['2026-12-06', 0],
  ['2026-12-07', 1],
  ['2000-01-01', 6],
])('%s is weekday %i', (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday);
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '2026-12-05T00:00',
  '',
  '20261205',
  ' 2026-12-05',
  // Instants begin like these.
  '2026',
  '2026-12',
])('%j is no day', (text) => {
  expect(isLocalDate(text)).toBe(false);
});

test('the leap day of a leap year is a day', () => {
  expect(isLocalDate('2028-02-29')).toBe(true);
});

test('the afternoon begins at noon', () => {
  expect([halfOf('11:59'), halfOf('12:00')]).toEqual(['am', 'pm']);
});

test('days can be counted there and back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: -30_000, max: 30_000 }),
      (from, days) => {
        const start = addDays('2000-01-01', from);
        const end = addDays(start, days);
        expect(daysBetween(start, end)).toBe(days);
        expect(weekdayOf(end)).toBe((((weekdayOf(start) + days) % 7) + 7) % 7);
        expect(toLocalDate(toInstant(end))).toBe(end);
        expect(isLocalDate(end)).toBe(true);
      },
    ),
  );
});

test('every instant of 2020 to 2036 reads as eight hours after UTC', () => {
  const [from, to] = [Date.parse('2020-01-01T00:00:00Z'), Date.parse('2037-01-01T00:00:00Z')];
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), (instant) => {
      const [date, time] = new Date(instant + 8 * 3_600_000).toISOString().split('T');
      expect(toLocalDate(instant)).toBe(date);
      expect(toLocalTime(instant)).toBe(time?.slice(0, 5));
    }),
    { numRuns: 1_000 },
  );
});
