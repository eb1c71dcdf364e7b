import type { ErrorCode } from '../contract/errors';
import type { Details } from '../contract/wire';

/** What the phone itself adds to the server's codes: no network, or no answer in time. */
export type LocalCode = 'offline';
export type Code = ErrorCode | LocalCode;

export interface Failure {
  ok: false;
  code: Code;
  details?: Details;
}

export type Result<T> = { ok: true; data: T } | Failure;
