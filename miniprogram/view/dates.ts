/**
 * Dates as people say them. China has one zone and no summer time, so everything is arithmetic on UTC+8;
 * the phone's own zone and locale are never asked.
 */
import { toLocalDate, toLocalTime } from '../contract/time';
import type { Half, Instant, LocalDate, LocalTime } from '../contract/time';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;
/** 1 January 1970 was a Thursday. */
const WEEKDAY_OF_EPOCH = 4;
const NOON = '12:00';

/** Days since 1970-01-01. */
function dayNumber(date: LocalDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** 星期一. */
export function weekdayOf(date: LocalDate): string {
  const index = (((dayNumber(date) + WEEKDAY_OF_EPOCH) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? '';
}

/** Whole days from one day to the other; negative when `to` is past. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 12月7日; with the year when it is not the one of `today`. */
export function sayDate(date: LocalDate, today?: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  const short = `${String(month)}月${String(day)}日`;
  return today !== undefined && today.slice(0, 4) !== date.slice(0, 4) ? `${String(year)}年${short}` : short;
}

/** 2026年12月7日: a day that was chosen or stands in a row, whatever year it is now; '' where there is none. */
export function sayFullDate(date: LocalDate): string {
  return date === '' ? '' : `${date.slice(0, 4)}年${sayDate(date)}`;
}

/** 12月7日 星期一. */
export function sayDay(date: LocalDate, today?: LocalDate): string {
  return `${sayDate(date, today)} ${weekdayOf(date)}`;
}

/** 今天, 明天, 还有14天, 已过3天. */
export function sayDaysLeft(days: number): string {
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  return days > 0 ? `还有${String(days)}天` : `已过${String(-days)}天`;
}

/** 12月7日 星期一（还有14天）. */
export function sayDayFrom(date: LocalDate, today: LocalDate): string {
  return `${sayDay(date, today)}（${sayDaysLeft(daysBetween(today, date))}）`;
}

/** 08:30 is said 8:30. */
export function sayTime(time: LocalTime): string {
  return time.replace(/^0/, '');
}

export function sayRange(start: LocalTime, end: LocalTime): string {
  return `${sayTime(start)}–${sayTime(end)}`;
}

/** 12月4日 18:00. */
export function sayMoment(instant: Instant, today?: LocalDate): string {
  return `${sayDate(toLocalDate(instant), today)} ${sayTime(toLocalTime(instant))}`;
}

/** Half of the day of a time; reception never runs over noon. */
export function halfOf(time: LocalTime): Half {
  return time < NOON ? 'am' : 'pm';
}
