/** Pages of rows that are ordered by `seq`, newest first. */
import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';

/** `<township>~<hash>`. */
export const messageId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{20}$/));
/** That, or the name of a document with the id of the act. */
export const deadLetterId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[\x21-\x7e]{1,300}$/));

/** Of one row more than a page holds: the page, and where the next one begins. */
export function pageOfRows<R extends { seq: string }>(found: readonly R[]): { rows: R[]; next?: string } {
  const rows = found.slice(0, LIMITS.page);
  const next = found.length > rows.length ? rows.at(-1)?.seq : undefined;
  return { rows, ...(next !== undefined && { next }) };
}
