/** Names of persons, bookings and acts inside the day's document: keyed hashes, the same on every retry. */
import type { BookInput } from '../../../miniprogram/contract/reception';
import { nameKey, readPhone } from '../../../miniprogram/contract/text';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { codeOfParts, hashParts } from '../../shared/cipher';

/** 8 letters of 5 bits, within one account's few bookings of one day; a letter first. */
const SHORT_LETTERS = 8;
/** Said at the desk among a day's people: with 200 of them two share a code once in 1,200 days. */
const CODE_LETTERS = 5;

/** The last part of a booking id: the same for the same account, day and idempotency key. */
export function shortOf(account: string, date: LocalDate, key: string): string {
  return `b${hashParts(['booking', account, date, key], SHORT_LETTERS)}`;
}

export function bookingId(account: string, short: string): string {
  return `${account}-${short}`;
}

/** The last part of the id of one of the account's own bookings; undefined for anybody else's. */
export function ownShort(account: string, booking: string): string | undefined {
  return booking.startsWith(`${account}-`) ? booking.slice(account.length + 1) : undefined;
}

export function codeOf(booking: string): string {
  return codeOfParts(['code', booking], CODE_LETTERS).toUpperCase();
}

/**
 * Under which keys the person served may have only one live booking: the account itself or a family member's
 * name under it; and name with phone, whoever books, when a phone is given.
 */
export function personKeysOf(
  account: string,
  { township, whom, name, phone }: Pick<BookInput, 'township' | 'whom' | 'name' | 'phone'>,
): string[] {
  const who = nameKey(name);
  const first = whom === 'self' ? account : hashParts(['family', account, who]);
  if (phone === undefined) return [first];
  return [first, hashParts(['person', township, who, readPhone(phone) ?? phone])];
}

export function joinKeys(keys: readonly string[]): string {
  return keys.join('~');
}

export function splitKeys(keys: string): string[] {
  return keys.split('~');
}
