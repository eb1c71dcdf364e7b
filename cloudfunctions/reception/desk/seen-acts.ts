/** The last few acts of the desk are remembered at their place: enough to tell a repetition from another act. */
import { hashParts } from '../../shared/cipher';
import type { Call } from '../../shared/serve';
import type { SeenAct } from '../days/rules/day-document';

const LETTERS = 10;

export function markOf({ account, key, bodyHash }: Pick<Call, 'account' | 'key' | 'bodyHash'>): SeenAct {
  return { k: hashParts(['seen', account, key], LETTERS), h: bodyHash.slice(0, LETTERS) };
}

/** The hash that the call's key came with before, whole where it was the same; for `replay` (shared/act.ts). */
export function findSeen<A>(
  call: Pick<Call, 'account' | 'key' | 'bodyHash'>,
  seen: readonly SeenAct[] | undefined,
  answer: A,
): { hash: string; answer: A } | undefined {
  const { k, h } = markOf(call);
  const before = seen?.find((act) => act.k === k);
  return before && { hash: before.h === h ? call.bodyHash : before.h, answer };
}
