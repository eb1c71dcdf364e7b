/** Which lists of suggestions somebody has, and each as lines. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { HANDLING_READERS } from '../../contract/congress/papers';
import { QUEUE_LABELS } from '../../contract/congress/suggestion-labels';
import type { SuggestionCard, SuggestionFigures, SuggestionQueue } from '../../contract/congress/suggestion';
import type { Grant } from '../../contract/registry';
import { holdsAny, MEMBERS, OVERSEERS, UNIT_CLERKS, type Role } from '../../contract/roles';
import type { RequestLine } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';
import type { Paged } from '../../view/paged';
import { toSuggestionLine } from '../../view/suggestion-lines';

const LISTS: readonly (readonly [SuggestionQueue, readonly Role[]])[] = [
  ['examine', OVERSEERS],
  ['decide', OVERSEERS],
  ['waiting', OVERSEERS],
  ['promised', OVERSEERS],
  ['key', OVERSEERS],
  ['all', OVERSEERS],
  ['unit', UNIT_CLERKS],
  ['mine', MEMBERS],
  ['asked', MEMBERS],
];

/** The report on handling, by whom it is for. */
export const HANDLING = Object.entries(HANDLING_READERS).map(([id, text]) => ({ id, text: `打印${text} ›` }));

export interface SuggestionsScreen {
  lines: readonly RequestLine[];
  more: boolean;
  empty: string;
}

export function listQueues(grants: readonly Pick<Grant, 'role' | 'state'>[]): Choice[] {
  return LISTS.filter(([, roles]) => holdsAny(grants, roles)).map(([id]) => ({
    id,
    text: QUEUE_LABELS[id],
  }));
}

/** Whether one of the lists is the office's: it sees figures. */
export function overseesSuggestions(queues: readonly Choice[]): boolean {
  return queues.some(({ id }) => id === 'all');
}

export function writesSuggestions(queues: readonly Choice[]): boolean {
  return queues.some(({ id }) => id === 'mine');
}

export function toFigures({ total, open, answered, done, promised }: SuggestionFigures) {
  return [
    { label: '建议', count: total },
    { label: '正在办', count: open },
    { label: '办复', count: answered },
    { label: '落实', count: done },
    { label: '承诺', count: promised },
  ];
}

export function toSuggestionsScreen(
  queue: string,
  { rows, next }: Paged<SuggestionCard>,
  today: LocalDate,
): SuggestionsScreen {
  return {
    lines: rows.map((card) => toSuggestionLine(card, today)),
    more: next !== undefined,
    empty: queue === 'mine' ? '您还没有提过建议。' : '这里现在没有建议。',
  };
}
