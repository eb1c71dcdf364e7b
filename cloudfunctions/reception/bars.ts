/** Who may not book for a while: one document an account, which stays when the bar is over. */
import type { Instant, LocalDate } from '../../miniprogram/contract/wire';
import { above, atLeast, type Changes } from '../shared/conditions';
import { changeOne, createOne, readOne, readPage, type Stored } from '../shared/database';
import { splitKeys } from './booking-ids';
import { isWalkInAccount } from './helped-person';
import type { SeenAct, StoredBooking } from './rules/day-document';
import { BARS } from './store';

export interface BarDocument extends Stored {
  /** The account of the booking (booking-ids.ts, helped-person.ts), and every key under which it holds. */
  key: string;
  marks: readonly string[];
  /** Last day; '': lifted. */
  until: LocalDate;
  /** `<until>~<key>`, so that those in force stand behind today in the index; '': lifted. */
  seq: string;
  reason: string;
  /** Encrypted, from the booking. */
  name: string;
  phone?: string;
  /** For the notice alone; '' where there is no phone. */
  openid: string;
  by: string;
  at: Instant;
  seen: readonly SeenAct[];
}

/** Acts on one bar that are told from repetitions. */
export const SEEN = 20;

export function barId(township: string, key: string): string {
  return `${township}~${key}`;
}

export function readBar(township: string, key: string): Promise<BarDocument | undefined> {
  return readOne<BarDocument>(BARS, township, barId(township, key));
}

/**
 * The account with all it books; whoever was served themselves also by name and phone, so that a helper's entry is
 * refused too. A family member is not barred for what somebody else did. Empty: who just came without a phone is
 * known by nothing that would be met again.
 */
export function marksOf(account: string, { whom, keys }: Pick<StoredBooking, 'whom' | 'keys'>): string[] {
  const own = whom === 'self' ? splitKeys(keys) : [];
  const passing = isWalkInAccount(account);
  return [...new Set([account, ...own])].filter((key) => !passing || key !== account);
}

/** In force on `today` or later, soonest over first; `after`: the `seq` of the last one seen. */
export function readBars(
  township: string,
  today: LocalDate,
  { limit, after }: { limit: number; after?: string },
): Promise<BarDocument[]> {
  const where = { seq: after === undefined ? atLeast(today) : above(after) };
  const fields = ['key', 'marks', 'until', 'seq', 'reason', 'name', 'phone', 'at'];
  return readPage<BarDocument>(BARS, township, { where, order: [['seq', 'asc']], limit, fields });
}

/** False when the account has one already. */
export function createBar(bar: BarDocument): Promise<boolean> {
  return createOne(BARS, bar);
}

/** On the revision that was read. */
export function changeBar({ township, key, rev }: BarDocument, changes: Changes): Promise<boolean> {
  return changeOne(BARS, township, barId(township, key), { rev }, changes);
}
