import type { Details, ErrorCode } from '../../miniprogram/contract/errors';
import type { Answer, Refused } from '../../miniprogram/contract/wire';

/** An answer that grants. */
export function ok<T>(data: T): { ok: true; data: T } {
  return { ok: true, data };
}

/** A refusal is a value; `details` never carries a name, a phone or a text. */
export function refuse(code: ErrorCode, details?: Details): Refused {
  return details === undefined ? { ok: false, code } : { ok: false, code, details };
}

/** The database did not answer after bounded retries; mapped to `busy` at the door. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError';
}

export type Result<T> = Answer<T>;
