/** A long answer in parts, each of which fits the phone. */

/** Bytes of a part's rows as JSON; an answer is to have 16 KB at most, and something stands beside the rows. */
const PART_BYTES = 14_000;

type Lists = Readonly<Record<string, readonly unknown[]>>;

/**
 * Of these lists, one after the other, as much as fits into one part; a row that is longer comes alone. `next` goes back as
 * `after`. Undefined: they are of another edition by now, and whoever reads them begins again.
 */
export function cutLists<L extends Lists>(
  lists: L,
  edition: string,
  after = `${edition}.0`,
): { lists: L; next?: string } | undefined {
  const dot = after.lastIndexOf('.');
  if (after.slice(0, dot) !== edition) return undefined;
  const rows = Object.entries(lists).flatMap(([list, each]) => each.map((row) => ({ list, row })));
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
