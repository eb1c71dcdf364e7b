/** reception, the day itself: waiting list, on-behalf entry, desk (接待台), wall page, the day's record. */
import type { BookInput, CancelInput, Receiver, ReceiverType, Slip } from './reception';
import type { Half, Instant, LocalDate, LocalTime } from './time';

/** A visit's course; `booked` waits for the day, `met` and `no-show` end it. The order is that of PackedRow. */
export const VISIT_STATES = ['booked', 'arrived', 'called', 'talking', 'met', 'no-show'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** What came of a talk: explained on the spot, a request was opened, a visit was agreed. */
export const OUTCOMES = ['explained', 'matter', 'visit'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How the visitor came onto the list. */
export const ORIGINS = ['phone', 'behalf', 'walk-in'] as const;
export type Origin = (typeof ORIGINS)[number];

/** To which states the desk may bring a visit; back steps take back what was pressed by mistake. */
export const VISIT_STEPS: Readonly<Record<VisitState, readonly VisitState[]>> = {
  booked: ['arrived', 'called', 'talking', 'no-show'],
  arrived: ['called', 'talking', 'met', 'no-show', 'booked'],
  called: ['talking', 'met', 'no-show', 'arrived'],
  talking: ['met', 'called', 'arrived'],
  // Again `met`: another outcome, other words.
  met: ['met', 'talking'],
  'no-show': ['arrived', 'booked'],
};

/** One visitor as the desk sees them. */
export interface DeskRow {
  booking: string;
  place: string;
  number: number;
  home: string;
  half: Half;
  time: LocalTime;
  /** Where the talk takes place. */
  seat: string;
  name: string;
  /** Last four digits only. */
  phoneTail?: string;
  category?: string;
  state: VisitState;
  origin: Origin;
  /** Person id of whoever entered it, on behalf or at the desk. */
  operator?: string;
  /** To the minute. */
  arrivedAt?: Instant;
  startedAt?: Instant;
  endedAt?: Instant;
  outcome?: Outcome;
  /** The request that the talk became. */
  request?: string;
  /** Entered after the day (补录): no instants. */
  late?: true;
  /** The note after the talk; only in the answer of findVisitor. */
  words?: string;
}

/**
 * A DeskRow as it travels (about 80 bytes; 200 of them are 16 KB): booking, place without its home, name, index
 * of VISIT_STATES, index of ORIGINS, n of the seat, phone tail, category, then minutes since the day's midnight
 * of arriving, starting, ending, then 1 + index of OUTCOMES, operator, 1 for 补录, request. What is '' or 0 at the end is left
 * out. office/services/reception-desk.ts unpacks it.
 */
export type PackedRow = readonly (string | number)[];

/** One half-day of one home. */
export interface DeskView {
  date: LocalDate;
  state: 'published' | 'unpublished' | 'past';
  home: string;
  half: Half;
  /** Homes whose desk the caller may see: all for the office, else those where the caller sits on that day. */
  homes: readonly { home: string; name: string; halves: readonly Half[] }[];
  seats: readonly { seat: string; receiver: Receiver }[];
  /** In the order of the numbers. */
  rows: readonly PackedRow[];
  /** People who wait for a time. */
  waiting: readonly { time: LocalTime; people: number }[];
  /** Nobody has these places; they can be closed, or taken by whoever just comes if they are for that. */
  free: readonly string[];
  blocked: readonly { place: string; reason: string }[];
  /** The place to name for the next visitor who just comes; walkIn tries the following one when it is gone. */
  next?: string;
}

/** Counts of one day; 人 people, 人次 visits. No-shows are not visitors; a visit is somebody who was received. */
export interface DayRecord {
  date: LocalDate;
  state: 'published' | 'unpublished' | 'past';
  homes: readonly {
    home: string;
    name: string;
    /** By the phone, on behalf, and who just came. */
    booked: number;
    behalf: number;
    walkIns: number;
    visits: number;
    people: number;
    noShows: number;
    /** 未登记结果: who came, and once the day is over who was to come, without a word of what came of it. */
    unrecorded: number;
    /** Visits that were entered after the day (补录). */
    late: number;
    cancelled: number;
    outcomes: Readonly<Record<Outcome, number>>;
  }[];
  /** By receiver: visits received; level and badge tell 区, 镇, 主席团, 党委 apart. */
  receivers: readonly { receiver: Receiver; visits: number; people: number }[];
  byLevel: Readonly<Record<'district' | 'town' | 'other', { visits: number; people: number }>>;
  byType: Readonly<Record<ReceiverType, { visits: number; people: number }>>;
}

interface OfDay {
  township: string;
  date: LocalDate;
}

export interface DeskActions {
  /**
   * Villager, writes: joins the waiting list of a home and time where every bookable place is taken. The slip is
   * `waiting`, has number 0, and is cancelled like any other. Refusals beside those of book: not-full, list-full.
   */
  wait: { input: Omit<BookInput, 'place' | 'wish' | 'half' | 'time'> & { time: LocalTime }; output: Slip };
  /** Roles staff, chief, helper (own village), writes: books for somebody else; `village` is the person's. */
  bookFor: { input: Omit<BookInput, 'whom'> & { village: string }; output: Slip };
  /** As bookFor, writes: cancels what was booked on behalf, until closing. */
  cancelFor: { input: CancelInput; output: { booking: string; place: string } };
  /**
   * Villager, writes: the slip of an on-behalf booking comes to this phone, under a new booking id; number and
   * code are on the slip and stay. Refusals: code-wrong, code-locked (5 wrong ones a day), too-many-bookings.
   */
  takeOver: {
    input: OfDay & { home: string; half: Half; number: number; code: string };
    output: { booking: string };
  };
  /**
   * Roles staff, chief: any home; receiver, deputy, leader, presidium: homes where they sit that day. Without
   * `date` today or the next day, without `home` the first, without `half` the one it is now.
   */
  desk: { input: { township: string; date?: LocalDate; home?: string; half?: Half }; output: DeskView };
  /** As desk: at most 10 rows by number, code or part of a name, over all homes the caller may see; masked names. */
  findVisitor: { input: OfDay & { text: string }; output: { rows: readonly DeskRow[] } };
  /**
   * As desk, writes: one step of VISIT_STEPS. `place` and `from` are what the desk saw; when another desk was
   * faster the refusal `visit-changed` carries the `state` now. `seat`: where the talk takes place; whoever is not
   * of the office names the own one. From the day itself on (`not-today`); after it for a day by whoever sat there,
   * then for two weeks by the office with a `reason` (`office-only`, `entry-over`; settings).
   */
  setVisit: {
    input: OfDay & {
      booking: string;
      place: string;
      from: VisitState;
      to: VisitState;
      seat?: string;
      outcome?: Outcome;
      words?: string;
      reason?: string;
    };
    output: { booking: string; state: VisitState };
  };
  /**
   * As desk, writes: somebody just came; never refused for fullness. `place` is the desk's `next`. The same name
   * and phone with a live booking: already-booked, with `details.place`; who waited stops waiting and comes in.
   * Afterwards as setVisit.
   */
  walkIn: {
    input: OfDay & {
      home: string;
      half: Half;
      place: string;
      seat?: string;
      name: string;
      village?: string;
      phone?: string;
      category?: string;
      reason?: string;
    };
    output: { booking: string; number: number; place: string };
  };
  /**
   * Writes (staff, chief): closes places of one home (lunch, meeting), or without `reason` opens them again; with
   * `seat` only those of them where that receiver sits. Those who booked there keep their place and are told; they
   * are listed first, until `confirmed`.
   */
  blockPlaces: {
    input: OfDay & { places: readonly string[]; seat?: string; reason?: string; confirmed: boolean };
    output: { applied: boolean; touched: readonly DeskRow[] };
  };
  /**
   * Writes (staff, chief): 加号, so many more bookable places for one receiver at a time of theirs on a published day.
   * Numbers go on after the half-day's highest; whoever waits for that time gets them first.
   */
  addPlaces: {
    input: OfDay & { seat: string; time: LocalTime; count: number };
    output: { places: readonly string[] };
  };
  /** The wall page: numbers only; everybody may ask. */
  wall: {
    input: OfDay & { home: string };
    output: {
      date: LocalDate;
      half: Half;
      calling: readonly number[];
      talking: readonly number[];
      arrived: readonly number[];
      done: number;
    };
  };
  /** Roles staff, chief, presidium: the day's record. */
  dayRecord: { input: OfDay; output: DayRecord };
}
