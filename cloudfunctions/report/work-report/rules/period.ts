/** Words for a span of days. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { daysBetween } from '../../../shared/china-time';
import { sayDate } from '../../../shared/say-date';

/** Half a year is 181 to 184 days long; a few more or less are still called so. */
const HALF_YEAR = [170, 190] as const;
const YEAR = [355, 372] as const;

const within = (days: number, [least, most]: readonly [number, number]): boolean =>
  least <= days && days <= most;

/** '2026-05-24' to '2026-11-23' → 半年来. */
export function sayPeriod(from: LocalDate, to: LocalDate): string {
  const days = daysBetween(from, to) + 1;
  if (within(days, HALF_YEAR)) return '半年来';
  return within(days, YEAR) ? '一年来' : `${sayDate(from)}以来`;
}

/** 2026年5月24日—11月23日. */
export function saySpan(from: LocalDate, to: LocalDate): string {
  const year = `${from.slice(0, 4)}年`;
  const other = from.slice(0, 4) === to.slice(0, 4) ? '' : `${to.slice(0, 4)}年`;
  return `${year}${sayDate(from)}—${other}${sayDate(to)}`;
}
