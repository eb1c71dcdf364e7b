import { fieldKeys, toFields } from '../store/entries';
import type { Document } from '../values/value';
import type { SortField } from '../wire/body';

/**
 * Sorts by the same bytes an index would hold, so that an index plan and a sort in memory agree. Of an
 * array the least element counts ascending, the greatest descending; `list.0` is its first. Equal ones keep their order.
 */
export function sortBy<T>(
  items: readonly T[],
  read: (item: T) => Document,
  order: readonly SortField[],
): T[] {
  if (order.length === 0) return [...items];
  const fields = toFields(order);
  return items
    .map((item) => ({ item, key: leastKey(fieldKeys(read(item), fields, true).keys) }))
    .sort((left, right) => Buffer.compare(left.key, right.key))
    .map(({ item }) => item);
}

function leastKey(keys: readonly Buffer[]): Buffer {
  return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
}
