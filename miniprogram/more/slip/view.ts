/** From a slip to the words on the 预约单. */
import qrcode from 'qrcode-generator';
import type { Slip } from '../../contract/reception';
import type { HomeCard } from '../../contract/registry';
import type { TemplateKey } from '../../contract/templates';
import type { LocalDate, LocalTime } from '../../contract/wire';
import { daysBetween, sayDate, sayDaysLeft, weekdayOf } from '../../view/dates';
import { isByPhone, sayHalfTime, sayNumber, sayReceiver } from '../../view/words';
import { drawQr, qrTextOf } from '../../view/qr';

/** The eve, and whatever changes about it. */
export const REMIND_ABOUT: readonly TemplateKey[] = ['reminder', 'change'];
export const REMIND_WORDS = '接访前一天，还有时间、接访人变了，微信告诉您。';

export interface SlipScreen {
  /** 候补: neither number nor place yet. */
  waiting: boolean;
  date: string;
  weekday: string;
  left: string;
  time: string;
  number: string;
  code: string;
  qr: string;
  whom: string;
  receiver: string;
  home: string;
  address: string;
  landline: string;
  /** What one says at the desk or into the phone. */
  course: string;
}

export function toSlipScreen(
  slip: Slip,
  home: HomeCard | undefined,
  where: { township: string; today: LocalDate },
): SlipScreen {
  const { receiver } = slip;
  const byPhone = isByPhone(home, slip.date);
  return {
    waiting: slip.state === 'waiting',
    date: sayDate(slip.date, where.today),
    weekday: weekdayOf(slip.date),
    left: sayDaysLeft(daysBetween(where.today, slip.date)),
    time: sayHalfTime(slip.half, slip.time),
    number: sayNumber(slip),
    code: slip.code,
    qr: drawQr(qrcode, qrTextOf(where.township, slip)),
    whom: slip.whom === 'family' ? `${slip.name}（家里人）` : slip.name,
    receiver: receiver ? `${receiver.name}（${sayReceiver(receiver)}）` : '到时在场的接访人',
    home: home?.name ?? '人大代表之家',
    address: byPhone ? '这天是电话接访，到时打座机，不用跑' : (home?.address ?? ''),
    landline: home?.landline ?? '',
    course: `${byPhone ? '打通了' : '到了'}报号数、短码或称呼都行${byPhone ? '' : '，不用手机也行'}。`,
  };
}

/** Said before it is given up. */
export function sayGivingUp(screen: SlipScreen): string {
  return `${screen.date} ${screen.time}，${screen.number}会让给别人。以后想来可以再约，直接来也行。`;
}

/** To be sent to the family: 12月7日 上午 9:00 第6号 城关代表之家. */
export function saySlip({ date, time, number, home }: SlipScreen): string {
  return `${date} ${time} ${number} ${home}`;
}

/** China has one time zone, whatever the phone thinks. */
const CHINA = '+08:00';
const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;
const EVENING = '20:00';

export interface CalendarEntry {
  title: string;
  place: string;
  startsAt: number;
  endsAt: number;
  /** On the eve, whatever the hour of the place. */
  ringsAt: number;
}

export function toCalendarEntry(
  { date, time }: Pick<Slip, 'date' | 'time'>,
  { number, code, home, address }: SlipScreen,
): CalendarEntry {
  const at = (clock: LocalTime) => Date.parse(`${date}T${clock}:00${CHINA}`);
  const startsAt = at(time);
  const title = `人大代表接访 ${number}，短码 ${code}`;
  return {
    title,
    place: [home, address].filter(Boolean).join(' '),
    startsAt,
    endsAt: startsAt + HALF_HOUR_MS,
    ringsAt: at(EVENING) - DAY_MS,
  };
}
