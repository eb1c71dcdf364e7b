import {
  collectionKey,
  arrayFields,
  type Index,
  type IndexField,
  indexesOf,
  type Store,
} from '../store/store';
import { toFields } from '../store/entries';
import type { Document } from '../values/value';
import type { SortField } from '../wire/body';
import { type Alternatives, toAlternatives } from './constraints';
import { countConstant, findOrder, type IndexOrder } from './order';
import { joinRanges, type KeyRange, toRanges } from './ranges';

/** How a read finds its documents. */
export type Plan = ScanPlan | IndexPlan | UnionPlan;

/** Every document, in the order of insertion. */
export interface ScanPlan {
  readonly kind: 'scan';
}

export interface IndexPlan {
  readonly kind: 'index';
  /** Undefined: the documents themselves, which lie in the order of `_id`. */
  readonly index: Index | undefined;
  readonly ranges: readonly KeyRange[];
  /** Undefined when the index does not give the wanted order. */
  readonly order: IndexOrder | undefined;
  /** Conditions narrow the ranges; otherwise the index only gives the order. */
  readonly bounded: boolean;
  /** A document may come several times. */
  readonly repeats: boolean;
  /** The ranges hold what matches and nothing else. */
  readonly exact: boolean;
}

/** Each alternative by its own index. */
export interface UnionPlan {
  readonly kind: 'union';
  readonly parts: readonly IndexPlan[];
}

interface Candidate {
  readonly plan: IndexPlan;
  readonly score: number;
}

const ID_FIELDS = toFields([['_id', 1]]);

/** Chooses one index for a prepared query, or one for each alternative, or a scan. */
export function makePlan(
  store: Store,
  collection: string,
  query: Document,
  order: readonly SortField[],
): Plan {
  const wanted = toAlternatives(query);
  const best = bestPlan(store, collection, wanted, order);
  if (best?.bounded) return best;
  if (wanted.branches.length > 1) {
    const parts = wanted.branches.map((branch) => {
      return bestPlan(store, collection, { ...wanted, branches: [branch] }, []);
    });
    if (parts.every((part): part is IndexPlan => part?.bounded === true)) return { kind: 'union', parts };
  }
  return best ?? { kind: 'scan' };
}

function bestPlan(
  store: Store,
  collection: string,
  wanted: Alternatives,
  order: readonly SortField[],
): IndexPlan | undefined {
  let best: Candidate | undefined;
  for (const index of [undefined, ...indexesOf(store, collection)]) {
    const candidate = rate(store, collection, index, wanted, order);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  return best?.plan;
}

/**
 * An index is worth looking at when it narrows the search or gives the order. More fields used are
 * better; an order given is worth a field and a half; all of `_id` or of a unique index beats all.
 */
function rate(
  store: Store,
  collection: string,
  index: Index | undefined,
  wanted: Alternatives,
  order: readonly SortField[],
): Candidate | undefined {
  const listed = index ? arrayFields(store, index) : [];
  const arrays = listed.length > 0;
  const fields = index ? withId(index.fields) : ID_FIELDS;
  const prefix = index?.prefix ?? collectionKey(collection);
  const parts = wanted.branches.map((branch) => toRanges(prefix, fields, branch, arrays));
  const all = parts.flatMap((part) => part.ranges);
  const used = Math.min(...all.map((range) => range.fixed.length + (range.bounded ? 1 : 0)));
  const bounded = used > 0;
  // Behind one value of a list a document has one entry, so the rest of the index is in its order.
  const fixed = fields.slice(0, countConstant(all));
  const behind = listed.every(({ path }) => fixed.some((field) => field.path === path));
  const sorted = order.length > 0 && !behind ? undefined : findOrder(order, fields, all);
  if (!bounded && (order.length === 0 || !sorted)) return undefined;
  const declared = index ? index.fields.length : 1;
  const single = (index?.unique ?? true) && all.every((range) => range.fixed.length >= declared);
  const exact = wanted.complete && !arrays && parts.every(({ complete }) => complete);
  const ranges = sorted?.mergeBehind === undefined ? joinRanges(all) : all;
  return {
    plan: { kind: 'index', index, ranges, order: sorted, bounded, repeats: arrays || ranges === all, exact },
    score:
      (single ? 100 : 0) + (bounded ? 10 : 0) + 2 * Math.min(used, 20) + (sorted && order.length > 0 ? 3 : 0),
  };
}

/** Behind its own fields every index lies in the order of `_id`. */
function withId(fields: readonly IndexField[]): readonly IndexField[] {
  return fields.some(({ path }) => path === '_id') ? fields : [...fields, ...ID_FIELDS];
}
