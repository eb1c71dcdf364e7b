import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { DeadLetterCard } from '../../../miniprogram/contract/notify';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import { afterSeq, township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { readDeadLetters, type DeadLetter } from './store';
import { readList, type Message } from '../messages/store';
import { pageOfRows } from '../inbox/paging';

function fromEvent({ _id, event, attempts, at, nextAt }: DeadLetter): DeadLetterCard {
  return { letter: _id, about: event, code: nextAt > 0 ? 'waits' : 'failed', attempts, at };
}

function fromMessage({ _id, title, code, attempts, at }: Message): DeadLetterCard {
  return { letter: _id, about: title, code, attempts, at };
}

/** One call after admit. Names of events and titles of messages, in which nobody is named. */
export const letters: Action<Input<'notify', 'letters'>, Output<'notify', 'letters'>> = {
  write: false,
  input: v.strictObject({
    township,
    kind: v.picklist(['event', 'message']),
    after: v.exactOptional(afterSeq),
  }),
  async run(_call, { township: where, kind, after: last }) {
    const limit = LIMITS.page + 1;
    const found =
      kind === 'event'
        ? pageOfRows(
            (await readDeadLetters(where, limit, last)).map((row) => ({
              seq: row.seq,
              card: fromEvent(row),
            })),
          )
        : pageOfRows(
            (await readList(where, 'dead', limit, last)).map((row) => ({
              seq: row.seq,
              card: fromMessage(row),
            })),
          );
    const { rows, next } = found;
    return ok({ letters: rows.map(({ card }) => card), ...(next !== undefined && { next }) });
  },
};
