import { BSONRegExp } from 'bson';
import { compareValues, equalValues, regexParts } from '../values/compare';
import { isInt32, Rank, rankOf } from '../values/value';

/** A test of one value that a path leads to; undefined stands for a missing field. */
export type Predicate = (value: unknown) => boolean;

/** Null equals a missing field as well; a document or an array equals only with the same order. */
export function equals(operand: unknown): Predicate {
  if (operand === null) return (value) => value === null || value === undefined;
  return (value) => value !== undefined && equalValues(value, operand);
}

/**
 * A range compares only values of the operand's own type. Null is in the closed ranges of null, and so
 * is a missing field; NaN is only in the closed ranges of NaN.
 */
export function inRange(operand: unknown, fits: (order: number) => boolean): Predicate {
  const closed = fits(0);
  if (operand === null) return (value) => closed && (value === null || value === undefined);
  const rank = rankOf(operand);
  return (value) => {
    if (value === undefined || rankOf(value) !== rank) return false;
    if (Number.isNaN(value) || Number.isNaN(operand)) return closed && Object.is(value, operand);
    return fits(compareValues(value, operand));
  };
}

export function oneOf(operands: readonly unknown[]): Predicate {
  const strings = new Set(operands.filter((operand) => typeof operand === 'string'));
  const others = operands
    .filter((operand) => typeof operand !== 'string')
    .map((operand) => (operand instanceof RegExp ? matches(operand) : equals(operand)));
  return (value) => (typeof value === 'string' && strings.has(value)) || others.some((test) => test(value));
}

/** A string the expression finds itself in, or a stored regular expression that is the same one. */
export function matches(regex: RegExp): Predicate {
  return (value) => {
    if (typeof value === 'string') return regex.test(value);
    if (!(value instanceof BSONRegExp)) return false;
    const { pattern, options } = regexParts(value);
    return pattern === regex.source && options === regex.flags.replace('u', '');
  };
}

export function hasRemainder([divisor, remainder]: readonly [number, number]): Predicate {
  return (value) =>
    typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % divisor === remainder;
}

const TYPE_NUMBERS: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

const TYPE_TESTS: Record<string, Predicate> = {
  double: (value) => typeof value === 'number' && !isInt32(value) && !isLong(value),
  int: (value) => typeof value === 'number' && isInt32(value),
  long: (value) => typeof value === 'number' && isLong(value),
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  object: (value) => rankOf(value) === Rank.object,
  array: (value) => Array.isArray(value),
  objectId: (value) => rankOf(value) === Rank.objectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof BSONRegExp,
};

/** As the SDK writes numbers: whole ones outside int32 are long, all others double. */
function isLong(value: number): boolean {
  return Number.isSafeInteger(value) && !isInt32(value) && !Object.is(value, -0);
}

/** The test of a type by name or number; undefined for one that MongoDB or this database lacks. */
export function typeTest(type: unknown): Predicate | undefined {
  const name = typeof type === 'number' ? TYPE_NUMBERS[type] : type;
  return typeof name === 'string' ? TYPE_TESTS[name] : undefined;
}
