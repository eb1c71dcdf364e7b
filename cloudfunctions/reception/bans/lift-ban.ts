import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { append, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../roster/act-on-roster';
import { banInputs } from './schemas';
import { changeBan, SEEN, readBan } from './store';
import { findSeen, markOf } from '../desk/seen-acts';

type LiftInput = Input<'reception', 'liftBar'>;
type Lifted = Output<'reception', 'liftBar'>;

/** Others of the office, and the relay, who may come in between. */
const TURNS = 5;

/** One read, one write after admit. */
async function run(call: Call, { township, bar }: LiftInput): Promise<Answer<Lifted>> {
  for (let turn = 0; turn < TURNS; turn++) {
    const before = await readBan(township, bar);
    const seen = findSeen(call, before?.seen);
    if (seen) return seen === 'reused' ? refuse('key-reused') : ok({ bar });
    if (!before || before.until < toLocalDate(call.now)) return refuse('not-found');
    const lifted = await changeBan(before, {
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
    });
    if (lifted) return ok({ bar });
  }
  return refuse('busy');
}

export const liftBar: Action<LiftInput, Lifted> = { write: true, input: banInputs.liftBar, run };
