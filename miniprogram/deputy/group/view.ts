/** The two lists behind 今日待办: what the leader's group has, and what somebody passed on and follows. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Grant } from '../../contract/registry';
import type { RequestCard } from '../../contract/request';
import type { LocalDate } from '../../contract/wire';
import { toRequestLine } from '../../view/lines';
import type { RequestLine } from '../../contract/shapes';
import { holdsAny, LEADERS } from '../../contract/roles';
import type { Paged } from '../../view/paged';

export type ListId = 'group' | 'following';

export const LISTS: readonly Choice[] = [
  { id: 'group', text: '组里代表手上的' },
  { id: 'following', text: '我转出去的' },
];

const EMPTY: Readonly<Record<ListId, { text: string; hint: string }>> = {
  group: { text: '组里代表手上现在没有事。', hint: '有人反映到组里，会排在这儿，可以转给组里别的代表。' },
  following: { text: '没有您转出去还在办的事。', hint: '提请交办、转给别人的，在这里看办到哪一步。' },
};

export interface GroupScreen {
  lines: readonly RequestLine[];
  more: boolean;
  empty: { text: string; hint: string };
}

export function isLeader(grants: readonly Pick<Grant, 'role' | 'state'>[]): boolean {
  return holdsAny(grants, LEADERS);
}

export function toGroupScreen(
  list: ListId,
  { rows, next }: Paged<RequestCard>,
  today: LocalDate,
): GroupScreen {
  return {
    lines: rows.map((card) => toRequestLine(card, today)),
    more: next !== undefined,
    empty: EMPTY[list],
  };
}
