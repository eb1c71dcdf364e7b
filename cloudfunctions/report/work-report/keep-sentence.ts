import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { markOf } from '../../shared/act';
import { append, drop, put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnReport } from './act-on-draft';
import { KEPT_ACTS } from './rules/report-document';
import { sentencesOf } from './rules/template';
import { templateOf } from './rules/templates';
import { workReportInputs } from './schemas';
import { changeReport } from './store';

type Asked = Input<'report', 'keepSentence'>;
type Kept = Output<'report', 'keepSentence'>;

/** One read, one write. */
function run(call: Call, { township, report: id, sentence, off }: Asked): Promise<Answer<Kept>> {
  const answer = { off };
  return actOnReport<Kept>(
    call,
    id,
    () => answer,
    ({ kind, state }) => {
      if (!sentencesOf(templateOf(kind)).some((one) => one.id === sentence)) return refuse('not-found');
      if (state !== 'draft') return refuse('wrong-state', { state });
      const changes = {
        [`off.${sentence}`]: off ? put(true) : drop,
        acts: append([{ ...markOf(call), n: 0, s: sentence }], KEPT_ACTS),
      };
      return { answer, write: () => changeReport(township, id, { state: 'draft' }, changes) };
    },
  );
}

export const keepSentence: Action<Asked, Kept> = { write: true, input: workReportInputs.keepSentence, run };
