import { fieldKeys, toFields } from '../store/entries';
import type { Document } from '../values/value';
import type { SortField } from '../wire/body';

/**
 * Sorts by the same bytes an index would hold, so that an index plan and a sort in memory agree. Of an
 * array the least element counts ascending, the greatest descending. Equal ones keep their order.
 */
export function sortDocuments(documents: readonly Document[], order: readonly SortField[]): Document[] {
  if (order.length === 0) return [...documents];
  const fields = toFields(order);
  return documents
    .map((document) => ({ document, key: leastKey(fieldKeys(document, fields).keys) }))
    .sort((left, right) => Buffer.compare(left.key, right.key))
    .map(({ document }) => document);
}

function leastKey(keys: readonly Buffer[]): Buffer {
  return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
}
