import { ANNOUNCED, knowsHolidays } from '../../../cloudfunctions/shared/holidays';

const yearOf = (date: string): number => Number(date.slice(0, 4));

test('years are known whole, one after the other, from the system’s first', () => {
  const { years } = ANNOUNCED;
  expect(years.slice(0, 3)).toEqual([2024, 2025, 2026]);
  expect(years).toEqual(years.map((_, at) => 2024 + at));
  expect([knowsHolidays(2023), knowsHolidays(2024), knowsHolidays(2099)]).toEqual([false, true, false]);
});

test('days of years that are not known are left out, the others stand in order', () => {
  const { years, holidays, workdays } = ANNOUNCED;
  for (const days of [holidays, workdays]) {
    expect(new Set(days.map(yearOf))).toEqual(new Set(years));
    expect(days).toEqual([...days].sort());
  }
  expect(holidays).toContain('2026-10-01');
  // The Saturday that is worked for the National Day.
  expect(workdays).toContain('2026-10-10');
});
