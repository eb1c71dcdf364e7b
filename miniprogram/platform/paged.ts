/** A list that is read page by page, with what was read so far. */
import type { Result } from './result';

export interface Paged<T> {
  rows: readonly T[];
  /** Goes back as `after`; absent: that was all. */
  next?: string;
}

/** The first page, or the next one behind what is there. */
export async function readOn<T, P extends { next?: string }>(
  before: Paged<T> | undefined,
  fetch: (after?: string) => Promise<Result<P>>,
  rowsOf: (page: P) => readonly T[],
): Promise<Result<Paged<T>>> {
  const result = await fetch(before?.next);
  if (!result.ok) return result;
  const { next } = result.data;
  const rows = [...(before?.rows ?? []), ...rowsOf(result.data)];
  return { ok: true, data: { rows, ...(next !== undefined && { next }) } };
}
