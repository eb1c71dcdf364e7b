/** From the server's answer to the words on the first screen. */
import type { DayCardPerson, DayCardView } from '../../components/day-card/day-card';
import { HALF_LABELS } from '../../contract/labels';
import type { HomeView, NextDay } from '../../contract/overview';
import type { HalfDay, Slip } from '../../contract/reception';
import type { HomeCard } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { daysBetween, sayDate, sayDaysLeft, sayRange, weekdayOf } from '../../view/dates';
import { isByPhone, sayAddress, sayCome, sayHalfTime, sayNumber, sayReceiver } from '../../view/words';

/** People shown on the card; more of them are on the booking page. */
const MOST_PEOPLE = 8;

export interface HomeScreen {
  name: string;
  /** Whether there is another home to change to. */
  several: boolean;
  day: DayCardView;
  /** The township is closed: where to turn now; '' when it is not. */
  closed: string;
  /** The township that goes on with it. */
  next: string;
  /** The nearest slip, when there is one. */
  slip: string;
  /** 已约 1 个. */
  mine: string;
  host: string;
  filing: string;
  complaints: string;
}

export function toHomeScreen(view: HomeView, today: LocalDate): HomeScreen {
  const { township, home, next, slips, closed } = view;
  const first = slips[0];
  return {
    name: home.name,
    several: view.homes.length > 1,
    closed: closed ? `${township.name}已经停用，不能再预约和反映。${closed.words}` : '',
    next: closed?.to ? `去${closed.to.name}` : '',
    day: toDayCard(next, home, slips, today),
    slip: first?.booking ?? '',
    mine: slips.length > 0 ? `已约 ${String(slips.length)} 个` : '预约和意见',
    host: township.host,
    filing: township.filingNumber,
    complaints: township.complaints,
  };
}

function toDayCard(next: NextDay, home: HomeCard, slips: readonly Slip[], today: LocalDate): DayCardView {
  const byPhone = isByPhone(home, next.date);
  return {
    date: sayDate(next.date, today),
    weekday: weekdayOf(next.date),
    left: sayDaysLeft(daysBetween(today, next.date)),
    shift: sayShift(next),
    hours: next.halves.map(({ half, start, end }) => `${HALF_LABELS[half]} ${sayRange(start, end)}`),
    address: byPhone ? '这天是电话接访，打座机就行，不用跑' : sayAddress(home),
    come: `${sayCome(byPhone)}也行`,
    landline: home.landline,
    people: listPeople(next.halves).slice(0, MOST_PEOPLE),
    ...sayChoices(next, slips, sayCome(byPhone)),
  };
}

/** 5日是星期六，顺延到7日: why the day is not the ordinary one, and whether it is certain. */
function sayShift({ date, shiftedFrom, why, provisional }: NextDay): string {
  if (provisional) return '放假安排还没公布，日子可能改';
  if (shiftedFrom === undefined) return '';
  const sameMonth = date.slice(0, 7) === shiftedFrom.slice(0, 7);
  const to = sameMonth ? `${String(Number(date.slice(8)))}日` : sayDate(date);
  return `${why ?? ''}，${date > shiftedFrom ? '顺延到' : '提前到'}${to}`;
}

function sayChoices(
  next: NextDay,
  slips: readonly Slip[],
  come: string,
): Pick<DayCardView, 'button' | 'second' | 'notice'> {
  const slip = slips[0];
  if (slip) {
    const again = next.open && next.free > 0 ? '再给家里人约一个 ›' : '';
    const words = `${slip.state === 'waiting' ? '您在等' : '您已约好'}：${sayHalfTime(slip.half, slip.time)}，${sayNumber(slip)}`;
    return { button: '看我的预约单', second: again, notice: words };
  }
  if (!next.published) return { button: '', second: '', notice: '谁来接访还没有公布，公布后就能预约。' };
  if (!next.open) return { button: '', second: '', notice: `网上预约已截止，不用预约，当天${come}。` };
  if (!next.earliest) {
    return { button: '', second: '', notice: `网上的号约满了。给没预约的人留了位置，当天${come}。` };
  }
  const { half, time, receiver } = next.earliest;
  return { button: '预约', second: `最早的：${sayHalfTime(half, time)} ${receiver} ›`, notice: '' };
}

/** Everybody who sits that day, once, with the half-day when it is only one of the two. */
export function listPeople(halves: readonly HalfDay[]): DayCardPerson[] {
  const people = new Map<string, DayCardPerson>();
  for (const { half, seats } of halves) {
    for (const { receiver } of seats) {
      const known = people.get(receiver.person);
      const extra = known && known.extra !== HALF_LABELS[half] ? '' : HALF_LABELS[half];
      const { person, name } = receiver;
      people.set(person, { person, name, label: sayReceiver(receiver), extra });
    }
  }
  return [...people.values()];
}
