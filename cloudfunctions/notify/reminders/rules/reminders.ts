/** What is due by the clock and not done yet. What was missed while the clock jumped is done once. */
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import { expectWorkday, mergeHolidays } from '../../../reception/calendar/rules/calendar';
import { LIBRARY_HOLIDAYS } from '../../../reception/calendar/rules/holiday-table';
import type { Directory } from '../../../registry/directory/rules/directory';
import { toHolidayTable } from '../../../registry/directory/rules/reception-settings';
import { addDays, DAY_MS, toInstant, toLocalDate, toLocalTime } from '../../../shared/china-time';

/** Bookers and receivers hear on the eve: in time to give the place back before it closes. */
const EVE_AT = '09:00';
/** Who booked later on the eve hears in the evening, with the permission given meanwhile. */
const EVE_AGAIN_AT = '19:00';
const DIGEST_AT = '08:00';
/** In the evening a message that nobody waits for is left for the morning. */
const QUIET_FROM = '20:00';
/** Clearing up while nobody acts. */
const CLEAR_AT = '03:00';

/** How long messages and dead letters are kept, in days: while somebody may still ask about them. */
export const MESSAGE_DAYS = 30;
export const LETTER_DAYS = 180;
export const AUDIT_DAYS_AT_LEAST = 365;

/** How long the audit is kept: a year, whatever a setting says. */
export function auditDaysOf({ auditDays }: { auditDays: number }): number {
  return Math.max(auditDays, AUDIT_DAYS_AT_LEAST);
}

/** What was done last, as texts that rise with time; '' never. */
export interface Done {
  eve: string;
  digest: LocalDate;
  cleared: LocalDate;
  /** The month in which the office heard last of a year whose holidays are not known; absent: never. */
  yearTold?: string;
  /** The month in which the office heard last of deputies without a tied household; absent: never. */
  tiesTold?: string;
  /** The month in which it was last looked at when the presidium is to meet; absent: never. */
  meetingTold?: string;
  /** Where sweeping stopped (sweeps.ts), behind the year in which it did. */
  sweptRequests?: string;
  sweptDays?: string;
  sweptVisits?: string;
}

/** Each year sweeping begins anew, so that what was entered late, with an old date, is found as well. */
export function sweptTo(mark: string | undefined, today: LocalDate): string {
  const year = today.slice(0, 4);
  return mark?.startsWith(`${year}|`) ? mark.slice(year.length + 1) : '';
}

export function sweepMark(after: string, today: LocalDate): string {
  return `${today.slice(0, 4)}|${after}`;
}

/** `2026-12-07#1`: the first reminder went to everybody who had booked for that day or an earlier one. */
export function eveMark(now: Instant): string {
  const [today, time] = [toLocalDate(now), toLocalTime(now)];
  if (time < EVE_AT) return `${today}#2`;
  return `${addDays(today, 1)}#${time < EVE_AGAIN_AT ? '1' : '2'}`;
}

/** The reception days whose visitors are to be reminded now; none when all were. */
export function evesDue(done: Pick<Done, 'eve'>, now: Instant): LocalDate[] {
  const mark = eveMark(now);
  const today = toLocalDate(now);
  if (done.eve >= mark) return [];
  return [today, addDays(today, 1)].filter((date) => `${date}#1` <= mark && done.eve < `${date}#2`);
}

const holidaysOf = ({ calendar }: Pick<Directory, 'calendar'>) =>
  mergeHolidays(LIBRARY_HOLIDAYS, toHolidayTable(calendar));

/** Working days alone. */
export function worksOn(directory: Pick<Directory, 'calendar'>, date: LocalDate): boolean {
  return expectWorkday(date, holidaysOf(directory));
}

/** The announcement for a year comes in the autumn before: from then on the office is asked for it. */
const ASKED_FROM_MONTH = 10;

/** The year whose holidays the office is to enter: this one, from October on the next; undefined: all is known. */
export function unknownYear(directory: Pick<Directory, 'calendar'>, today: LocalDate): number | undefined {
  const { years } = holidaysOf(directory);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (!years.includes(year)) return year;
  return month >= ASKED_FROM_MONTH && !years.includes(year + 1) ? year + 1 : undefined;
}

/** The next day on which somebody works. */
export function nextWorkday(directory: Pick<Directory, 'calendar'>, today: LocalDate): LocalDate {
  let date = addDays(today, 1);
  while (!worksOn(directory, date)) date = addDays(date, 1);
  return date;
}

/** The day before `today` on which somebody worked last. */
export function lastWorkday(directory: Pick<Directory, 'calendar'>, today: LocalDate): LocalDate {
  let date = addDays(today, -1);
  while (!worksOn(directory, date)) date = addDays(date, -1);
  return date;
}

/**
 * What only the clock brings disturbs nobody at night or on a holiday: now, or 08:00 of the next working day.
 * Saturday 00:00 → Monday 08:00; Monday 07:00 → 08:00; Monday 10:00 → Monday 10:00.
 */
export function nextMorning(directory: Pick<Directory, 'calendar'>, now: Instant): Instant {
  const [today, time] = [toLocalDate(now), toLocalTime(now)];
  if (worksOn(directory, today) && time < QUIET_FROM)
    return time < DIGEST_AT ? toInstant(today, DIGEST_AT) : now;
  return toInstant(nextWorkday(directory, today), DIGEST_AT);
}

/** The next midnight. */
export function nextDay(now: Instant): Instant {
  return toInstant(addDays(toLocalDate(now), 1));
}

/** The next instant at which the clock alone brings something. */
export function nextMark(now: Instant): Instant {
  const today = toLocalDate(now);
  const marks = [CLEAR_AT, DIGEST_AT, EVE_AT, EVE_AGAIN_AT].map((time) => toInstant(today, time));
  return Math.min(...marks.filter((mark) => mark > now), nextDay(now));
}

/** The day of the digest that is due; undefined: done, or too early. On holidays it is due and says nothing. */
export function digestDue(done: Pick<Done, 'digest'>, now: Instant): LocalDate | undefined {
  const today = toLocalDate(now);
  return done.digest < today && toLocalTime(now) >= DIGEST_AT ? today : undefined;
}

export function clearingDue(done: Pick<Done, 'cleared'>, now: Instant): LocalDate | undefined {
  const today = toLocalDate(now);
  return done.cleared < today && toLocalTime(now) >= CLEAR_AT ? today : undefined;
}

export function keptSince(now: Instant, days: number): Instant {
  return toInstant(toLocalDate(now)) - days * DAY_MS;
}
