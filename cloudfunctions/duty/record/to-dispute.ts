import type { Dispute } from '../../../miniprogram/contract/duty';
import { decryptField } from '../../shared/cipher';
import type { DisputeDocument } from './store';

export function toDispute({
  _id,
  fact,
  kind,
  date,
  person,
  source,
  words,
  state,
  answer,
  at,
}: DisputeDocument): Dispute {
  return {
    dispute: _id,
    fact,
    kind,
    date,
    person,
    source,
    words: decryptField(words),
    state,
    at,
    ...(answer !== undefined && { answer: decryptField(answer) }),
  };
}
