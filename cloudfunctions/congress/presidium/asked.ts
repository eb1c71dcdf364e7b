/** What townships ask the district for, and what it answers (mission G3, H4). */
import { ASKED_UPWARD } from '../../../miniprogram/contract/congress/presidium-labels';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { readWords } from '../../registry/district/district-store';
import { listTownships } from '../../registry/store';
import { actOnce, actorOf, findAct, markOf } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { townshipOf } from '../../shared/township-of';
import type { NoteDocument } from './rules/presidium-document';
import { askedInput, settleInput } from './schemas';
import { readAsked, readRow, settleNote } from './store';

type Listed = Output<'congress', 'listAsked'>;

export const listAsked: Action<Input<'congress', 'listAsked'>, Listed> = {
  write: false,
  input: askedInput,
  async run(_call, { after }) {
    const found = await readAsked(await listTownships(), LIMITS.page + 1, after);
    const rows = found.slice(0, LIMITS.page);
    const known = await readWords([...new Set(rows.map(({ township }) => township))]);
    const asked = rows.map(({ _id, township, kind, date, words, answer }) => ({
      note: _id,
      from: known.get(township)?.card.name ?? '',
      kind,
      date,
      words,
      ...(answer && { answer }),
    }));
    const next = found.length > rows.length ? rows.at(-1)?.seq : undefined;
    return ok({ asked, ...(next !== undefined && { next }) });
  },
};

type Answered = Output<'congress', 'answerAsked'>;

/** One read and one write after admit. */
export const answerAsked: Action<Input<'congress', 'answerAsked'>, Answered> = {
  write: true,
  input: settleInput,
  run: (call, { note, words }) =>
    actOnce<NoteDocument | undefined, Answered>(call, {
      read: () => readRow<NoteDocument>(townshipOf(note), note),
      seen: (found) => {
        const act = found?.settled && findAct(call, [found.settled]);
        return act && { hash: act.h, answer: { note } };
      },
      decide: (found) => {
        if (!found || !ASKED_UPWARD.includes(found.kind)) return refuse('not-found');
        if (found.settled) return refuse('step-used', { state: 'settled' });
        const answer = { words, on: toLocalDate(call.now) };
        const meta = { by: actorOf(call), key: call.key, now: call.now, mark: markOf(call) };
        const write = () => settleNote(found, answer, { ...meta, event: 'note-answered' });
        return { answer: { note }, write };
      },
    }),
};
