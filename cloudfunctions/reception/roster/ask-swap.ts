import type { Swap } from '../../../miniprogram/contract/roster';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnRoster } from './act-on-roster';
import { rosterInputs } from './schemas';
import { because, decideAsk } from './rules/roster-acts';
import { swapId } from './rules/roster-document';
import { listRosterPeople } from './rules/roster-people';

type AskInput = Input<'reception', 'askSwap'>;
type Asked = Pick<Swap, 'swap' | 'state'>;

async function run(call: Call, { township, year, date, seat, to }: AskInput): Promise<Answer<Asked>> {
  const { now } = call;
  const from = call.admitted?.person;
  const office = await recallTownship(township, now);
  if (!office || from === undefined) return refuse('not-allowed');
  const colleague = office.directory.people.find(({ id }) => id === to);
  const swap = swapId(date, seat);
  const done = await actOnRoster(call, year, (roster) => {
    const people = listRosterPeople(office.directory, roster.absences);
    const decided = decideAsk(roster, { date, seat, from, to }, people, { today: toLocalDate(now), now });
    if ('ok' in decided) return decided;
    if (colleague && !colleague.claimed) return because('cannot-sit', { why: 'account' });
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
  return done.ok ? ok({ swap, state: done.data['state'] === 'office' ? 'office' : 'asked' }) : done;
}

export const askSwap: Action<AskInput, Asked> = { write: true, input: rosterInputs.askSwap, run };
