/** The last few acts of the desk are remembered at their place: enough to tell a repetition from another act. */
import { hashParts } from '../../shared/cipher';
import type { Call } from '../../shared/serve';
import type { SeenAct } from '../days/rules/day-document';

const LETTERS = 10;

export function markOf({ account, key, bodyHash }: Pick<Call, 'account' | 'key' | 'bodyHash'>): SeenAct {
  return { k: hashParts(['seen', account, key], LETTERS), h: bodyHash.slice(0, LETTERS) };
}

/** `same`: it was carried out before; `reused`: its key came before with another body. */
export function findSeen(
  call: Pick<Call, 'account' | 'key' | 'bodyHash'>,
  seen: readonly SeenAct[] | undefined,
): 'same' | 'reused' | undefined {
  const { k, h } = markOf(call);
  const before = seen?.find((act) => act.k === k);
  return before && (before.h === h ? 'same' : 'reused');
}
