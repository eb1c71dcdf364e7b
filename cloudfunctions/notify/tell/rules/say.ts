/** Words that several notices use. */
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type { Half, LocalDate, LocalTime } from '../../../../miniprogram/contract/wire';
import { daysBetween } from '../../../shared/china-time';
import { sayDate, sayWeekday } from '../../../shared/say-date';

/** '2026-12-07' → 12月7日 星期一. */
export function sayDay(date: LocalDate): string {
  return `${sayDate(date)} ${sayWeekday(date)}`;
}

/** 今天, 明天, or the day itself. */
export function sayNear(date: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, date);
  return days === 0 ? '今天' : days === 1 ? '明天' : sayDate(date);
}

/** '09:00' → 上午 9:00. */
export function sayHalfTime(half: Half, time: LocalTime): string {
  return `${HALF_LABELS[half]} ${time.replace(/^0/, '')}`;
}

/** A page with its query, as a message names it. */
export function pageOf(path: string, query: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}
