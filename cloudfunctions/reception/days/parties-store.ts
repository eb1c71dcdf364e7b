/** Who a visitor is, as the ledger tells persons apart. */
import { decryptField } from '../../shared/cipher';
import type { CollectionSpecs } from '../../shared/database';
import { partyOf } from '../../shared/party';
import type { StoredBooking } from './rules/day-document';

/** It has no collection of its own. */
export const collections = {} satisfies CollectionSpecs;

/** Letters of an account; entries of a desk or on behalf are a letter longer. */
const ACCOUNT_LETTERS = 16;

/** Keyed hash; undefined: nobody knows. Of a bare booking it is what was kept of it. */
export function visitorParty(township: string, stored: StoredBooking, account: string): string | undefined {
  const { name, phone, village, whom, party } = stored;
  if (party !== undefined) return party;
  const own = account.length === ACCOUNT_LETTERS;
  // A family member under an account is told apart by name; the account itself by the account.
  const family = own && whom === 'family' ? `${account}~` : undefined;
  return partyOf(township, {
    name: decryptField(name),
    ...(phone !== undefined && { phone: decryptField(phone) }),
    ...(village !== undefined && { village }),
    ...(village === undefined && family !== undefined && { village: family }),
    ...(own && { account }),
  });
}
