import type { ActivityInput } from '../../../miniprogram/contract/duty';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import {
  readImport,
  readSlice,
  readStates,
  stateOf,
  turnSlice,
  type Import,
} from '../../registry/imports/store';
import { recallTownship } from '../../registry/store';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { bear } from '../activities/note';
import { createActivity } from '../activities/store';
import { dutyInputs } from '../schemas';

type Asked = Input<'duty', 'commitBackEntry'>;
type Done = Output<'duty', 'commitBackEntry'>;

/** Each line is one act of whoever brought the file, under a key of the import: again it meets itself. */
export function actOfLine(call: Call, { _id, by }: Import, line: number): Call {
  const key = `paper-${_id.slice(_id.indexOf('~') + 1)}-${String(line)}`;
  return { ...call, account: by, key, bodyHash: hashParts(['back-entry', key]) };
}

async function run(call: Call, { township, import: id, slice: n }: Asked): Promise<Answer<Done>> {
  const [known, head, slice, states] = await Promise.all([
    recallTownship(township, call.now),
    readImport(township, id),
    readSlice<ActivityInput>(township, id, n),
    readStates(township, [id]),
  ]);
  if (!known || head?.table !== 'activity' || !slice || head.faults.length > 0) return refuse('not-found');
  const before = states.filter((each) => each.n < n && each.state !== 'done');
  if (slice.state === 'taken-back' || before.length > 0)
    return refuse('wrong-state', { state: stateOf(head, states).state });
  const { slices } = head;
  if (slice.state === 'done') return ok({ done: stateOf(head, states).done, slices });
  const activities = slice.lines.map(({ line, body }) =>
    bear(actOfLine(call, head, line), body, known.directory),
  );
  await Promise.all(activities.map(createActivity));
  await turnSlice(slice, 'planned', 'done', { ids: activities.map(({ _id }) => _id), tags: [] });
  return ok({ done: n + 1, slices });
}

export const commitBackEntry: Action<Asked, Done> = {
  write: true,
  input: dutyInputs.commitBackEntry,
  run,
};
