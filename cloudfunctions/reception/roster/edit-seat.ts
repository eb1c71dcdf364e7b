import type { Answer, Input } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { toReceptionSettings } from '../../registry/directory/rules/reception-settings';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { drop, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnRoster } from './act-on-roster';
import { rosterInputs } from './schemas';
import { decideEdit } from './rules/roster-acts';
import { parseSeat, swapId } from './rules/roster-document';
import { listRosterPeople } from './rules/roster-people';
import { settingsOfHome } from '../calendar/rules/settings';

type EditInput = Input<'reception', 'editSeat'>;

/** Whether there is such a home, and it receives in that half-day. */
function isHeldHalf(directory: Directory, seat: string): boolean {
  const { home, half } = parseSeat(seat);
  const held = settingsOfHome(toReceptionSettings(directory), home).halves[half];
  return held !== undefined && directory.homes.some(({ id }) => id === home);
}

async function run(call: Call, input: EditInput): Promise<Answer<{ rev: number }>> {
  const { township, year, date, seat } = input;
  const { now } = call;
  const office = await recallTownship(township, now);
  if (!office || !isHeldHalf(office.directory, seat)) return refuse('not-found');
  const today = toLocalDate(now);
  const done = await actOnRoster(call, year, (roster) => {
    const people = listRosterPeople(office.directory, roster.absences);
    const decided = decideEdit(roster, input, people, { today, now });
    if ('ok' in decided) return decided;
    const id = swapId(date, seat);
    return {
      changes: {
        [`seats.${date}.${seat}`]: decided.seat ? put(decided.seat) : drop,
        ...(decided.swap && { [`swaps.${id}`]: put(decided.swap) }),
      },
      record: {
        act: 'edit-seat',
        of: id,
        from: roster.seats[date]?.[seat]?.person ?? '',
        to: input.person ?? '',
        event: 'seat-changed',
        about: { year, date, seat },
      },
      answer: { rev: roster.version + 1 },
    };
  });
  return done.ok ? ok({ rev: Number(done.data['rev']) }) : done;
}

export const editSeat: Action<EditInput, { rev: number }> = {
  write: true,
  input: rosterInputs.editSeat,
  run,
};
