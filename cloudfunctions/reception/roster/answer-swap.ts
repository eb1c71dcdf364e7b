import type { Swap } from '../../../miniprogram/contract/roster';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnRoster } from './act-on-roster';
import { rosterInputs } from './schemas';
import { decideAnswer } from './rules/roster-acts';

type AnswerInput = Input<'reception', 'answerSwap'>;
type Answered = Pick<Swap, 'state'>;

async function run(call: Call, { year, swap: id, accept }: AnswerInput): Promise<Answer<Answered>> {
  const { now } = call;
  const me = call.admitted?.person;
  if (me === undefined) return refuse('not-allowed');
  const done = await actOnRoster(call, year, (roster) => {
    const decided = decideAnswer(roster, { swap: id, me, accept }, { today: toLocalDate(now), now });
    if ('ok' in decided) return decided;
    const { date, seat, from, state } = decided.swap;
    return {
      changes: {
        [`swaps.${id}`]: put(decided.swap),
        ...(decided.seat && { [`seats.${date}.${seat}`]: put(decided.seat) }),
      },
      record: {
        act: accept ? 'accept-swap' : 'decline-swap',
        of: id,
        from,
        to: me,
        event: accept ? 'seat-changed' : 'swap-declined',
        about: { year, date, seat, from, to: me },
      },
      answer: { state },
    };
  });
  return done.ok ? ok({ state: done.data['state'] === 'accepted' ? 'accepted' : 'declined' }) : done;
}

export const answerSwap: Action<AnswerInput, Answered> = {
  write: true,
  input: rosterInputs.answerSwap,
  run,
};
