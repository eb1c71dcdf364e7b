import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { OFFICE } from '../../../miniprogram/contract/roles';
import { expectWorkday, mergeHolidays } from '../../reception/calendar/rules/calendar';
import { LIBRARY_HOLIDAYS } from '../../reception/calendar/rules/holiday-table';
import { toHolidayTable } from '../../registry/directory/rules/reception-settings';
import { settingsOf } from '../../registry/directory/rules/settings';
import { asOneOf } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isOffice } from '../activities/act-on-activity';
import { readStudies } from '../activities/store';
import { proposeStudies as propose } from './rules/propose-studies';
import { studyInputs } from './schemas';

type Asked = Input<'duty', 'proposeStudies'>;
type Proposed = Output<'duty', 'proposeStudies'>;

async function run(caller: Call, { township, year }: Asked): Promise<Answer<Proposed>> {
  const call = await asOneOf(caller, OFFICE);
  const all = isOffice(call);
  const own = call.admitted?.group ?? '';
  const whose = all ? 'all' : `group.${own}`;
  const [known, studies, trainings] = await Promise.all([
    recallTownship(township, call.now),
    readStudies(township, `${whose}.study`, year),
    all ? readStudies(township, 'all.training', year) : [],
  ]);
  if (!known) return refuse('not-found');
  const { directory } = known;
  const holidays = mergeHolidays(LIBRARY_HOLIDAYS, toHolidayTable(directory.calendar));
  const groups = directory.groups.filter(({ id }) => all || id === own);
  const proposed = propose({
    year,
    today: toLocalDate(call.now),
    day: settingsOf(directory.settings).studyDay,
    groups: groups.map(({ id }) => id),
    all,
    studies,
    trainings,
    worksOn: (date) => expectWorkday(date, holidays),
  });
  return ok({
    groups: groups.map(({ id, name }) => ({ group: id, name })),
    proposed,
    provisional: !holidays.years.includes(year),
  });
}

export const proposeStudies: Action<Asked, Proposed> = {
  write: false,
  input: studyInputs.proposeStudies,
  run,
};
