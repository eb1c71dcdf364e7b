import type { DirectoryKind, EditDirectoryInput } from '../../../miniprogram/contract/registry-office';
import type { Answer, Output } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { holdsOne } from '../invitations/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Act } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actOnDirectory, tagOf } from './act-on-directory';
import { isHoldable, refuseHeld } from '../invitations/held-by';
import { bookInputs } from './schemas';
import { applyEdits } from './rules/edit-directory';

type Edited = Output<'registry', 'editBook'>;

/** An administrator edits the township's card and settings; all other kinds of rows are the office's. */
const ADMIN_KINDS: readonly DirectoryKind[] = ['card', 'setting'];

const EVENTS: Readonly<Partial<Record<DirectoryKind, string>>> = {
  route: 'routing-changed',
  fallback: 'routing-changed',
  person: 'people-changed',
  term: 'people-changed',
  setting: 'settings-changed',
  calendar: 'settings-changed',
  year: 'settings-changed',
};
/** Persons named in one event; more of them at once is an import, and the event says `all`. */
const NAMED = 20;

function eventsOf(input: EditDirectoryInput, ids: readonly string[]): Record<string, Act['about']> {
  const { kind } = input;
  const event = EVENTS[kind] ?? 'names-changed';
  if (event === 'routing-changed') return { [event]: { kind, open: input.reroute ? 'reroute' : 'keep' } };
  return { [event]: { kind, ids: ids.length > NAMED ? 'all' : ids.join(',') } };
}

async function run(call: Call, input: EditDirectoryInput): Promise<Answer<Edited>> {
  const { kind, edits, reason } = input;
  if (!ADMIN_KINDS.includes(kind) && !(await holdsOne(call, OFFICE))) return refuse('not-allowed');
  const today = toLocalDate(call.now);
  const gone = edits.flatMap(({ id, row }) => (row === null ? [id] : []));
  const held = isHoldable(kind) ? await refuseHeld(call, kind, gone) : undefined;
  return actOnDirectory(call, (directory) => {
    if (held) return held;
    const edited = applyEdits(directory, kind, edits, { today, tagOf });
    if ('ok' in edited) return edited;
    const { ids, from, to } = edited;
    const record = { act: 'edit-book', of: kind, words: reason, from, to };
    return { directory: edited.directory, ids, record, events: eventsOf(input, ids) };
  });
}

export const editBook: Action<EditDirectoryInput, Edited> = { write: true, input: bookInputs.editBook, run };
