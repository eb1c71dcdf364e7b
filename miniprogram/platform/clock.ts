import type { Instant, LocalDate } from '../contract/wire';
import { toLocalDate } from '../contract/time';

/** The only place of the phone that reads the clock. */
export function now(): Instant {
  return Date.now();
}

/** Today in China, wherever the phone thinks it is. */
export function today(): LocalDate {
  return toLocalDate(now());
}
