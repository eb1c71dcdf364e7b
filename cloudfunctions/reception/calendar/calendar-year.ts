import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { tellParts } from '../../shared/cut-lists';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { rosterInputs } from '../roster/schemas';
import { toCalendarDays } from '../roster/rules/roster-view';
import { planYear } from './rules/year-calendar';
import { readRosters } from '../roster/store';

export const calendarYear: Action<Input<'reception', 'calendarYear'>, Output<'reception', 'calendarYear'>> = {
  write: false,
  input: rosterInputs.calendarYear,
  async run({ township, now }, { year, ...asked }) {
    const [office, [roster]] = await Promise.all([
      recallTownship(township, now),
      readRosters(township, [year]),
    ]);
    if (!office) return refuse('not-found');
    const { known, days } = planYear(year, office.directory);
    return tellParts({ days: toCalendarDays(days, roster, toLocalDate(now)) }, { year, known }, asked);
  },
};
