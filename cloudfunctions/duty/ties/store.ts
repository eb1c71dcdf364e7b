/** The collection of ties: one document for each deputy, and one that says who of the office may read them. */
import type { ActMark } from '../../shared/act';
import { hashParts } from '../../shared/cipher';
import { above, type Changes } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readOne,
  readPage,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import type { bornWith } from '../../shared/outbox';
import { openCount, type StoredTie } from './rules/tie';

const TIES = 'ties';

export const collections = {
  [TIES]: { indexes: [inTownship('person', 'person'), OUTBOX_INDEX] },
} as const satisfies CollectionSpecs;

/** What the act of a key answered. */
export type KeptAct = ActMark & { o: string };

type Events = ReturnType<typeof bornWith>;

export interface TiesDocument extends Stored, Events {
  person: string;
  ties: Readonly<Record<string, StoredTie>>;
  /** The last KEPT_ACTS. */
  acts: readonly KeptAct[];
}

export interface ReadersDocument extends Stored, Events {
  readers: Readonly<Record<string, { name: string; at: number; granted: boolean }>>;
  acts: readonly KeptAct[];
}

export const KEPT_ACTS = 12;

export function tiesId(township: string, person: string): string {
  return `${township}~${hashParts(['ties', township, person])}`;
}

export function readersId(township: string): string {
  return `${township}~${hashParts(['tie-readers', township])}`;
}

export function readTies(township: string, person: string): Promise<TiesDocument | undefined> {
  return readOne<TiesDocument>(TIES, township, tiesId(township, person));
}

export function readReaders(township: string): Promise<ReadersDocument | undefined> {
  return readOne<ReadersDocument>(TIES, township, readersId(township));
}

export function createTies(document: TiesDocument | ReadersDocument): Promise<boolean> {
  return createOne(TIES, document);
}

export function changeTies(
  { _id, township, rev }: Pick<Stored, '_id' | 'township' | 'rev'>,
  changes: Changes,
): Promise<boolean> {
  return changeOne(TIES, township, _id, { rev }, changes);
}

const PAGE = 100;

/** Deputies with a tie that has not ended, and how many. One call for each hundred. */
export async function readTied(township: string): Promise<Map<string, number>> {
  const tied = new Map<string, number>();
  let after = '';
  for (;;) {
    const found = await readPage<TiesDocument>(TIES, township, {
      where: { person: above(after) },
      order: [['person', 'asc']],
      limit: PAGE,
      fields: ['person', 'ties'],
    });
    for (const { person, ties } of found) if (openCount(ties) > 0) tied.set(person, openCount(ties));
    const last = found.at(-1);
    if (!last || found.length < PAGE) return tied;
    after = last.person;
  }
}
