/**
 * The one place that answers «how many of what, by which dimension, from when to when» and «which rows are they».
 * For the workbench, the report and the record alike: report and congress read their figures here.
 */
import type { CollectionSpecs } from '../../shared/database';
import {
  MEASURES,
  type Count,
  type FactQuery,
  type FactRow,
  type Measure,
  type SourceKind,
  type Unit,
} from '../../../miniprogram/contract/facts';
import { addRows, emptyTally, toCount } from './rules/count';
import { readFacts, walkFacts, type Span, type StoredFact } from './store';

/** It has no collection of its own. */
export const collections = {} satisfies CollectionSpecs;

function isMeasure(name: string): name is Measure {
  return name in MEASURES;
}

/** A heading, or everything, is counted in rows. */
export function unitOf(of: FactQuery['of']): Unit {
  return isMeasure(of) ? MEASURES[of].unit : 'visits';
}

function spanOf({ township, of, from, to, by }: FactQuery): Span {
  return { township, name: of, from, to, ...(by && { by }) };
}

/** One call for each 500 rows. */
export async function countFigure(query: FactQuery): Promise<Count> {
  const unit = unitOf(query.of);
  const tally = emptyTally();
  for await (const rows of walkFacts(spanOf(query))) addRows(tally, unit, rows);
  return toCount(tally, unit);
}

export function toFactRow(fact: StoredFact): FactRow {
  const { _id, kind, date, persons, level, home, group, village, category, tag, entered, source } = fact;
  const cut = source.indexOf('~');
  return {
    fact: _id,
    kind,
    date,
    persons,
    source: { kind: source.slice(0, cut) as SourceKind, id: source.slice(cut + 1) },
    entered: entered === true,
    ...(level !== undefined && { level }),
    ...(home !== undefined && { home }),
    ...(group !== undefined && { group }),
    ...(village !== undefined && { village }),
    ...(category !== undefined && { category }),
    ...(tag !== undefined && { tag }),
  };
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
