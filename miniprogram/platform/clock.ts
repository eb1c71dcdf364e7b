import type { Instant, LocalDate } from '../contract/wire';
import { toLocalDate } from '../contract/time';

/** Nearer than this (ms) to the server's clock, the phone's is right. */
const RIGHT_WITHIN_MS = 5 * 60_000;

/** What the phone's clock lacks (ms), as far as the server has told. */
let lack = 0;

/** The only place of the phone that reads the clock. */
export function now(): Instant {
  return Date.now() + lack;
}

/** Today in China, wherever the phone thinks it is. */
export function today(): LocalDate {
  return toLocalDate(now());
}

/** The server's clock, as it just said; from now on dates go by it. True: the phone's own is wrong. */
export function setRight(server: Instant): boolean {
  const difference = server - Date.now();
  lack = Math.abs(difference) > RIGHT_WITHIN_MS ? difference : 0;
  return lack !== 0;
}
