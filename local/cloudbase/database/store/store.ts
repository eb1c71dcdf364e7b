import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { encodeValue } from '../values/key';
import type { Document } from '../values/value';
import { parseStored } from '../wire/ejson';

/** An index as the store uses it: a declaration with its place among the lmdb keys. */
export interface Index {
  readonly collection: string;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  /** Beginning of the keys of all its entries: collection and name. */
  readonly prefix: Buffer;
}

export interface IndexField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

type Bytes = Database<Buffer, Buffer>;

/**
 * The lmdb tables. Keys are bytes (`values/key.ts`).
 * - documents: `[collection, _id]` → 6 bytes of sequence, then EJSON text
 * - natural: `[collection, sequence]` → encoded `_id`; the order of insertion, which a scan follows
 * - entries: `[collection, index, ...values, _id]` → encoded `_id`
 * - meta: what exists (see `store/catalog.ts`)
 */
export interface Store {
  readonly dir: string;
  readonly root: RootDatabase<unknown, string>;
  readonly documents: Bytes;
  readonly natural: Bytes;
  readonly entries: Bytes;
  readonly meta: Database<unknown, string[]>;
  readonly indexes: Map<string, readonly Index[]>;
  readonly collections: Set<string>;
  /** Names `[collection, index, path]`, joined by zero bytes, of fields in which an index has seen an array. */
  readonly arrayIndexes: Set<string>;
  /** Sequence of the last inserted document. */
  sequence: number;
  /** Long documents that were read or written last, by their keys, so that they need not be read as text again. */
  readonly recent: Map<string, StoredDocument>;
  /** What changed since somebody asked for it to be kept, for each who asked (see `store/keep.ts`). */
  readonly kept: Set<Kept>;
}

/** How it was: what exists, and each document that was written since, as it stood before the first time. */
export interface Kept {
  readonly collections: ReadonlySet<string>;
  readonly arrayIndexes: ReadonlySet<string>;
  readonly sequence: number;
  readonly before: Map<string, Before>;
}

export interface Before {
  readonly collection: string;
  readonly id: Buffer;
  /** Undefined: it was not there. */
  readonly packed: Buffer | undefined;
}

const SEQUENCE_BYTES = 6;

/**
 * lmdb without fsync: a commit is in the page cache when `transactionSync` returns, so the death of
 * this process loses nothing; only the death of the machine could. `closeStore` flushes.
 * The files can be read by nobody but the owner: they hold what people wrote.
 */
export function openStore(dir: string): Store {
  makePrivate(dir);
  const root = open<unknown, string>({ path: dir, maxDbs: 8, noSync: true, overlappingSync: false });
  const bytes = { encoding: 'binary', keyEncoding: 'binary' } as const;
  return {
    dir,
    root,
    documents: root.openDB<Buffer, Buffer>('documents', bytes),
    natural: root.openDB<Buffer, Buffer>('natural', bytes),
    entries: root.openDB<Buffer, Buffer>('entries', bytes),
    meta: root.openDB<unknown, string[]>('meta', { encoding: 'json' }),
    indexes: new Map(),
    collections: new Set(),
    arrayIndexes: new Set(),
    sequence: 0,
    recent: new Map(),
    kept: new Set(),
  };
}

const DATA_FILE = 'data.mdb';

/** lmdb makes files that the group may write; it keeps the rights of those that are there. */
function makePrivate(dir: string): void {
  mkdirSync(dir, { recursive: true });
  for (const name of [DATA_FILE, 'lock.mdb']) {
    const file = join(dir, name);
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
  }
}

/** Closes the tables and waits until the disk has what they hold. */
export async function closeStore(store: Store): Promise<void> {
  await store.root.close();
  // A folder that was taken away meanwhile has nothing left to keep.
  if (!existsSync(join(store.dir, DATA_FILE))) return;
  const file = await openFile(join(store.dir, DATA_FILE), 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const collectionKeys = new Map<string, Buffer>();

/** Beginning of the keys of all documents of a collection. */
export function collectionKey(collection: string): Buffer {
  let key = collectionKeys.get(collection);
  if (!key) collectionKeys.set(collection, (key = encodeValue(collection)));
  return key;
}

export function documentKey(collection: string, id: Buffer): Buffer {
  return Buffer.concat([collectionKey(collection), id]);
}

export function naturalKey(collection: string, sequence: number): Buffer {
  const prefix = collectionKey(collection);
  const key = Buffer.allocUnsafe(prefix.length + SEQUENCE_BYTES);
  prefix.copy(key);
  key.writeUIntBE(sequence, prefix.length, SEQUENCE_BYTES);
  return key;
}

/** A document with what the store knows about it. Nobody changes it: who writes makes another. */
export interface StoredDocument {
  readonly document: Document;
  /** As it is stored, and mostly as it is sent. */
  readonly text: string;
  readonly sequence: number;
}

export function packDocument(text: string, sequence: number): Buffer {
  const packed = Buffer.allocUnsafe(SEQUENCE_BYTES + Buffer.byteLength(text));
  packed.writeUIntBE(sequence, 0, SEQUENCE_BYTES);
  packed.write(text, SEQUENCE_BYTES, 'utf8');
  return packed;
}

/**
 * The end is said: lent bytes are the beginning of a buffer of 16 MB whose `length` lmdb sets, and from Node 24 on
 * `toString` without an end reads the whole of it.
 */
export function unpackDocument(packed: Buffer): StoredDocument {
  const text = packed.toString('utf8', SEQUENCE_BYTES, packed.length);
  return new Unpacked(text, packed.readUIntBE(0, SEQUENCE_BYTES));
}

/** Reads the text only when somebody asks what it says. */
class Unpacked implements StoredDocument {
  private read: Document | undefined;

  constructor(
    readonly text: string,
    readonly sequence: number,
  ) {}

  get document(): Document {
    return (this.read ??= parseStored(this.text));
  }
}

export function getDocument(store: Store, collection: string, id: Buffer): StoredDocument | undefined {
  const key = documentKey(collection, id);
  const recent = store.recent.get(nameOf(key));
  if (recent) return recent;
  // The bytes are only lent until the next read.
  const packed = store.documents.getBinaryFast(key);
  return packed && unpackRecent(store, key, packed);
}

/** What is shorter is read as fast from its text. */
const LONG_BYTES = 4096;
const RECENT = 16;

const nameOf = (key: Buffer): string => key.toString('latin1');

/** As `unpackDocument`, and remembered; what was remembered of the key is how it is stored now. */
export function unpackRecent(store: Store, key: Buffer, packed: Buffer): StoredDocument {
  if (packed.length < LONG_BYTES) return unpackDocument(packed);
  const recent = store.recent.get(nameOf(key));
  if (recent) return recent;
  const found = unpackDocument(packed);
  remember(store, key, found);
  return found;
}

/** Of a document that is written: what was remembered of it is no longer so. */
export function remember(store: Store, key: Buffer, stored: StoredDocument | undefined): void {
  const { recent } = store;
  recent.delete(nameOf(key));
  if (!stored || stored.text.length < LONG_BYTES) return;
  recent.set(nameOf(key), stored);
  for (const oldest of recent.keys()) {
    if (recent.size <= RECENT) return;
    recent.delete(oldest);
  }
}

/** The smallest key behind all keys that begin with these bytes and end an encoded value there. */
export function endOf(prefix: Buffer): Buffer {
  return Buffer.concat([prefix, Buffer.from([0xff])]);
}

export function indexesOf(store: Store, collection: string): readonly Index[] {
  return store.indexes.get(collection) ?? [];
}

function arrayName(index: Index, path: string): string {
  return `${index.collection}\0${index.name}\0${path}`;
}

/** Runs inside a write transaction. */
export function markArray(store: Store, index: Index, path: string): void {
  const name = arrayName(index, path);
  if (store.arrayIndexes.has(name)) return;
  store.arrayIndexes.add(name);
  store.meta.putSync(['array', index.collection, index.name, path], true);
}

/** The fields of an index that have ever held an array: then one document has several entries in it. */
export function arrayFields(store: Store, index: Index): readonly IndexField[] {
  return index.fields.filter(({ path }) => store.arrayIndexes.has(arrayName(index, path)));
}
