/** Who may enter for whom, and under which names the person served stands in the day's document. */
import type { BookInput } from '../../../miniprogram/contract/reception';
import { HELPERS, ON_BEHALF } from '../../../miniprogram/contract/roles';
import { readPhone } from '../../../miniprogram/contract/text';
import { listRoles } from '../../registry/invitations/grants-store';
import { hashParts } from '../../shared/cipher';
import type { Admitted, Call } from '../../shared/serve';
import { personKeysOf, splitKeys } from './booking-ids';
import type { StoredBooking } from '../days/rules/day-document';

const HASH_LETTERS = 16;

/** `b…`: stands for the account of somebody without a phone; village and name, and phone when given. */
export function behalfAccount({
  township,
  village,
  name,
  phone,
}: Pick<BookInput, 'township' | 'name' | 'phone'> & { village: string }): string {
  const [person = ''] = personKeysOf('', { township, whom: 'family', name });
  return `b${hashParts(['behalf', township, village, person, readPhone(phone ?? '') ?? ''], HASH_LETTERS)}`;
}

/** The name with its phone is the same person whoever books. */
export function behalfKeys(
  input: Pick<BookInput, 'township' | 'name' | 'phone'> & { village: string },
): string[] {
  const [, known] = personKeysOf('', { ...input, whom: 'family' });
  const own = behalfAccount(input).slice(1);
  return known === undefined ? [own] : [own, known];
}

/** `w…`: stands for the account of whoever just came; the same for the same act of the desk. */
export function walkInAccount(call: Pick<Call, 'account' | 'key'>, date: string): string {
  return `w${hashParts(['walk-in', call.account, date, call.key], HASH_LETTERS)}`;
}

export function isBehalfAccount(account: string): boolean {
  return account.length === HASH_LETTERS + 1 && account.startsWith('b');
}

function isWalkInAccount(account: string): boolean {
  return account.length === HASH_LETTERS + 1 && account.startsWith('w');
}

/**
 * Under which keys somebody is kept from booking: the account with all it books; whoever was served themselves also by name and phone, so that a helper's entry is
 * refused too. A family member is not banned for what somebody else did. Empty: who just came without a phone is
 * known by nothing that would be met again.
 */
export function marksOf(account: string, { whom, keys }: Pick<StoredBooking, 'whom' | 'keys'>): string[] {
  const own = whom === 'self' ? splitKeys(keys) : [];
  const passing = isWalkInAccount(account);
  return [...new Set([account, ...own])].filter((key) => !passing || key !== account);
}

function reaches({ role, village }: Admitted, asked: string): boolean {
  return !HELPERS.includes(role) || village === asked;
}

/** The office enters for everybody, a helper for the own village; one read more where a person holds both. */
export async function mayEnterFor(call: Call, village: string): Promise<boolean> {
  if (!call.admitted) return false;
  if (reaches(call.admitted, village)) return true;
  const held = await listRoles(call, ON_BEHALF);
  return held.some((role) => reaches(role, village));
}

/** The villages for which a helper may act; undefined: all of them. */
export async function villagesOf(call: Call): Promise<readonly string[] | undefined> {
  if (!call.admitted || !HELPERS.includes(call.admitted.role)) return undefined;
  const held = await listRoles(call, ON_BEHALF);
  if (held.some(({ role }) => !HELPERS.includes(role))) return undefined;
  return held.flatMap(({ village }) => (village === undefined ? [] : [village]));
}
