/** What a handling unit has: to sign for, to answer, over. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { RequestCard } from '../../contract/request';
import type { LocalDate, Output } from '../../contract/wire';
import { sayDay } from '../../view/dates';
import { toRequestLine } from '../../view/lines';
import type { RequestLine } from '../../contract/shapes';
import type { Paged } from '../../view/paged';

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

export interface OpinionLine {
  opinion: string;
  activity: string;
  title: string;
  words: string;
  state: string;
  tone: 'waiting' | 'done' | 'late';
  answer: string;
}

/** 视察意见 given to the unit: what waits, or what was answered. */
export function toOpinionLines(
  opinions: Output<'duty', 'listOpinions'>['opinions'],
  closed: boolean,
  today: LocalDate,
): OpinionLine[] {
  return opinions
    .filter(({ state }) => (state === 'answered') === closed)
    .map(({ opinion, activity, title, site, words, state, due, answer = '' }) => {
      const late = state !== 'answered' && due < today;
      return {
        opinion,
        activity,
        title,
        words: [site, words].filter(Boolean).join('：'),
        state: state === 'answered' ? '已答复' : late ? `过了 ${sayDay(due)}` : `${sayDay(due)}前答复`,
        tone: state === 'answered' ? 'done' : late ? 'late' : 'waiting',
        answer,
      };
    });
}
