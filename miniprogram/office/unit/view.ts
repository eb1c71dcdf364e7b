/** What a handling unit has: to sign for, to answer, over. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { OPINION_STATES } from '../../contract/opinion';
import type { RequestCard } from '../../contract/request';
import type { LocalDate, Output } from '../../contract/wire';
import { toRequestLine } from '../../view/lines';
import type { RequestLine } from '../../contract/shapes';
import type { Paged } from '../../view/paged';
import { toOpinionLine, type OpinionLine } from '../view/opinion-lines';

export const LISTS: readonly Choice[] = [
  { id: 'open', text: '正在办' },
  { id: 'closed', text: '办完的' },
];

export interface UnitScreen {
  lines: readonly RequestLine[];
  more: boolean;
  empty: string;
}

export function toUnitScreen(list: string, { rows, next }: Paged<RequestCard>, today: LocalDate): UnitScreen {
  return {
    lines: rows.map((card) => toRequestLine(card, today)),
    more: next !== undefined,
    empty: list === 'open' ? '现在没有交给你们单位的事，辛苦了。' : '还没有办完的事。',
  };
}

/** 视察意见 given to the unit: what is open, or what is over. */
export function toOpinionLines(
  opinions: Output<'duty', 'listOpinions'>['opinions'],
  closed: boolean,
  today: LocalDate,
): OpinionLine[] {
  return opinions
    .filter(({ state }) => !OPINION_STATES[state].open === closed)
    .map((opinion) => {
      const { activity, title } = opinion;
      return toOpinionLine(opinion, { activity, about: `视察意见 · ${title}` }, today);
    });
}
