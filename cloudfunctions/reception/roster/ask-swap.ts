import type { Swap } from '../../../miniprogram/contract/roster';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnRoster, type RosterAct } from './act-on-roster';
import { rosterInputs } from './schemas';
import { because, decideAsk, decideUndo } from './rules/roster-acts';
import { swapId, type StoredSwap } from './rules/roster-document';
import { listRosterPeople } from './rules/roster-people';

type AskInput = Input<'reception', 'askSwap'>;
type Asked = Pick<Swap, 'swap' | 'state'>;

/** What the act may leave the swap in. */
const STATES = ['asked', 'office', 'withdrawn'] as const;

/** Whoever was asked, or the office, need not look any more. */
function takeBack({ year, swap, decided }: { year: number; swap: string; decided: StoredSwap }): RosterAct {
  const { date, seat, from, to, state } = decided;
  return {
    changes: { [`swaps.${swap}`]: put(decided) },
    record: {
      act: 'withdraw-swap',
      of: swap,
      from,
      to,
      event: 'swap-withdrawn',
      about: { year, date, seat, from, ...(to !== '' && { to }) },
    },
    answer: { state },
  };
}

async function run(call: Call, { township, year, date, seat, to, undo }: AskInput): Promise<Answer<Asked>> {
  const { now } = call;
  const from = call.admitted?.person;
  const office = await recallTownship(township, now);
  if (!office || from === undefined) return refuse('not-allowed');
  const colleague = office.directory.people.find(({ id }) => id === to);
  const swap = swapId(date, seat);
  const done = await actOnRoster(call, year, (roster) => {
    const people = listRosterPeople(office.directory, roster.absences);
    const when = { today: toLocalDate(now), now };
    const decided = undo
      ? decideUndo(roster, { date, seat, from }, when)
      : decideAsk(roster, { date, seat, from, to }, people, when);
    if ('ok' in decided) return decided;
    if (colleague && !colleague.claimed) return because('cannot-sit', { why: 'account' });
    if (undo) return takeBack({ year, swap, decided });
    return {
      changes: { [`swaps.${swap}`]: put(decided) },
      record: {
        act: to === undefined ? 'hand-back' : 'ask-swap',
        of: swap,
        from,
        to: to ?? '',
        event: to === undefined ? 'seat-handed-back' : 'swap-asked',
        about: { year, date, seat, from, ...(to !== undefined && { to }) },
      },
      answer: { state: decided.state },
    };
  });
  if (!done.ok) return done;
  const state = STATES.find((each) => each === done.data['state']) ?? 'asked';
  return ok({ swap, state });
}

export const askSwap: Action<AskInput, Asked> = { write: true, input: rosterInputs.askSwap, run };
