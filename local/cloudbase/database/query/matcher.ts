import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { mingoOptions } from '../aggregate/context';
import { DatabaseError, errors } from '../errors';
import type { Document } from '../values/value';
import { compileQuery as compile, type Matcher } from './operators';

export type { Matcher } from './operators';

/** The test of a document by a query that `prepareQuery` made. */
export function compileQuery(prepared: Document): Matcher {
  return compile(prepared, (expression) => (document) => {
    const value = evaluate(() => evalExpr(document, expression, mingoOptions() as Options));
    return value !== false && value !== null && value !== undefined && value !== 0;
  });
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
