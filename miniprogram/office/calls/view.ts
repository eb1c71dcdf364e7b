/** From the call list and the next day to the words of 电话通知. */
import { LIMITS } from '../../contract/limits';
import type { CallCard } from '../../contract/notify';
import type { DayView } from '../../contract/reception';
import type { HomeCard } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { sayDay, sayMoment, sayRange } from '../../view/dates';

export interface CallLine {
  call: string;
  who: string;
  about: string;
  sentence: string;
  when: string;
  tag: string;
  tone: 'waiting' | 'late';
  phone: boolean;
}

export function toCallLines(calls: readonly CallCard[], today: LocalDate): CallLine[] {
  return calls.map(({ call, who, role, about, sentence, at, phone, state }) => ({
    call,
    about,
    sentence,
    phone,
    who: role === undefined ? who : `${who}（${role}）`,
    when: sayMoment(at, today),
    tag: state === 'missed' ? '打过，没人接' : '要打电话',
    tone: state === 'missed' ? 'late' : 'waiting',
  }));
}

/** The reason that stays in the audit when a number is looked up. */
export function reasonOf({ about }: Pick<CallCard, 'about'>): string {
  return [...`电话告知：${about}`].slice(0, LIMITS.callReason).join('');
}

export interface GroupText {
  title: string;
  text: string;
}

/** Texts for WeChat groups: days and places, nobody's name or number. */
export function toGroupTexts(
  day: DayView | undefined,
  homes: readonly HomeCard[],
  today: LocalDate,
): GroupText[] {
  const work = {
    title: '提醒代表',
    text: '各位代表：请打开「代表之家」小程序看一看「今日待办」，有人约您或有事交给您，都在里面。点一下「收提醒」，以后有事微信会告诉您。',
  };
  if (day?.state !== 'published') return [work];
  const places = day.homes.map(({ home, halves }) => {
    const card = homes.find(({ id }) => id === home);
    const times = halves.map(({ start, end }) => sayRange(start, end)).join('、');
    return `· ${card?.name ?? '人大代表之家'}（${card?.address ?? ''}）${times}，座机 ${card?.landline ?? ''}`;
  });
  const lines = [
    `【代表接访日】${sayDay(day.date, today)}`,
    ...places,
    '可以在「代表之家」小程序上预约，也可以直接来，不用手机也行。',
  ];
  return [{ title: '通知群众', text: lines.join('\n') }, work];
}
