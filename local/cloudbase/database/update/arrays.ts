import { BSONRegExp } from 'bson';
import { errors, refusals } from '../errors';
import { compileQuery, type Matcher } from '../query/operators';
import { isOperators, prepareQuery } from '../query/prepare';
import { sortBy } from '../read/sort';
import { compareValues, equalValues } from '../values/compare';
import { copyValue, type Document, isDocument, printValue, typeName } from '../values/value';
import { toSortField } from '../wire/body';
import type { UpdateOperator } from './fields';
import { findViablePlace, makePlace, readPlace, write } from './paths';

/** The array at a place that is made where nothing is yet. */
function arrayToFill(document: Document, parts: readonly string[]): unknown[] {
  const place = makePlace(document, parts);
  const value = readPlace(place);
  if (Array.isArray(value)) return value as unknown[];
  if (value !== undefined) {
    throw refusals.notArray(parts.at(-1) ?? '', typeName(value), printValue(document['_id']));
  }
  const made: unknown[] = [];
  write(place, made);
  return made;
}

/** The array to take from; undefined when there is nothing. A path that could never be is refused. */
function arrayToEmpty(document: Document, parts: readonly string[], text: string): unknown[] | undefined {
  const place = findViablePlace(document, parts);
  const value = place && readPlace(place);
  if (value === undefined || Array.isArray(value)) return value as unknown[] | undefined;
  throw errors.refused(text.replace('%', typeName(value)));
}

const MODIFIERS = ['$each', '$position', '$sort', '$slice'];

/** Inserts at the position, then sorts, then cuts; a negative slice keeps the end. */
const $push: UpdateOperator = (document, parts, operand) => {
  const spec = isDocument(operand) && '$each' in operand ? operand : { $each: [operand] };
  const unknown = Object.keys(spec).find((name) => !MODIFIERS.includes(name));
  if (unknown !== undefined) throw errors.refused(`Unrecognized clause in $push: ${unknown}`);
  const { $each: each, $position: position = Infinity, $sort: order, $slice: slice } = spec;
  if (!Array.isArray(each)) throw errors.refused('The argument to $each in $push must be an array');
  if (position !== Infinity && !Number.isInteger(position))
    throw errors.refused('The value for $position must be an integer value');
  if (slice !== undefined && !Number.isInteger(slice)) {
    throw errors.refused('The value for $slice must be an integer value');
  }
  const list = arrayToFill(document, parts);
  list.splice(position as number, 0, ...(each as unknown[]).map(copyValue));
  if (order !== undefined) list.splice(0, list.length, ...sortElements(list, order));
  if (slice !== undefined) cut(list, slice as number);
};

function cut(list: unknown[], slice: number): void {
  if (slice >= 0) list.splice(slice);
  else list.splice(0, Math.max(0, list.length + slice));
}

/** By the elements themselves (1, -1) or by fields of them. */
function sortElements(list: readonly unknown[], order: unknown): unknown[] {
  if (order === 1 || order === -1) return [...list].sort((left, right) => order * compareValues(left, right));
  if (!isDocument(order))
    throw errors.refused('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  const fields = Object.entries(order).map(([path, direction]) => toSortField(path, direction));
  const within = fields.map(([path, direction]) => [`element.${path}`, direction] as const);
  return sortBy(list, (element) => ({ element }), within);
}

const $addToSet: UpdateOperator = (document, parts, operand) => {
  const each: unknown = isDocument(operand) && '$each' in operand ? operand['$each'] : [operand];
  if (!Array.isArray(each)) throw errors.refused('The argument to $each in $addToSet must be an array');
  const list = arrayToFill(document, parts);
  for (const value of each as unknown[]) {
    if (!list.some((element) => equalValues(element, value))) list.push(copyValue(value));
  }
};

const $pop: UpdateOperator = (document, parts, operand) => {
  if (operand !== 1 && operand !== -1) throw errors.refused('$pop expects 1 or -1');
  const path = parts.join('.');
  const list = arrayToEmpty(document, parts, `Path '${path}' contains an element of non-array type '%'`);
  if (operand === 1) list?.pop();
  else list?.shift();
};

/** Takes out what equals the operand, fits its conditions, or is a document its conditions fit. */
const $pull: UpdateOperator = (document, parts, operand) => {
  const list = arrayToEmpty(document, parts, 'Cannot apply $pull to a non-array value');
  if (!list) return;
  const matches = pullMatcher(operand);
  keep(list, (element) => !matches(element));
};

function pullMatcher(operand: unknown): (element: unknown) => boolean {
  if (isOperators(operand) || operand instanceof BSONRegExp) {
    const matches = compileQuery(prepareQuery({ element: operand }));
    return (element) => matches({ element });
  }
  if (!isDocument(operand)) return (element) => equalValues(element, operand);
  const matches: Matcher = compileQuery(prepareQuery(operand));
  return (element) => isDocument(element) && matches(element);
}

const $pullAll: UpdateOperator = (document, parts, operand) => {
  if (!Array.isArray(operand)) throw errors.refused('$pullAll requires an array argument');
  const list = arrayToEmpty(document, parts, 'Cannot apply $pullAll to a non-array value');
  if (list) keep(list, (element) => !operand.some((value) => equalValues(element, value)));
};

function keep(list: unknown[], test: (element: unknown) => boolean): void {
  list.splice(0, list.length, ...list.filter(test));
}

export const arrayOperators = { $push, $addToSet, $pop, $pull, $pullAll };
