/**
 * China time (UTC+8, no daylight saving since 1991) whatever the process's own zone. Weekdays are computed
 * here and nowhere else.
 */
import type { Half, Instant, LocalDate, LocalTime } from '../../miniprogram/contract/wire';

export { toLocalDate, toLocalTime } from '../../miniprogram/contract/time';

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** Midnight plus `time` of that day in China. ('2026-12-05', '18:00') → 2026-12-05T10:00Z. */
export function toInstant(date: LocalDate, time: LocalTime = '00:00'): Instant {
  return Date.parse(`${date}T${time}:00+08:00`);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The same day so many months later, or with a minus earlier; where that month has no such day its last (民法典 §202,
 * which everybody counts by). 2026-11-30 + 3 → 2027-02-28; 2027-11-30 + 3 → 2028-02-29; 2026-08-31 - 6 → 2026-02-28.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(at / 12), at % 12, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Whether the text is a day that exists: '2026-02-29' is not. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Morning until 12:00, afternoon from then on. */
export function halfOf(time: LocalTime): Half {
  return time < '12:00' ? 'am' : 'pm';
}
