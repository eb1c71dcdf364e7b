/** Working-day deadlines. In a year that is not announced they come rather too early than not at all. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { expectWorkday, mergeHolidays, type HolidayTable } from '../../../reception/calendar/rules/calendar';
import { LIBRARY_HOLIDAYS } from '../../../reception/calendar/rules/holiday-table';
import type { Directory } from '../../../registry/directory/rules/directory';
import { toHolidayTable } from '../../../registry/directory/rules/reception-settings';
import { settingsOf } from '../../../registry/directory/rules/settings';
import { addDays } from '../../../shared/china-time';
import { BIRTH } from './life-cycle';

/**
 * The `days`-th working day after `from`, which itself does not count.
 * Three from Monday 2026-11-23 → Thursday the 26th; one from Wednesday 2026-09-30, before the holidays → 2026-10-08.
 */
export function addWorkingDays(from: LocalDate, days: number, table: HolidayTable): LocalDate {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (expectWorkday(date, table)) left--;
  }
  return date;
}

/** Longer spans than this are counted as this: nothing waits a working year. */
const COUNTED_AT_MOST = 260;

/** Working days after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, table: HolidayTable): number {
  let days = 0;
  for (let date = from; date < to && days < COUNTED_AT_MOST;) {
    date = addDays(date, 1);
    if (expectWorkday(date, table)) days++;
  }
  return days;
}

export function holidaysOf({ calendar }: Pick<Directory, 'calendar'>): HolidayTable {
  return mergeHolidays(LIBRARY_HOLIDAYS, toHolidayTable(calendar));
}

/** The dates with which a request is born on `from`: contact, the last days before leader and office, a written word. */
export function datesAtBirth(directory: Pick<Directory, 'calendar' | 'settings'>, from: LocalDate) {
  const holidays = holidaysOf(directory);
  const settings = settingsOf(directory.settings);
  const after = (days: number) => addWorkingDays(from, days, holidays);
  return {
    due: after(settings[BIRTH.due.setting]),
    leaderOn: after(settings.leaderAfterDays),
    officeOn: after(settings.officeAfterDays),
    nudgeFrom: addDays(from, settings.nudgeDays),
    // Calendar days, as the regulation counts.
    wordBy: addDays(from, settings.writtenWordDays),
  };
}

/** The last date of which the late list warns. */
export function yellowBy(directory: Pick<Directory, 'settings' | 'calendar'>, today: LocalDate): LocalDate {
  return addWorkingDays(today, settingsOf(directory.settings).yellowDays, holidaysOf(directory));
}

/** The days by which the office's lists go. */
export function queueDays(directory: Pick<Directory, 'settings' | 'calendar'>, today: LocalDate) {
  const tell = addDays(today, settingsOf(directory.settings).writtenWarnDays);
  return { today, yellow: yellowBy(directory, today), tell };
}
