/** Collections of reports and of what stood in them before. */
import type { WordsVersion } from '../../../miniprogram/contract/work-report';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { writeAudit } from '../../notify/audit/store';
import { tellDirectly } from '../../notify/tell/told-store';
import { hashParts } from '../../shared/cipher';
import { below, drop, put, type Changes, type Where } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readOne,
  readPage,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import type { HistoryRow } from '../../shared/outbox';
import type { ReportDocument } from './rules/report-document';
import { REPORT_NOTICES } from './rules/report-notices';

const REPORTS = 'reports';
const VERSIONS = 'reportversions';

export const collections = {
  [REPORTS]: { indexes: [inTownship('newest', '-seq')] },
  [VERSIONS]: { indexes: [inTownship('place', 'place', '-at')] },
} satisfies CollectionSpecs;

export function reportId(township: string, kind: string, from: LocalDate, to: LocalDate): string {
  return `${township}~${hashParts(['report', township, kind, from, to])}`;
}

export function seqOf(at: Instant, id: string): string {
  return `${String(at).padStart(13, '0')}${id.slice(-8)}`;
}

export function changeReport(township: string, id: string, where: Where, changes: Changes): Promise<boolean> {
  return changeOne(REPORTS, township, id, where, changes);
}

export function readCards(
  township: string,
  limit: number,
  after?: string,
): Promise<Pick<ReportDocument, '_id' | 'kind' | 'from' | 'to' | 'state' | 'at' | 'by' | 'seq'>[]> {
  return readPage<ReportDocument>(REPORTS, township, {
    where: after === undefined ? {} : { seq: below(after) },
    order: [['seq', 'desc']],
    limit,
    fields: ['kind', 'from', 'to', 'state', 'at', 'by', 'seq'],
  });
}

interface VersionDocument extends Stored, Omit<WordsVersion, 'aside' | 'words'> {
  /** Report and section. */
  place: string;
  /** Encrypted, as the name in `by`. */
  words: string;
  aside: boolean;
}

/** Of one section; the twenty-first takes the place of the first. */
const SLOTS = 20;

const placeOf = (report: string, section: string): string => `${report}~${section}`;

/** Puts it in its place unless a later one is there; twice it is as once. */
export async function keepVersion(
  { township, _id: report }: Pick<ReportDocument, 'township' | '_id'>,
  section: string,
  version: Omit<VersionDocument, '_id' | 'township' | 'rev' | 'place'>,
): Promise<void> {
  const place = placeOf(report, section);
  const kind = version.aside ? 'x' : 'v';
  const _id = `${place}~${kind}${version.version % SLOTS}`;
  const born: VersionDocument = { _id, township, rev: 1, place, ...version };
  if (await createOne(VERSIONS, born)) return;
  const { words, by, at, aside, version: n } = version;
  const changes = { version: put(n), words: put(words), by: put(by), at: put(at), aside: put(aside) };
  await changeOne(VERSIONS, township, _id, { at: below(at) }, changes);
}

/** Newest first; both kinds have twenty places. */
export function readVersions(
  township: string,
  report: string,
  section: string,
): Promise<Omit<VersionDocument, 'rev'>[]> {
  return readPage<VersionDocument>(VERSIONS, township, {
    where: { place: placeOf(report, section) },
    order: [['at', 'desc']],
    limit: SLOTS * 2,
  });
}

/**
 * Reports come after notify, so no relay ships their history or brings their events. The row of the audit is part of
 * the act's one write; right after it people are told of the act and the row goes to the audit. Where the instance dies
 * in between, whoever reads the report next does it: told twice is told once.
 */
async function bringToAudit(
  { township, _id }: Pick<ReportDocument, 'township' | '_id'>,
  row: HistoryRow,
): Promise<void> {
  await tellDirectly(REPORT_NOTICES, {
    township,
    document: _id,
    event: `report-${row.act}`,
    id: row.id,
    by: row.by,
    at: row.at,
  });
  await writeAudit(REPORTS, { township, _id }, row);
  await changeOne(REPORTS, township, _id, { 'unaudited.id': row.id }, { unaudited: drop });
}

/** As it is stored: with the last act's row of the audit, until it stands there. */
interface AuditedReport extends ReportDocument {
  unaudited?: HistoryRow;
}

/** False: it is there already. Three calls. */
export async function createReport(report: ReportDocument, row: HistoryRow): Promise<boolean> {
  const born: AuditedReport = { ...report, unaudited: row };
  const created = await createOne(REPORTS, born);
  if (created) await bringToAudit(report, row);
  return created;
}

/** One call, two more where an act's row of the audit is still to be brought there. */
export async function readReport(township: string, id: string): Promise<ReportDocument | undefined> {
  const report = await readOne<AuditedReport>(REPORTS, township, id);
  if (report?.unaudited) await bringToAudit(report, report.unaudited);
  return report;
}

/** An act of which the audit has a row: three calls, one where somebody else was faster. */
export async function writeAct(
  report: Pick<ReportDocument, 'township' | '_id'>,
  where: Where,
  changes: Changes,
  row: HistoryRow,
): Promise<boolean> {
  const { township, _id } = report;
  const written = await changeReport(township, _id, where, { ...changes, unaudited: put(row) });
  if (written) await bringToAudit(report, row);
  return written;
}
