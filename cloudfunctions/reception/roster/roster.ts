import type { RosterView } from '../../../miniprogram/contract/roster';
import type { Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { rosterInputs } from './schemas';
import { emptyRoster } from './rules/roster-document';
import { planYear } from '../calendar/rules/year-calendar';
import { readRosters } from './store';
import { tellRoster } from './tell-roster';

export const roster: Action<Input<'reception', 'roster'>, RosterView> = {
  write: false,
  input: rosterInputs.roster,
  async run({ township, now }, { year, ...part }) {
    const [office, [found]] = await Promise.all([
      recallTownship(township, now),
      readRosters(township, [year]),
    ]);
    if (!office) return refuse('not-found');
    const { directory } = office;
    const known = { directory, planned: planYear(year, directory).days, today: toLocalDate(now) };
    return tellRoster(found ?? emptyRoster(township, year), known, part);
  },
};
