/** Bookings and requests as lines of a list, in words; the shapes are those of slip-line and request-card. */
import { STATES, wordsOfState } from '../contract/labels';
import type { Slip } from '../contract/reception';
import type { HomeCard } from '../contract/registry';
import type { RequestCard } from '../contract/request';
import type { RequestLine, SlipLine } from '../contract/shapes';
import type { LocalDate } from '../contract/wire';
import { daysBetween, sayDate, sayDay, sayDayFrom, sayMoment } from './dates';
import { sayHalfTime, sayNumber } from './words';

export function toSlipLine(slip: Slip, homes: readonly HomeCard[], today: LocalDate): SlipLine {
  const coming = slip.date >= today;
  const cancelled = slip.state === 'cancelled';
  return {
    booking: slip.booking,
    day: coming ? sayDayFrom(slip.date, today) : sayDay(slip.date, today),
    time: sayHalfTime(slip.half, slip.time),
    number: sayNumber(slip),
    place: homes.find(({ id }) => id === slip.home)?.name ?? '',
    whom: slip.whom === 'family' ? `给${slip.name}约的` : '',
    tag: cancelled ? '已退' : coming ? (slip.state === 'waiting' ? '在候补' : '已约好') : '已过',
    tone: coming && !cancelled ? 'in-hand' : 'done',
  };
}

/** A late request says so instead of its state. */
export function toRequestTag(
  { late, state, nextDate }: RequestCard,
  today: LocalDate,
  toAsker = false,
): Pick<RequestLine, 'tag' | 'tone'> {
  if (!late) return { tag: wordsOfState(state, toAsker).label, tone: STATES[state].shape };
  const days = nextDate === undefined ? 0 : daysBetween(nextDate, today);
  const [some, whole] = toAsker ? ['晚了', '晚了'] : ['已超', '已超期'];
  return { tag: days > 0 ? `${some}${String(days)}天` : whole, tone: 'late' };
}

/** For whoever asked it. */
export function toOwnRequestLine(card: RequestCard, today: LocalDate): RequestLine {
  // They know where they live; what they wrote, about what and when tells it apart.
  const about = [card.category, `${sayMoment(card.createdAt, today)}反映`].filter(Boolean).join(' · ');
  return { ...toRequestLine(card, today), ...toRequestTag(card, today, true), about };
}

/** For whoever works on it; `act`: the one thing its owner can do from the list. */
export function toRequestLine(card: RequestCard, today: LocalDate, act = ''): RequestLine {
  return {
    request: card.request,
    title: card.title,
    about: [card.village, card.category, `编号 ${card.number}`].filter(Boolean).join(' · '),
    sentence: card.sentence,
    ...toRequestTag(card, today),
    due: sayDue(card, today),
    act,
  };
}

function sayDue({ nextDate, late }: RequestCard, today: LocalDate): string {
  if (nextDate === undefined || late) return '';
  const days = daysBetween(today, nextDate);
  return days === 0
    ? '今天到期'
    : days > 0 && days <= 3
      ? `还有${String(days)}天`
      : `${sayDate(nextDate, today)}前`;
}
