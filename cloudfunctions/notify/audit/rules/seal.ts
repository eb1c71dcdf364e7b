/** A seal over rows of the audit: what it says, and whether a chain of them still holds. */
import type { Instant } from '../../../../miniprogram/contract/wire';

/** A row as it lies in the audit. */
export interface AuditRow {
  _id: string;
  township: string;
  rev: number;
  id: string;
  at: Instant;
  by: string;
  act: string;
  of: string;
  from: string;
  to: string;
  words?: string;
  collection: string;
  document: string;
  /** Until a seal holds it. */
  unsealed?: true;
  /** Its place among the rows; follows from the rest. */
  seq: string;
  /** Hash of the body of an act that has no other document. */
  h?: string;
}

export interface SealBody {
  township: string;
  /** From 1, without a gap. */
  n: number;
  at: Instant;
  /** Of its rows, in their order. */
  ids: readonly string[];
  /** Hash over the rows. */
  rows: string;
  /** Hash of the seal before; '' for the first. */
  before: string;
}

export interface Sealed extends SealBody {
  hash: string;
}

/** A keyed hash, as shared/cipher.ts makes it. */
export type Hash = (parts: readonly string[]) => string;

/** Everything a row says; how often it was written, and whether it is sealed, is not of it. */
function textOf(row: AuditRow): string {
  const { _id, id, at, by, act, of, from, to, words = '', collection, document } = row;
  return JSON.stringify([_id, id, at, by, act, of, from, to, words, collection, document]);
}

export function rowsHash(rows: readonly AuditRow[], hash: Hash): string {
  return hash(['audit-rows', ...rows.map(textOf)]);
}

export function sealHash({ township, n, at, ids, rows, before }: SealBody, hash: Hash): string {
  return hash(['audit-seal', township, String(n), String(at), rows, before, ...ids]);
}

export function nextSeal(
  { township, rows, at }: { township: string; rows: readonly AuditRow[]; at: Instant },
  last: Pick<Sealed, 'n' | 'hash'> | undefined,
  hash: Hash,
): Sealed {
  const body: SealBody = {
    township,
    n: (last?.n ?? 0) + 1,
    at,
    ids: rows.map(({ _id }) => _id),
    rows: rowsHash(rows, hash),
    before: last?.hash ?? '',
  };
  return { ...body, hash: sealHash(body, hash) };
}

export type Fault =
  | 'seal-missing'
  | 'seal-changed'
  | 'chain-broken'
  | 'row-missing'
  | 'row-changed'
  /** The chain begins later than it may. */
  | 'beginning-missing';

export interface Verified {
  seals: number;
  rows: number;
  /** The first fault; absent: everything that was sealed is as it was. */
  broken?: { n: number; fault: Fault; row?: string };
  /** Rows that no seal holds. */
  unsealed: number;
  /** Of the last seal, to be kept elsewhere; '' where there is none. */
  last: string;
}

function faultOf(seal: Sealed, before: Sealed | undefined, rows: ReadonlyMap<string, AuditRow>, hash: Hash) {
  if (before && seal.n !== before.n + 1) return { n: before.n + 1, fault: 'seal-missing' as const };
  if (seal.hash !== sealHash(seal, hash)) return { n: seal.n, fault: 'seal-changed' as const };
  if (before && seal.before !== before.hash) return { n: seal.n, fault: 'chain-broken' as const };
  const gone = seal.ids.find((id) => !rows.has(id));
  if (gone !== undefined) return { n: seal.n, fault: 'row-missing' as const, row: gone };
  const own = seal.ids.flatMap((id) => rows.get(id) ?? []);
  return seal.rows === rowsHash(own, hash) ? undefined : { n: seal.n, fault: 'row-changed' as const };
}

/** The seal after it: when that is past its time too, this one goes; so one that is past its time begins the chain. */
export function isPast(next: Pick<Sealed, 'at'> | undefined, keptSince: Instant): boolean {
  return next !== undefined && next.at < keptSince;
}

/**
 * `keptSince`: seals from then on must be there. Rows and seals of one township, the seals by number; of several faults
 * the first is named.
 */
export function verifySeals(
  seals: readonly Sealed[],
  rows: readonly AuditRow[],
  keptSince: Instant,
  hash: Hash,
): Verified {
  const byId = new Map(rows.map((row) => [row._id, row]));
  const held = new Set(seals.flatMap(({ ids }) => ids));
  const [first] = seals;
  const swept = first === undefined || first.n === 1 || first.at < keptSince;
  const begins = swept ? undefined : { n: 1, fault: 'beginning-missing' as const };
  const faults = seals.map((seal, at) => {
    const fault = faultOf(seal, seals[at - 1], byId, hash);
    const isGoing = isPast(seals[at + 1], keptSince) && fault?.fault === 'row-missing';
    return isGoing ? undefined : fault;
  });
  const broken = begins ?? faults.find((fault) => fault !== undefined);
  return {
    seals: seals.length,
    rows: held.size,
    ...(broken && { broken }),
    unsealed: rows.filter(({ _id }) => !held.has(_id)).length,
    last: seals.at(-1)?.hash ?? '',
  };
}
