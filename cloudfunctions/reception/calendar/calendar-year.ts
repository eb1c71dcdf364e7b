import type { CalendarYear } from '../../../miniprogram/contract/roster';
import type { Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { rosterInputs } from '../roster/schemas';
import { toCalendarDays } from '../roster/rules/roster-view';
import { planYear } from './rules/year-calendar';
import { readRosters } from '../roster/store';

export const calendarYear: Action<Input<'reception', 'calendarYear'>, CalendarYear> = {
  write: false,
  input: rosterInputs.roster,
  async run({ township, now }, { year }) {
    const [office, [roster]] = await Promise.all([
      recallTownship(township, now),
      readRosters(township, [year]),
    ]);
    if (!office) return refuse('not-found');
    const { known, days } = planYear(year, office.directory);
    return ok({ year, known, days: toCalendarDays(days, roster, toLocalDate(now)) });
  },
};
