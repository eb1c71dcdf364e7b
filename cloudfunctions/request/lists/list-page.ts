/** One page of a list, as cards. */
import type { RequestCard } from '../../../miniprogram/contract/request';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import { knownTo } from '../../shared/visibility';
import { BEGINNING } from './rules/queues';
import type { Reader } from '../view/rules/reader';
import { toCard } from './rules/request-card';
import { readList, type Page, type PageRow } from '../store';

export interface Listed {
  rows: PageRow[];
  /** The last seen value of the field that the list goes by; absent at the end. */
  next?: string;
}

/** The page and whether there is more: one row is read beyond it. */
export async function readRows(township: string, page: Omit<Page, 'limit'>): Promise<Listed> {
  const found = await readList(township, { ...page, limit: LIMITS.page + 1 });
  const rows = found.slice(0, LIMITS.page);
  const last = rows.at(-1)?.[page.by];
  return { rows, ...(found.length > rows.length && last !== undefined && { next: last }) };
}

interface Newest extends Required<Pick<Page, 'by' | 'fields'>>, Partial<Pick<Page, 'where'>> {
  after: string | undefined;
}

/** With the directory a page of those that have this field at all, newest first; its cost is that of listCards. */
export async function readNewest(
  { township, now, admitted }: Call,
  { where = {}, by, fields, after }: Newest,
): Promise<Answer<Listed & { directory: Directory }>> {
  const page = {
    where: { ...where, ...knownTo(admitted?.person) },
    by,
    newest: true,
    floor: BEGINNING,
    fields,
    ...from(after),
  };
  const [known, listed] = await Promise.all([recallTownship(township, now), readRows(township, page)]);
  return known ? ok({ ...listed, directory: known.directory }) : refuse('not-found');
}

/** One call, and one more where the directory is older than a minute in this instance. */
export async function listCards(
  { township, now, admitted }: Call,
  page: Omit<Page, 'limit'>,
  reader: Reader,
  keeps: (row: PageRow, directory: Directory) => boolean = () => true,
): Promise<Answer<{ requests: RequestCard[]; next?: string }>> {
  const [known, { rows, next }] = await Promise.all([
    recallTownship(township, now),
    readRows(township, { ...page, where: { ...page.where, ...knownTo(admitted?.person) } }),
  ]);
  if (!known) return refuse('not-found');
  const today = toLocalDate(now);
  const kept = rows.filter((row) => keeps(row, known.directory));
  const requests = kept.map((row) => toCard(row, known.directory, reader, today));
  return ok({ requests, ...(next !== undefined && { next }) });
}

/** `after` as a field of a page. */
export function from(after: string | undefined): { after?: string } {
  return after === undefined ? {} : { after };
}
