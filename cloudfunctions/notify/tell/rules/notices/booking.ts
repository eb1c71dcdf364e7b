/** Notices about one booking. */
import type { Half, Instant, LocalDate, LocalTime } from '../../../../../miniprogram/contract/wire';
import { formatTime } from '../../../messages/rules/keywords';
import type { Message, NoticesOf, Row, Words } from '../notice';
import { ofPerson, type Recipient } from '../recipients';
import { pageOf, sayDay, sayHalfTime, sayNear } from '../say';

export interface BookingFacts {
  today: LocalDate;
  township: string;
  booking: string;
  booker: Recipient;
  /** Who entered it for somebody: person id or account. */
  operator?: string;
  /** As it is now. */
  state: 'waiting' | 'booked' | 'cancelled';
  date: LocalDate;
  time: LocalTime;
  half: Half;
  number: number;
  home: string;
  address: string;
  /** The landline to call, on a day by phone (电话接访). */
  call?: string;
  /** Who sits there. */
  receiver?: { person: string; name: string };
  /** When the place's time comes. */
  startsAt: Instant;
}

const ABOUT = '代表接访';

export function whenOf({ date, half, time }: Pick<BookingFacts, 'date' | 'half' | 'time'>): string {
  return `${sayDay(date)} ${sayHalfTime(half, time)}`;
}

function slipOf({ booking, date }: BookingFacts): string {
  return pageOf('more/slip/slip', { booking, date });
}

const booker: Pick<Row<BookingFacts>, 'to' | 'who'> = { to: 'booker', who: ({ booker: one }) => [one] };
const operator: Pick<Row<BookingFacts>, 'to' | 'who'> = {
  to: 'operator',
  who: (facts, holders) => ofPerson(holders, facts.operator),
};
const receiver: Pick<Row<BookingFacts>, 'to' | 'who'> = {
  to: 'receiver',
  who: (facts, holders) => ofPerson(holders, facts.receiver?.person),
};

function change(facts: BookingFacts, type: string, note: string): Message {
  const values = { thing1: ABOUT, phrase2: type, time3: formatTime(facts.date, facts.time), thing4: note };
  return { template: 'change', values };
}

function tellGiven(facts: BookingFacts): Words | undefined {
  if (facts.state !== 'booked') return undefined;
  const when = whenOf(facts);
  return {
    title: '候补到了',
    words: `${when}有人退了，给您的是第${String(facts.number)}号，在${facts.home}。来不了请点开退掉，让给别人。`,
    page: slipOf(facts),
    message: change(facts, '候补成功', `第${String(facts.number)}号，来不了请退掉`),
    call: `您候补的接访轮到了：${when}，第${String(facts.number)}号，在${facts.home}。您来得了吗？`,
    sms: `您候补的代表接访轮到了：${when}，第${String(facts.number)}号，在${facts.home}。来不了请打座机说一声。`,
    until: facts.startsAt,
  };
}

/** The reminder of the eve; sent at once to who books later than that. */
export function tellEve(facts: BookingFacts): Words | undefined {
  if (facts.state !== 'booked') return undefined;
  const near = sayNear(facts.date, facts.today);
  const time = sayHalfTime(facts.half, facts.time);
  const [kind, verb, course] =
    facts.call === undefined
      ? ['接访', '来', '到了报号数或称呼就行，不用带什么。']
      : ['电话接访', '打电话', `到时打座机${facts.call}，报号数或称呼就行，不用跑。`];
  return {
    title: `${near}${kind}，别忘了${verb}`,
    words: `${near}${time}，${facts.home}，第${String(facts.number)}号。${course}`,
    page: slipOf(facts),
    message: {
      template: 'reminder',
      values: {
        thing1: ABOUT,
        time2: formatTime(facts.date, facts.time),
        thing3: facts.home,
        thing4: `第${String(facts.number)}号，${facts.call === undefined ? '到了' : '打座机'}报号数就行`,
      },
    },
    until: facts.startsAt,
  };
}

const receiverHears = (title: string, verb: string): Row<BookingFacts> => ({
  ...receiver,
  tell: (facts) => ({
    title,
    words: `${whenOf(facts)}，${facts.home}，${verb}。接访前一天会再提醒您。`,
    page: pageOf('deputy/today/today'),
  }),
});

export const BOOKING_NOTICES: NoticesOf<BookingFacts> = {
  booked: [
    {
      ...booker,
      tell: (facts) =>
        facts.state === 'booked'
          ? {
              title: '约好了',
              words: `${whenOf(facts)}，${facts.home}，第${String(facts.number)}号。来不了请在截止前退掉。`,
              page: slipOf(facts),
            }
          : undefined,
    },
    receiverHears('有人约了您', '有人约了接访'),
  ],
  'booking-moved': [
    {
      ...booker,
      tell: (facts) =>
        facts.state === 'booked'
          ? {
              title: '时间改好了',
              words: `现在是${whenOf(facts)}，${facts.home}，第${String(facts.number)}号。`,
              page: slipOf(facts),
            }
          : undefined,
    },
    receiverHears('有人改到您这里', '有人改到了这个时间'),
  ],
  'booking-cancelled': [receiverHears('有人退了预约', '有一位退了预约')],
  'place-given': [
    { ...booker, tell: tellGiven },
    {
      ...operator,
      tell: (facts) => {
        const told = tellGiven(facts);
        return (
          told && {
            title: '您代填的候补到了',
            words: `${told.words}请告诉本人。`,
            page: pageOf('office/behalf/behalf'),
          }
        );
      },
    },
    receiverHears('有人补上了您的时间', '候补的人补上了'),
  ],
  'waiting-joined': { nobody: '自己办的，预约单上看得到' },
  'waiting-left': { nobody: '自己办的' },
  'taken-over': { nobody: '自己办的，预约单就在手机上' },
  'bookings-erased': { nobody: '本人在隐私里删的，取消的预约另有通知' },
  'walked-in': { nobody: '人在现场' },
  'visit-changed': { nobody: '人在现场' },
  'places-opened': { nobody: '空出的名额由候补的人得到，另有通知' },
};
