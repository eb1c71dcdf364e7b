/**
 * The code in the hall: session, sitting, its hours and a keyed hash of them. It is judged without a read, so that 160 who
 * sign in at once cost one write each. `s1x2.1.29mcno.29mgsy.k7q2m3n4`: minutes since 1970 in base 36.
 */
import type { Instant } from '../../../../miniprogram/contract/wire';

export interface HallCode {
  session: string;
  sitting: string;
  from: Instant;
  until: Instant;
}

const MINUTE_MS = 60_000;

export function partsOf({ session, sitting, from, until }: HallCode): string[] {
  const minutes = (at: Instant) => Math.floor(at / MINUTE_MS).toString(36);
  return [session, sitting, minutes(from), minutes(until)];
}

/** Its parts and its hash; undefined: no such code. */
export function readCode(text: string): { code: HallCode; mac: string } | undefined {
  const [session = '', sitting = '', from = '', until = '', mac = '', ...more] = text.split('.');
  if (mac === '' || more.length > 0 || ![from, until].every((part) => /^[0-9a-z]{4,8}$/.test(part)))
    return undefined;
  const at = (part: string) => parseInt(part, 36) * MINUTE_MS;
  return { code: { session, sitting, from: at(from), until: at(until) }, mac };
}
