import { Query } from 'mingo/query';
import { errors, DatabaseError } from '../errors';
import { mingoOptions } from '../aggregate/context';
import type { Document } from '../values/value';

/** Whether a document fits a query that `prepareQuery` made. */
export type Matcher = (document: Document) => boolean;

export function compileQuery(prepared: Document): Matcher {
  if (Object.keys(prepared).length === 0) return () => true;
  const query = evaluate(() => new Query(prepared, mingoOptions()));
  return (document) => evaluate(() => query.test(document));
}

/** mingo throws plain errors when an operand does not suit: they are answers, not bugs of this program. */
export function evaluate<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof DatabaseError || !(error instanceof Error)) throw error;
    throw errors.refused(error.message);
  }
}
