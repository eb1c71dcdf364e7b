import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { errors } from '../errors';
import { someValue } from '../values/paths';
import { type Document, isDocument } from '../values/value';
import { equals, hasRemainder, inRange, matches, oneOf, type Predicate, typeTest } from './predicates';
import { isValueMatch } from './prepare';

/**
 * mingo's query operators rewritten on MongoDB's own rules for paths, types and order; mingo's
 * `Query` puts them together. `logical` and `$expr` are mingo's.
 */
type QueryOperator = (path: string, operand: unknown, options: Options) => (document: unknown) => boolean;

/** The path of an element that is looked at as a value, in `$elemMatch: {$gt: 2}`. */
const ELEMENT_ITSELF = '\0element';

const onElements = (make: (operand: unknown) => Predicate): QueryOperator => {
  return (path, operand) => {
    const test = make(operand);
    const parts = splitPath(path);
    const leaf = parts.length === 0 ? 'whole' : 'elements';
    return (document) => someValue(document, parts, leaf, test);
  };
};

const onWhole = (make: (operand: unknown, options: Options) => Predicate): QueryOperator => {
  return (path, operand, options) => {
    const test = make(operand, options);
    const parts = splitPath(path);
    return (document) => someValue(document, parts, 'whole', test);
  };
};

const negated = (operator: QueryOperator): QueryOperator => {
  return (path, operand, options) => {
    const test = operator(path, operand, options);
    return (document) => !test(document);
  };
};

function splitPath(path: string): string[] {
  return path === ELEMENT_ITSELF ? [] : path.split('.');
}

const $eq = onElements(equals);
const $in = onElements((operand) => oneOf(operand as unknown[]));
const $elemMatch = onWhole((operand, options) => elementTest(operand as Document, options));

/** Each operand must be found; one that is itself an `$elemMatch` is tried on each element. */
const $all: QueryOperator = (path, operand, options) => {
  const tests = (operand as unknown[]).map((entry) => {
    if (entry instanceof RegExp) return $regex(path, entry, options);
    if (isDocument(entry) && isDocument(entry['$elemMatch'])) {
      return $elemMatch(path, entry['$elemMatch'], options);
    }
    return $eq(path, entry, options);
  });
  return (document) => tests.length > 0 && tests.every((test) => test(document));
};

const $regex = onElements((operand) => matches(operand as RegExp));

function elementTest(operand: Document, options: Options): Predicate {
  const byValue = isValueMatch(operand);
  const query = new Query(byValue ? { [ELEMENT_ITSELF]: operand } : operand, options);
  return (value) =>
    Array.isArray(value) &&
    value.some((element: unknown) => {
      if (!byValue && !isDocument(element) && !Array.isArray(element)) return false;
      return query.test(element as Document);
    });
}

function anyType(operand: unknown): Predicate {
  const types: unknown[] = Array.isArray(operand) ? operand : [operand];
  const tests = types.map((type) => {
    const test = typeTest(type);
    if (!test) throw errors.refused(`Unknown type name alias: ${String(type)}`);
    return test;
  });
  return (value) => tests.some((test) => test(value));
}

export const queryOperators = {
  $eq,
  $ne: negated($eq),
  $gt: onElements((operand) => inRange(operand, (order) => order > 0)),
  $gte: onElements((operand) => inRange(operand, (order) => order >= 0)),
  $lt: onElements((operand) => inRange(operand, (order) => order < 0)),
  $lte: onElements((operand) => inRange(operand, (order) => order <= 0)),
  $in,
  $nin: negated($in),
  $regex,
  $all,
  $elemMatch,
  $mod: onElements((operand) => hasRemainder(operand as [number, number])),
  $size: onWhole((operand) => (value) => Array.isArray(value) && value.length === operand),
  $type: onElements(anyType),
  $exists: ((path, operand) => {
    const parts = splitPath(path);
    return (document) => someValue(document, parts, 'whole', (value) => value !== undefined) === operand;
  }) satisfies QueryOperator,
};
