/** Words that several sheets use. */
import { LEVEL_LABELS } from '../../../../miniprogram/contract/labels';
import type { Receiver } from '../../../../miniprogram/contract/reception';
import type { HomeCard, TownshipCard } from '../../../../miniprogram/contract/registry';
import type { Half, LocalDate } from '../../../../miniprogram/contract/wire';
import { sayDate, sayWeekday } from '../../../shared/say-date';
import type { Line } from './sheet';

/** As wide as a Chinese letter; several spaces would be taken for one. */
export const GAP = '\u3000';
export const HALVES: readonly Half[] = ['am', 'pm'];

/** '2026-12-07' → 12月7日（星期一）. */
export function sayDay(date: LocalDate): string {
  return `${sayDate(date)}（${sayWeekday(date)}）`;
}

/** '2026-12-07' → 2026年12月7日: a day in the name of a file. */
export function sayDated(date: LocalDate): string {
  return `${date.slice(0, 4)}年${sayDate(date)}`;
}

/** '2026-12-07' → 2026年12月7日（星期一）. */
export function sayFullDay(date: LocalDate): string {
  return `${date.slice(0, 4)}年${sayDay(date)}`;
}

/** 张三（主席团成员）; without a badge the name alone. */
export function sayPerson(name: string, badge: string): string {
  return badge === '' ? name : `${name}（${badge}）`;
}

export function sayReceiver({ name, title, level }: Receiver): string {
  return sayPerson(name, title ?? (level === undefined ? '' : LEVEL_LABELS[level]));
}

/** 城关代表之家（地址），座机 0000-1234561. */
export function sayHome({ name, address, landline }: HomeCard): string {
  return `${name}（${address}），座机 ${landline}`;
}

/** 主办单位, 备案号, 投诉建议: on everything that leaves the house. */
export function footOf({ host, filingNumber, complaints }: TownshipCard): string {
  return `主办单位：${host}${GAP}备案号：${filingNumber}${GAP}投诉建议：${complaints}`;
}

/** Danger and what nobody knows whom to ask. */
export const DOORS: Line = {
  line: '有危险打110，有人病重打120；不知道找谁，打12345，白天夜里都有人接。',
  bold: true,
};
