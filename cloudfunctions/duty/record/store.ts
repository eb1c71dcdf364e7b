/** The collection of disputes: rows of the ledger that a deputy doubts, until the office has answered. */
import type { DisputeState } from '../../../miniprogram/contract/duty';
import type { FactRow } from '../../../miniprogram/contract/facts';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { above, type Changes, type Where } from '../../shared/conditions';
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
        name: 'person',
        fields: [
          ['township', 1],
          ['person', 1],
          ['seq', 1],
        ],
      },
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

/** Of one person, newest first. */
export function readDisputesOf(township: string, person: string, limit: number): Promise<DisputeDocument[]> {
  return readPage<DisputeDocument>(DISPUTES, township, {
    where: { person },
    order: [['seq', 'desc']],
    limit,
  });
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
