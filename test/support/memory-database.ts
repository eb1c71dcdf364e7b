/**
 * In the place of cloudfunctions/shared/database.ts where ten thousand lives are to be lived: the same calls, one after
 * the other, on documents in this process's memory. What it knows of conditions is what conditions.ts can say. That
 * the real engine means the same by them is not its business: memory-database.test.ts compares the two.
 */
import { applyChanges } from '../../cloudfunctions/shared/apply-changes';
import {
  checkValue,
  checkWhere,
  oneOf,
  type Changes,
  type Condition,
  type Where,
} from '../../cloudfunctions/shared/conditions';
import type { PageOptions, Stored } from '../../cloudfunctions/shared/database';
import { noteBirth, noteChange } from './audit-law';

const { inTownship, OUTBOX_INDEX } = jest.requireActual<
  typeof import('../../cloudfunctions/shared/database')
>('../../cloudfunctions/shared/database');
export { inTownship, OUTBOX_INDEX };
export type { CollectionSpecs, IndexSpec, PageOptions, Stored } from '../../cloudfunctions/shared/database';

type Row = Record<string, unknown> & Stored;
const collections = new Map<string, Map<string, Row>>();

export const passAtOnce = (): Promise<void> => Promise.resolve();

/** Each call waits for this first, and is then carried out at once. */
export const turnstile = {
  pass: passAtOnce,
  calls: 0,
};

export function rowsOf(collection: string): Map<string, Row> {
  let rows = collections.get(collection);
  if (!rows) collections.set(collection, (rows = new Map<string, Row>()));
  return rows;
}

/** Everything as it is now; the answer puts it back. */
export function keepRows(): () => void {
  const kept = [...collections].map(([name, rows]) => [name, new Map(rows)] as const);
  return () => {
    collections.clear();
    for (const [name, rows] of kept) collections.set(name, new Map(rows));
  };
}

/** Each collection with its rows. */
export function* listRows(): Generator<readonly [name: string, rows: Iterable<Row>]> {
  for (const [name, rows] of collections) yield [name, rows.values()];
}

/** A stored row is never changed but replaced, so that whoever read it keeps what was read. */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const paths = new Map<string, readonly string[]>();

function split(path: string): readonly string[] {
  let names = paths.get(path);
  if (!names) paths.set(path, (names = path.split('.')));
  return names;
}

/** All values at a path, from this name of it on: lists are looked into, as the database does. */
function valuesAt(value: unknown, names: readonly string[], from = 0): unknown[] {
  const name = names[from];
  if (name === undefined) return Array.isArray(value) ? [value, ...(value as unknown[])] : [value];
  if (Array.isArray(value) && !/^\d+$/.test(name))
    return (value as unknown[]).flatMap((each) => valuesAt(each, names, from));
  if (value === null || typeof value !== 'object') return [undefined];
  return valuesAt((value as Record<string, unknown>)[name], names, from + 1);
}

function holds(values: readonly unknown[], condition: Condition): boolean {
  const is = (wanted: unknown) =>
    values.some((value) => value === wanted || (wanted === null && value === undefined));
  if (condition === null || typeof condition !== 'object') return is(condition);
  const compare = (test: (value: string | number, than: string | number) => boolean) => {
    const than = condition.value as string | number;
    return values.some((value) => typeof value === typeof than && test(value as typeof than, than));
  };
  switch (condition.test) {
    case 'exists':
      return values.some((value) => value !== undefined) === condition.value;
    case 'in':
      return condition.value.some(is);
    case 'nin':
      return !condition.value.some(is);
    case 'neq':
      return !is(condition.value);
    case 'gt':
      return compare((value, than) => value > than);
    case 'gte':
      return compare((value, than) => value >= than);
    case 'lt':
      return compare((value, than) => value < than);
    case 'lte':
      return compare((value, than) => value <= than);
    case 'between': {
      const [value, upper] = condition.value;
      return holds(values, { test: 'gt', value }) && holds(values, { test: 'lt', value: upper });
    }
  }
}

/** Plain values at the top, which are most conditions, are compared at once. */
function matches(row: Row, path: string, condition: Condition): boolean {
  const plain = condition === null || typeof condition !== 'object';
  const value = path.includes('.') ? undefined : row[path];
  if (plain && typeof value === 'string') return value === condition;
  return holds(valuesAt(row, split(path)), condition);
}

function find(collection: string, where: Where): Row[] {
  checkWhere(where);
  const { _id: id } = where;
  const conditions = Object.entries(where);
  const one = typeof id === 'string' ? rowsOf(collection).get(id) : undefined;
  const rows = typeof id !== 'string' ? [...rowsOf(collection).values()] : one ? [one] : [];
  return rows.filter((row) => conditions.every(([path, condition]) => matches(row, path, condition)));
}

async function begin(): Promise<void> {
  turnstile.calls++;
  await turnstile.pass();
}

export async function changeAndRead<T extends Stored>(
  collection: string,
  township: string,
  where: Where,
  changes: Changes,
): Promise<T | undefined> {
  await begin();
  const [row] = find(collection, { township, ...where });
  if (!row) return undefined;
  const after = applyChanges(row, changes);
  rowsOf(collection).set(after._id, after);
  noteChange(collection, changes);
  return after as unknown as T;
}

export async function changeOne(
  collection: string,
  township: string,
  id: string,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return (await changeAndRead(collection, township, { ...where, _id: id }, changes)) !== undefined;
}

export async function createOne(collection: string, document: Stored): Promise<boolean> {
  checkValue(document);
  await begin();
  const rows = rowsOf(collection);
  if (rows.has(document._id)) return false;
  rows.set(document._id, copy(document) as Row);
  noteBirth(collection, document);
  return true;
}

export async function removeOne(collection: string, township: string, id: string): Promise<boolean> {
  await begin();
  return find(collection, { _id: id, township }).length === 1 && rowsOf(collection).delete(id);
}

/** `true`: all that stands there. */
interface Asked {
  [name: string]: Asked | true;
}

/** Most callers name theirs once. */
const trees = new WeakMap<readonly string[], Asked>();

function treeOf(fields: readonly string[]): Asked {
  const known = trees.get(fields);
  if (known) return known;
  const tree: Asked = { _id: true };
  trees.set(fields, tree);
  for (const names of fields.map(split)) {
    let at = tree;
    for (const [n, name] of names.entries()) {
      const below = at[name];
      if (below === true) break;
      if (n === names.length - 1) at[name] = true;
      else at = at[name] = below ?? {};
    }
  }
  return tree;
}

/** What is asked for of it; of a list's elements the same, and undefined of what has no inside. */
function partOf(value: unknown, asked: Asked): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  if (Array.isArray(value))
    return (value as unknown[]).map((each) => partOf(each, asked)).filter((each) => each !== undefined);
  const part: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value as Record<string, unknown>)) {
    const wanted = asked[name];
    const kept = wanted === true ? inner : wanted && partOf(inner, wanted);
    if (kept !== undefined) part[name] = kept;
  }
  return part;
}

function compareBy(order: PageOptions['order']) {
  return (one: Row, other: Row): number => {
    for (const [path, direction] of order) {
      const [left = ''] = valuesAt(one, split(path)) as string[];
      const [right = ''] = valuesAt(other, split(path)) as string[];
      if (left !== right) return (left < right ? -1 : 1) * (direction === 'asc' ? 1 : -1);
    }
    return 0;
  };
}

export async function readAcross<T extends Partial<Stored>>(
  collection: string,
  townships: readonly string[],
  { where, order, limit, fields }: PageOptions,
): Promise<T[]> {
  await begin();
  const [only] = townships;
  // As the real one: of one township, which most rows are told apart by at once.
  const township = townships.length === 1 && only !== undefined ? only : oneOf(townships);
  const found = find(collection, { township, ...where });
  const rows: unknown[] = found.sort(compareBy(order)).slice(0, limit);
  if (!fields || fields.length === 0) return rows as T[];
  const asked = treeOf(fields);
  return rows.map((row) => partOf(row, asked)) as T[];
}

export function readPage<T extends Partial<Stored>>(
  collection: string,
  township: string,
  options: PageOptions,
): Promise<T[]> {
  return readAcross<T>(collection, [township], options);
}

export async function readOne<T extends Partial<Stored>>(
  collection: string,
  township: string,
  id: string,
  fields?: readonly string[],
): Promise<T | undefined> {
  const [found] = await readPage<T>(collection, township, {
    where: { _id: id },
    order: [],
    limit: 1,
    ...(fields && { fields }),
  });
  return found;
}

export async function listValues(
  collection: string,
  township: string,
  where: Where,
  field: string,
): Promise<string[]> {
  await begin();
  const found = find(collection, { township, ...where });
  return [...new Set(found.flatMap((row) => row[field] as string[]))];
}

/** Never more sets than one call brings. */
export async function countAlike<T>(
  collection: string,
  township: string,
  where: Where,
  fields: readonly (keyof T & string)[],
): Promise<{ of: Partial<T>; n: number }[]> {
  await begin();
  const sets = new Map<string, { of: Partial<T>; n: number }>();
  for (const row of find(collection, { township, ...where })) {
    const of = Object.fromEntries(fields.map((name) => [name, row[name]])) as Partial<T>;
    const set = sets.get(JSON.stringify(of)) ?? { of, n: 0 };
    sets.set(JSON.stringify(of), { of, n: set.n + 1 });
  }
  return [...sets.values()];
}

export async function countBy(
  collection: string,
  township: string,
  where: Where,
  field: string,
): Promise<Map<string, number>> {
  await begin();
  const counts = new Map<string, number>();
  for (const row of find(collection, { township, ...where })) {
    const [value = ''] = valuesAt(row, split(field)) as string[];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export async function removeFirst(
  collection: string,
  township: string,
  options: Omit<PageOptions, 'fields'>,
): Promise<number> {
  const found = await readPage<Stored>(collection, township, options);
  await Promise.all(found.map(({ _id }) => removeOne(collection, township, _id)));
  return found.length;
}
