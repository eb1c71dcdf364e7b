/** The collection of changes within a term: each a document, recorded once, never altered. */
import type { ChangeKind } from '../../../miniprogram/contract/congress/change';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { above, below } from '../../shared/conditions';
import { createOne, readOne, readPage, type CollectionSpecs } from '../../shared/database';
import { bornWith } from '../../shared/outbox';

const CHANGES = 'changes';

export const collections = {
  [CHANGES]: {
    indexes: [
      {
        name: 'newest',
        fields: [
          ['township', 1],
          ['seq', -1],
        ],
      },
      {
        name: 'outbox',
        fields: [
          ['township', 1],
          ['outboxAt', 1],
        ],
      },
    ],
  },
} as const satisfies CollectionSpecs;

export interface ChangeDocument {
  _id: string;
  township: string;
  rev: number;
  seq: string;
  person: string;
  kind: ChangeKind;
  date: LocalDate;
  body: string;
  notice: string;
  constituency?: string;
  group?: string;
  at: Instant;
  /** With which body it came. */
  h: string;
}

/** From person, kind and day: entered twice it is one. */
export function changeId(township: string, person: string, kind: ChangeKind, date: LocalDate): string {
  return `${township}~${hashParts(['change', township, person, kind, date])}`;
}

export function createChange(change: ChangeDocument, by: string, key: string): Promise<boolean> {
  const { _id, at, person, kind } = change;
  const act = { at, by, act: kind, of: person, from: '', to: kind, key };
  const born = bornWith({ ...act, event: 'deputy-changed', about: { change: _id, person } });
  return createOne(CHANGES, { ...change, ...born });
}

export function readChange(township: string, id: string): Promise<ChangeDocument | undefined> {
  return readOne<ChangeDocument>(CHANGES, township, id);
}

export function readChanges(township: string, limit: number, after?: string): Promise<ChangeDocument[]> {
  return readPage<ChangeDocument>(CHANGES, township, {
    where: { seq: after === undefined ? above('') : below(after) },
    order: [['seq', 'desc']],
    limit,
  });
}
