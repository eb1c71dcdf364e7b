/** The public board: the office's words, never a name. */
import type { BoardItem } from '../../contract/request-lists';
import type { LocalDate } from '../../contract/wire';
import { sayDate } from '../../view/dates';
import type { Paged } from '../../view/paged';

export interface BoardScreen {
  items: readonly { request: string; about: string; title: string; summary: string; result: string }[];
  more: boolean;
}

export function toBoardScreen({ rows, next }: Paged<BoardItem>, today: LocalDate): BoardScreen {
  return {
    items: rows.map(({ request, title, summary, result, village, category, on, joined }) => ({
      request,
      title,
      summary,
      result,
      about: [village, category, sayDate(on, today), joined > 1 ? `${String(joined)} 人反映` : '']
        .filter(Boolean)
        .join(' · '),
    })),
    more: next !== undefined,
  };
}
