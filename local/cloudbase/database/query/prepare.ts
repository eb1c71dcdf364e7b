import { BSONRegExp } from 'bson';
import { errors } from '../errors';
import { type Document, isDocument } from '../values/value';
import { toRegExp } from './regex';

const LOGICAL = new Set(['$and', '$or', '$nor']);

/** Operators on a field, each with the check of its operand; it answers what the matcher is to get. */
const FIELD_OPERATORS: Record<string, (operand: unknown, field: string) => unknown> = {
  $eq: (operand) => operand,
  $ne: (operand) => refuseRegex(operand, `Can't have regex as arg to $ne.`),
  $gt: checkRange,
  $gte: checkRange,
  $lt: checkRange,
  $lte: checkRange,
  $in: (operand) => checkList(operand, '$in'),
  $nin: (operand) => checkList(operand, '$nin'),
  $all: checkAll,
  $elemMatch: checkElemMatch,
  $exists: (operand) => operand !== false && operand !== 0 && operand !== null,
  $type: (operand) => operand,
  $size: checkSize,
  $mod: checkMod,
  $not: checkNot,
};

/**
 * Checks a query and brings it into the one form the matcher and the planner read: every condition on
 * a field an object of operators, an implied equality as `$eq`, a regular expression as `$regex`.
 */
export function prepareQuery(query: Document): Document {
  const prepared: Document = {};
  for (const [name, operand] of Object.entries(query)) {
    if (LOGICAL.has(name)) prepared[name] = prepareList(name, operand);
    else if (name.startsWith('$')) throw errors.notEmulated(`the query operator ${name}`);
    else prepared[name] = prepareCondition(operand, name);
  }
  return prepared;
}

function prepareList(name: string, operand: unknown): Document[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw errors.refused(`${name} must be a nonempty array`);
  }
  return operand.map((part) => {
    if (!isDocument(part)) throw errors.refused(`${name} entries need to be full objects`);
    return prepareQuery(part);
  });
}

/** Whether an operand is an object of operators rather than a value to compare with. */
export function isOperators(operand: unknown): operand is Document {
  if (!isDocument(operand)) return false;
  const [first] = Object.keys(operand);
  return first?.startsWith('$') === true;
}

function prepareCondition(operand: unknown, field: string): Document {
  if (operand instanceof BSONRegExp) return { $regex: toRegExp(operand.pattern, operand.options) };
  if (!isOperators(operand)) return { $eq: operand };
  const prepared: Document = {};
  for (const [name, value] of Object.entries(operand)) {
    if (name === '$regex') prepared[name] = regexOperand(value, operand['$options']);
    else if (name === '$options') {
      if (operand['$regex'] === undefined) throw errors.refused('$options needs a $regex');
    } else {
      const check = FIELD_OPERATORS[name];
      if (!name.startsWith('$')) throw errors.refused(`unknown operator: ${name}`);
      if (!check) throw errors.notEmulated(`the query operator ${name}`);
      prepared[name] = check(value, field);
    }
  }
  return prepared;
}

function regexOperand(pattern: unknown, options: unknown): RegExp {
  if (pattern instanceof BSONRegExp) {
    return toRegExp(pattern.pattern, typeof options === 'string' ? options : pattern.options);
  }
  if (typeof pattern !== 'string') throw errors.refused('$regex has to be a string');
  if (options !== undefined && typeof options !== 'string')
    throw errors.refused('$options has to be a string');
  return toRegExp(pattern, options ?? '');
}

function refuseRegex(operand: unknown, text: string): unknown {
  if (operand instanceof BSONRegExp) throw errors.refused(text);
  return operand;
}

function checkRange(operand: unknown, field: string): unknown {
  return refuseRegex(operand, `Can't have RegEx as arg to predicate over field '${field}'`);
}

function checkList(operand: unknown, name: string): unknown[] {
  if (!Array.isArray(operand)) throw errors.refused(`${name} needs an array`);
  return operand.map((entry: unknown) => {
    if (isOperators(entry)) throw errors.refused(`cannot nest $ under ${name}`);
    return entry instanceof BSONRegExp ? toRegExp(entry.pattern, entry.options) : entry;
  });
}

function checkAll(operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw errors.refused('$all needs an array');
  return operand.map((entry: unknown) => {
    if (entry instanceof BSONRegExp) return toRegExp(entry.pattern, entry.options);
    if (!isOperators(entry)) return entry;
    if (!('$elemMatch' in entry)) throw errors.refused('no $ expressions in $all');
    return { $elemMatch: checkElemMatch(entry['$elemMatch']) };
  });
}

/** Conditions on the element itself (`{$gt: 2}`) stay operators; conditions on its fields a query. */
function checkElemMatch(operand: unknown): Document {
  if (!isDocument(operand)) throw errors.refused('$elemMatch needs an Object');
  return isValueMatch(operand) ? prepareCondition(operand, '$elemMatch') : prepareQuery(operand);
}

/** Whether an `$elemMatch` looks at elements as values. */
export function isValueMatch(operand: Document): boolean {
  const [first] = Object.keys(operand);
  return isOperators(operand) && first !== undefined && !LOGICAL.has(first);
}

function checkSize(operand: unknown): number {
  if (typeof operand !== 'number') throw errors.refused('$size needs a number');
  if (!Number.isInteger(operand)) throw errors.refused('$size must be a whole number');
  if (operand < 0) throw errors.refused('$size may not be negative');
  return operand;
}

function checkMod(operand: unknown): [number, number] {
  if (!Array.isArray(operand)) throw errors.refused('malformed mod, needs to be an array');
  const [divisor, remainder] = operand as unknown[];
  if (operand.length !== 2 || typeof divisor !== 'number' || typeof remainder !== 'number') {
    throw errors.refused('malformed mod, needs exactly a divisor and a remainder');
  }
  if (Math.trunc(divisor) === 0) throw errors.refused('divisor cannot be 0');
  return [Math.trunc(divisor), Math.trunc(remainder)];
}

function checkNot(operand: unknown, field: string): Document {
  if (operand instanceof BSONRegExp) return prepareCondition(operand, field);
  if (!isOperators(operand)) throw errors.refused('$not needs a regex or a document of operators');
  return prepareCondition(operand, field);
}
