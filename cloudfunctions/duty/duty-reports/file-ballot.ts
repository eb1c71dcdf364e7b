import type { DutyReportDone } from '../../../miniprogram/contract/duty-report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { gradesOf } from '../../registry/directory/rules/grades';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnDutyReport } from './act-on-duty-report';
import { findUnfitBallot } from './rules/ballot';
import { dutyReportInputs } from './schemas';
import { sealBallot } from './store';

type Filed = Input<'duty', 'fileBallot'>;
type Handed = Input<'duty', 'handBallot'>;

async function runFile(call: Call, filed: Filed): Promise<Answer<DutyReportDone>> {
  const { township, activity, person, edition, present, counts, spoiled } = filed;
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const today = toLocalDate(call.now);
  const grades = gradesOf(settingsOf(known.directory.settings).dutyReportGrades) ?? [];
  return actOnDutyReport(call, {
    activity,
    person,
    edition,
    act: 'file-ballot',
    event: 'ballot-filed',
    decide(read, { date }) {
      if (date > today) return refuse('not-today');
      if (read?.handedOn !== undefined) return refuse('wrong-state');
      const unfit = findUnfitBallot({ present, counts, spoiled }, grades);
      if (unfit) return refuse('bad-input', { field: unfit });
      return { ballot: sealBallot({ present, counts, spoiled }), filedOn: today };
    },
  });
}

function runHand(call: Call, { activity, person, edition }: Handed): Promise<Answer<DutyReportDone>> {
  return actOnDutyReport(call, {
    activity,
    person,
    edition,
    act: 'hand-ballot',
    event: 'ballot-handed',
    decide(read) {
      if (!read || read.ballot === '' || read.handedOn !== undefined) return refuse('wrong-state');
      return { handedOn: toLocalDate(call.now) };
    },
  });
}

export const fileBallot: Action<Filed, DutyReportDone> = {
  write: true,
  input: dutyReportInputs.fileBallot,
  run: runFile,
};
export const handBallot: Action<Handed, DutyReportDone> = {
  write: true,
  input: dutyReportInputs.handBallot,
  run: runHand,
};
