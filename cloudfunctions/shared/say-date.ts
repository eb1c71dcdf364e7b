/** Chinese words for days, on the server. */
import type { LocalDate } from '../../miniprogram/contract/wire';
import { weekdayOf } from './china-time';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** '2026-12-07' → 12月7日. */
export function sayDate(date: LocalDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

/** '2026-12-07' → 星期一. */
export function sayWeekday(date: LocalDate): string {
  return `星期${WEEKDAYS[weekdayOf(date)] ?? ''}`;
}
