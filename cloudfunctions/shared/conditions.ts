/**
 * The small language in which stores state conditions and changes. The SDK's own silently drops what it does
 * not like (undefined, {}, a second .or()); this one throws, because a lost condition is a lost law.
 */

type Scalar = string | number | boolean | null;

export type Condition =
  | Scalar
  | { readonly test: 'exists'; readonly value: boolean }
  | { readonly test: 'gt' | 'gte' | 'lt' | 'lte' | 'neq'; readonly value: Scalar }
  | { readonly test: 'in' | 'nin'; readonly value: readonly Scalar[] }
  | { readonly test: 'between'; readonly value: readonly [Scalar, Scalar] };

/** Dotted field path → what must hold there. All must hold. */
export type Where = Readonly<Record<string, Condition>>;

export const exists: Condition = { test: 'exists', value: true };
export const absent: Condition = { test: 'exists', value: false };
export const above = (value: Scalar): Condition => ({ test: 'gt', value });
export const atLeast = (value: Scalar): Condition => ({ test: 'gte', value });
export const below = (value: Scalar): Condition => ({ test: 'lt', value });
export const atMost = (value: Scalar): Condition => ({ test: 'lte', value });
export const not = (value: Scalar): Condition => ({ test: 'neq', value });
export const oneOf = (value: readonly Scalar[]): Condition => ({ test: 'in', value });
/** Neither bound itself. */
export const between = (lower: Scalar, upper: Scalar): Condition => ({
  test: 'between',
  value: [lower, upper],
});
export const noneOf = (value: readonly Scalar[]): Condition => ({ test: 'nin', value });

export type Change =
  | { readonly change: 'put'; readonly value: unknown }
  | { readonly change: 'add'; readonly value: number }
  | { readonly change: 'append'; readonly value: readonly unknown[]; readonly keep?: number }
  | { readonly change: 'take'; readonly value: Scalar }
  | { readonly change: 'take-where'; readonly field: string; readonly value: readonly Scalar[] }
  | { readonly change: 'drop' };

/** Dotted field path → what becomes of it. */
export type Changes = Readonly<Record<string, Change>>;

/** Replaces the field, objects included. */
export const put = (value: unknown): Change => ({ change: 'put', value });
export const add = (value: number): Change => ({ change: 'add', value });
/** Appends to a list; with `keep` only the last so many stay. */
export const append = (value: readonly unknown[], keep?: number): Change =>
  keep === undefined ? { change: 'append', value } : { change: 'append', value, keep };
/** Takes every equal item out of a list. */
export const take = (value: Scalar): Change => ({ change: 'take', value });
/** Takes out of a list every item whose `field` is one of the values; the others stay, whatever came meanwhile. */
export const takeWhere = (field: string, value: readonly Scalar[]): Change => ({
  change: 'take-where',
  field,
  value,
});
export const drop: Change = { change: 'drop' };

const SEGMENT = /^[A-Za-z0-9_-]+$/;

/**
 * The field under which an act is kept by its idempotency key. The phone chooses the key, so it gets a letter of
 * ours in front: all digits would read as a place in a list, `__proto__` as something else again.
 */
export function actField(key: string): string {
  return `k${key}`;
}

/** The key that actField wrote. */
export function keyOfField(field: string): string {
  return field.slice(1);
}

/** Throws on a path that the platform would read differently from what was meant. */
export function checkPath(path: string): void {
  for (const segment of path.split('.')) {
    if (!SEGMENT.test(segment) || segment === '__proto__' || segment === 'constructor') {
      throw new Error('a field path holds a segment that cannot be a field name');
    }
  }
}

/** Throws on undefined, functions, non-finite numbers and unsafe keys anywhere inside. */
export function checkValue(value: unknown, depth = 0): void {
  if (depth > 12) throw new Error('a value is nested too deeply to be stored');
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (Number.isFinite(value)) return;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) checkValue(item, depth + 1);
    return;
  }
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [key, item] of Object.entries(value)) {
      checkPath(key);
      if (key.includes('.')) throw new Error('a stored key must be one field name');
      checkValue(item, depth + 1);
    }
    return;
  }
  throw new Error(`a value of type ${typeof value} cannot be stored`);
}

/** Throws on an empty condition and on one that the SDK would erase. */
export function checkWhere(where: Where): void {
  const entries = Object.entries(where);
  if (entries.length === 0) throw new Error('an empty condition would match everything');
  for (const [path, condition] of entries) {
    checkPath(path);
    if (condition === null || typeof condition !== 'object') checkValue(condition);
    else checkValue(condition.value);
  }
}
