import { hashParts } from '../../shared/cipher';
import { partyParts, type Known } from './rules/party';

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
