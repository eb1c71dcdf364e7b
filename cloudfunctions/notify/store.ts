/**
 * Collections of notify: the audit, which only grows; the dead letters that no consumer took; each person's inbox, the
 * messages on their way and the consents for them; what the clock has been reminded of. Their reads and writes but
 * for the relay's own stand beside this file (inbox.ts, messages.ts, consents.ts, letters.ts, remind.ts).
 */
import type { Instant } from '../../miniprogram/contract/wire';
import { absent, above, drop, put, takeWhere, type Changes, type Where } from '../shared/conditions';
import {
  changeOne,
  createOne,
  readAcross,
  readOne,
  type CollectionSpecs,
  type IndexSpec,
  type Stored,
} from '../shared/database';
import type { HistoryRow, OutboxEntry } from '../shared/outbox';
import { collections as ofRegistry } from '../registry/store';
import { collections as ofPublicity } from '../publicity/store';
import { collections as ofReception } from '../reception/days/store';
import { collections as ofRequest } from '../request/store';
import type { Shipment } from './relay/rules/shipment';

const AUDIT = 'audit';
export const DEAD_LETTERS = 'deadletters';
export const INBOX = 'inbox';
export const MESSAGES = 'messages';
export const CONSENTS = 'consents';
export const REMINDERS = 'reminders';

/** No query crosses townships, so each index begins with it. */
function inTownship(...fields: IndexSpec['fields']): IndexSpec['fields'] {
  return [['township', 1], ...fields];
}

/** Orders rows by when they came, newest last; the letters of the id tell those of one instant apart. */
export function seqOf(at: Instant, id: string): string {
  return `${String(at).padStart(13, '0')}${id.slice(-8)}`;
}

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
  [DEAD_LETTERS]: {
    indexes: [
      { name: 'newest', fields: inTownship(['seq', -1]) },
      { name: 'due', fields: inTownship(['nextAt', 1]) },
    ],
  },
  [INBOX]: {
    indexes: [
      { name: 'own', fields: inTownship(['account', 1], ['seq', -1]) },
      { name: 'oldest', fields: inTownship(['seq', 1]) },
    ],
  },
  [MESSAGES]: {
    indexes: [
      { name: 'due', fields: inTownship(['nextAt', 1]) },
      { name: 'thread', fields: inTownship(['thread', 1], ['nextAt', 1]) },
      { name: 'list', fields: inTownship(['list', 1], ['seq', -1]) },
      { name: 'oldest', fields: inTownship(['seq', 1]) },
    ],
  },
  [CONSENTS]: { indexes: [] },
  [REMINDERS]: { indexes: [] },
} satisfies CollectionSpecs;

const earlier: CollectionSpecs = { ...ofRegistry, ...ofReception, ...ofRequest, ...ofPublicity };

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
    where: { outboxAt: above(0) },
    order: [['outboxAt', 'asc']],
    limit,
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
function rowId(collection: string, { township, _id }: Pick<Due, 'township' | '_id'>, row: string): string {
  const document = _id.startsWith(`${township}~`) ? _id.slice(township.length + 1) : _id;
  return `${township}~${collection}~${document}~${row}`;
}

/** Append-only: a row that stands there already stays as it is. */
export async function writeAudit(
  collection: string,
  due: Pick<Due, 'township' | '_id'>,
  row: HistoryRow,
): Promise<void> {
  const { township, _id: document } = due;
  const audited = { ...row, _id: rowId(collection, due, row.id), township, rev: 1, collection, document };
  await createOne(AUDIT, audited);
}

export interface DeadLetter extends Stored, OutboxEntry {
  collection: string;
  document: string;
  attempts: number;
  seq: string;
  /** When it is to be tried again; 0: when somebody says so. */
  nextAt: Instant;
}

/** An event that its consumers refused too often waits here for somebody to look. */
export async function writeDeadLetter(
  collection: string,
  due: Due,
  { id, event, about, attempts = 0 }: OutboxEntry,
  now: Instant,
): Promise<void> {
  const { township, _id: document } = due;
  const _id = rowId(collection, due, id);
  const letter: DeadLetter = {
    _id,
    township,
    rev: 1,
    collection,
    document,
    id,
    event,
    about,
    attempts: attempts + 1,
    at: now,
    seq: seqOf(now, _id),
    nextAt: 0,
  };
  await createOne(DEAD_LETTERS, letter);
}
