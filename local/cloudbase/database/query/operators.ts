import { errors } from '../errors';
import { someValue } from '../values/paths';
import { type Document, isDocument } from '../values/value';
import { equals, hasRemainder, inRange, matches, oneOf, type Predicate, typeTest } from './predicates';
import { isValueMatch } from './prepare';

/** Whether a document fits a query. */
export type Matcher = (document: unknown) => boolean;

/** What an operator makes of its operand at the end of a path; an empty path is the value itself. */
type QueryOperator = (path: readonly string[], operand: unknown) => Matcher;

/** The test of a document by a query that `prepareQuery` made. */
export function compileQuery(query: Document): Matcher {
  const tests = Object.entries(query).map(([name, operand]): Matcher => {
    if (!name.startsWith('$')) return compileCondition(name.split('.'), operand as Document);
    const parts = (operand as Document[]).map((part) => compileQuery(part));
    if (name === '$and') return (document) => parts.every((part) => part(document));
    if (name === '$or') return (document) => parts.some((part) => part(document));
    return (document) => !parts.some((part) => part(document));
  });
  return (document) => tests.every((test) => test(document));
}

function compileCondition(path: readonly string[], condition: Document): Matcher {
  const tests = Object.entries(condition).map(([name, operand]) => {
    const operator = OPERATORS[name];
    if (!operator) throw new Error(`a prepared query holds ${name}`);
    return operator(path, operand);
  });
  return (document) => tests.every((test) => test(document));
}

/** An element that is looked at as a value is not gone into. */
const onElements = (make: (operand: unknown) => Predicate): QueryOperator => {
  return (path, operand) => {
    const test = make(operand);
    const leaf = path.length === 0 ? 'whole' : 'elements';
    return (document) => someValue(document, path, leaf, test);
  };
};

const onWhole = (make: (operand: unknown) => Predicate): QueryOperator => {
  return (path, operand) => {
    const test = make(operand);
    return (document) => someValue(document, path, 'whole', test);
  };
};

const negated = (operator: QueryOperator): QueryOperator => {
  return (path, operand) => {
    const test = operator(path, operand);
    return (document) => !test(document);
  };
};

const $eq = onElements(equals);
const $in = onElements((operand) => oneOf(operand as unknown[]));
const $regex = onElements((operand) => matches(operand as RegExp));
const $elemMatch = onWhole((operand) => elementTest(operand as Document));

/** Each operand must be found; one that is itself an `$elemMatch` is tried on each element. */
const $all: QueryOperator = (path, operand) => {
  const tests = (operand as unknown[]).map((entry) => {
    if (entry instanceof RegExp) return $regex(path, entry);
    if (isDocument(entry) && isDocument(entry['$elemMatch'])) return $elemMatch(path, entry['$elemMatch']);
    return $eq(path, entry);
  });
  return (document) => tests.length > 0 && tests.every((test) => test(document));
};

const $not: QueryOperator = (path, operand) => {
  const test = compileCondition(path, operand as Document);
  return (document) => !test(document);
};

const $exists: QueryOperator = (path, operand) => {
  return (document) => someValue(document, path, 'whole', (value) => value !== undefined) === operand;
};

function elementTest(operand: Document): Predicate {
  const byValue = isValueMatch(operand);
  const test = byValue ? compileCondition([], operand) : compileQuery(operand);
  return (value) =>
    Array.isArray(value) &&
    value.some((element: unknown) => {
      return (byValue || isDocument(element) || Array.isArray(element)) && test(element);
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

const OPERATORS: Readonly<Record<string, QueryOperator>> = {
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
  $exists,
  $not,
  $mod: onElements((operand) => hasRemainder(operand as [number, number])),
  $size: onWhole((operand) => (value) => Array.isArray(value) && value.length === operand),
  $type: onElements(anyType),
};
