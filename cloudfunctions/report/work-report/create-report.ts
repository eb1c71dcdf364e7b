import { WORK_REPORT_LIMITS } from '../../../miniprogram/contract/work-report';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { daysBetween } from '../../shared/china-time';
import { encryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { seal } from './open-report';
import { readSources } from './read-sources';
import { askAll } from './rules/ask';
import { keepAnswers } from './rules/changes';
import { slotNamesOf, templateOf } from './rules/templates';
import { workReportInputs } from './schemas';
import { auditReport, createReport as createDocument, readReport, reportId, seqOf } from './store';

type Asked = Input<'report', 'createReport'>;
type Created = Output<'report', 'createReport'>;

async function run(call: Call, { township, kind, from, to }: Asked): Promise<Answer<Created>> {
  const odd = from > to || daysBetween(from, to) > WORK_REPORT_LIMITS.spanDays;
  if (odd) return refuse('bad-input', { field: 'to' });
  const _id = reportId(township, kind, from, to);
  if (await readReport(township, _id)) return ok({ report: _id, existed: true });
  const sources = await readSources(township, { from, to }, call.now);
  if (!sources) return refuse('not-found');
  const { now, account, key } = call;
  const by = encryptField(call.admitted?.name ?? '');
  const created = await createDocument({
    _id,
    township,
    rev: 1,
    kind,
    from,
    to,
    seq: seqOf(now, _id),
    state: 'draft',
    edition: 1,
    values: seal(keepAnswers(askAll(slotNamesOf(templateOf(kind)), sources))),
    computedAt: now,
    changed: seal([]),
    written: {},
    off: {},
    by,
    at: now,
    steps: [{ act: 'create', by, at: now }],
    acts: [],
  });
  await auditReport({ township, _id }, { by: account, key, act: 'create', at: now, from: '', to: 'draft' });
  return ok({ report: _id, existed: !created });
}

/** One read after admit where it is there already; else the sources besides, and two writes. */
export const createReport: Action<Asked, Created> = {
  write: true,
  input: workReportInputs.createReport,
  run,
};
