import { errors } from '../errors';
import { makePlan, type Plan } from '../plan/plan';
import { runPlan } from '../plan/scan';
import { compileQuery } from '../query/operators';
import { prepareQuery } from '../query/prepare';
import { sortBy } from '../read/sort';
import type { StoredDocument } from '../store/store';
import type { Wire } from '../types';
import type { Document } from '../values/value';
import { readCollectionName, readQuery, refuseTransactions, type SortField } from '../wire/body';
import type { ActionContext } from './action';

/** The collection an action speaks of; it must exist. */
export function requireCollection(context: ActionContext, body: Wire): string {
  refuseTransactions(body);
  const collection = readCollectionName(body);
  if (!context.store.collections.has(collection)) throw errors.collectionNotExist(collection);
  return collection;
}

/** All documents that match the body's query. */
export function findMatching(
  context: ActionContext,
  collection: string,
  body: Wire,
): Generator<StoredDocument> {
  const query = prepareQuery(readQuery(body, context.now));
  const matches = compileQuery(query);
  const plan = makePlan(context.store, collection, query, []);
  return runPlan({ ...context, collection }, plan, matches);
}

/** The first document that matches; only that one for `multi: false`. */
export function findForWrite(context: ActionContext, collection: string, body: Wire): StoredDocument[] {
  const found = findMatching(context, collection, body);
  if (body['multi'] !== false) return [...found];
  const [first] = found;
  return first ? [first] : [];
}

export interface Window {
  readonly offset: number;
  /** Infinity for all. */
  readonly limit: number;
}

/**
 * A stretch of the ordered documents that match a prepared query. Reads no further than it must when an
 * index gives the order.
 */
export function findOrdered(
  context: ActionContext,
  collection: string,
  query: Document,
  order: readonly SortField[],
  { offset, limit }: Window,
): StoredDocument[] {
  const plan = makePlan(context.store, collection, query, order);
  const found = runPlan({ ...context, collection }, plan, compileQuery(query));
  if (!givesOrder(plan, order)) {
    return sortBy([...found], ({ document }) => document, order).slice(offset, offset + limit);
  }
  const page: StoredDocument[] = [];
  let skipped = 0;
  if (limit === 0) return page;
  for (const one of found) {
    if (skipped++ < offset) continue;
    page.push(one);
    if (page.length === limit) break;
  }
  return page;
}

function givesOrder(plan: Plan, order: readonly SortField[]): boolean {
  return order.length === 0 || (plan.kind === 'index' && plan.order !== undefined);
}
