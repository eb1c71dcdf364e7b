/** Why nothing can be booked, and what one does on the day: come, or on a day by phone call. */
import type { DayView, HomeDay } from '../../contract/reception';
import type { HomeCard } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';
import { listFree } from '../../view/place-choice';
import { isByPhone, sayCome } from '../../view/words';

export function sayCourse({ date }: DayView, card: HomeCard | undefined): string {
  return isByPhone(card, date)
    ? `这天是电话接访：到您约的时间打座机 ${card?.landline ?? ''}，不用跑。`
    : '不预约，当天直接来也行；已满的时间也可以来等。';
}

/** Empty: something can be booked. */
export function sayStop(
  day: DayView,
  home: HomeDay | undefined,
  card: HomeCard | undefined,
  today: LocalDate,
): string {
  const come = sayCome(isByPhone(card, day.date));
  if (day.state === 'past') return '这一天已经过去了。请回首页看下一个接访日。';
  if (day.state === 'unpublished' || !home) {
    const maybe = day.provisional ? '放假安排还没公布，日子可能改。' : '';
    return `${maybe}谁来接访还没有公布，暂时不能预约。可以打座机问，直接来也行。`;
  }
  if (!home.open) return `网上预约 ${sayMoment(home.closesAt, today)} 截止了。不用预约，当天${come}也行。`;
  if (listFree(home, { who: 'any' }).length > 0) return '';
  return `这里的号约满了。给没预约的人留了位置，当天${come}也行。`;
}
