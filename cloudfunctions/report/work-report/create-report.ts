import { WORK_REPORT_LIMITS } from '../../../miniprogram/contract/work-report';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { actOnce, findAct, markOf, nothingToWrite } from '../../shared/act';
import { daysBetween } from '../../shared/china-time';
import { encryptField } from '../../shared/cipher';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { auditRow } from './act-on-draft';
import { openTemplate, seal } from './open-report';
import { readWithEarlier } from './read-sources';
import { keepCharts } from './rules/annex';
import { askAll } from './rules/ask';
import { keepAnswers } from './rules/changes';
import type { ReportDocument } from './rules/report-document';
import { slotNamesOf } from './rules/templates';
import { workReportInputs } from './schemas';
import { createReport as createDocument, readReport, reportId, seqOf } from './store';
import { readTemplate, wordingOf } from './template-store';

type Asked = Input<'report', 'createReport'>;
type Created = Output<'report', 'createReport'>;

async function compute(call: Call, _id: string, asked: Asked): Promise<ReportDocument | undefined> {
  const { township, kind, from, to } = asked;
  const { now } = call;
  const [read, kept] = await Promise.all([
    readWithEarlier(township, { from, to }, now),
    readTemplate(township, kind),
  ]);
  if (!read) return undefined;
  const { sources, earlier } = read;
  const worded = wordingOf(kept);
  const by = encryptField(call.admitted?.name ?? '');
  return {
    _id,
    township,
    rev: 1,
    kind,
    from,
    to,
    seq: seqOf(now, _id),
    state: 'draft',
    edition: 1,
    values: seal(keepAnswers(askAll(slotNamesOf(openTemplate({ kind, ...worded })), sources))),
    charts: seal(keepCharts(sources, earlier)),
    computedAt: now,
    ...worded,
    changed: seal([]),
    written: {},
    off: {},
    by,
    at: now,
    steps: [{ act: 'create', by, at: now }],
    acts: [{ ...markOf(call), n: 1, s: 'draft' }],
  };
}

async function run(call: Call, asked: Asked): Promise<Answer<Created>> {
  const { township, kind, from, to } = asked;
  const odd = from > to || daysBetween(from, to) > WORK_REPORT_LIMITS.spanDays;
  if (odd) return refuse('bad-input', { field: 'to' });
  const report = reportId(township, kind, from, to);
  return actOnce<ReportDocument | undefined, Created>(call, {
    read: () => readReport(township, report),
    seen: (found) => {
      const act = findAct(call, found?.acts);
      return act && { hash: act.h, answer: { report, existed: false } };
    },
    async decide(found) {
      if (found) return { answer: { report, existed: true }, write: nothingToWrite };
      const born = await compute(call, report, asked);
      if (!born) return refuse('not-found');
      const row = auditRow(call, born, { act: 'create', from: '', to: 'draft' });
      return { answer: { report, existed: false }, write: () => createDocument(born, row) };
    },
  });
}

/** One read after admit where it is there already; else the sources besides, and the write of an act. */
export const createReport: Action<Asked, Created> = {
  write: true,
  input: workReportInputs.createReport,
  run,
};
