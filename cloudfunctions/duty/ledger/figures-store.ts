/**
 * The one place that answers «how many of what, by which dimension, from when to when» and «which rows are they».
 * For the workbench, the report and the record alike: report and congress read their figures here.
 */
import type { CollectionSpecs } from '../../shared/database';
import type { Count, FactQuery, FactRow, Unit } from '../../../miniprogram/contract/facts';
import { addRows, emptyTally, keyFor, toCount } from './rules/count';
import { readSource, SPAN_FIELDS, unitOf, type SpanFact } from './rules/span';
import { readAlike, readFacts, walkFacts, type Span, type StoredFact } from './store';

/** It has no collection of its own. */
export const collections = {} satisfies CollectionSpecs;

function spanOf({ township, of, from, to, by }: FactQuery): Span {
  return { township, name: of, from, to, ...(by && { by }) };
}

/** One call, however many rows there are. `unit`: of a kind of the township's own. */
export async function countFigure(query: FactQuery, unit: Unit = unitOf(query.of)): Promise<Count> {
  const tally = emptyTally();
  const span = spanOf(query);
  const alike = await readAlike(span, keyFor(unit));
  if (alike) addRows(tally, unit, alike);
  else for await (const rows of walkFacts(span)) addRows(tally, unit, rows);
  return toCount(tally, unit);
}

export function toFactRow(fact: StoredFact): FactRow {
  const { _id, kind, date, persons, level, home, group, village, category, tag, entered } = fact;
  return {
    fact: _id,
    kind,
    date,
    persons,
    source: readSource(fact),
    entered: entered === true,
    ...(level !== undefined && { level }),
    ...(home !== undefined && { home }),
    ...(group !== undefined && { group }),
    ...(village !== undefined && { village }),
    ...(category !== undefined && { category }),
    ...(tag !== undefined && { tag }),
  };
}

/** As people read it: a request is named to nobody by its rows, since some of them may not know of it. */
export function toShownRow(fact: StoredFact): FactRow {
  const row = toFactRow(fact);
  return row.source.kind === 'request' ? { ...row, source: { kind: 'request', id: '' } } : row;
}

/** Exactly the rows that `countFigure` counts, newest first; `next` goes back as `after`. One call. */
export async function listFigure(
  query: FactQuery,
  limit: number,
  after?: string,
): Promise<{ rows: StoredFact[]; next?: string }> {
  const rows = await readFacts(spanOf(query), limit, after);
  const next = rows.length === limit ? rows.at(-1)?.seq : undefined;
  return { rows, ...(next !== undefined && { next }) };
}

/**
 * Every row of a span, oldest first: for whoever needs many numbers of one span at once (the report, the charts).
 * One call for each 1,000 rows.
 */
export async function readSpan(
  township: string,
  { from, to }: Pick<FactQuery, 'from' | 'to'>,
): Promise<SpanFact[]> {
  const found: SpanFact[] = [];
  for await (const rows of walkFacts({ township, name: 'all', from, to }, SPAN_FIELDS))
    found.push(...(rows as readonly SpanFact[]));
  return found;
}
