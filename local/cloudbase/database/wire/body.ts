import { errors } from '../errors';
import { DEFAULT_READ_LIMIT, MAX_NAME_LENGTH, MAX_READ_LIMIT } from '../limits';
import type { Wire } from '../types';
import { type Document, isDocument } from '../values/value';
import { parseDocument, parseEjson } from './ejson';

/** One field to sort by; -1 is descending. */
export type SortField = readonly [path: string, direction: 1 | -1];

const NAME = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/** The collection's name, if a collection may be called so. */
export function readCollectionName(body: Wire): string {
  const name = body['collectionName'];
  if (typeof name !== 'string' || name.length > MAX_NAME_LENGTH || !NAME.test(name)) {
    throw errors.invalidParam('the name of a collection is 1 to 64 letters, digits, _ or -');
  }
  return name;
}

/** What this database does not do is asked for by a field of the body as well as by an action. */
export function refuseTransactions(body: Wire): void {
  if (body['transactionId']) throw errors.notEmulated('transactions (transactionId)');
  if (body['instance'] || body['database']) throw errors.notEmulated('another instance or database');
}

export function readQuery(body: Wire, now: number): Document {
  const query = body['query'];
  if (query === undefined || query === null || query === '') return {};
  return parseDocument(query, 'query', now);
}

/** The two forms of an order: `{"a": -1}` and, from old SDKs, `[{field, direction}]`. */
export function readOrder(body: Wire, now: number): SortField[] {
  const source = body['order'];
  if (source === undefined || source === null || source === '') return [];
  const order = parseEjson(source, 'order', now);
  if (Array.isArray(order)) return order.map(readOldOrder);
  if (!isDocument(order)) throw errors.invalidParam('order must be an object or a list');
  return Object.entries(order).map(([path, direction]) => toSortField(path, direction));
}

function readOldOrder(entry: unknown): SortField {
  if (!isDocument(entry)) throw errors.invalidParam('an entry of order must be an object');
  const direction = entry['direction'];
  return toSortField(entry['field'], direction === 'asc' ? 1 : direction === 'desc' ? -1 : direction);
}

export function toSortField(path: unknown, direction: unknown): SortField {
  if (typeof path !== 'string' || path === '') throw errors.refused('FieldPath cannot be empty');
  if (path.split('.').some((name) => name === '' || name.startsWith('$'))) {
    throw errors.refused(`FieldPath '${path}' is not valid in a sort`);
  }
  if (direction !== 1 && direction !== -1) {
    throw errors.refused('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  return [path, direction];
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export function readPage(body: Wire): Page {
  if (body['queryType'] === 'DOC') return { limit: 1, offset: 0 };
  const limit = body['limit'] ?? DEFAULT_READ_LIMIT;
  const offset = body['offset'] ?? 0;
  if (!isCount(limit) || limit === 0) throw errors.invalidParam('limit must be a positive integer');
  if (!isCount(offset)) throw errors.invalidParam('offset must be an integer of at least 0');
  return { limit: Math.min(limit, MAX_READ_LIMIT), offset };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
