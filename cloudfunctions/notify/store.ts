/** Collections of notify: the audit, which only grows, and the letters that no consumer took. */
import type { Instant } from '../../miniprogram/contract/wire';
import { absent, above, drop, put, takeWhere, type Changes, type Where } from '../shared/conditions';
import { changeOne, createOne, readAcross, readOne, type CollectionSpecs } from '../shared/database';
import type { HistoryRow, OutboxEntry } from '../shared/outbox';
import { collections as ofRegistry } from '../registry/store';
import { collections as ofReception } from '../reception/store';
import { collections as ofRequest } from '../request/store';
import type { Shipment } from './rules/shipment';

const AUDIT = 'audit';
const LETTERS = 'deadletters';

export const collections = {
  [AUDIT]: {
    indexes: [
      {
        name: 'township_document_at',
        fields: [
          ['township', 1],
          ['document', 1],
          ['at', 1],
        ],
      },
      {
        name: 'township_at',
        fields: [
          ['township', 1],
          ['at', 1],
        ],
      },
    ],
  },
  [LETTERS]: {
    indexes: [
      {
        name: 'township_at',
        fields: [
          ['township', 1],
          ['at', 1],
        ],
      },
    ],
  },
} as const satisfies CollectionSpecs;

const earlier: CollectionSpecs = { ...ofRegistry, ...ofReception, ...ofRequest };

/** Where outboxes are: every collection of an earlier function with an index on (township, outboxAt). */
export const SOURCES: readonly string[] = Object.keys(earlier).filter((name) =>
  earlier[name]?.indexes.some(
    ({ fields: [first, second] }) => first?.[0] === 'township' && second?.[0] === 'outboxAt',
  ),
);

export interface Due {
  _id: string;
  township: string;
  outboxAt: Instant;
  /** Until when another relay has it in hand; absent: nobody. */
  lease?: Instant;
}

export interface Outbox extends Due {
  rev: number;
  outbox: readonly OutboxEntry[];
  history: readonly HistoryRow[];
}

/** Documents with something to ship, longest due first; one call. */
export async function readDue(
  collection: string,
  townships: readonly string[],
  now: Instant,
  limit: number,
): Promise<Due[]> {
  const found = await readAcross<Due>(collection, townships, {
    ...{ where: { outboxAt: above(0) }, order: [['outboxAt', 'asc']], limit },
    fields: ['township', 'outboxAt', 'lease'],
  });
  return found.filter(({ outboxAt, lease = 0 }) => outboxAt <= now && lease <= now);
}

/** Takes the document in hand; false when another relay was faster. */
export function takeLease(collection: string, due: Due, until: Instant): Promise<boolean> {
  const where: Where = { lease: due.lease ?? absent };
  return changeOne(collection, due.township, due._id, where, { lease: put(until) });
}

export function readOutbox(collection: string, { township, _id }: Due): Promise<Outbox | undefined> {
  return readOne<Outbox>(collection, township, _id, ['township', 'rev', 'outboxAt', 'outbox', 'history']);
}

/**
 * Takes out what was shipped and lets go of the document. True: nothing else happened meanwhile, the outbox is
 * settled. Otherwise only what was shipped goes, what came meanwhile stays due.
 */
export async function settleOutbox(collection: string, read: Outbox, shipment: Shipment): Promise<boolean> {
  const { shipped, rows, remaining, nextAt } = shipment;
  const { township, _id, rev } = read;
  const history: Changes = rows.length > 0 ? { history: takeWhere('id', rows) } : {};
  const settled = { ...history, outbox: put(remaining), outboxAt: put(nextAt), lease: drop };
  if (await changeOne(collection, township, _id, { rev }, settled)) return true;
  const outbox: Changes = shipped.length > 0 ? { outbox: takeWhere('id', shipped) } : {};
  await changeOne(collection, township, _id, {}, { ...history, ...outbox, lease: drop });
  return false;
}

/** Names the row after its document, township first: written twice it is still one. */
function rowId(collection: string, { township, _id }: Due, row: string): string {
  const document = _id.startsWith(`${township}~`) ? _id.slice(township.length + 1) : _id;
  return `${township}~${collection}~${document}~${row}`;
}

/** Append-only: a row that stands there already stays as it is. */
export async function writeAudit(collection: string, due: Due, row: HistoryRow): Promise<void> {
  const { township, _id: document } = due;
  const audited = { ...row, _id: rowId(collection, due, row.id), township, rev: 1, collection, document };
  await createOne(AUDIT, audited);
}

/** An event that its consumers refused too often waits here for somebody to look. */
export async function writeLetter(
  collection: string,
  due: Due,
  { id, event, about, attempts = 0 }: OutboxEntry,
  now: Instant,
): Promise<void> {
  const { township, _id: document } = due;
  const letter = { id, event, about, attempts: attempts + 1, at: now };
  await createOne(LETTERS, {
    ...{ _id: rowId(collection, due, id), township, rev: 1, collection, document },
    ...letter,
  });
}
