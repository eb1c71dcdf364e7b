/** Which day and which of its slots a submit may take: the server's clock and the key decide, nothing of the phone's. */
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays, toInstant, toLocalDate } from '../../../shared/china-time';

/** Twice the function's time-out: a try of before midnight may until then be on its way to write. */
const STILL_UNDER_WAY_MS = 20_000;

/**
 * The same key begins at the same slot and goes on from there, so that it meets itself whatever else the account
 * sends. ('key-slot-c', 5) → [2, 3, 4, 5, 1].
 */
export function slotOrder(key: string, most: number): number[] {
  const start = [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 0) % most;
  return Array.from({ length: most }, (_, at) => ((start + at) % most) + 1);
}

/**
 * `look`: days on which this key may have been written already, to be looked at first. `wait`: if it is on none of
 * them, its first try may still be writing into yesterday; only when that is over can it be said which day it is.
 */
export function daysFor({ again, now }: { again: boolean; now: Instant }): {
  today: LocalDate;
  look: readonly LocalDate[];
  wait: boolean;
} {
  const today = toLocalDate(now);
  const yesterday = addDays(today, -1);
  const young = now < toInstant(today) + STILL_UNDER_WAY_MS;
  if (again && young) return { today, look: [yesterday, today], wait: true };
  return { today, look: again || young ? [yesterday] : [], wait: false };
}
