/** Numbers from rows. A number is always counted from exactly the rows that its list shows. */
import type { Count, Unit } from '../../../../miniprogram/contract/facts';

export interface Counted {
  party?: string;
  household?: string;
  entered?: boolean;
  /** Rows that are alike in all this; absent: one. */
  times?: number;
}

/** Rows are added page by page; what is told apart is kept as a set of keyed hashes. */
export interface Tally {
  rows: number;
  unknown: number;
  entered: number;
  different: Set<string>;
}

export function emptyTally(): Tally {
  return { rows: 0, unknown: 0, entered: 0, different: new Set() };
}

/** The hash that tells one from another in this unit; undefined where rows themselves are counted. */
export function keyFor(unit: Unit): 'party' | 'household' | undefined {
  if (unit === 'people') return 'party';
  return unit === 'households' ? 'household' : undefined;
}

/** A household visited in May and in June is one 户 of the half-year, and two 户次. */
export function addRows(tally: Tally, unit: Unit, rows: readonly Counted[]): void {
  const key = keyFor(unit);
  for (const row of rows) {
    const { times = 1 } = row;
    tally.rows += times;
    if (row.entered) tally.entered += times;
    if (key === undefined) continue;
    const hash = row[key];
    if (hash === undefined) tally.unknown += times;
    else tally.different.add(hash);
  }
}

export function toCount({ rows, unknown, entered, different }: Tally, unit: Unit): Count {
  return { n: keyFor(unit) === undefined ? rows : different.size, rows, unknown, entered };
}

export function countRows(unit: Unit, rows: readonly Counted[]): Count {
  const tally = emptyTally();
  addRows(tally, unit, rows);
  return toCount(tally, unit);
}
