import type {
  DirectoryKind,
  EditDirectoryInput,
  Invited,
} from '../../../miniprogram/contract/registry-office';
import type { Answer, Input, Output, Refused } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnDirectory, type DirectoryAnswer } from '../directory/act-on-directory';
import { closeEdits } from '../directory/profiles';
import { eventsOf } from '../directory/events-of';
import { applyEdits } from '../directory/rules/edit-directory';
import { mayEdit } from '../invitations/grants-store';
import { editsOf, type DirectoryBody } from './rules/directory-table';
import { isOfDirectory, tableOf } from './rules/tables/all-tables';
import { commitInvitations } from './commit-invitations';
import { importInputs } from './schemas';
import { readImport, readSlice, readStates, stateOf, turnSlice, type Import, type Slice } from './store';
import { tagOf } from '../store';

type Asked = Input<'registry', 'commitImport'>;
type Done = Output<'registry', 'commitImport'>;

/**
 * The act of a slice is the import's own: whoever goes on where another clerk stopped repeats the same act, and the
 * directory answers what it answered then.
 */
export function actOfSlice(call: Call, { _id, by }: Import, n: number, act: 'commit' | 'back'): Call {
  const key = `${act}-${_id.slice(_id.indexOf('~') + 1)}-${String(n)}`;
  return { ...call, account: by, key, bodyHash: hashParts(['slice', key]) };
}

/** The line that a refusal is about. */
function nameLine(refused: Refused, { lines }: Slice<DirectoryBody>): Refused {
  const found = lines.find(({ body }) => body.id !== '' && body.id === refused.details?.['id']);
  return found ? { ...refused, details: { ...refused.details, line: found.line } } : refused;
}

function write(
  call: Call,
  head: Import,
  kind: DirectoryKind,
  slice: Slice<DirectoryBody>,
): Promise<Answer<DirectoryAnswer>> {
  const edits = editsOf(slice.lines);
  const today = toLocalDate(call.now);
  return actOnDirectory(actOfSlice(call, head, slice.n, 'commit'), (directory) => {
    const edited = applyEdits(directory, kind, closeEdits(directory, kind, edits), { today, tagOf });
    if ('ok' in edited) return nameLine(edited, slice);
    const { ids, from, to } = edited;
    const tags = to.map((row, n) => {
      const { id: _id, ...rest } = (row ?? {}) as { id?: string };
      return row === null ? '' : tagOf(kind, ids[n] ?? '', rest);
    });
    const record = { act: 'import', of: kind, words: head.reason, from, to };
    const input = { kind, edits, reason: head.reason } as unknown as EditDirectoryInput;
    return { directory: edited.directory, ids, tags, record, events: eventsOf(input, ids) };
  });
}

async function run(call: Call, { import: id, slice: n }: Asked): Promise<Answer<Done>> {
  const { township } = call;
  const [head, slice] = await Promise.all([
    readImport(township, id),
    readSlice<DirectoryBody>(township, id, n),
  ]);
  if (!head || !slice || head.faults.length > 0) return refuse('not-found');
  const { table } = head;
  if (table !== 'invitation' && !isOfDirectory(table)) return refuse('not-found');
  if (table !== 'invitation' && !(await mayEdit(call, tableOf(table).kind))) return refuse('not-allowed');
  const states = await readStates(township, [id]);
  const before = states.filter((each) => each.n < n && each.state !== 'done');
  if (slice.state === 'taken-back' || before.length > 0)
    return refuse('wrong-state', { state: stateOf(head, states).state });
  const { slices } = head;
  if (slice.state === 'done') return ok({ done: stateOf(head, states).done, slices });
  if (table === 'invitation') return commitInvitations(call, head, slice as unknown as Slice<Invited>);
  const written = await write(call, head, tableOf(table).kind, slice);
  if (!written.ok) return written;
  const { ids, tags = [] } = written.data;
  await turnSlice(slice, 'planned', 'done', { ids, tags });
  return ok({ done: n + 1, slices });
}

export const commitImport: Action<Asked, Done> = { write: true, input: importInputs.commitImport, run };
