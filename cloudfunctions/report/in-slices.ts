/** Documents asked for by id in one call. */
const AT_ONCE = 100;

/** Ids, by the hundred. */
export function inSlices(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) =>
    ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
}
