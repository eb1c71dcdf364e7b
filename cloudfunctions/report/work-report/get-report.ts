import { CHIEF } from '../../../miniprogram/contract/roles';
import type { ReportView } from '../../../miniprogram/contract/work-report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { holdsOne } from '../../registry/invitations/grants-store';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isSubmitter } from './act-on-draft';
import { openChanged, openSections, openSteps, openTemplate, openValues, toValues } from './open-report';
import { readSources } from './read-sources';
import { askAll } from './rules/ask';
import { changesBetween, correctionsBetween, keepAnswers } from './rules/changes';
import { composeTitle } from './rules/compose';
import type { ReportDocument } from './rules/report-document';
import { slotNamesOf } from './rules/templates';
import { workReportInputs } from './schemas';
import { readReport } from './store';

type Asked = Input<'report', 'report'>;

/** What is otherwise by now. */
async function findDifferences(report: ReportDocument, now: number): Promise<ReportView['differs']> {
  const { township, from, to, state } = report;
  const sources = await readSources(township, { from, to }, now);
  if (!sources) return [];
  const fresh = keepAnswers(askAll(slotNamesOf(openTemplate(report)), sources));
  const compare = state === 'signed' ? correctionsBetween : changesBetween;
  return compare(openValues(report), fresh);
}

async function run(call: Call, { township, report: id }: Asked): Promise<Answer<ReportView>> {
  const report = await readReport(township, id);
  if (!report) return refuse('not-found');
  const { kind, from, to, state, edition, at, by, computedAt } = report;
  const isOpen = state === 'submitted' && !isSubmitter(call, report);
  const [differs, maySign] = await Promise.all([
    findDifferences(report, call.now),
    isOpen ? holdsOne(call, CHIEF) : false,
  ]);
  return ok({
    report: id,
    kind,
    from,
    to,
    state,
    edition,
    at,
    by: decryptField(by),
    title: composeTitle(openTemplate(report), toValues(openValues(report))),
    computedAt,
    sections: openSections(report),
    changed: openChanged(report),
    differs,
    steps: openSteps(report),
    maySign,
  });
}

/** One read, then the sources, for what differs by now. */
export const report: Action<Asked, ReportView> = { write: false, input: workReportInputs.report, run };
