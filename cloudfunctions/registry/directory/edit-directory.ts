import type { EditDirectoryInput } from '../../../miniprogram/contract/registry-office';
import type { Answer, Output } from '../../../miniprogram/contract/wire';
import { mayEdit } from '../invitations/grants-store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnDirectory } from './act-on-directory';
import { eventsOf } from './events-of';
import { isHoldable, refuseHeld } from '../invitations/held-by';
import { closeEdits } from './profiles';
import { bookInputs } from './schemas';
import { applyEdits } from './rules/edit-directory';
import { withMarks } from './rules/setting-rows';
import { actorOf } from '../../shared/act';
import { tagOf } from '../store';

type Edited = Output<'registry', 'editBook'>;

async function run(call: Call, input: EditDirectoryInput): Promise<Answer<Edited>> {
  const { kind, edits, reason } = input;
  if (!(await mayEdit(call, kind))) return refuse('not-allowed');
  const today = toLocalDate(call.now);
  const gone = edits.flatMap(({ id, row }) => (row === null ? [id] : []));
  const held = isHoldable(kind) ? await refuseHeld(call, kind, gone) : undefined;
  return actOnDirectory(call, (directory) => {
    if (held) return held;
    const edited = applyEdits(directory, kind, closeEdits(directory, kind, edits), { today, tagOf });
    if ('ok' in edited) return edited;
    const { ids, from, to } = edited;
    const record = { act: 'edit-book', of: kind, words: reason, from, to };
    const mark = { at: call.now, by: actorOf(call) };
    const changed = kind === 'setting' ? withMarks(edited.directory, ids, mark) : edited.directory;
    return { directory: changed, ids, record, events: eventsOf(input, ids) };
  });
}

export const editBook: Action<EditDirectoryInput, Edited> = { write: true, input: bookInputs.editBook, run };
