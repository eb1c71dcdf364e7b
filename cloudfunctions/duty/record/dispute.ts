import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { bornWith } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { toFactRow } from '../ledger/figures-store';
import { readFact } from '../ledger/store';
import { dutyInputs } from '../schemas';
import { createDispute, disputeId, readDispute, type DisputeDocument } from './store';
import { replaySole, soleMark } from './sole-act';

type Asked = Input<'duty', 'dispute'>;
type Disputed = Output<'duty', 'dispute'>;

/** One read and one write after admit. */
async function run(call: Call, { township, fact: id, words }: Asked): Promise<Answer<Disputed>> {
  const person = call.admitted?.person;
  const fact = await readFact(township, id);
  if (!fact || person === undefined || !fact.persons.includes(person)) return refuse('not-found');
  const _id = disputeId(township, id, person);
  const { kind, date, source } = toFactRow(fact);
  const document: DisputeDocument = {
    _id,
    township,
    rev: 1,
    fact: id,
    kind,
    date,
    source,
    person,
    words: encryptField(words),
    state: 'open',
    at: call.now,
    seq: `${String(call.now).padStart(13, '0')}${_id.slice(-8)}`,
    born: soleMark(call),
    ...bornWith({
      at: call.now,
      by: person,
      act: 'dispute',
      of: id,
      from: '',
      to: 'open',
      key: call.key,
      event: 'fact-disputed',
      about: { dispute: _id, person },
    }),
  };
  if (await createDispute(document)) return ok({ dispute: _id });
  const before = await readDispute(township, _id);
  return replaySole(call, before?.born, { dispute: _id }) ?? refuse('step-used');
}

export const dispute: Action<Asked, Disputed> = { write: true, input: dutyInputs.dispute, run };
