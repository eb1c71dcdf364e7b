import type { DuplicateCode } from './types';

/**
 * Every error the local database answers with, in one table. Where the code and the words come from:
 * [suite] the exact text is asserted in the tests Tencent publishes with its SDKs;
 * [log] quoted from production logs in public repositories;
 * [doc] the code is listed on docs.cloudbase.net/error-code, the words are ours;
 * [mongo] the words are those of the MongoDB server, which the service passes on;
 * [own] a refusal of the local cloud that the service does not know.
 */
export type ErrorCode =
  | DuplicateCode
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'EXCEED_MAX_RESPONSE_SIZE'
  | 'INVALID_PARAM'
  | 'NotEmulatedError'
  | 'UndeclaredScanError';

/** An answer `{code, message}`; thrown inside the database, a value at its border. */
export class DatabaseError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

const CONTACT = 'Please check your request, but if the problem cannot be solved, contact us.';

export const errors = {
  /** [suite] [log] */
  collectionNotExist: (name: string) =>
    new DatabaseError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. ${CONTACT}`,
    ),

  /** [doc] */
  invalidParam: (text: string) =>
    new DatabaseError('INVALID_PARAM', `[InvalidParameter] ${text}. ${CONTACT}`),

  /** [doc] */
  responseTooLarge: (bytes: number, limit: number) =>
    new DatabaseError(
      'EXCEED_MAX_RESPONSE_SIZE',
      `[LimitExceeded] the response of ${bytes} bytes exceeds the limit of ${limit} bytes. ${CONTACT}`,
    ),

  /** [mongo] A statement that MongoDB refuses. The code for it is [log]. */
  refused: (text: string) =>
    new DatabaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${text}. ${CONTACT}`),

  /** [log] for an insert, where the words are kept whichever code is chosen. */
  duplicateKey: (code: DuplicateCode, operation: 'Insert' | 'Update', key: DuplicateKey) =>
    new DatabaseError(
      code,
      `[FailedOperation.${operation}] ${operation === 'Insert' ? 'bulk write error' : 'write error'}: ` +
        `[{E11000 duplicate key error collection: local.${key.collection} ` +
        `index: ${key.index} dup key: ${key.values}}]. ${CONTACT}`,
    ),

  /** [own] Loud, so that nobody builds on what was never tried. */
  notEmulated: (what: string) =>
    new DatabaseError('NotEmulatedError', `NotEmulatedError: the local cloud does not emulate ${what}`),

  /** [own] A read that production would serve slowly, refused while it is still small. */
  undeclaredScan: (text: string) => new DatabaseError('UndeclaredScanError', `UndeclaredScanError: ${text}`),
};

export interface DuplicateKey {
  readonly collection: string;
  readonly index: string;
  /** The values as MongoDB prints them: `{ a: 1, b: null }`. */
  readonly values: string;
}

/** MongoDB's words for statements it refuses, by the rule that refuses them. */
export const refusals = {
  badValue: (text: string) => errors.refused(text),
  fieldPath: (name: string) => errors.refused(`The update path '${name}' contains an empty field name`),
  dollarField: (name: string, path: string) =>
    errors.refused(`The dollar ($) prefixed field '${name}' in '${path}' is not valid for storage`),
  immutableId: () =>
    errors.refused(`Performing an update on the path '_id' would modify the immutable field '_id'`),
  idType: (type: string) => errors.refused(`The '_id' value cannot be of type ${type}`),
  documentTooLarge: (bytes: number, limit: number) =>
    errors.refused(`object to insert too large. size in bytes: ${bytes}, max size: ${limit}`),
  keyTooLarge: (index: string, bytes: number, limit: number) =>
    errors.refused(`key too large to index, failing ${index} ${bytes} (limit ${limit})`),
  parallelArrays: (left: string, right: string) =>
    errors.refused(`cannot index parallel arrays [${left}] [${right}]`),
  conflict: (path: string, other: string) =>
    errors.refused(`Updating the path '${path}' would create a conflict at '${other}'`),
  notViable: (field: string, element: string) =>
    errors.refused(`Cannot create field '${field}' in element {${element}}`),
  notNumeric: (operator: string, id: string, field: string, type: string) =>
    errors.refused(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${id}} has the field '${field}' of non-numeric type ${type}`,
    ),
  notArray: (field: string, type: string, id: string) =>
    errors.refused(`The field '${field}' must be an array but is of type ${type} in document {_id: ${id}}`),
};
