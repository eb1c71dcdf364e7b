/** When a township receives (mission A1): a day of each month, moved off weekends and holidays by rule. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays, weekdayOf } from '../../../shared/china-time';
import { statutoryDay } from './statutory-days';

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
  /** The holidays of a year that decides are not announced yet: the date may change, and nobody publishes it. */
  provisional?: true;
}

/** `unknown`: the holidays of that year are not announced yet. */
type Known<T> = T | 'unknown';

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

function isWeekday(date: LocalDate): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}

/**
 * Saturday 2026-02-28 is a make-up workday → true; Monday 2026-10-05 is a holiday → false. A day with a row of its own
 * is known before its year is, and so is a holiday by law: 2027-02-05, New Year's Eve → false.
 */
export function isWorkday(date: LocalDate, table: HolidayTable): Known<boolean> {
  if (table.workdays.includes(date)) return true;
  if (table.holidays.includes(date) || statutoryDay(date) !== undefined) return false;
  return table.years.includes(Number(date.slice(0, 4))) ? isWeekday(date) : 'unknown';
}

/** For what must have a date: in a year that is not announced, every weekday without a holiday by law counts. */
export function expectWorkday(date: LocalDate, table: HolidayTable): boolean {
  const known = isWorkday(date, table);
  return known === 'unknown' ? isWeekday(date) : known;
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
 * 2027-02 (5, next), 2027 not announced: New Year's Eve, the holidays by law until Monday the 8th → the 9th, provisional.
 */
export function receptionDate(
  year: number,
  month: number,
  rule: CalendarRule,
  table: HolidayTable,
): ReceptionDate {
  const ordinary = ordinaryDay(year, month, rule.dayOfMonth);
  if (rule.shift === 'stays') return { date: ordinary };
  const step = rule.shift === 'next' ? 1 : -1;
  let provisional = false;
  for (let date = ordinary; ; date = addDays(date, step)) {
    provisional ||= isWorkday(date, table) === 'unknown';
    if (!expectWorkday(date, table)) continue;
    return {
      date,
      ...(date !== ordinary && { shiftedFrom: ordinary }),
      ...(provisional && { provisional }),
    };
  }
}

/**
 * The first reception day on or after `from`.
 * From 2026-12-07 that is the 7th itself; from the 8th on January's, provisional until 2027 is announced.
 */
export function nextReceptionDate(from: LocalDate, rule: CalendarRule, table: HolidayTable): ReceptionDate {
  const start = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  // A shift may carry a day out of its month, in both directions; months rise, so the first that fits is the next.
  for (let month = start - 1; ; month++) {
    const found = receptionDate(Math.floor(month / 12), (month % 12) + 1, rule, table);
    if (found.date >= from) return found;
  }
}
