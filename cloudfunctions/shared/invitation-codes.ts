/** What the deployment's key says of invitations: their codes, and the acts that issue the lines of a table. */
import { codeOfParts, hashParts } from './cipher';

/** 39 bits behind a keyed hash, with five tries at each, to be read aloud and not guessed. */
const LETTERS = 8;

/** It follows from who asks and the key, so a repetition shows the same one. */
export function invitationCode(township: string, account: string, key: string): string {
  return codeOfParts(['code', township, account, key], LETTERS);
}

/** The act that issues one line of an imported table: the same whoever commits it, so that its code can be found again. */
export function actOfLine(
  { _id, by }: { _id: string; by: string },
  slice: number,
  line: number,
): { account: string; key: string; bodyHash: string } {
  const key = `invite-${_id.slice(_id.indexOf('~') + 1)}-${String(slice)}-${String(line)}`;
  return { account: by, key, bodyHash: hashParts(['invite', key]) };
}
