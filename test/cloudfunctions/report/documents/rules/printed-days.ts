/** Days of the small township as they are printed. */
import type { PrintedDay, Seated } from '../../../../../cloudfunctions/report/documents/rules/reception-days';
import type { Half } from '../../../../../miniprogram/contract/wire';
import { addDays } from '../../../../../cloudfunctions/shared/china-time';
import { township } from './read-paper';

export function seatOf(home: string, half: Half, n: number, name: string, badge = ''): Seated {
  return { seat: `${home}-${half}-${String(n)}`, home, half, n, name, badge, deputy: true };
}

/** Not published yet, at both homes. */
export function dayOf(date: string, own: Partial<PrintedDay> = {}): PrintedDay {
  return { date, published: false, homes: township.homes, kinds: new Map(), seats: [], ...own };
}

export const SEATED: Partial<PrintedDay> = {
  published: true,
  seats: [
    seatOf('h1', 'am', 1, '丁甲', '主席团成员'),
    seatOf('h1', 'am', 2, '于乙'),
    seatOf('h1', 'pm', 1, '卜戊'),
    seatOf('h2', 'pm', 1, '王丙'),
  ],
};

/** So many days in a row, the first on 3 January 2026. */
export function daysOf(count: number, own: Partial<PrintedDay> = {}): PrintedDay[] {
  return Array.from({ length: count }, (_, at) => dayOf(addDays('2026-01-03', at), own));
}

/** What stands below a duty table, once. */
export const BELOW = [
  '[bold] 不用预约，直接来也行。要预约，打座机、请村里代办，或用微信小程序。',
  '[small] 东街之家（东街之家一楼），座机 0000-h1',
  '[small] 西街之家（西街之家一楼），座机 0000-h2',
  '[small bold] 有危险打110，有人病重打120；不知道找谁，打12345，白天夜里都有人接。',
];
