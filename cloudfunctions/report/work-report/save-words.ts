import type { SavedWords } from '../../../miniprogram/contract/work-report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { decryptField, encryptField } from '../../shared/cipher';
import { absent, put, type Where } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import type { Decided } from '../../shared/act';
import { actOnReport, recordAct } from './act-on-draft';
import type { ReportDocument, StoredWords } from './rules/report-document';
import { templateOf } from './rules/templates';
import { workReportInputs } from './schemas';
import { changeReport, keepVersion } from './store';

type Asked = Input<'report', 'saveReportWords'>;

/** How often (ms) a copy is kept while one person goes on writing; another person's words are always kept. */
const KEEP_EVERY_MS = 300_000;

function isWritten({ kind }: Pick<ReportDocument, 'kind'>, section: string): boolean {
  return templateOf(kind).sections.some(({ id, prompt }) => id === section && prompt !== undefined);
}

/** Somebody was faster: what was sent is kept beside the report. */
function putAside(
  call: Call,
  report: ReportDocument,
  before: StoredWords,
  asked: Asked,
): Decided<SavedWords> {
  const { v, w, by, at } = before;
  const aside = {
    version: v,
    words: encryptField(asked.words),
    by: encryptField(call.admitted?.name ?? ''),
    at: call.now,
    aside: true,
  };
  return {
    answer: { saved: false, version: v, words: decryptField(w), by: decryptField(by), at },
    async write() {
      await keepVersion(report, asked.section, aside);
      return true;
    },
  };
}

/** What this save replaces, where a copy of it is worth keeping. */
function isWorthKeeping(call: Call, before: StoredWords): boolean {
  if (before.v === before.kept.v) return false;
  return before.a !== call.account || call.now - before.kept.at >= KEEP_EVERY_MS;
}

function decide(call: Call, report: ReportDocument, asked: Asked) {
  const { section, version, words } = asked;
  if (!isWritten(report, section)) return refuse('not-found');
  const before = report.written[section];
  if ((before?.v ?? 0) !== version && before) return putAside(call, report, before, asked);
  if (report.state !== 'draft') return refuse('wrong-state', { state: report.state });
  if (version > 0 && !before) return refuse('not-found');
  const next = version + 1;
  const kept = before && isWorthKeeping(call, before) ? { v: before.v, at: call.now } : before?.kept;
  const fresh: StoredWords = {
    v: next,
    w: encryptField(words),
    by: encryptField(call.admitted?.name ?? ''),
    at: call.now,
    a: call.account,
    kept: kept ?? { v: 0, at: call.now },
  };
  const place = `written.${section}`;
  const where: Where = before ? { [`${place}.v`]: version } : { [place]: absent };
  const changes = { [place]: put(fresh), ...recordAct(call, { n: next, s: section }) };
  return {
    answer: { saved: true as const, version: next },
    async write() {
      if (before && kept?.v === before.v && before.kept.v !== before.v) {
        const { v, w, by, at } = before;
        await keepVersion(report, section, { version: v, words: w, by, at, aside: false });
      }
      const { township, _id } = report;
      return changeReport(township, _id, { ...where, state: 'draft' }, changes);
    },
  };
}

/** One read and one write after admit; a copy of what it replaces now and then. */
function run(call: Call, asked: Asked): Promise<Answer<SavedWords>> {
  return actOnReport<SavedWords>(
    call,
    asked.report,
    ({ n }) => ({ saved: true, version: n }),
    (report) => decide(call, report, asked),
  );
}

export const saveReportWords: Action<Asked, SavedWords> = {
  write: true,
  input: workReportInputs.saveReportWords,
  run,
};
