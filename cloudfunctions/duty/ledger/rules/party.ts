/** Who is one person, and who one household, as far as anybody knows. */

import { nameKey, readPhone } from '../../../../miniprogram/contract/text';

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
