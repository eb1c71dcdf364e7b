/**
 * The numbers the service keeps to. [sdk] seen in the installed SDK; [doc] on a page of the service or
 * of WeChat; [mongo] MongoDB 4.0, on which the service's engine is based; [field] reported by developers.
 */

/** Documents a read returns when it names no limit. [sdk] [suite] */
export const DEFAULT_READ_LIMIT = 100;

/** Documents a read returns at most; a larger limit is cut down to it. [sdk] [suite] */
export const MAX_READ_LIMIT = 1000;

/** Rows of an aggregation without `$limit`, unless switched off. [field] */
export const DEFAULT_AGGREGATE_LIMIT = 20;

/** Rows of an aggregation at most, whatever its `$limit`. [field] */
export const MAX_AGGREGATE_LIMIT = 10_000;

/** BSON size of one document, in bytes. [mongo] */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Text of all documents of one reply, in bytes. [doc] quota page of WeChat cloud development */
export const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

/** Levels of documents and arrays within each other. [mongo] */
export const MAX_DEPTH = 100;

/** Encoded values of one index entry, in bytes. [mongo] */
export const MAX_INDEX_KEY_BYTES = 1024;

/** Encoded `_id`, in bytes; a limit of this program, so that every key fits lmdb's 1978 bytes. */
export const MAX_ID_BYTES = 512;

/** Indexes of one collection, without the one on `_id`. [doc] */
export const MAX_INDEXES = 20;

/** Letters of a collection's or an index's name. */
export const MAX_NAME_LENGTH = 64;

/** Elements an update may add as null to reach an array index. [mongo] */
export const MAX_ARRAY_PADDING = 1_500_000;

/** Documents a read may go through without a declared index before it counts as a scan. */
export const MAX_UNDECLARED_SCAN = 200;

/** Stages of one aggregation. [mongo] */
export const MAX_STAGES = 1000;
