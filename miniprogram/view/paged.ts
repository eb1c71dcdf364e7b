/** A list that is read page by page, with what was read so far. */
import { explainOpening } from './feedback';
import type { Result } from '../contract/result';

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

/** A page that shows such a list and nothing else. */
interface ListPage<T> {
  paged: Paged<T> | undefined;
  setData(data: Record<string, unknown>): void;
}

/** Reads on and shows it, or says why not; what was read before stays. */
export async function showOn<T, P extends { next?: string }>(
  page: ListPage<T>,
  fetch: (after?: string) => Promise<Result<P>>,
  rowsOf: (read: P) => readonly T[],
  toScreen: (paged: Paged<T>) => object,
): Promise<void> {
  page.setData({ busy: true });
  const result = await readOn(page.paged, fetch, rowsOf);
  page.setData({ busy: false, loading: false, problem: result.ok ? '' : explainOpening(result) });
  if (!result.ok) return;
  page.paged = result.data;
  page.setData({ screen: toScreen(result.data) });
}
