import { BSONRegExp } from 'bson';
import { compareValues, equalValues } from '../values/compare';
import { type Document, Rank, rankOf } from '../values/value';

/** What a condition says about the values of one path, as far as an index can use it. */
export type Constraint = Points | Range;

export interface Points {
  readonly kind: 'points';
  /** None: the condition can never hold. */
  readonly values: readonly unknown[];
}

/** Values of one type between two bounds; without a bound, up to the end of the type. */
export interface Range {
  readonly kind: 'range';
  readonly rank: Rank;
  readonly lower?: Bound;
  readonly upper?: Bound;
}

export interface Bound {
  readonly value: unknown;
  readonly inclusive: boolean;
}

/** A way for a document to match: constraints by path, all of which hold for it. */
export type Branch = ReadonlyMap<string, readonly Constraint[]>;

/** A query as alternatives that an index can find. */
export interface Alternatives {
  /** Together they let in at least every document that matches. */
  readonly branches: readonly Branch[];
  /** They say all of the query: what they let in matches. */
  readonly complete: boolean;
}

/** Alternatives (`$or`) beyond this are not looked into; the scan filters what they let in. */
const MAX_BRANCHES = 64;

/** Conditions that no index helps with are left out of the alternatives of a prepared query. */
export function toAlternatives(query: Document): Alternatives {
  let all: Alternatives = { branches: [new Map()], complete: true };
  for (const [name, operand] of Object.entries(query)) {
    if (name === '$and') {
      for (const part of operand as Document[]) all = cross(all, toAlternatives(part));
    } else if (name === '$or') all = cross(all, join((operand as Document[]).map(toAlternatives)));
    else if (name.startsWith('$')) all = { ...all, complete: false };
    else all = cross(all, conditionAlternatives(name, operand as Document));
  }
  return all;
}

function join(parts: readonly Alternatives[]): Alternatives {
  return {
    branches: parts.flatMap(({ branches }) => branches),
    complete: parts.every(({ complete }) => complete),
  };
}

function cross(left: Alternatives, right: Alternatives): Alternatives {
  if (left.branches.length * right.branches.length > MAX_BRANCHES) return { ...left, complete: false };
  return {
    branches: left.branches.flatMap((one) => right.branches.map((other) => merge(one, other))),
    complete: left.complete && right.complete,
  };
}

function merge(one: Branch, other: Branch): Branch {
  const merged = new Map(one);
  for (const [path, constraints] of other) merged.set(path, [...(merged.get(path) ?? []), ...constraints]);
  return merged;
}

/** Null is found with more than it matches: an index holds it for whatever is missing. */
function conditionAlternatives(path: string, condition: Document): Alternatives {
  const constraints = Object.entries(condition).map(([operator, operand]) => toConstraint(operator, operand));
  const known = constraints.filter((constraint) => constraint !== undefined);
  return {
    branches: [known.length > 0 ? new Map([[path, known]]) : new Map()],
    complete: constraints.every(
      (constraint) => constraint && !(constraint.kind === 'points' && constraint.values.includes(null)),
    ),
  };
}

function toConstraint(operator: string, operand: unknown): Constraint | undefined {
  switch (operator) {
    case '$eq':
      return isPoint(operand) ? { kind: 'points', values: [operand] } : undefined;
    case '$in': {
      const values = operand as unknown[];
      return values.every(isPoint) ? { kind: 'points', values } : undefined;
    }
    case '$gt':
      return toRange(operand, 'lower', false);
    case '$gte':
      return toRange(operand, 'lower', true);
    case '$lt':
      return toRange(operand, 'upper', false);
    case '$lte':
      return toRange(operand, 'upper', true);
    default:
      return undefined;
  }
}

/** An array is found by its elements, not as a whole; an expression matches more than itself. */
function isPoint(operand: unknown): boolean {
  return !Array.isArray(operand) && !(operand instanceof RegExp) && !(operand instanceof BSONRegExp);
}

/** Null and NaN are only in closed ranges, and then alone: a range of numbers begins behind NaN. */
function toRange(value: unknown, side: 'lower' | 'upper', inclusive: boolean): Constraint | undefined {
  if (!isPoint(value)) return undefined;
  if (value === null || Number.isNaN(value)) return { kind: 'points', values: inclusive ? [value] : [] };
  const lower: Bound | undefined = typeof value === 'number' ? { value: NaN, inclusive: false } : undefined;
  return { kind: 'range', rank: rankOf(value), ...(lower && { lower }), [side]: { value, inclusive } };
}

/**
 * All constraints of one path as one. For an index that holds arrays only one of them may be used: a
 * document can fulfil each by a different element.
 */
export function combine(constraints: readonly Constraint[], arrays: boolean): Constraint | undefined {
  const [first, ...rest] = constraints;
  if (!first) return undefined;
  if (arrays) return constraints.find(({ kind }) => kind === 'points') ?? first;
  return rest.reduce(intersect, first);
}

function intersect(left: Constraint, right: Constraint): Constraint {
  if (left.kind === 'points') {
    return { kind: 'points', values: left.values.filter((value) => allows(right, value)) };
  }
  if (right.kind === 'points') return intersect(right, left);
  if (left.rank !== right.rank) return { kind: 'points', values: [] };
  const lower = tighter(left.lower, right.lower, 1);
  const upper = tighter(left.upper, right.upper, -1);
  return { kind: 'range', rank: left.rank, ...(lower && { lower }), ...(upper && { upper }) };
}

function tighter(left: Bound | undefined, right: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (!left || !right) return left ?? right;
  const order = compareValues(left.value, right.value) * sign;
  if (order === 0) return left.inclusive ? right : left;
  return order > 0 ? left : right;
}

function allows(constraint: Constraint, value: unknown): boolean {
  if (constraint.kind === 'points') return constraint.values.some((point) => equalValues(point, value));
  const { rank, lower, upper } = constraint;
  if (rankOf(value) !== rank || Number.isNaN(value)) return false;
  return isAbove(value, lower) && isBelow(value, upper);
}

function isAbove(value: unknown, bound: Bound | undefined): boolean {
  if (!bound) return true;
  const order = compareValues(value, bound.value);
  return order > 0 || (order === 0 && bound.inclusive);
}

function isBelow(value: unknown, bound: Bound | undefined): boolean {
  if (!bound) return true;
  const order = compareValues(value, bound.value);
  return order < 0 || (order === 0 && bound.inclusive);
}
