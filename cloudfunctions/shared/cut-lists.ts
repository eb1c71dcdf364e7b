/** A long answer in parts, each of which fits the phone. */
import type { InParts, Part } from '../../miniprogram/contract/parts';
import type { Answer } from '../../miniprogram/contract/wire';
import { hashParts } from './cipher';
import { ok, refuse } from './errors';

/** Bytes of a part's rows as JSON; an answer is to have 16 KB at most, and something stands beside the rows. */
const PART_BYTES = 14_000;

/** Lists by name, and nothing else. */
type Lists<L> = Readonly<Partial<Record<keyof L, readonly unknown[]>>>;

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
  let bytes = 0;
  let end = first;
  for (; end < rows.length; end++) {
    bytes += Buffer.byteLength(JSON.stringify(rows[end]?.row)) + 1;
    if (bytes > PART_BYTES && end > first) break;
  }
  const part = rows.slice(first, end);
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
