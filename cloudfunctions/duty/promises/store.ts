/**
 * The collection of promised visits (约定走访): a projection of reception days and of activities, which says of each
 * promise whether the visit was noted. 今日待办 and the morning's notices read it.
 */
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { atMost, drop, oneOf, put, type Changes } from '../../shared/conditions';
import {
  changeOne,
  countBy,
  createOne,
  inTownship,
  readPage,
  removeOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import { sourceName, type SourceRef } from '../ledger/store';
import { findDifference } from '../ledger/rules/difference';
import type { Promised } from './rules/promise';

const PROMISES = 'promises';

export const collections = {
  [PROMISES]: {
    indexes: [
      inTownship('person', 'open', 'person', 'dueSeq'),
      inTownship('due', 'open', 'dueSeq'),
      inTownship('source', 'source'),
    ],
  },
} as const satisfies CollectionSpecs;

export interface StoredPromise extends Stored, Promised {
  source: string;
  dueSeq: string;
  /** Not kept yet. */
  open: boolean;
  /** Who promised it, where somebody else keeps it now. */
  had?: string;
  /** The activity by which it was kept. */
  keptBy?: string;
}

/** A reception day's visitors at most. */
const OF_SOURCE = 600;
const BODY = ['person', 'agreed', 'due', 'dueSeq', 'village', 'household', 'bare'] as const;

export function promiseId({ township, kind, id }: SourceRef, part: string): string {
  return `${township}~${hashParts(['promise', township, kind, id, part])}`;
}

function toRow(source: SourceRef, promise: Promised): StoredPromise {
  const { township, kind, id } = source;
  const _id = promiseId(source, promise.part);
  const dueSeq = `${promise.due}${_id.slice(-8)}`;
  return { _id, township, rev: 1, source: sourceName({ kind, id }), open: true, dueSeq, ...promise };
}

function changesTo(row: StoredPromise): Changes {
  const fields = [...BODY, 'name' as const, 'had' as const].map((name): [string, Changes[string]] => {
    const value = row[name];
    return [name, value === undefined ? drop : put(value)];
  });
  return Object.fromEntries(fields);
}

/** The source goes on naming who promised it; it stays with whoever keeps it in their place. */
function withHeir(row: StoredPromise, stored: ReadonlyMap<string, StoredPromise>): StoredPromise {
  const before = stored.get(row._id);
  return before?.had === row.person ? { ...row, person: before.person, had: row.person } : row;
}

/** Brings the promises of a source in line; a kept one stays kept. One call when all is in line. */
export async function keepPromises(source: SourceRef, promises: readonly Promised[]): Promise<void> {
  const { township } = source;
  const stored = await readPage<StoredPromise>(PROMISES, township, {
    where: { source: sourceName(source) },
    order: [],
    limit: OF_SOURCE,
  });
  const heirs = new Map(stored.map((row) => [row._id, row]));
  const wanted = promises.map((promise) => withHeir(toRow(source, promise), heirs));
  const { create, change, remove } = findDifference(stored, wanted, BODY);
  await Promise.all([
    ...create.map((row) => createOne(PROMISES, row)),
    ...change.map((row) => changeOne(PROMISES, township, row._id, {}, changesTo(row))),
    ...remove.map((id) => removeOne(PROMISES, township, id)),
  ]);
}

/** Kept by whoever promised it, and by that activity as long as it stands. */
export async function markKept(
  township: string,
  { promise, activity, persons }: { promise: string; activity: string; persons: readonly string[] },
): Promise<void> {
  const where = { open: true, person: oneOf(persons) };
  await changeOne(PROMISES, township, promise, where, { open: put(false), keptBy: put(activity) });
}

/** The activity was withdrawn: the visit is still to be made. */
export async function markOpen(township: string, promise: string, activity: string): Promise<void> {
  await changeOne(PROMISES, township, promise, { keptBy: activity }, { open: put(true), keptBy: drop });
}

/** Of one person, nearest date first. */
export function readPromises(township: string, person: string, limit: number): Promise<StoredPromise[]> {
  return readPage<StoredPromise>(PROMISES, township, {
    where: { open: true, person },
    order: [['dueSeq', 'asc']],
    limit,
  });
}

/** Of everybody, due up to and with that day. */
export function readPromisesDue(township: string, until: LocalDate, limit: number): Promise<StoredPromise[]> {
  return readPage<StoredPromise>(PROMISES, township, {
    where: { open: true, dueSeq: atMost(`${until}~`) },
    order: [['dueSeq', 'asc']],
    limit,
    fields: ['person', 'due', 'dueSeq'],
  });
}

/** Person → visits that they still have to make. */
export function countPromises(township: string): Promise<Map<string, number>> {
  return countBy(PROMISES, township, { open: true }, 'person');
}

/** Somebody else makes the visit; one that was noted meanwhile stays as it is. */
export function handOnPromise(
  { township, _id, person, had = person }: StoredPromise,
  heir: string,
): Promise<boolean> {
  const where = { open: true, person };
  return changeOne(PROMISES, township, _id, where, { person: put(heir), had: put(had) });
}
