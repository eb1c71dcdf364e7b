import { errors } from '../errors';
import { MAX_UNDECLARED_SCAN } from '../limits';
import type { Matcher } from '../query/operators';
import { scanNatural } from '../store/natural';
import { collectionKey, getDocument, type Store, type StoredDocument, unpackRecent } from '../store/store';
import type { Cost } from '../types';
import type { IndexPlan, Plan } from './plan';
import type { KeyRange } from './ranges';

export interface ScanContext {
  readonly store: Store;
  readonly collection: string;
  readonly cost: Cost;
  /** Called once when a read goes through too many documents without a declared index; may throw. */
  onUndeclaredScan(text: string): void;
}

/** The documents a plan leads to and that match, each read counted in the cost. */
export function* runPlan(context: ScanContext, plan: Plan, matches: Matcher): Generator<StoredDocument> {
  const { cost } = context;
  const guard = guardScan(context, plan);
  const exact = plan.kind === 'index' && plan.exact;
  for (const found of readPlan(context, plan)) {
    cost.examined++;
    const matched = exact || matches(found.document);
    guard(matched);
    if (matched) yield found;
  }
}

/**
 * Counts what an undeclared read goes through: every document for a scan, those that did not match for
 * an index that only gives the order.
 */
function guardScan(context: ScanContext, plan: Plan): (matched: boolean) => void {
  if (plan.kind === 'union' || (plan.kind === 'index' && plan.bounded)) return () => undefined;
  let wasted = 0;
  return (matched) => {
    if (matched && plan.kind === 'index') return;
    if (++wasted !== MAX_UNDECLARED_SCAN + 1) return;
    context.onUndeclaredScan(
      `a read of ${context.collection} goes through more than ${MAX_UNDECLARED_SCAN} documents without a declared index`,
    );
  };
}

function* readPlan(context: ScanContext, plan: Plan): Generator<StoredDocument> {
  if (plan.kind === 'scan') yield* scanNatural(context.store, context.collection);
  else if (plan.kind === 'index') yield* readIndex(context, plan, plan.repeats ? new Set() : undefined);
  else {
    const seen = new Set<string>();
    for (const part of plan.parts) yield* readIndex(context, part, seen);
  }
}

function* readIndex(
  { store, collection }: ScanContext,
  plan: IndexPlan,
  seen: Set<string> | undefined,
): Generator<StoredDocument> {
  const reverse = plan.order?.reverse ?? false;
  const behind = plan.order?.mergeBehind;
  const table = plan.index ? store.entries : store.documents;
  const ranges = reverse ? [...plan.ranges].reverse() : plan.ranges;
  const read = (range: KeyRange): Iterable<Entry> => readRange(table, range, reverse);
  const entries = behind === undefined ? inTurn(ranges, read) : merged(ranges, read, behind, reverse);
  for (const { key, value } of entries) {
    if (seen) {
      const id = (plan.index ? value : key.subarray(collectionKey(collection).length)).toString('latin1');
      if (seen.has(id)) continue;
      seen.add(id);
    }
    const found = plan.index ? getDocument(store, collection, value) : unpackRecent(store, key, value);
    if (found) yield found;
  }
}

interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

function readRange(table: Store['entries'], { start, end }: KeyRange, reverse: boolean): Iterable<Entry> {
  if (!reverse) return table.getRange({ start, end });
  return table.getRange({ start: end, exclusiveStart: true, end: start, inclusiveEnd: true, reverse: true });
}

function* inTurn(ranges: readonly KeyRange[], read: (range: KeyRange) => Iterable<Entry>): Generator<Entry> {
  for (const range of ranges) yield* read(range);
}

/** Several ranges at once, always the entry that comes next by the bytes behind the fixed fields. */
function* merged(
  ranges: readonly KeyRange[],
  read: (range: KeyRange) => Iterable<Entry>,
  behind: number,
  reverse: boolean,
): Generator<Entry> {
  const heads: Head[] = [];
  try {
    for (const range of ranges) {
      const head = { entries: read(range)[Symbol.iterator](), offset: range.fixed[behind - 1] ?? 0 };
      const first = head.entries.next();
      if (first.done !== true) heads.push({ ...head, entry: first.value });
    }
    for (;;) {
      const next = nextHead(heads, reverse);
      if (!next) return;
      yield next.entry;
      const following = next.entries.next();
      if (following.done === true) heads.splice(heads.indexOf(next), 1);
      else next.entry = following.value;
    }
  } finally {
    for (const { entries } of heads) entries.return?.();
  }
}

interface Head {
  readonly entries: Iterator<Entry>;
  readonly offset: number;
  entry: Entry;
}

function nextHead(heads: readonly Head[], reverse: boolean): Head | undefined {
  return heads.reduce<Head | undefined>((best, head) => {
    if (!best) return head;
    const order = Buffer.compare(head.entry.key.subarray(head.offset), best.entry.key.subarray(best.offset));
    return (reverse ? -order : order) < 0 ? head : best;
  }, undefined);
}

/** What an undeclared scan does: a refusal where tests run, a line for the developer elsewhere. */
export function scanPolicy(
  strict: 'error' | 'warn',
  onWarning: (text: string) => void,
): (text: string) => void {
  return (text) => {
    if (strict === 'error') throw errors.undeclaredScan(text);
    onWarning(text);
  };
}
