/** 换届当选名单 from a table that was looked at: the list of the term under way, whole, on the edition that was read. */
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import {
  readImport,
  readSlice,
  readStates,
  stateOf,
  turnSlice,
  type Slice,
} from '../../registry/imports/store';
import type { Directory } from '../../registry/directory/rules/directory';
import type { Cells } from '../../registry/imports/rules/table';
import { readTownship } from '../../registry/store';
import { actorOf, findAct, markOf } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { electedIds, readLastTerm, writeTerm } from '../changes/store';
import { TERM_LIFE } from './rules/plan-term';
import { toElected, type IdOf } from './rules/elected-table';
import type { Elected } from './rules/term-document';
import { electedInput } from './schemas';

type Asked = Input<'congress', 'commitElected'>;
type Done = Output<'congress', 'commitElected'>;

/** Whom the lines name, in their order; or the first line that names nobody any more. */
function electedOf(
  directory: Directory,
  lines: Slice<Cells>['lines'],
  idOf: IdOf,
): { elected: Elected[] } | { wrong: number } {
  const elected: Elected[] = [];
  for (const [at, { line, body }] of lines.entries()) {
    const made = toElected(directory, body, at + 1, idOf);
    if ('why' in made) return { wrong: line };
    elected.push(made);
  }
  return { elected };
}

const turnDone = (slice: Slice, elected: readonly Elected[]): Promise<boolean> =>
  turnSlice(slice, 'planned', 'done', { ids: elected.map(({ person }) => person), tags: [] });

/** One slice holds them all: half a list is none. A commit that died behind its list leaves the slice to the next try. */
async function run(call: Call, { township, import: id, slice: n }: Asked): Promise<Answer<Done>> {
  const [directory, before, head, slice, states] = await Promise.all([
    readTownship(township),
    readLastTerm(township),
    readImport(township, id),
    readSlice<Cells>(township, id, n),
    readStates(township, [id]),
  ]);
  if (!directory || head?.table !== 'elected' || !slice || head.faults.length > 0) return refuse('not-found');
  const { slices } = head;
  if (slice.state === 'done') return ok({ done: stateOf(head, states).done, slices });
  const kept = findAct(call, before?.acts);
  if (before && kept) {
    if (kept.h !== call.bodyHash) return refuse('key-reused');
    await turnDone(slice, before.elected);
    return ok({ done: n + 1, slices });
  }
  if (before?.state !== 'preparing') return refuse('wrong-state', { state: before?.state ?? 'dropped' });
  const made = electedOf(directory, slice.lines, electedIds(township, before.term));
  if ('wrong' in made) return refuse('row-wrong', { line: made.wrong });
  const { elected } = made;
  const { event } = TERM_LIFE.saveList;
  const { _id, term, state } = before;
  const act = { at: call.now, by: actorOf(call), act: 'saveList', of: _id, from: state, to: state };
  const acts = [{ ...act, key: call.key, event, about: { term } }];
  if (!(await writeTerm(before, { set: { elected }, gone: ['examined'], acts, kept: markOf(call) })))
    return refuse('row-changed', { id: before.term });
  await turnDone(slice, elected);
  return ok({ done: n + 1, slices });
}

export const commitElected: Action<Asked, Done> = { write: true, input: electedInput, run };
