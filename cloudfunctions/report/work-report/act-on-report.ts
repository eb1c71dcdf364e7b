import { CHIEF } from '../../../miniprogram/contract/roles';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { holdsOne } from '../../registry/invitations/grants-store';
import { put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import {
  actOnReport as actOnDraft,
  auditRow,
  isSubmitter,
  namesOf,
  recordAct,
  recordStep,
} from './act-on-draft';
import { openSections, seal } from './open-report';
import type { ReportDocument } from './rules/report-document';
import { REPORT_LIFE } from './rules/report-life';
import { workReportInputs } from './schemas';
import { writeAct } from './store';

type Asked = Input<'report', 'actOnReport'>;
type Acted = Output<'report', 'actOnReport'>;

function decide(call: Call, report: ReportDocument, { act, edition, words }: Asked) {
  const { from, to, second } = REPORT_LIFE[act];
  const { state } = report;
  if (state !== from) return refuse('wrong-state', { state });
  if (report.edition !== edition) return refuse('report-changed', { edition: report.edition });
  if (second && isSubmitter(call, report)) return refuse('own-report');
  const next = edition + 1;
  const changes = {
    state: put(to),
    edition: put(next),
    ...(act === 'submit' && { submitter: put(namesOf(call)) }),
    ...(act === 'sign' && { signed: put(seal(openSections(report))) }),
    ...recordAct(call, { n: next, s: to }),
    ...recordStep(call, act, words),
  };
  const row = auditRow(call, report, { act, from, to });
  const write = () => writeAct(report, { edition, state }, changes, row);
  return { answer: { state: to, edition: next }, write };
}

/** After admit one read, the write of an act with its audit, and for the chief's acts one read more. */
async function run(call: Call, asked: Asked): Promise<Answer<Acted>> {
  const { act, report: id, words } = asked;
  const { chief, words: needsWords } = REPORT_LIFE[act];
  if (needsWords && words === undefined) return refuse('bad-input', { field: 'words' });
  if (chief && !(await holdsOne(call, CHIEF))) return refuse('not-allowed');
  return actOnDraft<Acted>(
    call,
    id,
    ({ n, s }) => ({ edition: n, state: s as Acted['state'] }),
    (report) => decide(call, report, asked),
  );
}

export const actOnReport: Action<Asked, Acted> = { write: true, input: workReportInputs.actOnReport, run };
