import type {
  DirectoryKind,
  Edit,
  EditDirectoryInput,
  Invited,
} from '../../../miniprogram/contract/registry-office';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnDirectory } from '../directory/act-on-directory';
import { closeEdits } from '../directory/profiles';
import { eventsOf } from '../directory/events-of';
import { checkRemoval } from '../directory/rules/check-row';
import type { Directory } from '../directory/rules/directory';
import { readRow } from '../directory/rules/directory-rows';
import { applyEdits } from '../directory/rules/edit-directory';
import { mayEdit } from '../invitations/grants-store';
import { actOfSlice } from './commit-import';
import { takeBackInvitations } from './commit-invitations';
import type { DirectoryBody } from './rules/directory-table';
import { isOfDirectory, tableOf } from './rules/tables/all-tables';
import { importInputs } from './schemas';
import {
  readImport,
  readSlice,
  readStates,
  stateOf,
  TAKE_BACK_MS,
  turnSlice,
  type Import,
  type Slice,
} from './store';
import { tagOf } from '../store';

type Asked = Input<'registry', 'takeBackImport'>;
type Done = Output<'registry', 'takeBackImport'>;
type AnyEdit = Edit<DirectoryKind>;

/** Against what the slice wrote, the last line first; what somebody edited since, or claimed, stays. */
function undo(
  directory: Directory,
  kind: DirectoryKind,
  { lines, standing }: Slice<DirectoryBody>,
): AnyEdit[] {
  const edits: AnyEdit[] = [];
  for (const [n, { body }] of [...lines.entries()].reverse()) {
    const [id = '', tag = ''] = [standing?.ids[n], standing?.tags[n]];
    const before = body.before ?? null;
    const now = readRow(directory, kind, id);
    if (body.row === null) {
      if (now === undefined) edits.push({ id: kind === 'route' ? '' : id, seen: '', row: before });
      continue;
    }
    if (now === undefined || tagOf(kind, id, now) !== tag) continue;
    if (before === null && checkRemoval(directory, kind, id)) continue;
    edits.push({ id, seen: tag, row: before });
  }
  return edits;
}

async function takeBack(
  call: Call,
  { head, kind, slice }: { head: Import; kind: DirectoryKind; slice: Slice<DirectoryBody> },
  reason: string,
): Promise<Answer<number>> {
  const today = toLocalDate(call.now);
  const written = await actOnDirectory(actOfSlice(call, head, slice.n, 'back'), (directory) => {
    const edits = undo(directory, kind, slice);
    const edited = applyEdits(directory, kind, closeEdits(directory, kind, edits), { today, tagOf });
    if ('ok' in edited) return edited;
    const { ids, from, to } = edited;
    const record = { act: 'take-back-import', of: kind, words: reason, from, to };
    const input = { kind, edits, reason } as unknown as EditDirectoryInput;
    return { directory: edited.directory, ids, record, events: eventsOf(input, ids) };
  });
  return written.ok ? ok(slice.lines.length - written.data.ids.length) : written;
}

async function run(call: Call, { import: id, slice: n, reason }: Asked): Promise<Answer<Done>> {
  const { township, now } = call;
  const [head, slice] = await Promise.all([
    readImport(township, id),
    readSlice<DirectoryBody>(township, id, n),
  ]);
  if (!head || !slice) return refuse('not-found');
  const { table } = head;
  if (table !== 'invitation' && !isOfDirectory(table)) return refuse('not-found');
  if (table !== 'invitation' && !(await mayEdit(call, tableOf(table).kind))) return refuse('not-allowed');
  const states = await readStates(township, [id]);
  const { state, done } = stateOf(head, states);
  const { slices } = head;
  if (slice.state === 'taken-back') return ok({ done, slices, kept: 0 });
  const isLast = !states.some((each) => each.n > n && each.state === 'done');
  if (slice.state !== 'done' || !isLast || now - head.at > TAKE_BACK_MS)
    return refuse('wrong-state', { state });
  if (table === 'invitation')
    return takeBackInvitations(call, slice as unknown as Slice<Invited>, { words: reason, done, slices });
  const { kind } = tableOf(table);
  const taken = await takeBack(call, { head, kind, slice }, reason);
  if (!taken.ok) return taken;
  await turnSlice(slice, 'done', 'taken-back');
  return ok({ done: done - 1, slices, kept: taken.data });
}

export const takeBackImport: Action<Asked, Done> = { write: true, input: importInputs.takeBackImport, run };
