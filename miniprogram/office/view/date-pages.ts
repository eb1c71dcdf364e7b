/** A long table of days in pages: WeChat's audit allows a page 1,000 nodes, and something stands beside the table. */
import type { LocalDate } from '../../contract/wire';
import { sayDate } from '../../view/dates';

const MOST_NODES = 800;

export interface DatePage<T> {
  rows: readonly T[];
  /** By their first and last day; empty: everything is on one. */
  pages: readonly { id: string; text: string }[];
  page: string;
}

const lastOf = (rows: readonly { date: LocalDate }[]): LocalDate => rows[rows.length - 1]?.date ?? '';

/** `page`: the one that was chosen; '': the first one that has a day from `today` on, else the last one. */
export function toDatePage<T extends { date: LocalDate }>(
  rows: readonly T[],
  nodesOf: (row: T) => number,
  { page, today }: { page: string; today: LocalDate },
): DatePage<T> {
  const pages: T[][] = [];
  let nodes = Infinity;
  for (const row of rows) {
    nodes += nodesOf(row);
    if (nodes > MOST_NODES) {
      pages.push([]);
      nodes = nodesOf(row);
    }
    pages[pages.length - 1]?.push(row);
  }
  const coming = pages.findIndex((each) => lastOf(each) >= today);
  const first = coming < 0 ? pages.length - 1 : coming;
  const at = Math.max(0, page === '' ? first : Math.min(Number(page), pages.length - 1));
  const choices = pages.map((each, n) => ({
    id: String(n),
    text: [...new Set([each[0]?.date ?? '', lastOf(each)])].map((date) => sayDate(date)).join('—'),
  }));
  return { rows: pages[at] ?? [], pages: choices.length > 1 ? choices : [], page: String(at) };
}
