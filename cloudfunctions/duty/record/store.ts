/** The collection of disputes: rows of the ledger that a deputy doubts, until the office has answered. */
import type { DisputeState } from '../../../miniprogram/contract/duty';
import type { FactRow } from '../../../miniprogram/contract/facts';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { above, oneOf, type Changes, type Where } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  readOne,
  readPage,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';

const DISPUTES = 'disputes';

export const collections = {
  [DISPUTES]: {
    indexes: [
      {
        name: 'state',
        fields: [
          ['township', 1],
          ['state', 1],
          ['seq', 1],
        ],
      },
      {
        name: 'township_outboxAt',
        fields: [
          ['township', 1],
          ['outboxAt', 1],
        ],
      },
    ],
  },
} as const satisfies CollectionSpecs;

export interface DisputeDocument extends Stored {
  fact: string;
  kind: string;
  date: LocalDate;
  source: FactRow['source'];
  person: string;
  /** Encrypted. */
  words: string;
  state: DisputeState;
  /** Encrypted. */
  answer?: string;
  at: Instant;
  seq: string;
  /** Hash of account and key of the act that made it, and of the one that answered. */
  born: string;
  answered?: string;
  history: unknown[];
  outbox: unknown[];
  outboxAt: Instant;
}

/** One row is doubted once by one person. */
export function disputeId(township: string, fact: string, person: string): string {
  return `${township}~${hashParts(['dispute', fact, person])}`;
}

export function createDispute(dispute: DisputeDocument): Promise<boolean> {
  return createOne(DISPUTES, dispute);
}

export function readDispute(township: string, id: string): Promise<DisputeDocument | undefined> {
  return readOne<DisputeDocument>(DISPUTES, township, id);
}

export function changeDispute(
  township: string,
  id: string,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(DISPUTES, township, id, where, changes);
}

/** What this person doubted among these rows. One call, none without rows. */
export function readDisputesAbout(
  township: string,
  person: string,
  facts: readonly string[],
): Promise<DisputeDocument[]> {
  if (facts.length === 0) return Promise.resolve([]);
  const where = { _id: oneOf(facts.map((fact) => disputeId(township, fact, person))) };
  return readPage<DisputeDocument>(DISPUTES, township, { where, order: [], limit: facts.length });
}

/** Those that wait for the office, oldest first. */
export function readOpenDisputes(
  township: string,
  limit: number,
  after?: string,
): Promise<DisputeDocument[]> {
  const where: Where = { state: 'open', ...(after !== undefined && { seq: above(after) }) };
  return readPage<DisputeDocument>(DISPUTES, township, { where, order: [['seq', 'asc']], limit });
}
