/** A dispute is made once and answered once: each of the two keeps one key, with the hash of its body. */
import type { Answer } from '../../../miniprogram/contract/wire';
import { replay } from '../../shared/act';
import { hashParts } from '../../shared/cipher';
import type { Call } from '../../shared/serve';

type Caller = Pick<Call, 'account' | 'key' | 'bodyHash'>;

function whoOf({ account, key }: Caller): string {
  return hashParts(['sole-act', account, key]);
}

export function soleMark(call: Caller): string {
  return `${whoOf(call)}~${call.bodyHash}`;
}

/** What this key answered before; undefined: it was another's. */
export function replaySole<A>(call: Caller, mark: string | undefined, answer: A): Answer<A> | undefined {
  const [who, hash = ''] = (mark ?? '').split('~');
  return replay(call, who === whoOf(call) ? { hash, answer } : undefined);
}
