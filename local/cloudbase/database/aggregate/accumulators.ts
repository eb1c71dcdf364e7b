import { $addToSet, $push, $stdDevPop, $stdDevSamp } from 'mingo/operators/accumulator';
import type { Options } from 'mingo/types';
import { compareValues } from '../values/compare';
import { fieldOf, isDocument } from '../values/value';

/** Accumulators where mingo's answer differs from MongoDB's rule. */
type Accumulator = (rows: unknown[], operand: unknown, options: Options) => unknown;

/** Rows whose field is missing add nothing; null is kept. */
function withValue(rows: unknown[], operand: unknown): unknown[] {
  if (typeof operand !== 'string' || !operand.startsWith('$') || operand.startsWith('$$')) return rows;
  const path = operand.slice(1).split('.');
  return rows.filter((row) => hasValue(row, path));
}

function hasValue(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined || Array.isArray(value)) return value !== undefined;
  return isDocument(value) && hasValue(fieldOf(value, name), rest);
}

/** The extreme value by MongoDB's order over all types; null and missing do not count. */
const extreme =
  (sign: 1 | -1): Accumulator =>
  (rows, operand, options) => {
    const values = $push(rows, operand, options).filter((value) => value !== null && value !== undefined);
    if (values.length === 0) return null;
    return values.reduce((best, value) => (sign * compareValues(value, best) > 0 ? value : best));
  };

/** Null for fewer numbers than it takes to deviate. */
const deviation =
  (least: number, compute: Accumulator): Accumulator =>
  (rows, operand, options) => {
    const numbers = $push(rows, operand, options).filter((value) => typeof value === 'number');
    return numbers.length < least ? null : compute(rows, operand, options);
  };

export const mendedAccumulators = {
  $push: ((rows, operand, options) =>
    $push(withValue(rows, operand), operand, options)) satisfies Accumulator,
  $addToSet: ((rows, operand, options) =>
    $addToSet(withValue(rows, operand), operand, options)) satisfies Accumulator,
  $max: extreme(1),
  $min: extreme(-1),
  $stdDevPop: deviation(1, $stdDevPop as Accumulator),
  $stdDevSamp: deviation(2, $stdDevSamp as Accumulator),
};
