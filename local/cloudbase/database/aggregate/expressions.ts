import { evalExpr } from 'mingo/core';
import { errors } from '../errors';
import { compareValues, equalValues } from '../values/compare';
import { type Document, isDocument, typeName } from '../values/value';
import type { Expression } from './dates';

/** Expression operators where mingo's answer differs from MongoDB's rule. */

type Arguments = Parameters<Expression>;

/** Evaluates a fixed number of operands. */
function evaluate([document, operand, options]: Arguments, operator: string, count: number): unknown[] {
  const values = Array.isArray(operand) ? operand.map((one) => evalExpr(document, one, options)) : undefined;
  if (values?.length === count) return values;
  throw errors.refused(`Expression ${operator} takes exactly ${count} arguments`);
}

/** In an aggregation any two values compare, whatever their types; missing comes before null. */
const comparison =
  (operator: string, answer: (order: number) => unknown): Expression =>
  (...given) => {
    const [left, right] = evaluate(given, operator, 2);
    return answer(compareValues(left, right));
  };

/** False are only false, null, missing and 0: empty text is true. */
function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0;
}

const $not: Expression = (document, operand, options) => {
  const only: unknown = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
  return !isTrue(evalExpr(document, only, options));
};

const $size: Expression = (document, operand, options) => {
  const only: unknown = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
  const value = evalExpr(document, only, options);
  if (Array.isArray(value)) return value.length;
  throw errors.refused(`The argument to $size must be an array, but was of type: ${typeName(value)}`);
};

const $in: Expression = (...given) => {
  const [value, list] = evaluate(given, '$in', 2);
  if (Array.isArray(list)) return list.some((entry) => equalValues(entry, value));
  throw errors.refused(`$in requires an array as a second argument, found: ${typeName(list)}`);
};

const $indexOfArray: Expression = (document, operand, options) => {
  if (!Array.isArray(operand)) throw errors.refused('$indexOfArray takes at least 2 arguments');
  const [list, search, start = 0, end] = operand.map((one) => evalExpr(document, one, options));
  if (list === null || list === undefined) return null;
  if (!Array.isArray(list)) throw errors.refused('$indexOfArray requires an array as a first argument');
  const last = Math.min(typeof end === 'number' ? end : list.length, list.length);
  for (let at = Number(start); at < last; at++) if (equalValues(list[at], search)) return at;
  return -1;
};

/** Pairs `[name, value]` or `{k, v}`; a value that is an array stays one. */
const $arrayToObject: Expression = (document, operand, options) => {
  const only: unknown = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
  const pairs = evalExpr(document, only, options);
  if (pairs === null || pairs === undefined) return null;
  if (!Array.isArray(pairs)) throw errors.refused('$arrayToObject requires an array input');
  const result: Document = {};
  for (const pair of pairs as unknown[]) {
    const [name, value] = Array.isArray(pair)
      ? (pair as unknown[])
      : isDocument(pair)
        ? [pair['k'], pair['v']]
        : [];
    if (typeof name !== 'string') throw errors.refused('$arrayToObject requires an array of key-value pairs');
    result[name] = value;
  }
  return result;
};

const $mod: Expression = (...given) => {
  const [left, right] = evaluate(given, '$mod', 2);
  if (left === null || left === undefined || right === null || right === undefined) return null;
  if (typeof left !== 'number' || typeof right !== 'number') {
    throw errors.refused('$mod only supports numeric types');
  }
  if (right === 0) throw errors.refused(`can't $mod by zero`);
  return left % right;
};

const $trunc: Expression = (document, operand, options) => {
  if (Array.isArray(operand) && operand.length > 1) throw errors.notEmulated('$trunc to a number of places');
  const only: unknown = Array.isArray(operand) ? operand[0] : operand;
  const value = evalExpr(document, only, options);
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number')
    throw errors.refused(`$trunc only supports numeric types, not ${typeName(value)}`);
  return Math.trunc(value);
};

const $switch: Expression = (document, operand, options) => {
  const spec = operand as { branches?: unknown; default?: unknown };
  if (!isDocument(operand) || !Array.isArray(spec.branches) || spec.branches.length === 0) {
    throw errors.refused('$switch requires at least one branch');
  }
  for (const branch of spec.branches as Document[]) {
    if (isTrue(evalExpr(document, branch['case'], options)))
      return evalExpr(document, branch['then'], options);
  }
  if ('default' in spec) return evalExpr(document, spec.default, options);
  throw errors.refused('$switch could not find a matching branch for an input, and no default was specified');
};

/** A field without a value does not appear in a made object. */
const $ifNull: Expression = (...given) => {
  const [value, replacement] = evaluate(given, '$ifNull', 2);
  return value ?? replacement;
};

export const mendedExpressions = {
  $cmp: comparison('$cmp', Math.sign),
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $not,
  $size,
  $in,
  $indexOfArray,
  $arrayToObject,
  $mod,
  $trunc,
  $switch,
  $ifNull,
};
