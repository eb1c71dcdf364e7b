/** Who is one person, and who one household, as far as anybody knows. */
import { nameKey, readPhone } from '../../miniprogram/contract/text';
import { hashParts } from './cipher';

/** What is known of somebody; '' or absent: not known. */
export interface Known {
  phone?: string;
  village?: string;
  name?: string;
  /** An account that stands for a person, not for a desk's entry. */
  account?: string;
}

/**
 * The parts to be hashed: phone; else village and name; else the account; undefined: unknown, and counted apart.
 * ('135-0000 0000', …) → ['phone', '13500000000'].
 */
export function partyParts({
  phone = '',
  village = '',
  name = '',
  account = '',
}: Known): string[] | undefined {
  const digits = readPhone(phone);
  if (digits !== undefined) return ['phone', digits];
  const who = nameKey(name);
  if (village !== '' && who !== '') return ['village', village, who];
  return account === '' ? undefined : ['account', account];
}

/** Keyed hash of a person, for the ledger of one township; undefined: nobody knows who it was. */
export function partyOf(township: string, known: Known): string | undefined {
  const parts = partyParts(known);
  return parts && hashParts(['party', township, ...parts]);
}

/** The same for a household: by its phone, else by village and the name that it goes by. */
export function householdOf(township: string, known: Omit<Known, 'account'>): string | undefined {
  const parts = partyParts(known);
  return parts && hashParts(['household', township, ...parts]);
}
