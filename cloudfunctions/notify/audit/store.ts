/**
 * The audit: rows of history that left their documents, and the seals over them. Rows are written once and go only with
 * their seal, when they are past their time.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { readClock } from '../../shared/clock';
import { below, drop, type Where } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readAcross,
  readOne,
  readPage,
  removeOne,
  type CollectionSpecs,
} from '../../shared/database';
import { actorOf } from '../../shared/act';
import type { HistoryRow } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { sideBySide } from '../../shared/side-by-side';
import { rowId, seqOf } from '../rules/ids';
import { isPast, nextSeal, type AuditRow, type Hash, type Sealed } from './rules/seal';

const AUDIT = 'audit';
const SEALS = 'seals';

export const collections = {
  [AUDIT]: {
    indexes: [
      inTownship('newest', '-seq'),
      inTownship('by_whom', 'by', '-seq'),
      inTownship('act', 'collection', 'act', '-seq'),
      inTownship('act_by_whom', 'by', 'collection', 'act', '-seq'),
      inTownship('unsealed', 'unsealed', 'at'),
    ],
  },
  [SEALS]: { indexes: [inTownship('n', 'n')] },
} satisfies CollectionSpecs;

export interface StoredSeal extends Sealed {
  _id: string;
  rev: number;
}

/** Nobody without the deployment's key makes a seal: 255 bits. */
export const hashOfAudit: Hash = (parts) => hashParts(parts, 51);

/** Append-only: a row that stands there already stays as it is, and the answer is false. */
export async function writeAudit(
  collection: string,
  due: { township: string; _id: string },
  row: HistoryRow,
  bodyHash?: string,
): Promise<boolean> {
  const { township, _id: document } = due;
  const audited: AuditRow = {
    ...row,
    _id: rowId(collection, due, row.id),
    township,
    rev: 1,
    collection,
    document,
    unsealed: true,
    seq: '',
    ...(bodyHash !== undefined && { h: bodyHash }),
  };
  audited.seq = seqOfRow(audited);
  return createOne(AUDIT, audited);
}

/**
 * The row of an act that changes nothing else: it stands before anything is told. False: the key came before with
 * another body, and nothing was written. One call, one more where the key came before.
 */
export async function auditOnce(
  collection: string,
  document: { township: string; _id: string },
  row: Omit<HistoryRow, 'id' | 'at' | 'by'>,
  call: Call,
): Promise<boolean> {
  const { account, key, now, bodyHash, township } = call;
  const id = `${account}~${key}~${row.act}`;
  const written = { id, at: now, by: actorOf(call), ...row };
  if (await writeAudit(collection, document, written, bodyHash)) return true;
  const before = await readOne<AuditRow>(AUDIT, township, rowId(collection, document, id), ['h']);
  return before?.h === bodyHash;
}

/** By time; of rows of the same instant by letters of their own. */
function seqOfRow({ at, _id }: Pick<AuditRow, 'at' | '_id'>): string {
  return seqOf(at, hashParts(['audit-row', _id], 8));
}

/** What a page of the audit is narrowed to. */
export interface AuditQuery {
  by?: string;
  act?: { collection: string; act: string };
  /** From the first instant to before the second. */
  span?: readonly [Instant, Instant];
  after?: string;
  limit: number;
}

/** Newest first. */
export async function readAudit(
  township: string,
  { by, act, span, after, limit }: AuditQuery,
): Promise<AuditRow[]> {
  // The page before ended within the span.
  const until = after ?? (span && seqOf(span[1], ''));
  const where: Where = {
    ...(by !== undefined && { by }),
    ...act,
    ...(until !== undefined && { seq: below(until) }),
  };
  const rows = await readPage<AuditRow>(AUDIT, township, { where, order: [['seq', 'desc']], limit });
  return span ? rows.filter(({ at }) => at >= span[0]) : rows;
}

async function readSeals(township: string, order: 'asc' | 'desc', limit: number): Promise<StoredSeal[]> {
  return readPage<StoredSeal>(SEALS, township, { where: {}, order: [['n', order]], limit });
}

/** Rows at the same time. */
const AT_ONCE = 10;

function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<unknown> {
  return sideBySide(ids, { atOnce: AT_ONCE, endsAt: Infinity }, work);
}

function unflag(township: string, rows: readonly AuditRow[]): Promise<unknown> {
  const ids = rows.map(({ _id }) => _id);
  return each(ids, (id) => changeOne(AUDIT, township, id, {}, { unsealed: drop }));
}

/** Rows of one seal. */
const ROWS = 200;
/** Others who seal the same township at the same time, before it is left to them. */
const TURNS = 3;

/**
 * Seals what is not sealed yet. Two calls when there is nothing; else one more, and one for each row. The order matters:
 * rows are read after the last seal, and its rows lose their flag before the next seal is made, so that no row comes into
 * two seals, whoever dies where. Answers how many rows were sealed.
 */
export async function sealAudit(township: string, now: Instant, endsAt: Instant = Infinity): Promise<number> {
  let sealed = 0;
  for (let turn = 0; turn < TURNS && readClock() < endsAt; turn++) {
    const [last] = await readSeals(township, 'desc', 1);
    const rows = await readPage<AuditRow>(AUDIT, township, {
      where: { unsealed: true },
      order: [['at', 'asc']],
      limit: ROWS,
    });
    const held = new Set(last?.ids);
    await unflag(
      township,
      rows.filter(({ _id }) => held.has(_id)),
    );
    const fresh = rows.filter(({ _id }) => !held.has(_id));
    // A whole page may be of a seal whose maker died: what lies behind it is the next turn's.
    if (fresh.length === 0 && rows.length === ROWS) continue;
    if (fresh.length === 0) return sealed;
    const seal = nextSeal({ township, rows: fresh, at: now }, last, hashOfAudit);
    const _id = `${township}~${String(seal.n).padStart(9, '0')}`;
    // Somebody else has made the seal of that number.
    if (!(await createOne(SEALS, { ...seal, _id, rev: 1 } satisfies StoredSeal))) continue;
    await unflag(township, fresh);
    sealed += fresh.length;
    if (rows.length < ROWS) return sealed;
  }
  return sealed;
}

/** Townships whose rows one look reads. */
const LOOKED = 500;

/**
 * What acts wrote straight into the audit marks no township's figures: each of these that has such rows is sealed. One
 * call where there are none. Answers how many rows were sealed.
 */
export async function sealWaiting(
  townships: readonly string[],
  now: Instant,
  endsAt: Instant = Infinity,
): Promise<number> {
  if (townships.length === 0) return 0;
  const waiting = await readAcross<AuditRow>(AUDIT, townships, {
    where: { unsealed: true },
    order: [['at', 'asc']],
    limit: LOOKED,
    fields: ['township'],
  });
  let sealed = 0;
  for (const township of new Set(waiting.map((row) => row.township))) {
    if (readClock() >= endsAt) break;
    sealed += await sealAudit(township, now, endsAt);
  }
  return sealed;
}

/** The oldest seals with their rows, as far as the one after them is past its time too; answers how many rows went. */
export async function removeOldAudit(township: string, before: Instant, limit: number): Promise<number> {
  let removed = 0;
  while (removed < limit) {
    const [oldest, next] = await readSeals(township, 'asc', 2);
    if (!oldest || !isPast(next, before)) return removed;
    await each(oldest.ids, (id) => removeOne(AUDIT, township, id));
    await removeOne(SEALS, township, oldest._id);
    removed += oldest.ids.length;
  }
  return removed;
}
