/**
 * The only door to the database. Every write is one conditional atomic update of one document of one township
 * (or the creation of one with a known id); reads are bounded. Passing faults of the network are tried again,
 * which is safe because each write carries its idempotency key in its own condition.
 */
import { applyChanges } from './apply-changes';
import { attempt } from './attempt';
import { cloudApp } from './caller';
import {
  checkPath,
  checkValue,
  checkWhere,
  oneOf,
  type Change,
  type Changes,
  type Condition,
  type Where,
} from './conditions';
import { DatabaseBusyError } from './errors';

/** Every document of every collection. */
export interface Stored {
  _id: string;
  township: string;
  /** Counts the changes. */
  rev: number;
}

export interface IndexSpec {
  readonly name: string;
  readonly fields: readonly (readonly [string, 1 | -1])[];
  readonly unique?: boolean;
}

/** What a `store.ts` exports as `collections`: names with their indexes. */
export type CollectionSpecs = Readonly<Record<string, { readonly indexes: readonly IndexSpec[] }>>;

/**
 * An index of that name. No query crosses townships but the relay's, so each begins with the township; `-` before a
 * field: the largest first.
 */
export function inTownship(name: string, ...fields: readonly string[]): IndexSpec {
  const named = fields.map((field): [string, 1 | -1] =>
    field.startsWith('-') ? [field.slice(1), -1] : [field, 1],
  );
  return { name, fields: [['township', 1], ...named] };
}

/** The relay finds what a document leaves for it by this index (shared/outbox.ts); notify lists the collections. */
export const OUTBOX_INDEX = inTownship('outbox', 'outboxAt');

export interface PageOptions {
  where: Where;
  order: readonly (readonly [string, 'asc' | 'desc'])[];
  limit: number;
  /** Paths to return; absent: the whole document. */
  fields?: readonly string[];
}

function database() {
  return cloudApp().database();
}

function encodeCondition(condition: Condition): unknown {
  const command = database().command;
  if (condition === null || typeof condition !== 'object') return command.eq(condition);
  switch (condition.test) {
    case 'exists':
      return command.exists(condition.value);
    case 'in':
      return command.in([...condition.value]);
    case 'nin':
      return command.nin([...condition.value]);
    case 'between':
      return command.gt(condition.value[0]).and(command.lt(condition.value[1]));
    default:
      return command[condition.test](condition.value);
  }
}

function encodeWhere(where: Where): Record<string, unknown> {
  checkWhere(where);
  return Object.fromEntries(
    Object.entries(where).map(([path, condition]) => [path, encodeCondition(condition)]),
  );
}

function encodeChange(change: Change): unknown {
  const command = database().command;
  switch (change.change) {
    case 'put':
      return command.set(change.value);
    case 'add':
      return command.inc(change.value);
    case 'append':
      return change.keep === undefined
        ? command.push([...change.value])
        : command.push({ each: [...change.value], slice: -change.keep });
    case 'take':
      return command.pull(change.value);
    case 'take-where':
      checkPath(change.field);
      return command.pull({ [change.field]: command.in([...change.value]) });
    case 'drop':
      return command.remove();
  }
}

function encodeChanges(changes: Changes): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const [path, change] of Object.entries(changes)) {
    checkPath(path);
    if (change.change !== 'drop') checkValue(change.value);
    encoded[path] = encodeChange(change);
  }
  return { ...encoded, rev: database().command.inc(1) };
}

/**
 * Changes the one document that has this id in this township, if `where` holds for it at that instant.
 * False when it does not (or no such document): read once and say why.
 */
export async function changeOne(
  collection: string,
  township: string,
  id: string,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  const condition = encodeWhere({ ...where, _id: id, township });
  const data = encodeChanges(changes);
  const result = await attempt(
    () =>
      database()
        .collection(collection)
        .where(condition)
        .options({ multiple: false })
        .update(data) as Promise<{ updated?: number }>,
  );
  return result.updated === 1;
}

/**
 * Which form `changeAndRead` has: `read-then-write` where the environment says so, `at-once` otherwise. Nobody has
 * confirmed `updateAndReturn` outside a transaction on the real service (docs/limits.md), so both forms are kept.
 */
const READS_FIRST = process.env['CHANGE_AND_READ'] === 'read-then-write';
/** Which of them is in force: for the self-check. */
export function changeForm(): 'at-once' | 'read-then-write' {
  return READS_FIRST ? 'read-then-write' : 'at-once';
}

/** Others who change the same document between the read and the write, before it is called busy. */
const LOST_WRITES = 6;

/**
 * As changeOne for a document found by its fields, answering the document after exactly this change, never a later
 * one; undefined when none satisfies `where`. One call. In the form that reads first two, two more for each change
 * by others that came in between, and one when nothing satisfies `where`.
 */
export function changeAndRead<T extends Stored>(
  collection: string,
  township: string,
  where: Where,
  changes: Changes,
): Promise<T | undefined> {
  const form = READS_FIRST ? readThenChange : changeAtOnce;
  return form<T>(collection, township, where, changes);
}

async function changeAtOnce<T extends Stored>(
  collection: string,
  township: string,
  where: Where,
  changes: Changes,
): Promise<T | undefined> {
  const condition = encodeWhere({ ...where, township });
  const data = encodeChanges(changes);
  const query = database().collection(collection).where(condition) as unknown as {
    updateAndReturn(data: object): Promise<{ updated?: number; doc?: T | null }>;
  };
  const result = await attempt(() => query.updateAndReturn(data));
  return result.updated === 1 && result.doc ? result.doc : undefined;
}

/** The read's `rev` is the write's condition: who wrote on it knows the document after the write without a look. */
async function readThenChange<T extends Stored>(
  collection: string,
  township: string,
  where: Where,
  changes: Changes,
): Promise<T | undefined> {
  for (let lost = 0; lost < LOST_WRITES; lost++) {
    const [before] = await readPage<T>(collection, township, { where, order: [], limit: 1 });
    if (!before) return undefined;
    const isWritten = await changeOne(
      collection,
      township,
      before._id,
      { ...where, rev: before.rev },
      changes,
    );
    if (isWritten) return applyChanges(before, changes);
  }
  throw new DatabaseBusyError(`${String(LOST_WRITES)} writes were lost to others`);
}

/** Creates the document; false when its id (or a unique index) is taken already. */
export async function createOne(collection: string, document: Stored): Promise<boolean> {
  checkValue(document);
  try {
    await attempt(() => database().collection(collection).add(document));
    return true;
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    // The documented code, and the form seen in production logs.
    if (code === 'DATABASE_DUPLICATE_WRITE' || String(message).includes('E11000')) return false;
    throw error;
  }
}

/** Removes the one document; false when it is gone already. */
export async function removeOne(collection: string, township: string, id: string): Promise<boolean> {
  const condition = encodeWhere({ _id: id, township });
  const query = database().collection(collection).where(condition).options({ multiple: false });
  const { deleted } = (await attempt(() => query.remove())) as { deleted?: number };
  return deleted === 1;
}

/** Removed at once. */
const REMOVED_AT_ONCE = 10;

/** Removes the first of this list, at most `limit` of them; answers how many there were. */
export async function removeFirst(
  collection: string,
  township: string,
  options: Omit<PageOptions, 'fields'>,
): Promise<number> {
  const found = await readPage<Stored>(collection, township, { ...options, fields: ['rev'] });
  for (let from = 0; from < found.length; from += REMOVED_AT_ONCE) {
    const some = found.slice(from, from + REMOVED_AT_ONCE);
    await Promise.all(some.map(({ _id }) => removeOne(collection, township, _id)));
  }
  return found.length;
}

function project(fields: readonly string[]): Record<string, boolean> {
  fields.forEach(checkPath);
  return Object.fromEntries(fields.map((path) => [path, true]));
}

/** One page of a list, in the order of a declared index. */
export async function readPage<T extends Partial<Stored>>(
  collection: string,
  township: string,
  options: PageOptions,
): Promise<T[]> {
  return readAcross<T>(collection, [township], options);
}

/** The same over several townships: for the relay, which serves all of them. */
export async function readAcross<T extends Partial<Stored>>(
  collection: string,
  townships: readonly string[],
  options: PageOptions,
): Promise<T[]> {
  const [only] = townships;
  const township = townships.length === 1 && only !== undefined ? only : oneOf(townships);
  let query = database()
    .collection(collection)
    .where(encodeWhere({ ...options.where, township }));
  for (const [path, direction] of options.order) query = query.orderBy(path, direction);
  if (options.fields) query = query.field(project(options.fields));
  const { data } = (await attempt(() => query.limit(options.limit).get())) as { data: T[] };
  return data;
}

/** The document with this id in this township. */
export async function readOne<T extends Partial<Stored>>(
  collection: string,
  township: string,
  id: string,
  fields?: readonly string[],
): Promise<T | undefined> {
  const where = { _id: id };
  const [found] = await readPage<T>(collection, township, {
    where,
    order: [],
    limit: 1,
    ...(fields && { fields }),
  });
  return found;
}

/** Begins an aggregation over the documents of this township that satisfy `where`. */
function aggregate(collection: string, township: string, where: Where) {
  const condition = encodeWhere({ ...where, township });
  return () => database().collection(collection).aggregate().match(condition);
}

/** What stands in the lists under `field` of the documents that satisfy `where`, each once; at most 1,000. */
export async function listValues(
  collection: string,
  township: string,
  where: Where,
  field: string,
): Promise<string[]> {
  checkPath(field);
  const begin = aggregate(collection, township, where);
  const stages = () =>
    begin()
      .unwind(`$${field}`)
      .group({ _id: `$${field}` })
      .limit(1_000)
      .end() as Promise<{ data: { _id: string }[] }>;
  const { data } = await attempt(stages);
  return data.map(({ _id }) => _id);
}

/** What one call of an aggregation brings at most. */
const GROUPS = 10_000;

/**
 * How many documents of this township satisfy `where`, for each set of values that these fields have; undefined: there are
 * more sets than one call brings.
 */
export async function countAlike<T>(
  collection: string,
  township: string,
  where: Where,
  fields: readonly (keyof T & string)[],
): Promise<{ of: Partial<T>; n: number }[] | undefined> {
  fields.forEach(checkPath);
  const begin = aggregate(collection, township, where);
  const key = Object.fromEntries(fields.map((path) => [path, `$${path}`]));
  const stages = () =>
    begin()
      .group({ _id: key, n: { $sum: 1 } })
      .limit(GROUPS)
      .end() as Promise<{ data: { _id: Partial<T>; n: number }[] }>;
  const { data } = await attempt(stages);
  return data.length === GROUPS ? undefined : data.map(({ _id, n }) => ({ of: _id, n }));
}

/** How many documents of this township satisfy `where`, grouped by `field`; at most 1,000 groups. */
export async function countBy(
  collection: string,
  township: string,
  where: Where,
  field: string,
): Promise<Map<string, number>> {
  checkPath(field);
  const begin = aggregate(collection, township, where);
  const stages = () =>
    begin()
      .group({ _id: `$${field}`, n: { $sum: 1 } })
      .limit(1_000)
      .end() as Promise<{ data: { _id: string | null; n: number }[] }>;
  const { data } = await attempt(stages);
  return new Map(data.map((row) => [row._id ?? '', row.n]));
}
