import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../../shared/act';
import { dutyInputs } from '../schemas';
import { replaySole, soleMark } from './sole-act';
import { changeDispute, readDispute } from './store';

type Asked = Input<'duty', 'answerDispute'>;
type Answered = Output<'duty', 'answerDispute'>;

/** One call after admit. */
async function run(
  call: Call,
  { township, dispute: id, corrected, words }: Asked,
): Promise<Answer<Answered>> {
  const state = corrected ? 'corrected' : 'kept';
  const changes = {
    state: put(state),
    answer: put(encryptField(words)),
    answered: put(soleMark(call)),
    ...recordAct({
      at: call.now,
      by: actorOf(call),
      act: 'answer-dispute',
      of: id,
      from: 'open',
      to: state,
      key: call.key,
      event: 'dispute-answered',
      about: { dispute: id },
    }),
  };
  if (await changeDispute(township, id, { state: 'open' }, changes)) return ok({ dispute: id, state });
  const before = await readDispute(township, id);
  if (!before) return refuse('not-found');
  return replaySole(call, before.answered, { dispute: id, state }) ?? refuse('step-used');
}

export const answerDispute: Action<Asked, Answered> = {
  write: true,
  input: dutyInputs.answerDispute,
  run,
};
