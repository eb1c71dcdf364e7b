/**
 * What must hold of a stored document, as data: the same need is a condition of the write and, on a document that
 * was read, says which steps are legal. Its form is that of shared/conditions, without lists.
 */

type Scalar = string | number | boolean;

export type Need =
  | Scalar
  | { readonly test: 'exists'; readonly value: boolean }
  | { readonly test: 'gte' | 'lte' | 'neq'; readonly value: Scalar };

/** Dotted path → what must hold there; all must. */
export type Needs = Readonly<Record<string, Need>>;

export const given: Need = { test: 'exists', value: true };
export const missing: Need = { test: 'exists', value: false };
export const from = (value: Scalar): Need => ({ test: 'gte', value });
export const upTo = (value: Scalar): Need => ({ test: 'lte', value });
export const other = (value: Scalar): Need => ({ test: 'neq', value });

function valueAt(document: object, path: string): unknown {
  if (!path.includes('.')) return (document as Record<string, unknown>)[path];
  return path.split('.').reduce<unknown>((inside, name) => {
    if (inside === null || typeof inside !== 'object') return undefined;
    return (inside as Record<string, unknown>)[name];
  }, document);
}

function holds(value: unknown, need: Need): boolean {
  // As the database: of a list one item is enough.
  if (typeof need !== 'object') return Array.isArray(value) ? value.includes(need) : value === need;
  switch (need.test) {
    case 'exists':
      return (value !== undefined) === need.value;
    case 'neq':
      // As the database: of a list no item may be it.
      return Array.isArray(value) ? !value.includes(need.value) : value !== need.value;
    case 'lte':
      return typeof value === typeof need.value && (value as Scalar) <= need.value;
    default:
      // As the database: values of different types are neither above nor below each other.
      return typeof value === typeof need.value && (value as Scalar) >= need.value;
  }
}

export function meets(document: object, needs: Needs): boolean {
  for (const path in needs) if (!holds(valueAt(document, path), needs[path] as Need)) return false;
  return true;
}
