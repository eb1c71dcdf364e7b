import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { drop, put } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { sentencesOf } from './rules/template';
import { templateOf } from './rules/templates';
import { workReportInputs } from './schemas';
import { changeReport, readReport } from './store';

type Asked = Input<'report', 'keepSentence'>;
type Kept = Output<'report', 'keepSentence'>;

/** One read, one write; a state that is set, so that twice is as once. */
async function run(_call: Call, { township, report: id, sentence, off }: Asked): Promise<Answer<Kept>> {
  const report = await readReport(township, id);
  if (!report) return refuse('not-found');
  if (!sentencesOf(templateOf(report.kind)).some((one) => one.id === sentence)) return refuse('not-found');
  const changes = { [`off.${sentence}`]: off ? put(true) : drop };
  const done = await changeReport(township, id, { state: 'draft' }, changes);
  return done ? ok({ off }) : refuse('wrong-state', { state: report.state });
}

export const keepSentence: Action<Asked, Kept> = { write: true, input: workReportInputs.keepSentence, run };
