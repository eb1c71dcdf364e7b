/** Working-day deadlines. */
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { isWorkday, mergeHolidays, type HolidayTable } from '../../reception/rules/calendar';
import { LIBRARY_HOLIDAYS } from '../../reception/rules/holiday-table';
import type { NameBook } from '../../registry/rules/name-book';
import { toHolidayTable } from '../../registry/rules/reception-settings';
import { settingsOf } from '../../registry/rules/settings';
import { addDays, weekdayOf } from '../../shared/china-time';
import { stepOf } from './life-cycle';

/**
 * Where a year's holidays are not known, weekends alone are no workdays: a deadline that must exist comes rather
 * too early than not at all.
 */
function worksOn(date: LocalDate, table: HolidayTable): boolean {
  const known = isWorkday(date, table);
  if (known !== 'unknown') return known;
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}

/**
 * The `days`-th working day after `from`, which itself does not count.
 * Three from Monday 2026-11-23 → Thursday the 26th; one from Friday 2026-09-30, before the holidays → 2026-10-08.
 */
export function addWorkingDays(from: LocalDate, days: number, table: HolidayTable): LocalDate {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (worksOn(date, table)) left--;
  }
  return date;
}

/** By when somebody must have contacted the asker of a matter submitted on `from`. */
export function contactBy(book: Pick<NameBook, 'calendar' | 'settings'>, from: LocalDate): LocalDate {
  const holidays = mergeHolidays(LIBRARY_HOLIDAYS, toHolidayTable(book.calendar));
  return addWorkingDays(from, settingsOf(book.settings)[stepOf('submit').due.setting], holidays);
}
