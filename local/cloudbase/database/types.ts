/** One declared index: fields in order with their direction; a missing field counts as null. */
export interface IndexDeclaration {
  readonly name: string;
  readonly fields: readonly (readonly [path: string, direction: 1 | -1])[];
  readonly unique?: boolean;
}

/** The gathered `dist/cloudfunctions/database.json`: every collection that exists from the start. */
export type IndexTable = Readonly<Record<string, { readonly indexes: readonly IndexDeclaration[] }>>;

/** What calls cost so far; every `execute` adds to the object it is given. */
export interface Cost {
  /** Number of `execute` calls. */
  calls: number;
  /** Number of documents read, whether or not they matched. */
  examined: number;
}

export type DuplicateCode = 'DATABASE_DUPLICATE_WRITE' | 'DATABASE_REQUEST_FAILED';

export interface DatabaseOptions {
  /** Folder of the lmdb files; made when missing. */
  readonly dir: string;
  /** Epoch milliseconds of the (virtual) clock: `db.serverDate()` and `$$NOW` read it. */
  now(): number;
  readonly indexes: IndexTable;
  /** What a read of more than 200 documents without a declared index does. Default 'warn'. */
  readonly strictScans?: 'error' | 'warn';
  /** Which of the two seen codes a duplicate key gets. Default 'DATABASE_REQUEST_FAILED'. */
  readonly duplicateCode?: DuplicateCode;
  /** Rows of an aggregation without `$limit`; null for no limit of that kind. Default 20. */
  readonly aggregateDefaultLimit?: number | null;
  /** What `updateAndReturn` does outside a transaction. Default 'after': the document as it is then. */
  readonly updateAndReturn?: 'after' | 'before' | 'refused';
  /** What `updated` counts. Default 'matches'. */
  readonly updatedCounts?: 'matches' | 'changes';
  onWarning?(text: string): void;
}

/** The JSON object of a request or a reply, without `requestId`. */
export type Wire = Record<string, unknown>;

export interface LocalDatabase {
  /**
   * Runs one action of the wire, such as `database.getDocument`. An error is a value
   * `{code, message}`; a rejection is a bug of this program.
   */
  execute(action: string, body: Wire, cost: Cost): Promise<Wire>;
  /** Puts plain documents in, replacing those with the same `_id`; makes the collection when missing. */
  importDocuments(collection: string, documents: readonly object[]): Promise<void>;
  /** All documents of a collection in `_id` order. */
  exportDocuments(collection: string): Iterable<object>;
  collectionNames(): string[];
  /** Compares every index with a rebuild from the documents; returns what differs, in words. */
  checkIndexes(): string[];
  /**
   * Remembers how it is; the answer puts everything back, any number of times, in the time of what changed. It does
   * nothing and says false after a `drop` or another `keep`.
   */
  keep(): () => boolean;
  /** Removes all documents and every collection that the index table does not name. */
  drop(): Promise<void>;
  /** Resolves when everything is on the disk. */
  close(): Promise<void>;
}
