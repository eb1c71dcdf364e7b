/**
 * The audit: rows of history that left their documents, and the seals over them. Rows are written once and go only with
 * their seal, when they are past their time.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { drop } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readPage,
  removeOne,
  type CollectionSpecs,
} from '../../shared/database';
import type { HistoryRow } from '../../shared/outbox';
import { rowId } from '../rules/ids';
import { isPast, nextSeal, type AuditRow, type Hash, type Sealed } from './rules/seal';

const AUDIT = 'audit';
const SEALS = 'seals';

export const collections = {
  [AUDIT]: {
    indexes: [
      inTownship('township_document_at', 'document', 'at'),
      inTownship('township_at', 'at'),
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

/** Append-only: a row that stands there already stays as it is. */
export async function writeAudit(
  collection: string,
  due: { township: string; _id: string },
  row: HistoryRow,
): Promise<void> {
  const { township, _id: document } = due;
  const audited: AuditRow = {
    ...row,
    _id: rowId(collection, due, row.id),
    township,
    rev: 1,
    collection,
    document,
    unsealed: true,
  };
  await createOne(AUDIT, audited);
}

async function readSeals(township: string, order: 'asc' | 'desc', limit: number): Promise<StoredSeal[]> {
  return readPage<StoredSeal>(SEALS, township, { where: {}, order: [['n', order]], limit });
}

/** Rows at the same time. */
const AT_ONCE = 10;

async function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await Promise.all(ids.slice(from, from + AT_ONCE).map(work));
}

function unflag(township: string, rows: readonly AuditRow[]): Promise<void> {
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
export async function sealAudit(township: string, now: Instant): Promise<number> {
  let sealed = 0;
  for (let turn = 0; turn < TURNS; turn++) {
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
