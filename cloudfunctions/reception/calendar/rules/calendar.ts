/** When a township receives (mission A1): a day of each month, moved off weekends and holidays by rule. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays, weekdayOf } from '../../../shared/china-time';

/** Public holidays and make-up workdays (调休上班). A date of a year that is not in `years` is not known. */
export interface HolidayTable {
  years: readonly number[];
  holidays: readonly LocalDate[];
  workdays: readonly LocalDate[];
}

export interface CalendarRule {
  /** 1 to 31; in a shorter month its last day. */
  dayOfMonth: number;
  /** Where a day goes that is no working day: the next or previous working day, or it stays. */
  shift: 'next' | 'previous' | 'stays';
}

export interface ReceptionDate {
  date: LocalDate;
  /** The ordinary day, when the rule moved it. */
  shiftedFrom?: LocalDate;
}

/** `unknown`: the holidays of a year that decides are not published yet; never guessed. */
export type Known<T> = T | 'unknown';

/** The office's own rows outweigh the library's, day by day; a year is covered when either covers it. */
export function mergeHolidays(library: HolidayTable, office: HolidayTable | undefined): HolidayTable {
  if (!office) return library;
  const own = new Set([...office.holidays, ...office.workdays]);
  const rest = (dates: readonly LocalDate[]) => dates.filter((date) => !own.has(date));
  return {
    years: [...new Set([...library.years, ...office.years])],
    holidays: [...rest(library.holidays), ...office.holidays],
    workdays: [...rest(library.workdays), ...office.workdays],
  };
}

/** Saturday 2026-02-28 is a make-up workday → true; Monday 2026-10-05 is a holiday → false. */
export function isWorkday(date: LocalDate, table: HolidayTable): Known<boolean> {
  if (!table.years.includes(Number(date.slice(0, 4)))) return 'unknown';
  if (table.workdays.includes(date)) return true;
  if (table.holidays.includes(date)) return false;
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}

function ordinaryDay(year: number, month: number, dayOfMonth: number): LocalDate {
  const first = `${String(year)}-${String(month).padStart(2, '0')}-01`;
  const day = addDays(first, dayOfMonth - 1);
  if (day.startsWith(first.slice(0, 7))) return day;
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return addDays(`${String(nextYear)}-${String(nextMonth).padStart(2, '0')}-01`, -1);
}

/**
 * The reception day of one month.
 * 2026-12 by the rule (5, next): the 5th is a Saturday, so Monday the 7th, shiftedFrom 2026-12-05.
 * 2026-10 (5, next): holidays until the 7th → Thursday the 8th. 2026-10 (5, previous): 2026-09-30.
 */
export function receptionDate(
  year: number,
  month: number,
  rule: CalendarRule,
  table: HolidayTable,
): Known<ReceptionDate> {
  const ordinary = ordinaryDay(year, month, rule.dayOfMonth);
  if (rule.shift === 'stays') return { date: ordinary };
  const step = rule.shift === 'next' ? 1 : -1;
  for (let date = ordinary; ; date = addDays(date, step)) {
    const works = isWorkday(date, table);
    if (works === 'unknown') return works;
    if (works) return date === ordinary ? { date } : { date, shiftedFrom: ordinary };
  }
}

/**
 * The first reception day on or after `from`.
 * From 2026-12-07 that is the 7th itself; from the 8th on the answer needs January 2027.
 */
export function nextReceptionDate(
  from: LocalDate,
  rule: CalendarRule,
  table: HolidayTable,
): Known<ReceptionDate> {
  const start = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  // A shift may carry a day out of its month, in both directions; months rise, so the first that fits is the next.
  for (let month = start - 1; month <= start + 2; month++) {
    const found = receptionDate(Math.floor(month / 12), (month % 12) + 1, rule, table);
    if (found === 'unknown') {
      if (month >= start) return found;
    } else if (found.date >= from) return found;
  }
  return 'unknown';
}
