import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { append, put } from '../../shared/conditions';
import { actOnce, actorOf } from '../../shared/act';
import { refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { banInputs } from './schemas';
import { changeBan, SEEN, readBan } from './store';
import { findSeen, markOf } from '../desk/seen-acts';

type LiftInput = Input<'reception', 'liftBar'>;
type Lifted = Output<'reception', 'liftBar'>;

/** One read, one write after admit. */
async function run(call: Call, { township, bar }: LiftInput): Promise<Answer<Lifted>> {
  return actOnce(call, {
    read: () => readBan(township, bar),
    seen: (before) => findSeen(call, before?.seen, { bar }),
    decide: (before) => {
      if (!before || before.until < toLocalDate(call.now)) return refuse('not-found');
      const changes = {
        until: put(''),
        seq: put(''),
        seen: append([markOf(call)], SEEN),
        ...recordAct({
          at: call.now,
          by: actorOf(call),
          act: 'lift',
          of: bar,
          from: before.until,
          to: '',
          key: call.key,
          event: 'ban-lifted',
          about: { bar },
        }),
      };
      return { answer: { bar }, write: () => changeBan(before, changes) };
    },
  });
}

export const liftBar: Action<LiftInput, Lifted> = { write: true, input: banInputs.liftBar, run };
