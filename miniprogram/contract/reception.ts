/** reception (接访): reception days, booking slips. */
import type { DeputyLevel } from './registry';
import type { Half, Instant, LocalDate, LocalTime } from './time';

/** As what somebody sits there, each as one: 党委班子成员, 主席团成员, else a deputy (代表). */
export const RECEIVER_TYPES = ['committee', 'presidium', 'deputy'] as const;
export type ReceiverType = (typeof RECEIVER_TYPES)[number];

/** Who sits on a seat (接访人); not every receiver is a deputy. */
export interface Receiver {
  person: string;
  name: string;
  deputy: boolean;
  level?: DeputyLevel;
  /** 党委委员, 主席团成员 …; a badge. */
  title?: string;
  group?: string;
  /** Absent: a deputy, or as one sat before this was kept. */
  type?: Exclude<ReceiverType, 'deputy'>;
}

export interface Seat {
  /** `<home>-<half>-<n>`. */
  seat: string;
  receiver: Receiver;
}

export interface HalfDay {
  half: Half;
  start: LocalTime;
  end: LocalTime;
  seats: readonly Seat[];
}

/** A time that can be chosen. */
export interface TimeChoice {
  time: LocalTime;
  half: Half;
  /** Free bookable places: place id and the seat it belongs to. Empty: full. */
  free: readonly { place: string; seat: string }[];
}

export interface HomeDay {
  home: string;
  halves: readonly HalfDay[];
  times: readonly TimeChoice[];
  /** Booking, moving and cancelling are refused from this instant on. */
  closesAt: Instant;
  open: boolean;
}

/** 预约单. */
export interface Slip {
  booking: string;
  date: LocalDate;
  home: string;
  time: LocalTime;
  half: Half;
  place: string;
  /** 第N号: the place's number in that home's half-day. */
  number: number;
  /** What is said at the desk; letters and digits that cannot be mistaken. */
  code: string;
  /** `waiting` (候补): nothing but a home and a time yet; number 0. */
  state: 'waiting' | 'booked' | 'cancelled';
  whom: 'self' | 'family';
  name: string;
  phone?: string;
  category?: string;
  /** Opaque; sent back with move and cancel. */
  keys: string;
  /** Who sits there now; absent in the answer of a write, which reads nothing back. */
  receiver?: Receiver;
}

export interface DayView {
  date: LocalDate;
  /** `unpublished`: no booking yet, one may still just come. */
  state: 'published' | 'unpublished' | 'past';
  /** The holidays of that year are not announced yet: the date may change. */
  provisional?: true;
  homes: readonly HomeDay[];
  /** The caller's own slips of this day. */
  mine: readonly Slip[];
}

/** Whom the villager wants: whoever is free first, one receiver, or any of a group. */
export type Wish = { who: 'any' } | { who: 'receiver'; person: string } | { who: 'group'; group: string };

/** The wish within which the server may choose another place when the named one has just gone. */
export interface PlaceWish {
  wish: Wish;
  /** Only this time; absent: any time of `half`, or of the day. */
  time?: LocalTime;
  half?: Half;
}

export interface BookInput extends PlaceWish {
  township: string;
  date: LocalDate;
  home: string;
  /** A place that the phone saw free (for a wide choice a random one). */
  place: string;
  whom: 'self' | 'family';
  /** 称呼. Family members of one account are told apart by it. */
  name: string;
  phone?: string;
  /** 大概是什么事 (a category id); optional, only the receiver and the office see it. */
  category?: string;
}

export interface MoveInput extends PlaceWish {
  township: string;
  date: LocalDate;
  booking: string;
  /** The place the phone believes it has. */
  from: string;
  /** A free place, in any home of that day. */
  place: string;
}

export interface CancelInput {
  township: string;
  date: LocalDate;
  booking: string;
  from: string;
  keys: string;
}

/** What a move changes of a slip. */
export type Moved = Pick<Slip, 'booking' | 'date' | 'home' | 'time' | 'half' | 'place' | 'number'>;

export interface ReceptionActions {
  /**
   * One day's homes, receivers and free times; without `date` the next one, with `after` the first later day on which
   * some home still takes bookings (not-found: none is out). Everybody may ask.
   */
  day: { input: { township: string; date?: LocalDate; after?: LocalDate }; output: DayView };
  /** Writes; 1 database call, refused 2. */
  book: { input: BookInput; output: Slip };
  /** Writes; within one day. To another day: book there, then cancel here. */
  move: { input: MoveInput; output: Moved };
  /** Writes; repeated or not, the place is free once. */
  cancel: { input: CancelInput; output: { booking: string; place: string } };
  /** Slips of past days, newest day first; `next` is the `before` of the following page. */
  listMine: {
    input: { township: string; before?: LocalDate };
    output: { slips: readonly Slip[]; next?: LocalDate };
  };
}
