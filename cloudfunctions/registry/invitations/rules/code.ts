/** The code of an invitation: 39 bits behind a keyed hash, with five tries at each, to be read aloud and not guessed. */
import { codeOfParts } from '../../../shared/cipher';

const LETTERS = 8;

/** It follows from who asks and the key, so a repetition shows the same one. */
export function invitationCode(township: string, account: string, key: string): string {
  return codeOfParts(['code', township, account, key], LETTERS);
}
