import { evalExpr } from 'mingo/core';
import { $addToSet, $push, $stdDevPop, $stdDevSamp } from 'mingo/operators/accumulator';
import type { Options } from 'mingo/types';
import { compareValues } from '../values/compare';

/** Accumulators where mingo's answer differs from MongoDB's rule. */
type Accumulator = (rows: unknown[], operand: unknown, options: Options) => unknown;

/** Rows whose field is missing add nothing; null is kept. */
function withValue(rows: unknown[], operand: unknown, options: Options): unknown[] {
  if (typeof operand !== 'string') return rows;
  return rows.filter((row) => evalExpr(row, operand, options) !== undefined);
}

/** The extreme value by MongoDB's order over all types; null and missing do not count. */
const extreme =
  (sign: 1 | -1): Accumulator =>
  (rows, operand, options) => {
    const values = $push(rows, operand, options).filter((value) => value !== null && value !== undefined);
    if (values.length === 0) return null;
    return values.reduce((best, value) => (sign * compareValues(value, best) > 0 ? value : best));
  };

const orNull =
  (deviation: Accumulator): Accumulator =>
  (rows, operand, options) => {
    const value = deviation(rows, operand, options);
    return Number.isFinite(value) ? value : null;
  };

export const mendedAccumulators = {
  $push: ((rows, operand, options) =>
    $push(withValue(rows, operand, options), operand, options)) satisfies Accumulator,
  $addToSet: ((rows, operand, options) =>
    $addToSet(withValue(rows, operand, options), operand, options)) satisfies Accumulator,
  $max: extreme(1),
  $min: extreme(-1),
  $stdDevPop: orNull($stdDevPop as Accumulator),
  $stdDevSamp: orNull($stdDevSamp as Accumulator),
};
