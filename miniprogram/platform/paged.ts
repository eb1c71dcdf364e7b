/** A list that is read page by page, with what was read so far. */
import type { Result } from './result';

export interface Paged<T> {
  rows: readonly T[];
  /** Goes back as `after`; absent: that was all. */
  next?: string;
}

/** The first page again, or the next one behind what is there. */
export async function readOn<T>(
  before: Paged<T> | undefined,
  fetch: (after?: string) => Promise<Result<Paged<T>>>,
): Promise<Result<Paged<T>>> {
  const result = await fetch(before?.next);
  if (!result.ok || !before) return result;
  return { ok: true, data: { ...result.data, rows: [...before.rows, ...result.data.rows] } };
}
