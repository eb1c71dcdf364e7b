import type { RosterView } from '../../../miniprogram/contract/roster';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { drop, put, type Changes } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnRoster, type RosterAct } from './act-on-roster';
import { rosterInputs } from './schemas';
import { proposeYear } from './rules/propose-year';
import { emptyRoster, type RosterDocument } from './rules/roster-document';
import { planYear, type PlannedDay } from '../calendar/rules/year-calendar';
import { readRosters } from './store';
import { tellRoster } from './tell-roster';

type ProposeInput = Input<'reception', 'proposeRoster'>;

function toAct(
  roster: RosterDocument,
  before: RosterDocument | undefined,
  directory: Directory,
  planned: readonly PlannedDay[],
  span: { from: string; today: string },
): RosterAct {
  const { seats, gone } = proposeYear(roster, before, directory, planned, span);
  const changes: Record<string, Changes[string]> = {};
  for (const [date, proposed] of Object.entries(seats)) {
    changes[`seats.${date}`] = put(proposed);
    if (!roster.days[date]) changes[`days.${date}`] = put({ state: 'draft', publication: 0 });
  }
  for (const date of gone) {
    changes[`seats.${date}`] = drop;
    changes[`days.${date}`] = drop;
  }
  const { year } = roster;
  return {
    changes,
    record: {
      act: 'propose',
      of: String(year),
      from: span.from,
      to: `${String(year)}-12-31`,
      event: 'roster-proposed',
      about: { year, from: span.from },
    },
    answer: { rev: roster.version + 1 },
  };
}

/** Calls: the directory, both years' rosters, one write, one read of the result. */
async function run(call: Call, { township, year, from, of }: ProposeInput): Promise<Answer<RosterView>> {
  const today = toLocalDate(call.now);
  const [directory, [before]] = await Promise.all([
    readTownship(township),
    readRosters(township, [year - 1]),
  ]);
  if (!directory) return refuse('not-found');
  const { days } = planYear(year, directory);
  const done = await actOnRoster(call, year, (roster) =>
    toAct(roster, before, directory, days, { from, today }),
  );
  if (!done.ok) return done;
  const [now] = await readRosters(township, [year]);
  return tellRoster(
    now ?? emptyRoster(township, year),
    { directory, planned: days, today },
    of === undefined ? {} : { of },
  );
}

export const proposeRoster: Action<ProposeInput, RosterView> = {
  write: true,
  input: rosterInputs.proposeRoster,
  run,
};
