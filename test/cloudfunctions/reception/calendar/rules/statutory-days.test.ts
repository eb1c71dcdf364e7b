import { LIBRARY_HOLIDAYS } from '../../../../../cloudfunctions/reception/calendar/rules/holiday-table';
import { statutoryDay } from '../../../../../cloudfunctions/reception/calendar/rules/statutory-days';
import { addDays } from '../../../../../cloudfunctions/shared/china-time';

function listYear(year: number): string[] {
  const first = `${String(year)}-01-01`;
  const all = Array.from({ length: 366 }, (_, n) => addDays(first, n));
  return all.filter((date) => date.startsWith(String(year)) && statutoryDay(date) !== undefined);
}

test('New Year’s Eve of the lunar calendar in 2027 is the 5th of February, 清明节 the 5th of April', () => {
  expect(statutoryDay('2027-02-05')).toBe('除夕');
  expect(statutoryDay('2027-02-04')).toBeUndefined();
  expect(statutoryDay('2027-02-08')).toBe('春节');
  expect(statutoryDay('2027-02-09')).toBeUndefined();
  expect(statutoryDay('2027-04-05')).toBe('清明节');
});

test('every announced year since the law of 2025 has these days among its holidays: thirteen, less where two meet', () => {
  const years = LIBRARY_HOLIDAYS.years.filter((year) => year >= 2025);
  expect(years.length).toBeGreaterThan(0);
  for (const year of years) {
    const days = listYear(year);
    expect(days.filter((date) => !LIBRARY_HOLIDAYS.holidays.includes(date))).toEqual([]);
    expect([12, 13]).toContain(days.length);
  }
});

/** What the calendar built into JavaScript says; in two of these years it is a day late. */
const builtIn = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});
const WRONG_THERE = [2027, 2030];

test('the table of lunar days agrees with another source, leap months included', () => {
  for (let year = 2025; year <= 2050; year++) {
    const lunar = (name: string) =>
      listYear(year)
        .filter((date) => statutoryDay(date) === name)
        .map((date) => builtIn.format(Date.parse(`${date}T12:00:00Z`)));
    expect([year, lunar('端午节'), lunar('中秋节')]).toEqual([year, ['5/5'], ['8/15']]);
    if (WRONG_THERE.includes(year)) continue;
    expect([year, lunar('春节')]).toEqual([year, ['1/1', '1/2', '1/3']]);
  }
});

test('before the law of 2025 nothing is claimed', () => {
  expect(statutoryDay('2024-02-09')).toBeUndefined();
});
