import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import {
  expectWorkday,
  isWorkday,
  mergeHolidays,
  nextReceptionDate,
  receptionDate,
  type CalendarRule,
  type HolidayTable,
} from '../../../../../cloudfunctions/reception/calendar/rules/calendar';
import { LIBRARY_HOLIDAYS } from '../../../../../cloudfunctions/reception/calendar/rules/holiday-table';
import { addDays, daysBetween, weekdayOf } from '../../../../../cloudfunctions/shared/china-time';

const next: CalendarRule = { dayOfMonth: 5, shift: 'next' };
const previous: CalendarRule = { dayOfMonth: 5, shift: 'previous' };
const stays: CalendarRule = { dayOfMonth: 5, shift: 'stays' };

/** Weekdays and the days of the law: years beyond the announced holidays, as if the office had entered them with none. */
const bare: HolidayTable = {
  years: [2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035],
  holidays: [],
  workdays: [],
};
const table = mergeHolidays(LIBRARY_HOLIDAYS, bare);

/** Year; weekday of each month's 5th, 0 Sunday; the days that move, forward and back. Computed apart from the code. */
const FIFTHS: readonly (readonly [number, string, string, string])[] = [
  [2024, '512503514624', '04-07 05-06 10-08', '04-03 04-30 09-30'],
  [2025, '033614625035', '01-06 04-07 05-06 07-07 10-09', '01-03 04-03 04-30 07-04 09-30'],
  [2026, '144025036146', '04-07 05-06 07-06 09-07 10-08 12-07', '04-03 04-30 07-03 09-04 09-30 12-04'],
  [2027, '255136140250', '02-09 04-06 06-07 09-06 12-06', '02-04 04-02 06-04 09-03 12-03'],
  [2028, '360351362402', '02-07 03-06 08-07 11-06', '02-04 03-03 08-04 11-03'],
  [2029, '511462403513', '05-07 08-06', '05-04 08-03'],
  [2030, '622503514624', '01-07 02-06 04-08 05-06 06-06 10-07', '01-04 02-01 04-04 05-03 06-04 10-04'],
  [2031, '033614625035', '01-06 04-07 07-07 10-06', '01-03 04-04 07-04 09-30'],
  [2032, '145136140250', '06-07 09-06 12-06', '06-04 09-03 12-03'],
  [2033, '366240251361', '02-07 03-07 06-06 11-07', '02-04 03-04 06-03 11-04'],
  [2034, '400351362402', '02-06 03-06 04-06 08-07 11-06', '02-03 03-03 04-04 08-04 11-03'],
  [2035, '511462403513', '04-06 05-07 08-06', '04-04 05-04 08-03'],
];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function fifth(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-05`;
}

function movedDays(year: number, rule: CalendarRule): string {
  return MONTHS.map((month) => receptionDate(year, month, rule, table))
    .flatMap((found) => (found.shiftedFrom ? [found.date.slice(5)] : []))
    .join(' ');
}

test.each(FIFTHS)(
  '%i: the 5ths fall on these weekdays and move to these days',
  (year, weekdays, after, before) => {
    expect(MONTHS.map((month) => weekdayOf(fifth(year, month))).join('')).toBe(weekdays);
    expect(movedDays(year, next)).toBe(after);
    expect(movedDays(year, previous)).toBe(before);
    expect(movedDays(year, stays)).toBe('');
  },
);

test('December 2026: the 5th is a Saturday, so Monday the 7th, and the ordinary day is remembered', () => {
  expect(receptionDate(2026, 12, next, LIBRARY_HOLIDAYS)).toEqual({
    date: '2026-12-07',
    shiftedFrom: '2026-12-05',
  });
});

test('a make-up Saturday is a working day, and a Monday inside a holiday is none', () => {
  expect(isWorkday('2026-02-28', LIBRARY_HOLIDAYS)).toBe(true);
  expect(isWorkday('2026-10-05', LIBRARY_HOLIDAYS)).toBe(false);
  // A reception on the 28th of February 2026, a Saturday, stays where it is.
  expect(receptionDate(2026, 2, { dayOfMonth: 28, shift: 'next' }, LIBRARY_HOLIDAYS)).toEqual({
    date: '2026-02-28',
  });
});

/** As the product knows 2027 before its holidays are announced, whatever the library knows today. */
const before2027: HolidayTable = { years: [2026], holidays: [], workdays: [] };

test('in a year that is not announced no day is an ordinary working day, and the reception day may change', () => {
  expect(isWorkday('2027-01-04', before2027)).toBe('unknown');
  expect(expectWorkday('2027-01-04', before2027)).toBe(true);
  expect(expectWorkday('2027-01-03', before2027)).toBe(false);
  const january = { date: '2027-01-05', provisional: true };
  expect(receptionDate(2027, 1, next, before2027)).toEqual(january);
  expect(nextReceptionDate('2026-12-08', next, before2027)).toEqual(january);
});

test('5 February 2027 is New Year’s Eve: never an ordinary day, announced or not', () => {
  expect(receptionDate(2027, 2, next, before2027)).toEqual({
    date: '2027-02-09',
    shiftedFrom: '2027-02-05',
    provisional: true,
  });
  const entered: HolidayTable = { years: [2027], holidays: [], workdays: [] };
  expect(receptionDate(2027, 2, next, entered)).toEqual({ date: '2027-02-09', shiftedFrom: '2027-02-05' });
});

test('one row of the office makes one day certain before its year is', () => {
  const row: HolidayTable = { years: [], holidays: [], workdays: ['2027-01-05'] };
  expect(receptionDate(2027, 1, next, mergeHolidays(before2027, row))).toEqual({ date: '2027-01-05' });
});

test('a shift that crosses into a year that is not announced may change as well', () => {
  const last: CalendarRule = { dayOfMonth: 31, shift: 'next' };
  const closed: HolidayTable = { years: [2026], holidays: ['2026-12-31'], workdays: [] };
  // 1 January by law, then a weekend.
  expect(receptionDate(2026, 12, last, closed)).toEqual({
    date: '2027-01-04',
    shiftedFrom: '2026-12-31',
    provisional: true,
  });
});

test('a day that stays needs no holiday table', () => {
  expect(receptionDate(2031, 1, stays, { years: [], holidays: [], workdays: [] })).toEqual({
    date: '2031-01-05',
  });
});

test('the 31st is the last day of a shorter month, leap years included', () => {
  const rule: CalendarRule = { dayOfMonth: 31, shift: 'stays' };
  expect(receptionDate(2028, 2, rule, table)).toEqual({ date: '2028-02-29' });
  expect(receptionDate(2027, 2, rule, table)).toEqual({ date: '2027-02-28' });
  expect(receptionDate(2027, 12, rule, table)).toEqual({ date: '2027-12-31' });
  expect(receptionDate(2027, 4, { dayOfMonth: 30, shift: 'stays' }, table)).toEqual({ date: '2027-04-30' });
});

test("the office's own row outweighs the library's, in both directions", () => {
  const office: HolidayTable = { years: [2027], holidays: ['2026-12-07'], workdays: ['2026-10-05'] };
  const merged = mergeHolidays(LIBRARY_HOLIDAYS, office);
  expect(receptionDate(2026, 12, next, merged)).toMatchObject({ date: '2026-12-08' });
  expect(receptionDate(2026, 10, next, merged)).toEqual({ date: '2026-10-05' });
  expect(isWorkday('2027-01-04', merged)).toBe(true);
  expect(isWorkday('2027-01-01', merged)).toBe(false);
  expect(mergeHolidays(LIBRARY_HOLIDAYS, undefined)).toBe(LIBRARY_HOLIDAYS);
});

test('the reception day itself is still the next one; the day after, the month after', () => {
  expect(nextReceptionDate('2026-11-05', next, table)).toEqual({ date: '2026-11-05' });
  expect(nextReceptionDate('2026-11-06', next, table)).toMatchObject({ date: '2026-12-07' });
  expect(nextReceptionDate('2026-12-07', next, table)).toMatchObject({ date: '2026-12-07' });
  expect(nextReceptionDate('2026-12-08', next, table)).toEqual({ date: '2027-01-05' });
});

test('a day moved back over the end of a month is found from that month', () => {
  // October's day by the rule (5, previous) is the 30th of September.
  expect(nextReceptionDate('2026-09-05', previous, table)).toMatchObject({ date: '2026-09-30' });
  expect(nextReceptionDate('2026-10-01', previous, table)).toEqual({ date: '2026-11-05' });
});

test('a day moved forward over the end of a month is found from the next month', () => {
  const rule: CalendarRule = { dayOfMonth: 31, shift: 'next' };
  // 31 January 2026 is a Saturday: Monday, 2 February.
  expect(nextReceptionDate('2026-02-01', rule, table)).toEqual({
    date: '2026-02-02',
    shiftedFrom: '2026-01-31',
  });
});

test('every covered month has a working reception day, and the next one is never in the past', () => {
  const date = fc.integer({ min: 0, max: daysBetween('2024-01-01', '2035-11-01') });
  fc.assert(
    fc.property(date, fc.constantFrom(next, previous, stays), (days, rule) => {
      const from = addDays('2024-01-01', days);
      const found = nextReceptionDate(from, rule, table);
      expect(found.date >= from).toBe(true);
      expect(daysBetween(from, found.date)).toBeLessThanOrEqual(45);
      if (rule.shift !== 'stays') expect(isWorkday(found.date, table)).toBe(true);
    }),
  );
});

test('no table of the library since 2024 is left out', () => {
  const folder = dirname(createRequire(__filename).resolve('chinese-days/dist/years/2026.json'));
  const years = readdirSync(folder)
    .flatMap((name) => /^(\d{4})\.json$/.exec(name)?.slice(1, 2) ?? [])
    .map(Number)
    .filter((year) => year >= 2024);
  expect(LIBRARY_HOLIDAYS.years).toEqual(years);
});
