import { MAX_INDEXES, MAX_NAME_LENGTH } from '../limits';
import type { IndexDeclaration, IndexTable } from '../types';
import { encodeValues } from '../values/key';
import { fieldKeys, toFields } from './entries';
import { scanNatural } from './natural';
import { collectionKey, endOf, type Index, indexesOf, markArray, type Store } from './store';
import { encodeId } from './writes';

/**
 * Reads what exists, adds what the table declares and rebuilds every index whose declaration changed.
 *
 * @throws Error when a declaration is wrong or a new unique index finds duplicates
 */
export function openCatalog(store: Store, table: IndexTable): void {
  store.root.transactionSync(() => {
    for (const { key } of store.meta.getRange({ start: ['collection'], end: ['collection\uffff'] })) {
      store.collections.add(key[1] ?? '');
    }
    loadArrayIndexes(store);
    for (const name of Object.keys(table)) addCollection(store, name);
    store.sequence = lastSequence(store);
    for (const [name, { indexes }] of Object.entries(table)) {
      store.indexes.set(name, toIndexes(name, indexes));
    }
    for (const name of store.collections) alignIndexes(store, name);
  });
}

/** Which indexes hold arrays, as it is written; after an undone write the memory of it may say more. */
export function loadArrayIndexes(store: Store): void {
  store.arrayIndexes.clear();
  for (const { key } of store.meta.getRange({ start: ['array'], end: ['array\uffff'] })) {
    store.arrayIndexes.add(key.slice(1).join('\0'));
  }
}

/** Runs inside a write transaction. */
export function addCollection(store: Store, name: string): void {
  store.collections.add(name);
  store.meta.putSync(['collection', name], true);
}

function toIndexes(collection: string, declarations: readonly IndexDeclaration[]): Index[] {
  if (declarations.length > MAX_INDEXES)
    throw new Error(`${collection} declares more than ${MAX_INDEXES} indexes`);
  const names = new Set<string>();
  return declarations.map(({ name, fields, unique }) => {
    if (name === '' || name.length > MAX_NAME_LENGTH || names.has(name)) {
      throw new Error(
        `an index of ${collection} needs a name of its own, 1 to ${MAX_NAME_LENGTH} letters: '${name}'`,
      );
    }
    names.add(name);
    if (fields.length === 0) throw new Error(`index ${name} of ${collection} has no fields`);
    return {
      collection,
      name,
      fields: toFields(fields),
      unique: unique === true,
      prefix: encodeValues([collection, name]),
    };
  });
}

function lastSequence(store: Store): number {
  let last = 0;
  for (const collection of store.collections) {
    const prefix = collectionKey(collection);
    const range = { start: endOf(prefix), end: prefix, reverse: true, limit: 1 };
    for (const { key } of store.natural.getRange(range))
      last = Math.max(last, key.readUIntBE(prefix.length, 6));
  }
  return last;
}

/** Its last part: what is kept of an index besides its entries; of another kind it is built anew. */
function signature(index: Index): string {
  const fields = index.fields.map(({ path, direction }) => [path, direction]);
  return JSON.stringify([fields, index.unique, 'arrays by field']);
}

/** Drops the entries of indexes no longer declared as they were and builds the new ones. */
function alignIndexes(store: Store, collection: string): void {
  const declared = new Map(indexesOf(store, collection).map((index) => [index.name, index]));
  const stored = new Map<string, string>();
  const range = { start: ['index', collection], end: ['index', `${collection}\0`] };
  for (const { key, value } of store.meta.getRange(range)) stored.set(key[2] ?? '', value as string);
  for (const [name, old] of stored) {
    const index = declared.get(name);
    if (!index || signature(index) !== old) forgetIndex(store, collection, name);
  }
  for (const index of declared.values()) {
    if (stored.get(index.name) !== signature(index)) buildIndex(store, index);
  }
}

function forgetIndex(store: Store, collection: string, name: string): void {
  const start = encodeValues([collection, name]);
  const keys = [...store.entries.getKeys({ start, end: endOf(start) })];
  for (const key of keys) store.entries.removeSync(key);
  for (const { key } of store.meta.getRange({
    start: ['array', collection, name],
    end: ['array', collection, `${name}\uffff`],
  })) {
    if (key[2] === name) store.meta.removeSync(key);
  }
  for (const marked of store.arrayIndexes)
    if (marked.startsWith(`${collection}\0${name}\0`)) store.arrayIndexes.delete(marked);
  store.meta.removeSync(['index', collection, name]);
}

function buildIndex(store: Store, index: Index): void {
  for (const { document } of scanNatural(store, index.collection)) {
    const id = encodeId(document['_id']);
    const { keys, array } = fieldKeys(document, index.fields);
    if (array !== undefined) markArray(store, index, array);
    for (const key of keys) {
      const start = Buffer.concat([index.prefix, key]);
      if (index.unique && store.entries.getKeysCount({ start, end: endOf(start), limit: 1 }) > 0) {
        throw new Error(
          `index ${index.name} of ${index.collection} is declared unique, but the stored documents hold duplicates; reset the data folder`,
        );
      }
      store.entries.putSync(Buffer.concat([start, id]), id);
    }
  }
  store.meta.putSync(['index', index.collection, index.name], signature(index));
}
