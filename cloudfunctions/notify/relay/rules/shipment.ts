/** What is left of an outbox when a relay has tried to ship it. */
import type { Instant } from '../../../../miniprogram/contract/wire';
import { MINUTE_MS } from '../../../shared/china-time';

/** After so many failures an event is a dead letter. */
export const ATTEMPTS = 10;
/** No event waits longer than this for its next try. */
const LONGEST_MINUTES = 60;

/** The relay's side of an outbox entry. */
export interface Entry {
  readonly id: string;
  readonly attempts?: number;
  readonly nextAt?: Instant;
}

export interface Shipment {
  /** Ids of entries that are done with: delivered, or dead letters. */
  shipped: readonly string[];
  /** Ids of history rows that are in the audit. */
  rows: readonly string[];
  remaining: readonly Entry[];
  /** When the document is due again; 0: nothing is left. */
  nextAt: Instant;
}

export function isDue({ nextAt = 0 }: Entry, now: Instant): boolean {
  return nextAt <= now;
}

/** 1, 2, 4 … 60 minutes after the first, second, third … failure. */
export function backOffMs(attempts: number): number {
  return Math.min(2 ** (attempts - 1), LONGEST_MINUTES) * MINUTE_MS;
}

/** The entry after one more failure; undefined: it has failed too often. */
export function afterFailure<E extends Entry>(entry: E, now: Instant): E | undefined {
  const attempts = (entry.attempts ?? 0) + 1;
  return attempts >= ATTEMPTS ? undefined : { ...entry, attempts, nextAt: now + backOffMs(attempts) };
}

/** `failed`: entries as they go on after a failure. What is neither shipped nor failed was not tried. */
export function toShipment(
  outbox: readonly Entry[],
  done: { shipped: readonly string[]; failed: readonly Entry[]; rows: readonly string[] },
  now: Instant,
): Shipment {
  const { shipped, failed, rows } = done;
  const remaining = outbox.flatMap((entry) => {
    if (shipped.includes(entry.id)) return [];
    return [failed.find(({ id }) => id === entry.id) ?? entry];
  });
  const nextAt = Math.min(...remaining.map((entry) => entry.nextAt ?? now));
  return { shipped, rows, remaining, nextAt: remaining.length === 0 ? 0 : nextAt };
}
