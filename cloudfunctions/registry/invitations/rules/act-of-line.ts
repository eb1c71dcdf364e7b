/** The act that issues one line of an imported table: the same whoever commits it, so that its code can be found again. */
import { hashParts } from '../../../shared/cipher';

export function actOfLine(
  { _id, by }: { _id: string; by: string },
  slice: number,
  line: number,
): { account: string; key: string; bodyHash: string } {
  const key = `invite-${_id.slice(_id.indexOf('~') + 1)}-${String(slice)}-${String(line)}`;
  return { account: by, key, bodyHash: hashParts(['invite', key]) };
}
