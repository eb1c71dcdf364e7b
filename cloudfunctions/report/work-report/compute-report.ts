import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { drop, put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { actOnReport, auditRow, recordAct, recordStep } from './act-on-draft';
import { openChanged, openTemplate, openValues, seal } from './open-report';
import { readWithEarlier } from './read-sources';
import { keepCharts } from './rules/annex';
import { askAll } from './rules/ask';
import { changesBetween, keepAnswers } from './rules/changes';
import { slotNamesOf } from './rules/templates';
import { workReportInputs } from './schemas';
import { writeAct } from './store';
import { readTemplate, wordingOf } from './template-store';

type Asked = Input<'report', 'computeReport'>;
type Computed = Output<'report', 'computeReport'>;

/** The report, the sources, and the write of an act on the edition that was read; words are not in it. */
function run(call: Call, { township, report: id, edition }: Asked): Promise<Answer<Computed>> {
  const { now } = call;
  return actOnReport<Computed>(
    call,
    id,
    ({ n }, report) => ({ edition: n, changed: openChanged(report) }),
    async (report) => {
      if (report.state !== 'draft') return refuse('wrong-state', { state: report.state });
      if (report.edition !== edition) return refuse('report-changed', { edition: report.edition });
      const { from, to, kind } = report;
      const [read, kept] = await Promise.all([
        readWithEarlier(township, { from, to }, now),
        readTemplate(township, kind),
      ]);
      if (!read) return refuse('not-found');
      const { sources, earlier } = read;
      const worded = wordingOf(kept);
      const fresh = keepAnswers(askAll(slotNamesOf(openTemplate({ kind, ...worded })), sources));
      const changed = changesBetween(openValues(report), fresh);
      const next = edition + 1;
      const changes = {
        values: put(seal(fresh)),
        charts: put(seal(keepCharts(sources, earlier))),
        changed: put(seal(changed)),
        computedAt: put(now),
        wording: worded.wording === undefined ? drop : put(worded.wording),
        edition: put(next),
        ...recordAct(call, { n: next, s: 'draft' }),
        ...recordStep(call, 'compute'),
      };
      const row = auditRow(call, report, { act: 'compute', from: 'draft', to: 'draft' });
      const write = () => writeAct(report, { edition, state: 'draft' }, changes, row);
      return { answer: { edition: next, changed }, write };
    },
  );
}

export const computeReport: Action<Asked, Computed> = {
  write: true,
  input: workReportInputs.computeReport,
  run,
};
