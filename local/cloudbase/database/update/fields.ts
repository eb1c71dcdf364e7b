import { errors, refusals } from '../errors';
import { compareValues } from '../values/compare';
import { copyValue, type Document, printValue, typeName } from '../values/value';
import { erase, findPlace, makePlace, readPlace, splitUpdatePath, write } from './paths';

/** Changes one path of a document in place. */
export type UpdateOperator = (document: Document, parts: readonly string[], operand: unknown) => void;

const $set: UpdateOperator = (document, parts, operand) => {
  write(makePlace(document, parts), copyValue(operand));
};

const $unset: UpdateOperator = (document, parts) => {
  const place = findPlace(document, parts);
  if (place) erase(place);
};

/** Adds or multiplies; a missing field counts as 0, and no product of integers is -0. */
const arithmetic =
  (operator: string, verb: string, compute: (value: number, operand: number) => number): UpdateOperator =>
  (document, parts, operand) => {
    if (typeof operand !== 'number') {
      throw errors.refused(
        `Cannot ${verb} with non-numeric argument: {${parts.join('.')}: ${printValue(operand)}}`,
      );
    }
    const place = makePlace(document, parts);
    const found = readPlace(place);
    const value = found === undefined ? 0 : found;
    if (typeof value !== 'number') {
      const name = parts.at(-1) ?? '';
      throw refusals.notNumeric(operator, printValue(document['_id']), name, typeName(value));
    }
    write(place, compute(value, operand));
  };

/** Takes the operand when it lies beyond the value in MongoDB's order over all types. */
const extreme =
  (sign: 1 | -1): UpdateOperator =>
  (document, parts, operand) => {
    const place = makePlace(document, parts);
    const value = readPlace(place);
    if (value === undefined || sign * compareValues(operand, value) > 0) write(place, copyValue(operand));
  };

const $rename: UpdateOperator = (document, parts, operand) => {
  const from = parts.join('.');
  if (typeof operand !== 'string')
    throw errors.refused(`The 'to' field for $rename must be a string: ${from}`);
  const target = splitUpdatePath(operand);
  refuseElements(document, parts, 'source', from);
  refuseElements(document, target, 'destination', operand);
  const source = findPlace(document, parts);
  const value = source && readPlace(source);
  if (!source || value === undefined) return;
  erase(source);
  write(makePlace(document, target), value);
};

function refuseElements(document: Document, parts: readonly string[], role: string, path: string): void {
  for (let length = 1; length < parts.length; length++) {
    const place = findPlace(document, parts.slice(0, length));
    if (place && Array.isArray(readPlace(place))) {
      throw errors.refused(`The ${role} field cannot be an array element, '${path}'`);
    }
  }
}

export const fieldOperators = {
  $set,
  $unset,
  $inc: arithmetic('$inc', 'increment', (value, operand) => value + operand),
  $mul: arithmetic('$mul', 'multiply', (value, operand) => value * operand + 0),
  $max: extreme(1),
  $min: extreme(-1),
  $rename,
};
