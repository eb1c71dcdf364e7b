import { calculateObjectSize } from 'bson';
import { errors, refusals } from '../errors';
import { MAX_DOCUMENT_BYTES, MAX_ID_BYTES, MAX_INDEX_KEY_BYTES } from '../limits';
import type { DuplicateCode } from '../types';
import { encodeValue } from '../values/key';
import { type Document, printValue, Rank, rankOf, typeName } from '../values/value';
import { toText } from '../wire/ejson';
import { fieldKeys } from './entries';
import {
  type Before,
  documentKey,
  endOf,
  getDocument,
  type Index,
  indexesOf,
  markArray,
  naturalKey,
  packDocument,
  remember,
  type Store,
  type StoredDocument,
  unpackDocument,
} from './store';

/** How a write names itself in a duplicate's error, and which code that has. */
export interface WriteMode {
  readonly operation: 'Insert' | 'Update';
  readonly duplicateCode: DuplicateCode;
}

/** The key of an `_id`; refuses the types MongoDB refuses. */
export function encodeId(id: unknown): Buffer {
  const rank = rankOf(id);
  if (rank === Rank.array || rank === Rank.regex || rank === Rank.missing) {
    throw refusals.idType(typeName(id));
  }
  const key = encodeValue(id);
  if (key.length > MAX_ID_BYTES) throw refusals.keyTooLarge('_id_', key.length, MAX_ID_BYTES);
  return key;
}

/**
 * Everything a document's write needs, checked before the first byte is written: a refusal leaves
 * the transaction empty.
 */
interface PreparedWrite {
  readonly id: Buffer;
  readonly stored: StoredDocument;
  readonly added: readonly IndexChange[];
  readonly removed: readonly IndexChange[];
}

interface IndexChange {
  readonly index: Index;
  readonly array: string | undefined;
  readonly keys: readonly Buffer[];
}

/** Adds a document whose `_id` must be free. Runs inside a write transaction. */
export function insertDocument(store: Store, collection: string, document: Document, mode: WriteMode): void {
  const id = encodeId(document['_id']);
  if (store.documents.doesExist(documentKey(collection, id))) {
    throw errors.duplicateKey(mode.duplicateCode, mode.operation, {
      collection,
      index: '_id_',
      values: `{ _id: ${printValue(document['_id'])} }`,
    });
  }
  const write = prepareWrite(store, collection, document, id, undefined, mode);
  store.natural.putSync(naturalKey(collection, write.stored.sequence), id);
  applyWrite(store, collection, write);
}

/** Puts a new state in the place of an old one with the same `_id`. Runs inside a write transaction. */
export function replaceDocument(
  store: Store,
  collection: string,
  old: StoredDocument,
  document: Document,
  mode: WriteMode,
): void {
  const id = encodeId(document['_id']);
  applyWrite(store, collection, prepareWrite(store, collection, document, id, old, mode));
}

/** Takes a document out. Runs inside a write transaction. */
export function removeDocument(store: Store, collection: string, old: StoredDocument): void {
  const id = encodeId(old.document['_id']);
  noteBefore(store, collection, id);
  const key = documentKey(collection, id);
  store.documents.removeSync(key);
  remember(store, key, undefined);
  store.natural.removeSync(naturalKey(collection, old.sequence));
  for (const index of indexesOf(store, collection)) {
    for (const key of fieldKeys(old.document, index.fields).keys) {
      store.entries.removeSync(Buffer.concat([index.prefix, key, id]));
    }
  }
}

/** For whoever keeps how it was. */
function noteBefore(store: Store, collection: string, id: Buffer): void {
  if (store.kept.size === 0) return;
  const key = documentKey(collection, id);
  const name = key.toString('latin1');
  for (const { before } of store.kept)
    if (!before.has(name)) before.set(name, { collection, id, packed: store.documents.get(key) });
}

/** Puts a document back where none is, in its old place among the others. Runs inside a write transaction. */
export function restoreDocument(store: Store, { collection, id, packed }: Before): void {
  noteBefore(store, collection, id);
  if (!packed) return;
  const { document, sequence } = unpackDocument(packed);
  store.documents.putSync(documentKey(collection, id), packed);
  store.natural.putSync(naturalKey(collection, sequence), id);
  for (const index of indexesOf(store, collection))
    for (const key of fieldKeys(document, index.fields).keys)
      store.entries.putSync(Buffer.concat([index.prefix, key, id]), id);
}

/** Inserts or replaces by `_id`. Runs inside a write transaction. */
export function putDocument(store: Store, collection: string, document: Document, mode: WriteMode): void {
  const old = getDocument(store, collection, encodeId(document['_id']));
  if (old) replaceDocument(store, collection, old, document, mode);
  else insertDocument(store, collection, document, mode);
}

function prepareWrite(
  store: Store,
  collection: string,
  document: Document,
  id: Buffer,
  old: StoredDocument | undefined,
  mode: WriteMode,
): PreparedWrite {
  const text = toText(document);
  checkSize(document, text);
  const added: IndexChange[] = [];
  const removed: IndexChange[] = [];
  for (const index of indexesOf(store, collection)) {
    const after = fieldKeys(document, index.fields);
    const before = old ? fieldKeys(old.document, index.fields).keys : [];
    const fresh = without(after.keys, before);
    const stale = without(before, after.keys);
    if (fresh.length > 0) added.push({ index, array: after.array, keys: fresh });
    if (stale.length > 0) removed.push({ index, array: undefined, keys: stale });
  }
  for (const change of added) checkChange(store, change, id, document, mode);
  const sequence = old ? old.sequence : ++store.sequence;
  return { id, stored: { document, text, sequence }, added, removed };
}

function without(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)));
}

/** BSON is at most eight times as long as the text (a list of digits). */
function checkSize(document: Document, text: string): void {
  if (text.length < MAX_DOCUMENT_BYTES / 8) return;
  const bytes = calculateObjectSize(document, { ignoreUndefined: true });
  if (bytes > MAX_DOCUMENT_BYTES) throw refusals.documentTooLarge(bytes, MAX_DOCUMENT_BYTES);
}

function checkChange(
  store: Store,
  change: IndexChange,
  id: Buffer,
  document: Document,
  mode: WriteMode,
): void {
  const { index, keys } = change;
  for (const key of keys) {
    if (key.length > MAX_INDEX_KEY_BYTES) {
      throw refusals.keyTooLarge(index.name, key.length, MAX_INDEX_KEY_BYTES);
    }
    if (!index.unique) continue;
    const start = Buffer.concat([index.prefix, key]);
    for (const entry of store.entries.getRange({ start, end: endOf(start) })) {
      if (entry.value.equals(id)) continue;
      throw errors.duplicateKey(mode.duplicateCode, mode.operation, {
        collection: index.collection,
        index: index.name,
        values: printKey(index, document),
      });
    }
  }
}

function applyWrite(store: Store, collection: string, write: PreparedWrite): void {
  noteBefore(store, collection, write.id);
  const key = documentKey(collection, write.id);
  store.documents.putSync(key, packDocument(write.stored.text, write.stored.sequence));
  remember(store, key, write.stored);
  for (const { index, keys } of write.removed) {
    for (const key of keys) store.entries.removeSync(Buffer.concat([index.prefix, key, write.id]));
  }
  for (const { index, keys, array } of write.added) {
    for (const key of keys) store.entries.putSync(Buffer.concat([index.prefix, key, write.id]), write.id);
    if (array !== undefined) markArray(store, index, array);
  }
}

function printKey(index: Index, document: Document): string {
  const values = index.fields.map(({ path, parts }) => {
    const value = parts.reduce<unknown>((at, part) => (at as Document | null | undefined)?.[part], document);
    return `${path}: ${printValue(value ?? null)}`;
  });
  return `{ ${values.join(', ')} }`;
}
