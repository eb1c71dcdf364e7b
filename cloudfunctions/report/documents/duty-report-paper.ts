import { OFFICE } from '../../../miniprogram/contract/roles';
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { openSaid, readActivity } from '../../duty/activities/store';
import { reportsAt } from '../../duty/duty-reports/rules/reports-at';
import { toWritten } from '../../duty/duty-reports/rules/text';
import { openBallot, openText, readDutyReport } from '../../duty/duty-reports/store';
import { gradesOf } from '../../registry/directory/rules/grades';
import { nameOf } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { holdsOne } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeBallotResult, makeBallotSheet, makeReportText, type Reported } from './rules/duty-report-papers';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'dutyReportPaper'>;

async function run(
  call: Call,
  { township, activity: id, person: asked, paper }: Asked,
): Promise<Answer<PrintedFile>> {
  const own = call.admitted?.person;
  const person = asked ?? own;
  if (person === undefined) return refuse('not-found');
  const isOwnText = paper === 'text' && person === own;
  if (!isOwnText && !(await holdsOne(call, OFFICE))) return refuse('not-allowed');
  const [known, activity, found] = await Promise.all([
    recallTownship(township, call.now),
    readActivity(township, id),
    readDutyReport(township, id, person),
  ]);
  if (!known || !activity || !reportsAt(activity, person)) return refuse('not-found');
  const { people, settings } = known.directory;
  const { dutyReportGrades, dutyReportTo } = settingsOf(settings);
  const { place = '', mandate = '' } = openSaid(activity);
  const about: Reported = {
    name: nameOf(people, person),
    date: activity.date,
    to: dutyReportTo,
    grades: gradesOf(dutyReportGrades) ?? [],
    place,
    mandate,
  };
  if (paper === 'ballot') return handOut(township, makeBallotSheet(known.directory, about));
  if (paper === 'result') {
    const ballot = found && openBallot(found);
    return ballot
      ? handOut(township, makeBallotResult(known.directory, about, ballot))
      : refuse('wrong-state');
  }
  if (!found || found.text === '' || (person !== own && !found.ready)) return refuse('wrong-state');
  return handOut(township, makeReportText(known.directory, about, toWritten(openText(found))));
}

export const dutyReportPaper: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.dutyReportPaper,
  run,
};
