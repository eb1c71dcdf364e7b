/** A long answer in parts, each of which fits the phone. */
import type { InParts, Part } from '../../miniprogram/contract/parts';
import type { Answer } from '../../miniprogram/contract/wire';
import { hashParts } from './cipher';
import { ok, refuse } from './errors';

/** Bytes of a part's rows as JSON; an answer is to have 16 KB at most, and something stands beside the rows. */
const PART_BYTES = 14_000;

/** Lists by name, and nothing else. */
type Lists<L> = Readonly<Partial<Record<keyof L, readonly unknown[]>>>;

/** As many of these, from the first one on, as one answer holds, and one at least; `of`: what goes out of each. */
export function fitRows<T>(rows: readonly T[], of: (row: T) => unknown): readonly T[] {
  let bytes = 0;
  const end = rows.findIndex((row, n) => {
    bytes += Buffer.byteLength(JSON.stringify(of(row))) + 1;
    return bytes > PART_BYTES && n > 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

function rowsOf(lists: object): { list: string; row: unknown }[] {
  const named = Object.entries(lists) as [string, readonly unknown[]][];
  return named.flatMap(([list, rows]) => rows.map((row) => ({ list, row })));
}

/**
 * Of these lists, one after the other, as much as fits into one part; a row that is longer comes alone. `next` goes back as
 * `after`. Undefined: they are of another edition by now, and whoever reads them begins again.
 */
export function cutLists<L extends Lists<L>>(
  lists: L,
  edition: string,
  after = `${edition}.0`,
): { lists: L; next?: string } | undefined {
  const dot = after.lastIndexOf('.');
  if (after.slice(0, dot) !== edition) return undefined;
  const rows = rowsOf(lists);
  const first = Number(after.slice(dot + 1));
  const part = fitRows(rows.slice(first), ({ row }) => row);
  const end = first + part.length;
  const cut = Object.keys(lists).map((name) => [
    name,
    part.flatMap(({ list, row }) => (list === name ? [row] : [])),
  ]);
  return {
    lists: Object.fromEntries(cut) as L,
    ...(end < rows.length && { next: `${edition}.${String(end)}` }),
  };
}

/** Letters of an edition's name. */
const EDITION = 12;

/**
 * These lists with what stands beside them: all, or one part where parts are asked for. The edition is what they say.
 * Refusals: row-changed.
 */
export function tellParts<L extends Lists<L>, B extends object>(
  lists: L,
  beside: B,
  { inParts, after }: InParts,
): Answer<L & B & Part> {
  if (!inParts) return ok({ ...beside, ...lists });
  const edition = hashParts([JSON.stringify({ ...beside, ...lists })], EDITION);
  const cut = cutLists(lists, edition, after);
  if (!cut) return refuse('row-changed');
  const next = cut.next === undefined ? {} : { next: cut.next };
  return ok({ ...beside, ...cut.lists, ...next, end: `${edition}.${String(rowsOf(lists).length)}` });
}
