/** The collection of dead letters: events that their consumers refused ten times, kept 180 days. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { above, add, atMost, below, put, type Where } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readAcross,
  readOne,
  readPage,
  removeFirst,
  removeOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import type { OutboxEntry } from '../../shared/outbox';
import { rowId, seqOf } from '../rules/ids';

export const DEAD_LETTERS = 'deadletters';

export const collections = {
  [DEAD_LETTERS]: { indexes: [inTownship('newest', '-seq'), inTownship('due', 'nextAt')] },
} satisfies CollectionSpecs;

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
  due: { township: string; _id: string },
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

/** Newest first; `after` is the `seq` of the last one seen. */
export function readDeadLetters(township: string, limit: number, after?: string): Promise<DeadLetter[]> {
  const where: Where = { seq: after === undefined ? above('') : below(after) };
  return readPage<DeadLetter>(DEAD_LETTERS, township, { where, order: [['seq', 'desc']], limit });
}

export function readDeadLetter(township: string, id: string): Promise<DeadLetter | undefined> {
  return readOne<DeadLetter>(DEAD_LETTERS, township, id);
}

/** False when it is gone, or waits already. */
export function requeueDeadLetter(township: string, id: string, now: Instant): Promise<boolean> {
  return changeOne(DEAD_LETTERS, township, id, { nextAt: 0 }, { nextAt: put(now) });
}

/** Waiting ones that are due, longest due first; one call. */
export async function readDueLetters(
  townships: readonly string[],
  now: Instant,
  limit: number,
): Promise<DeadLetter[]> {
  const found = await readAcross<DeadLetter>(DEAD_LETTERS, townships, {
    where: { nextAt: above(0) },
    order: [['nextAt', 'asc']],
    limit,
  });
  return found.filter(({ nextAt }) => nextAt <= now);
}

/** One more try; false when another relay was faster. */
export function takeLetter({ township, _id, nextAt }: DeadLetter): Promise<boolean> {
  return changeOne(DEAD_LETTERS, township, _id, { nextAt }, { nextAt: put(0), attempts: add(1) });
}

export async function removeLetter({ township, _id }: DeadLetter): Promise<void> {
  await removeOne(DEAD_LETTERS, township, _id);
}

/** Those that came before the instant, oldest first; answers how many. */
export function removeOlder(township: string, before: Instant, limit: number): Promise<number> {
  const where = { seq: atMost(seqOf(before, '')) };
  return removeFirst(DEAD_LETTERS, township, { where, order: [['seq', 'asc']], limit });
}
