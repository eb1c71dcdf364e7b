/**
 * Who somebody becomes who had their data deleted. All that one deletion touches bears the same letters, so that one
 * person counts as one; they follow from the phone's random key, which is stored nowhere, so that nobody finds the
 * account that they stand for.
 */
import { encryptField, hashParts } from './cipher';
import type { Call } from './serve';

/** As long as an account. */
export function strangerOf({ township, account, key }: Pick<Call, 'township' | 'account' | 'key'>): string {
  return hashParts(['stranger', township, account, key]);
}

/** In place of a name, encrypted: two persons under one account stay two. `was`: what told them apart. */
export function strangerName(stranger: string, was: readonly string[]): string {
  return encryptField(`已删除${hashParts(['stranger-name', stranger, ...was], 6)}`);
}
