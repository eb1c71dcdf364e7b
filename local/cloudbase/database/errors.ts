/**
 * Every error the local database answers with, in one table. Sources:
 * [suite] the exact text is asserted by the tests Tencent publishes with its SDKs;
 * [doc] docs.cloudbase.net/error-code; [log] production logs quoted in public repositories;
 * [mongo] the message of the MongoDB server 4.x, which the service wraps;
 * [own] a refusal of this local cloud, which the service does not know.
 */
const CONTACT = 'Please check your request, but if the problem cannot be solved, contact us.';

export type ErrorCode =
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_DUPLICATE_WRITE'
  | 'DATABASE_TIMEOUT'
  | 'INVALID_PARAM'
  | 'NotEmulatedError'
  | 'UndeclaredScanError';

export class DatabaseError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const errors = {
  /** [suite][log] */
  collectionNotExist: (name: string) =>
    new DatabaseError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. ${CONTACT}`,
    ),
  /** [own] */
  notEmulated: (what: string) =>
    new DatabaseError('NotEmulatedError', `NotEmulatedError: the local cloud does not emulate ${what}`),
  /** [doc] the code; the words are ours. */
  invalidParam: (text: string) => new DatabaseError('INVALID_PARAM', `[InvalidParameter] ${text}. ${CONTACT}`),
  /** [doc] the code; the words are MongoDB's where it has some. */
  requestFailed: (text: string) =>
    new DatabaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${text}. ${CONTACT}`),
};
