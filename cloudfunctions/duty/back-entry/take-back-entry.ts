import type { ActivityInput } from '../../../miniprogram/contract/duty';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import {
  readImport,
  readSlice,
  readStates,
  stateOf,
  TAKE_BACK_MS,
  turnSlice,
} from '../../registry/imports/store';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { changesOf } from '../activities/act-on-activity';
import { changeActivity, readActivity } from '../activities/store';
import { dutyInputs } from '../schemas';
import { actOfLine } from './commit-back-entry';

type Asked = Input<'duty', 'takeBackEntry'>;
type Done = Output<'duty', 'takeBackEntry'>;

/** True: it is withdrawn, now or before; false: somebody corrected it since. */
async function withdrawOne(call: Call, id: string, reason: string): Promise<boolean> {
  const changes = changesOf(call, id, {
    act: 'withdraw',
    event: 'activity-withdrawn',
    changes: { state: put('withdrawn') },
    words: reason,
  });
  if (await changeActivity(call.township, id, { edition: 1, state: 'held' }, changes)) return true;
  return (await readActivity(call.township, id))?.state === 'withdrawn';
}

async function run(call: Call, { township, import: id, slice: n, reason }: Asked): Promise<Answer<Done>> {
  const [head, slice, states] = await Promise.all([
    readImport(township, id),
    readSlice<ActivityInput>(township, id, n),
    readStates(township, [id]),
  ]);
  if (head?.table !== 'activity' || !slice) return refuse('not-found');
  const { state, done } = stateOf(head, states);
  const { slices } = head;
  if (slice.state === 'taken-back') return ok({ done, slices, kept: 0 });
  const isLast = !states.some((each) => each.n > n && each.state === 'done');
  if (slice.state !== 'done' || !isLast || call.now - head.at > TAKE_BACK_MS)
    return refuse('wrong-state', { state });
  const ids = slice.standing?.ids ?? [];
  const gone = await Promise.all(
    slice.lines.map(({ line }, at) => withdrawOne(actOfLine(call, head, -line), ids[at] ?? '', reason)),
  );
  await turnSlice(slice, 'done', 'taken-back');
  return ok({ done: done - 1, slices, kept: gone.filter((each) => !each).length });
}

export const takeBackEntry: Action<Asked, Done> = { write: true, input: dutyInputs.takeBackEntry, run };
