/** Statutory months by the calendar. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';

/**
 * The same day so many months later; where that month has no such day its last (民法典 §202, which everybody counts by).
 * 2026-11-30 + 3 → 2027-02-28; 2027-11-30 + 3 → 2028-02-29; 2026-08-31 + 6 → 2027-02-28.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(at / 12), at % 12, Math.min(day, last))).toISOString().slice(0, 10);
}
