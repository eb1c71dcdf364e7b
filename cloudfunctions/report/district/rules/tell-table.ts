/**
 * Townships and their parts (months, say), as a reader may see them who lays every answer beside the others: each
 * township's whole is told, and the parts of a township are told all or not at all. What is not told may not follow from
 * the totals either, so where it would, the parts of a further township are kept back, the smallest first; and where
 * that is not enough the total is not broken down.
 */
import { TOLD_FROM } from '../../../../miniprogram/contract/district-view';
import { breakDown } from './break-down';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

export interface ToldTable {
  /** Of each township; undefined: not broken down. */
  rows: (readonly number[] | undefined)[];
  /** Of all together; null: not told. Undefined: not broken down. */
  total?: readonly (number | null)[];
}

const isSmall = (n: number): boolean => n > 0 && n < TOLD_FROM;

/** Of each part over all rows. */
const sumColumns = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, at) => sum(rows.map((row) => row[at] ?? 0)));

/**
 * Whether wholes and sums of parts leave each of these parts at least two values: by the bounds of Fréchet, which are
 * sharp, they do but where everything stands in one row or in one column.
 */
function leavesOpen(kept: readonly (readonly number[])[]): boolean {
  return kept.length > 1 && sumColumns(kept).filter((n) => n > 0).length > 1;
}

/** Whether the rows may be told themselves, without the others. */
function isPlain(row: readonly number[]): boolean {
  return !row.some(isSmall);
}

/** Which rows are kept back; undefined: even all of them follow from the total. */
function keepBack(rows: readonly (readonly number[])[]): Set<number> | undefined {
  const kept = new Set(rows.flatMap((row, at) => (isPlain(row) ? [] : [at])));
  const others = rows
    .flatMap((row, at) => (sum(row) > 0 && !kept.has(at) ? [{ at, whole: sum(row) }] : []))
    .sort((one, other) => one.whole - other.whole);
  for (;;) {
    if (kept.size === 0 || leavesOpen(rows.filter((_, at) => kept.has(at)))) return kept;
    const next = others.shift();
    if (!next) return undefined;
    kept.add(next.at);
  }
}

export function tellTable(rows: readonly (readonly number[])[]): ToldTable {
  const kept = keepBack(rows);
  const alone = rows.map((row) => (isPlain(row) && sum(row) > 0 ? row : undefined));
  if (!kept) return { rows: alone };
  const columns = sumColumns(rows);
  const total = breakDown(sum(columns), columns);
  return { rows: alone.map((row, at) => (kept.has(at) ? undefined : row)), ...(total && { total }) };
}
