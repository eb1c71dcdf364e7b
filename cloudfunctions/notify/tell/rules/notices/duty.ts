/** Notices about who sits when. */
import type { Half, LocalDate, LocalTime } from '../../../../../miniprogram/contract/wire';
import { HALF_LABELS } from '../../../../../miniprogram/contract/labels';
import { formatTime } from '../../../messages/rules/keywords';
import type { Message, NoticesOf, Row, Words } from '../notice';
import { ofOffice, ofPerson, once, others } from '../recipients';
import { pageOf, sayDay, sayNear } from '../say';
import type { BookingFacts } from './booking';

export interface Seat {
  person: string;
  name: string;
  home: string;
  half: Half;
  start: LocalTime;
}

export interface SeatFacts {
  today: LocalDate;
  date: LocalDate;
  /** The seat it is about. */
  seat?: Omit<Seat, 'person' | 'name'>;
  /** Person ids; '' for nobody. */
  from: string;
  to: string;
  toName: string;
  fromName: string;
  /** The day is published now. */
  published: boolean;
  /** Who sits on that seat now; '' where it is not known. */
  sits: string;
  /** Everybody on duty on that day, in the order of the roster. */
  seats: readonly Seat[];
  /** Live bookings of the seat. */
  bookings: readonly BookingFacts[];
}

const DUTIES = pageOf('deputy/duties/duties');

function where(facts: SeatFacts): string {
  const { seat, date } = facts;
  return seat ? `${sayDay(date)}${HALF_LABELS[seat.half]}，${seat.home}` : sayDay(date);
}

function task(facts: SeatFacts, about: string, from: string, note: string): Message {
  const time3 = formatTime(facts.date, facts.seat?.start);
  return { template: 'task', values: { thing1: about, thing2: from, time3, thing4: note } };
}

/** Agreed between two, not changed by the office. */
function isSwap({ from, to }: SeatFacts): boolean {
  return from !== '' && to !== '';
}

const onDuty: Pick<Row<SeatFacts>, 'to' | 'who'> = {
  to: 'on-duty',
  who: ({ seats }, holders) => once(seats.flatMap(({ person }) => ofPerson(holders, person))),
};

function tellPublished(facts: SeatFacts): Words | undefined {
  if (!facts.published) return undefined;
  const day = sayDay(facts.date);
  return {
    title: `${day}轮到您坐班接访`,
    words: '值班表已公布，群众可以预约您。来不了请尽早在「我的值班」里换班或交回人大办。',
    page: DUTIES,
    message: task(facts, `${day}坐班接访`, '人大办值班表', '来不了请尽早换班'),
  };
}

function tellNewReceiver(facts: SeatFacts): Words | undefined {
  if (facts.sits !== facts.to) return undefined;
  const booked = `已有${String(facts.bookings.length)}人预约`;
  return {
    title: '请您接替坐班',
    words: `${where(facts)}由您坐班，${booked}。来不了请马上告诉人大办。`,
    page: DUTIES,
    message: task(facts, `${sayDay(facts.date)}坐班接访`, '接替坐班', booked),
  };
}

export function tellDutyEve(facts: SeatFacts & { coming: number }): Words {
  const near = sayNear(facts.date, facts.today);
  const coming = facts.coming === 0 ? '还没有人预约，也会有人直接来' : `已有${String(facts.coming)}人预约`;
  return {
    title: `${near}轮到您坐班接访`,
    words: `${where(facts)}，${coming}。点开看今日待办。`,
    page: pageOf('deputy/today/today'),
    message: {
      template: 'reminder',
      values: {
        thing1: '坐班接访',
        time2: formatTime(facts.date, facts.seat?.start),
        thing3: facts.seat?.home ?? '人大代表之家',
        thing4: coming,
      },
    },
  };
}

function tellReplacedBooker(facts: SeatFacts & { booking: BookingFacts }): Words | undefined {
  if (facts.sits !== facts.to) return undefined;
  const { booking, date } = facts.booking;
  return {
    title: '接访人换了，时间地点不变',
    words: `${where(facts)}由${facts.toName}接访，您的号数不变，照常来就行。`,
    page: pageOf('more/slip/slip', { booking, date }),
    message: {
      template: 'change',
      values: {
        thing1: '代表接访',
        phrase2: '换接访人',
        time3: formatTime(date, facts.booking.time),
        thing4: `改由${facts.toName}接访，时间地点不变`,
      },
    },
    until: facts.booking.startsAt,
  };
}

export const SEAT_NOTICES: NoticesOf<SeatFacts> = {
  'day-published': [{ ...onDuty, tell: tellPublished }],
  'day-withdrawn': [
    {
      ...onDuty,
      tell: (facts) =>
        facts.published
          ? undefined
          : {
              title: `${sayDay(facts.date)}的值班表撤回了`,
              words: '人大办要重新安排，公布后会再告诉您。',
              page: DUTIES,
              message: task(facts, '值班表撤回', '人大办', '重新安排后再告诉您'),
            },
    },
  ],
  'receiver-replaced': [
    {
      to: 'new-receiver',
      who: ({ to }, holders) => ofPerson(holders, to),
      tell: tellNewReceiver,
    },
    {
      to: 'old-receiver',
      who: ({ from }, holders) => ofPerson(holders, from),
      tell: (facts) => ({
        title: '您的坐班有人接替了',
        words: `${where(facts)}由${facts.toName}坐班，您不用来了。`,
        page: DUTIES,
      }),
    },
  ],
  'swap-asked': [
    {
      to: 'colleague',
      who: ({ to }, holders) => ofPerson(holders, to),
      tell: (facts) => ({
        title: `${facts.fromName}请您换班`,
        words: `${where(facts)}，请您点开答复：能去或去不了。`,
        page: DUTIES,
        message: task(facts, '请您换班', facts.fromName, '请点开答复能不能去'),
      }),
    },
  ],
  'swap-withdrawn': [
    {
      to: 'colleague',
      who: ({ to }, holders) => ofPerson(holders, to),
      tell: (facts) => ({
        title: `${facts.fromName}自己来，不用换了`,
        words: `${where(facts)}还是${facts.fromName}坐班，您不用去。`,
        page: DUTIES,
      }),
    },
    {
      to: 'office',
      who: ({ from, to }, holders) => (to === '' ? others(ofOffice(holders), holders, from) : []),
      tell: (facts) => ({
        title: '交回的坐班又收回去了',
        words: `${where(facts)}，${facts.fromName}自己来，不用排人了。`,
        page: pageOf('office/roster/roster', { date: facts.date }),
      }),
    },
  ],
  'swap-declined': [
    {
      to: 'swapper',
      who: ({ from }, holders) => ofPerson(holders, from),
      tell: (facts) => ({
        title: `${facts.toName}去不了，换班没有成`,
        words: `${where(facts)}还是您坐班。可以再找一位，或交回人大办。`,
        page: DUTIES,
        message: task(facts, '换班没有成', facts.toName, '请再找一位或交回人大办'),
      }),
    },
  ],
  'seat-handed-back': [
    {
      to: 'office',
      who: ({ from }, holders) => others(ofOffice(holders), holders, from),
      tell: (facts) => ({
        title: '有人交回了坐班',
        words: `${where(facts)}，${facts.fromName}来不了，请排一位接替。`,
        page: pageOf('office/roster/roster', { date: facts.date }),
        message: task(facts, '请排人接替坐班', facts.fromName, '来不了，已交回人大办'),
      }),
    },
  ],
  // On a published day both receivers hear of it by receiver-replaced; of the office's changes in a draft nobody is told.
  'seat-changed': [
    {
      to: 'swapper',
      who: ({ from }, holders) => ofPerson(holders, from),
      tell: (facts) =>
        isSwap(facts) && !facts.published
          ? { title: `${facts.toName}答应替您`, words: `${where(facts)}您不用来了。`, page: DUTIES }
          : undefined,
    },
    {
      to: 'colleague',
      who: ({ to }, holders) => ofPerson(holders, to),
      tell: (facts) =>
        isSwap(facts) && !facts.published
          ? {
              title: `您替${facts.fromName}坐班`,
              words: `${where(facts)}。公布以后会再告诉您。`,
              page: DUTIES,
            }
          : undefined,
    },
    {
      to: 'office',
      who: ({ from, to }, holders) => others(others(ofOffice(holders), holders, from), holders, to),
      tell: (facts) =>
        isSwap(facts)
          ? {
              title: '有人换了班',
              words: `${where(facts)}由${facts.fromName}换成${facts.toName}，两人已说好。`,
              page: pageOf('office/roster/roster', { date: facts.date }),
            }
          : undefined,
    },
  ],
  'roster-proposed': { nobody: '草稿，只有人大办在看' },
  'roster-published': { nobody: '接访日公布时另有通知（day-published）' },
  'absence-changed': { nobody: '值班表上看得到' },
};

/** Told to each booker of a seat whose receiver changed; one row for each booking. */
export const REPLACED_BOOKER: Row<SeatFacts & { booking: BookingFacts }> = {
  to: 'booker',
  who: ({ booking, to }, holders) => others([booking.booker], holders, to),
  tell: tellReplacedBooker,
};
