import type { BookKind, EditBookInput } from '../../../miniprogram/contract/registry-office';
import type { Answer, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Act } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actOnBook, tagOf } from './act-on-directory';
import { isHoldable, refuseHeld } from '../invitations/held-by';
import { holdsOne } from './office-rights';
import { bookInputs } from './schemas';
import { applyEdits } from './rules/edit-directory';

type Edited = Output<'registry', 'editBook'>;

/** Whoever keeps the system names the township and sets its numbers; whom and what it consists of is the office's. */
const ADMIN_KINDS: readonly BookKind[] = ['card', 'setting'];

const EVENTS: Readonly<Partial<Record<BookKind, string>>> = {
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

function eventsOf(input: EditBookInput, ids: readonly string[]): Record<string, Act['about']> {
  const { kind } = input;
  const event = EVENTS[kind] ?? 'names-changed';
  if (event === 'routing-changed') return { [event]: { kind, open: input.reroute ? 'reroute' : 'keep' } };
  return { [event]: { kind, ids: ids.length > NAMED ? 'all' : ids.join(',') } };
}

async function run(call: Call, input: EditBookInput): Promise<Answer<Edited>> {
  const { kind, edits, reason } = input;
  if (!ADMIN_KINDS.includes(kind) && !(await holdsOne(call, ['staff', 'chief'])))
    return refuse('not-allowed');
  const today = toLocalDate(call.now);
  const gone = edits.flatMap(({ id, row }) => (row === null ? [id] : []));
  const held = isHoldable(kind) ? await refuseHeld(call, kind, gone) : undefined;
  return actOnBook(call, (book) => {
    if (held) return held;
    const edited = applyEdits(book, kind, edits, { today, tagOf });
    if ('ok' in edited) return edited;
    const { ids, from, to } = edited;
    const record = { act: 'edit-book', of: kind, words: reason, from, to };
    return { book: edited.book, ids, record, events: eventsOf(input, ids) };
  });
}

export const editBook: Action<EditBookInput, Edited> = { write: true, input: bookInputs.editBook, run };
