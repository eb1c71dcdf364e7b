import { OFFICE } from '../../../miniprogram/contract/roles';
import type { DutyReportView, Reporter } from '../../../miniprogram/contract/duty-report';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { gradesOf } from '../../registry/directory/rules/grades';
import { nameOf } from '../../registry/directory/rules/directory';
import { settingsOf } from '../../registry/directory/rules/settings';
import { holdsOne } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { openSaid, readActivity } from '../activities/store';
import { DUTY_LIMITS } from '../../../miniprogram/contract/duty';
import { reportsAt } from './rules/reports-at';
import { toWritten } from './rules/text';
import { dutyReportInputs } from './schemas';
import { dutyReportId, openText, readDutyReport, readReporters } from './store';
import { readKeptText } from './texts-store';

type Asked = Input<'duty', 'dutyReport'>;
type Version = Input<'duty', 'dutyReportVersion'>;
type Meeting = Input<'duty', 'dutyReporters'>;

/** Two reads after admit, one more where it is another's. */
async function run(
  call: Call,
  { township, activity: id, person: asked }: Asked,
): Promise<Answer<DutyReportView>> {
  const own = call.admitted?.person;
  const person = asked ?? own;
  if (person === undefined) return refuse('not-found');
  const others = person !== own;
  if (others && !(await holdsOne(call, OFFICE))) return refuse('not-allowed');
  const [known, activity, found] = await Promise.all([
    recallTownship(township, call.now),
    readActivity(township, id),
    readDutyReport(township, id, person),
  ]);
  if (!known || !activity || !reportsAt(activity, person)) return refuse('not-found');
  const { title = '', place = '' } = openSaid(activity);
  const shown = found && (!others || found.ready) ? openText(found) : {};
  return ok({
    activity: id,
    person,
    name: nameOf(known.directory.people, person),
    title,
    date: activity.date,
    place,
    edition: found?.edition ?? 0,
    parts: toWritten(shown),
    ready: found?.ready ?? false,
    closed: found !== undefined && found.ballot !== '',
    versions: others ? [] : [...(found?.versions ?? [])].reverse(),
  });
}

async function runVersion(
  call: Call,
  { township, activity, version }: Version,
): Promise<Answer<Output<'duty', 'dutyReportVersion'>>> {
  const person = call.admitted?.person;
  if (person === undefined) return refuse('not-found');
  const report = dutyReportId(township, activity, person);
  const kept = await readKeptText(township, report, version);
  return kept ? ok({ parts: toWritten(openText(kept)) }) : refuse('not-found');
}

async function runList(
  call: Call,
  { township, activity: id }: Meeting,
): Promise<Answer<Output<'duty', 'dutyReporters'>>> {
  const [known, activity, found] = await Promise.all([
    recallTownship(township, call.now),
    readActivity(township, id),
    readReporters(township, id, DUTY_LIMITS.persons),
  ]);
  if (!known || activity?.kind !== 'duty-report' || activity.state === 'withdrawn')
    return refuse('not-found');
  const { people, settings } = known.directory;
  const written = new Map(found.map((one) => [one.person, one]));
  const all = [...new Set([...Object.keys(activity.invited), ...activity.persons])];
  const reporters = all.map((person): Reporter => {
    const { edition = 0, ready = false, filedOn, handedOn } = written.get(person) ?? {};
    return {
      person,
      name: nameOf(people, person),
      edition,
      text: ready ? 'ready' : edition > 0 ? 'writing' : 'none',
      ...(filedOn !== undefined && { filedOn }),
      ...(handedOn !== undefined && { handedOn }),
    };
  });
  const grades = gradesOf(settingsOf(settings).dutyReportGrades) ?? [];
  return ok({ reporters, grades, title: openSaid(activity).title ?? '', date: activity.date });
}

export const dutyReport: Action<Asked, DutyReportView> = {
  write: false,
  input: dutyReportInputs.dutyReport,
  run,
};
export const dutyReportVersion: Action<Version, Output<'duty', 'dutyReportVersion'>> = {
  write: false,
  input: dutyReportInputs.dutyReportVersion,
  run: runVersion,
};
export const dutyReporters: Action<Meeting, Output<'duty', 'dutyReporters'>> = {
  write: false,
  input: dutyReportInputs.dutyReporters,
  run: runList,
};
