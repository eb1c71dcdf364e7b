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

/** Alternatives (`$or`) beyond this are not looked into; the scan filters what they let in. */
const MAX_BRANCHES = 64;

/**
 * A prepared query as alternatives that an index can find. Together they let in at least every
 * document that matches, and maybe more: conditions no index helps with are left out.
 */
export function toBranches(query: Document): Branch[] {
  let branches: Branch[] = [new Map()];
  for (const [name, operand] of Object.entries(query)) {
    if (name === '$and') {
      for (const part of operand as Document[]) branches = cross(branches, toBranches(part));
    } else if (name === '$or') branches = cross(branches, (operand as Document[]).flatMap(toBranches));
    else if (!name.startsWith('$')) {
      const constraints = toConstraints(operand as Document);
      if (constraints.length > 0) branches = cross(branches, [new Map([[name, constraints]])]);
    }
  }
  return branches;
}

function cross(left: readonly Branch[], right: readonly Branch[]): Branch[] {
  if (left.length * right.length > MAX_BRANCHES) return [...left];
  return left.flatMap((one) => right.map((other) => merge(one, other)));
}

function merge(one: Branch, other: Branch): Branch {
  const merged = new Map(one);
  for (const [path, constraints] of other) merged.set(path, [...(merged.get(path) ?? []), ...constraints]);
  return merged;
}

function toConstraints(condition: Document): Constraint[] {
  return Object.entries(condition).flatMap(([operator, operand]) => {
    const constraint = toConstraint(operator, operand);
    return constraint ? [constraint] : [];
  });
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

/** Null and NaN are only in closed ranges, and then alone. */
function toRange(value: unknown, side: 'lower' | 'upper', inclusive: boolean): Constraint | undefined {
  if (!isPoint(value)) return undefined;
  if (value === null || Number.isNaN(value)) return { kind: 'points', values: inclusive ? [value] : [] };
  return { kind: 'range', rank: rankOf(value), [side]: { value, inclusive } };
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
