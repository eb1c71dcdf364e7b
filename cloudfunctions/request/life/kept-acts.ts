/** The keys that a request remembers, each under its account, so that nobody's key answers for another's. */
import type { Call } from '../../shared/serve';
import type { KeptAct, RequestDocument } from '../rules/request-document';

type Caller = Pick<Call, 'account' | 'key'>;

export function keptKey({ account, key }: Caller): string {
  return `${account}~${key}`;
}

/** The act that came with this key before, whichever it was. */
export function findKept(call: Caller, { acts }: Pick<RequestDocument, 'acts'>): KeptAct | undefined {
  return acts.find(({ k }) => k === keptKey(call));
}
