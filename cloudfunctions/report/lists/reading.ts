/** How a list is read whole, and what is said of when and how it was narrowed. */
import type { ExportedList, ListId } from '../../../miniprogram/contract/list-export';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { sayDated } from '../documents/rules/words';
import { sayDate } from '../../shared/say-date';
import type { Call } from '../../shared/serve';
import { toTable, type Column, type ListTable } from './rules/table';

/** More rows make no list that somebody reads; what is left out is said above them. */
export const MOST_ROWS = 5_000;
export const PAGE = 200;

export interface Asking {
  call: Call;
  directory: Directory;
  today: LocalDate;
}
export type Of<L extends ListId> = Extract<ExportedList, { list: L }>;
export type Reads<L extends ListId> = {
  readonly [K in L]: (of: Of<K>, asking: Asking) => Promise<ListTable | undefined>;
};

export const spanWords = (from: LocalDate, to: LocalDate): string =>
  from === to ? sayDated(from) : `${from.slice(0, 4)}年${sayDate(from)}—${sayDate(to)}`;

/** Page after page until there is no more, or more than one reads; `markOf` is what the next page goes on from. */
export async function readWhole<R>(
  fetch: (limit: number, after: string | undefined) => Promise<readonly R[]>,
  markOf: (row: R) => string | undefined,
): Promise<{ rows: R[]; cut: boolean }> {
  const found: R[] = [];
  for (let after: string | undefined; ;) {
    const page = await fetch(PAGE, after);
    found.push(...page);
    const last = page.at(-1);
    after = last && markOf(last);
    if (page.length < PAGE || after === undefined || found.length > MOST_ROWS) break;
  }
  return { rows: found.slice(0, MOST_ROWS), cut: found.length > MOST_ROWS };
}

export interface Whole<R> {
  rows: readonly R[];
  cut: boolean;
}

/** Its name says what it is, how it was narrowed and when it was taken out. */
export function tell<R>(
  what: string,
  narrowed: string,
  of: readonly Column<R>[],
  { rows, cut }: Whole<R>,
  { today }: Asking,
): ListTable {
  const name = [what, narrowed, sayDated(today)].filter(Boolean).join(' ');
  return toTable(of, rows, { name, narrowed: narrowed || '全部', on: sayDated(today), cut });
}

export const ofYear = (year: number) => `${String(year)}年`;
