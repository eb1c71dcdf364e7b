/** The nightly recount of the ledger: where it goes, and what it leaves behind. */
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays, toInstant, toLocalDate, toLocalTime } from '../../../shared/china-time';

/** While nobody acts, after clearing up has begun (03:00). What is not through by the end goes on the night after. */
const FROM = '03:30';
const UNTIL = '06:00';

/** Where a township's recount stands. */
export interface Recount {
  /** The night that it began; '' never. */
  night: LocalDate;
  /** Which part of the round (read-sources.ts), and the last of it that was looked at; absent: the round is through. */
  place?: { part: number; after: string };
  /** Sources that did not agree when they were looked at: an event may have been on its way, so they are asked again. */
  suspects: readonly string[];
  /** Sources looked at in this round. */
  looked: number;
  /** What the last round that came to its end found. */
  last?: { at: Instant; looked: number; differing: readonly string[] };
}

export const NEVER_COUNTED: Recount = { night: '', suspects: [], looked: 0 };

/** Kept by name: more than somebody looks at before asking why. */
export const SUSPECTS = 50;

export function isNight(now: Instant): boolean {
  const time = toLocalTime(now);
  return time >= FROM && time < UNTIL;
}

/** Where to go on; undefined: it is day, or tonight's round is through. */
export function placeNow({ night, place }: Recount, now: Instant): Recount['place'] {
  if (!isNight(now)) return undefined;
  return place ?? (night < toLocalDate(now) ? { part: 0, after: '' } : undefined);
}

/** The next instant at which the clock alone brings something, once nothing is left. */
export function nextNight(now: Instant): Instant {
  const today = toLocalDate(now);
  const tonight = toInstant(today, FROM);
  return now < tonight ? tonight : toInstant(addDays(today, 1), FROM);
}

/** Each once, the first that were found. */
export function withSuspects(before: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...before, ...more])].slice(0, SUSPECTS);
}
