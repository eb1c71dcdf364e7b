import type { RosterView } from '../../../miniprogram/contract/roster';
import type { Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { rosterInputs } from './schemas';
import { emptyRoster } from './rules/roster-document';
import { toRosterView } from './rules/roster-view';
import { planYear } from '../calendar/rules/year-calendar';
import { readRosters } from './store';

export const roster: Action<Input<'reception', 'roster'>, RosterView> = {
  write: false,
  input: rosterInputs.roster,
  async run({ township, now }, { year }) {
    const [office, [found]] = await Promise.all([
      recallTownship(township, now),
      readRosters(township, [year]),
    ]);
    if (!office) return refuse('not-found');
    const { days } = planYear(year, office.directory);
    return ok(toRosterView(found ?? emptyRoster(township, year), office.directory, days, toLocalDate(now)));
  },
};
