/** Small sentences that several screens share. */
import { HALF_LABELS, LEVEL_LABELS } from '../contract/labels';
import type { Receiver, Slip } from '../contract/reception';
import type { HomeCard } from '../contract/registry';
import type { Half, LocalDate, LocalTime } from '../contract/wire';
import { sayTime } from './dates';

/** 上午 9:00. */
export function sayHalfTime(half: Half, time: LocalTime): string {
  return `${HALF_LABELS[half]} ${sayTime(time)}`;
}

/** What somebody is: the office's badge, or the deputy's level, or simply that they receive. */
export function sayReceiver(receiver: Pick<Receiver, 'title' | 'level'>): string {
  return receiver.title ?? (receiver.level ? LEVEL_LABELS[receiver.level] : '接访人');
}

/** 第2号; whoever waits has none yet. */
export function sayNumber(slip: Pick<Slip, 'number'>): string {
  return slip.number === 0 ? '候补' : `第${String(slip.number)}号`;
}

/** That home receives by phone on that day (电话接访): nobody has to come. */
export function isByPhone(home: Pick<HomeCard, 'phoneDays'> | undefined, date: LocalDate): boolean {
  return home?.phoneDays?.includes(date) === true;
}

/** «城关村一组（平时开门：周一至周五 8:30—17:30）»: a reception day has hours of its own. */
export function sayAddress({ address, hours }: Pick<HomeCard, 'address' | 'hours'>): string {
  return hours ? `${address}（平时开门：${hours}）` : address;
}

/** What who did not book does on the day. */
export function sayCome(byPhone: boolean): string {
  return byPhone ? '直接打座机' : '直接来';
}

/** Beside 消息. */
export interface Unread {
  words: string;
  /** There is something to see. */
  lit: boolean;
}

/** The server counts no further than a hundred. */
export function sayUnread(unread: number): Unread {
  if (unread === 0) return { words: '没有新消息', lit: false };
  return { words: `${unread > 99 ? '99条以上' : `${String(unread)}条`}没看`, lit: true };
}
