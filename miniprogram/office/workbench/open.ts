/** Where what stands on 工作台 leads: a line to its matter, a number to its list. */
import type { WorkGroup } from '../../contract/workbench';
import { openPage } from '../../platform/navigate';
import { isWide } from '../../platform/phone';
import { listOf, type FigureId } from './view';

export function openGroup(group: WorkGroup): void {
  const { page, queue, room } = listOf(group);
  openPage(page, { queue, room });
}

/** On a wide window a matter opens beside its list, on a phone by itself. */
export function openLine(group: WorkGroup, id: string, date?: string): void {
  const { page, queue, room } = listOf(group);
  if (queue !== undefined) {
    if (isWide()) openPage(page, { queue, request: id });
    else openPage('office/request', { request: id });
  } else if (group === 'articles-to-approve') openPage('office/article', { article: id, tab: 'look' });
  else if (group === 'articles') openPage('office/article', { article: id });
  else if (page === 'office/unit') openPage(page, { request: id });
  else openPage(page, { date, room });
}

/** What happened opens the ledger's rows of the same span, what is open the list of the same condition. */
export function openFigure(id: FigureId, from: string, to: string): void {
  if (id === 'overdue') openPage('office/requests', { queue: 'overdue' });
  else if (id === 'open') openPage('office/requests', { queue: 'all' });
  else openPage('office/facts', { of: id, from, to });
}
