/** Many numbers of one span at once: the rows as they are read for it, and which of them a number counts. */
import {
  MEASURES,
  type FactQuery,
  type FactRow,
  type Measure,
  type SourceKind,
  type Unit,
} from '../../../../miniprogram/contract/facts';
import { standsIn, type Fact } from './fact';

function isMeasure(name: string): name is Measure {
  return name in MEASURES;
}

/** A heading, an own kind whose unit nobody named, or everything, is counted in rows. */
export function unitOf(of: FactQuery['of']): Unit {
  return isMeasure(of) ? MEASURES[of].unit : 'visits';
}

/** What counting and listing need of a row. */
export const SPAN_FIELDS = [
  'seq',
  'kind',
  'date',
  'persons',
  'level',
  'home',
  'group',
  'village',
  'category',
  'party',
  'household',
  'tag',
  'result',
  'heading',
  'entered',
  'source',
] as const;

export interface SpanFact extends Omit<Fact, 'part' | 'units'> {
  _id: string;
  seq: string;
  /** `<kind of source>~<its id>`. */
  source: string;
}

/** '<kind>~<id>' as it is stored → both. */
export function readSource({ source }: { source: string }): FactRow['source'] {
  const cut = source.indexOf('~');
  return { kind: source.slice(0, cut) as SourceKind, id: source.slice(cut + 1) };
}

/** The rows among these that a measure, a heading or `all` counts: the same ones as its facet finds. */
export function rowsFor({ of, by }: Pick<FactQuery, 'of' | 'by'>, rows: readonly SpanFact[]): SpanFact[] {
  return rows.filter((row) => standsIn(row, of, by));
}
