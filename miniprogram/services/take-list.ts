/** A list taken out of the house: why is asked once, then the table opens. */
import { EXPORT_REASONS, type ExportedList, type ExportReason } from '../contract/list-export';
import type { Failure, Result } from '../contract/result';
import type { Output } from '../contract/wire';
import { write } from '../platform/cloud';
import { openDocument } from '../platform/documents';
import { intend, type Pending } from '../platform/keys';
import { chooseOne } from '../platform/phone';
import { township } from '../platform/whereabouts';

const REASONS = Object.keys(EXPORT_REASONS) as ExportReason[];
type Asked = { of: ExportedList; reason: ExportReason; as?: 'csv' };

const AS_CSV = '做成 .csv，给别的软件用…';

/** Undefined: the person went back. `as`: nothing else is offered. A table that spreadsheets open is two taps; the other kind is one more. */
export function askHow(as?: 'csv' | 'xlsx'): Promise<Omit<Asked, 'of'> | undefined> {
  const offered = REASONS.map((id): string => EXPORT_REASONS[id]);
  return chooseOne(as ? offered : [...offered, AS_CSV]).then((chosen = -1) => {
    const reason = REASONS[chosen];
    if (reason) return as === 'csv' ? { reason, as } : { reason };
    return chosen < 0 ? undefined : askHow('csv');
  });
}

let pending: Pending<Asked> | undefined;

function take(asked: Asked): Promise<Result<Output<'report', 'exportList'>>> {
  pending = intend(pending, JSON.stringify(asked), () => asked);
  return write('report', 'exportList', { township: township(), ...pending.input }, pending.key);
}

interface TakingPage {
  data: { busy: boolean };
  setData(data: { busy: boolean; done?: string; problem?: string; retry?: boolean }): void;
}

/**
 * How many rows went out; undefined: none, because the person went back, or for a reason that the page now says.
 * A page's 再试 reads the page again, so it is not offered here.
 */
export async function takeList(
  page: TakingPage,
  of: ExportedList,
  explain: (failure: Failure) => string,
): Promise<number | undefined> {
  if (page.data.busy) return undefined;
  const how = await askHow();
  if (!how) return undefined;
  page.setData({ busy: true, done: '', problem: '' });
  const taken = await take({ of, ...how });
  // Taken again later it is another list.
  if (taken.ok) pending = undefined;
  const opened = await openDocument(taken);
  page.setData({ busy: false, problem: opened.ok ? '' : explain(opened), retry: false });
  return taken.ok && opened.ok ? taken.data.rows : undefined;
}
