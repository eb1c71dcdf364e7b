/**
 * How often one account may do something that has no document of its own to count in. It is counted in the instance:
 * a few instances let through a few times as much, which is bound enough for what costs a few calls.
 */
import type { Instant } from '../../miniprogram/contract/wire';
import { MINUTE_MS } from './china-time';

/** Accounts that are remembered at once; the longest known are forgotten first. */
const ACCOUNTS = 5_000;

/** `admits` answers the seconds to wait; 0: it was counted, go on. */
export interface Window {
  admits(account: string, now: Instant): number;
}

/** At most so many within a minute. */
export function windowOf(most: number): Window {
  const seen = new Map<string, Instant[]>();
  return {
    admits(account, now) {
      // A clock that was set back begins anew.
      const recent = (seen.get(account) ?? []).filter((at) => at <= now && now - at < MINUTE_MS);
      const [first = now] = recent;
      if (recent.length >= most) return Math.max(1, Math.ceil((first + MINUTE_MS - now) / 1_000));
      seen.delete(account);
      seen.set(account, [...recent, now]);
      if (seen.size > ACCOUNTS) seen.delete(seen.keys().next().value ?? '');
      return 0;
    },
  };
}
