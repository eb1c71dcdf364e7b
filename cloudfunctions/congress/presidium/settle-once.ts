/** What came of a note: said once, by the township's office and presidium, or by the district that was asked. */
import type { Answer } from '../../../miniprogram/contract/wire';
import { actOnce, actorOf, findAct, markOf } from '../../shared/act';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import type { NoteDocument } from './rules/presidium-document';
import { readRow, writeSettled } from './store';

interface Settling {
  /** The note's, which is not the caller's where the district answers. */
  township: string;
  note: string;
  words: string;
  event: string;
  /** Whether it is one that the caller may settle. */
  isTheirs: (note: NoteDocument) => boolean;
}

/** One read and one write. Refusals: not-found, step-used, key-reused, busy. */
export function settleOnce(
  call: Call,
  { township, note, words, event, isTheirs }: Settling,
): Promise<Answer<{ note: string }>> {
  return actOnce<NoteDocument | undefined, { note: string }>(call, {
    read: () => readRow<NoteDocument>(township, note),
    seen: (found) => {
      const act = found?.settled && findAct(call, [found.settled]);
      return act && { hash: act.h, answer: { note } };
    },
    decide: (found) => {
      if (!found || !isTheirs(found)) return refuse('not-found');
      if (found.settled) return refuse('step-used', { state: 'settled' });
      const answer = { words, on: toLocalDate(call.now) };
      const meta = { by: actorOf(call), key: call.key, now: call.now, mark: markOf(call), event };
      return { answer: { note }, write: () => writeSettled(found, answer, meta) };
    },
  });
}
