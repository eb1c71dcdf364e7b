/** The public board: the office's words, never a name. */
import type { BoardItem } from '../../contract/request-lists';
import { STATES, wordsOfState } from '../../contract/labels';
import type { LocalDate } from '../../contract/wire';
import { sayDate } from '../../view/dates';
import type { Paged } from '../../view/paged';

export interface BoardLine {
  request: string;
  about: string;
  title: string;
  summary: string;
  /** How it ended, in the office's words; while it is handled and afterwards, how far it is. */
  heading: string;
  result: string;
  /** It is handled: one may still say the same. */
  open: boolean;
}

const toLine = (
  { request, title, summary, result, village, category, on, joined, state }: BoardItem,
  today: LocalDate,
): BoardLine => ({
  request,
  title,
  summary,
  heading: result ? '办得怎么样' : '办到哪一步',
  result: result || wordsOfState(state, true).label,
  open: !result && STATES[state].type === 'open',
  about: [village, category, sayDate(on, today), joined > 1 ? `${String(joined)} 人反映` : '']
    .filter(Boolean)
    .join(' · '),
});

export interface BoardScreen {
  items: readonly BoardLine[];
  more: boolean;
}

export function toBoardScreen({ rows, next }: Paged<BoardItem>, today: LocalDate): BoardScreen {
  return {
    items: rows.map((item) => toLine(item, today)),
    more: next !== undefined,
  };
}
