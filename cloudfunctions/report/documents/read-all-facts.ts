import type { FactQuery } from '../../../miniprogram/contract/facts';
import { listFigure } from '../../duty/ledger/figures-store';

const PAGE = 400;

/** Every row behind a figure, newest first: what is printed is cut nowhere. One call for each page. */
export async function readAllFacts(
  query: FactQuery,
): Promise<Awaited<ReturnType<typeof listFigure>>['rows']> {
  let { rows, next } = await listFigure(query, PAGE);
  while (next !== undefined) {
    const page = await listFigure(query, PAGE, next);
    rows = [...rows, ...page.rows];
    next = page.next;
  }
  return rows;
}
