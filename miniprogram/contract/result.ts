import type { Details, ErrorCode } from './errors';

/** What the phone itself adds to the server's codes: no network, or no answer in time. */
export type LocalCode = 'offline';
export type Code = ErrorCode | LocalCode;

export interface Failure {
  ok: false;
  code: Code;
  details?: Details;
}

export type Result<T> = { ok: true; data: T } | Failure;

/** Whether pressing again, unchanged, may help. */
export function canRetry(code: Code): boolean {
  return code === 'offline' || code === 'busy' || code === 'internal' || code === 'not-your-file';
}
