/** reception, the day itself: waiting list, on-behalf entry, desk (接待台), wall page, the day's record. */
import type { BookInput, Receiver, Slip } from './reception';
import type { Half, Instant, LocalDate, LocalTime } from './time';

/** A visit's course. `booked` waits for the day; `met` and `no-show` end it. */
export type VisitState =
  'waiting' | 'booked' | 'arrived' | 'called' | 'talking' | 'met' | 'no-show' | 'cancelled';

/** What came of a talk: explained on the spot, a matter was opened, a visit was agreed. */
export type Outcome = 'explained' | 'matter' | 'visit';

/** How the visitor came onto the list. */
export type Origin = 'phone' | 'behalf' | 'walk-in';

export interface DeskRow {
  booking: string;
  place: string;
  number: number;
  home: string;
  half: Half;
  time: LocalTime;
  seat: string;
  receiver: string;
  name: string;
  /** Last four digits only. */
  phoneTail?: string;
  code: string;
  category?: string;
  state: VisitState;
  origin: Origin;
  /** Whom the operator helped from, on behalf. */
  operator?: string;
  arrivedAt?: Instant;
  startedAt?: Instant;
  endedAt?: Instant;
  outcome?: Outcome;
  words?: string;
}

export interface DeskView {
  date: LocalDate;
  state: 'published' | 'unpublished' | 'past';
  homes: readonly { home: string; name: string; seats: readonly { seat: string; receiver: Receiver }[] }[];
  rows: readonly DeskRow[];
  /** People who wait for a time, by home. */
  waiting: readonly { home: string; time: LocalTime; people: number }[];
  blocked: readonly { place: string; reason: string }[];
  /** Highest number given in each half-day, `<home>-<half>` → n; the desk names the next. */
  highest: Readonly<Record<string, number>>;
}

/** Counts of one day; 人 people, 人次 visits. No-shows are not visitors. */
export interface DayRecord {
  date: LocalDate;
  homes: readonly {
    home: string;
    name: string;
    booked: number;
    walkIns: number;
    behalf: number;
    visits: number;
    people: number;
    noShows: number;
    cancelled: number;
    outcomes: Readonly<Record<Outcome, number>>;
  }[];
  /** By receiver: visits received; level and badge tell 区, 镇, 主席团, 党委 apart. */
  receivers: readonly { receiver: Receiver; visits: number; people: number }[];
  byLevel: Readonly<Record<'district' | 'town' | 'other', { visits: number; people: number }>>;
}

interface OfDay {
  township: string;
  date: LocalDate;
}

export interface DeskActions {
  /** Villager, writes: joins the waiting list of a home and time where every bookable place is taken. */
  wait: { input: Omit<BookInput, 'place' | 'wish' | 'half' | 'time'> & { time: LocalTime }; output: Slip };
  /** Roles staff, chief, helper (own village): books for somebody else. `village` is the person's. */
  bookFor: { input: Omit<BookInput, 'whom'> & { village: string }; output: Slip };
  /** Villager: the slip of an on-behalf booking comes to this phone; number and code are on the slip. */
  takeOver: {
    input: OfDay & { home: string; half: Half; number: number; code: string };
    output: { booking: string };
  };
  /** Roles staff, chief, receiver, deputy, presidium: the desk of a day; without `date` today or the next. */
  desk: { input: { township: string; date?: LocalDate; home?: string }; output: DeskView };
  /** As desk: at most 10 rows by number, code or part of a name. */
  findVisitor: { input: OfDay & { text: string }; output: { rows: readonly DeskRow[] } };
  /**
   * Writes: one step of a visit. `from` is the state the desk saw; when another desk was faster the refusal
   * `visit-changed` carries the state now.
   */
  setVisit: {
    input: OfDay & {
      booking: string;
      from: VisitState;
      to: Exclude<VisitState, 'waiting' | 'cancelled'>;
      outcome?: Outcome;
      words?: string;
    };
    output: { booking: string; state: VisitState };
  };
  /** Writes: somebody just came; never refused for fullness. `number` is the next the desk believes free. */
  walkIn: {
    input: OfDay & {
      home: string;
      half: Half;
      number: number;
      name: string;
      village?: string;
      phone?: string;
      category?: string;
    };
    output: { booking: string; number: number; place: string };
  };
  /** Writes (staff, chief): closes places (lunch, meeting) or opens them again. Touched bookings stay and are told. */
  blockPlaces: {
    input: OfDay & { places: readonly string[]; reason?: string; confirmed: boolean };
    output: { applied: boolean; touched: readonly DeskRow[] };
  };
  /** The wall page: numbers only; everybody may ask. */
  wall: {
    input: OfDay & { home: string };
    output: {
      date: LocalDate;
      half: Half;
      calling: readonly number[];
      arrived: readonly number[];
      done: number;
    };
  };
  /** Roles staff, chief, presidium: the day's record. */
  dayRecord: { input: OfDay; output: DayRecord };
}
