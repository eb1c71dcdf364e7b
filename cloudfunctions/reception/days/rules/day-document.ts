/**
 * The one document of a township's reception day, covering all homes (docs/decisions/001-reception-day.md).
 * Persons appear as keyed hashes; names and phones are encrypted, field by field.
 */
import type { Bounds } from './bounds';
import type { Outcome, VisitState } from '../../../../miniprogram/contract/desk';
import type { BookInput, Receiver } from '../../../../miniprogram/contract/reception';
import type { Half, Instant, LocalDate, LocalTime } from '../../../../miniprogram/contract/wire';

export interface HalfTimes {
  start: LocalTime;
  end: LocalTime;
}

export interface StoredBooking {
  state: 'waiting' | 'booked' | 'cancelled';
  /** The place it has, or had; for who waits `<home>-<HHMM>-0`. */
  p: string;
  whom: BookInput['whom'];
  /** Encrypted. */
  name: string;
  /** Encrypted. */
  phone?: string;
  /** The person keys in `by`, joined; see joinKeys. */
  keys: string;
  category?: string;
  /** For messages alone; '' where there is no phone to send them to. */
  openid: string;
  at: Instant;
  /** Entered by somebody else: who (person id), and the village of the person served. */
  operator?: string;
  village?: string;
  /** The code on its slip, where the booking's id has changed since. */
  code?: string;
  /** The seat of who just came; for others it follows from the place. */
  seat?: string;
  /** Name and phone are gone: deleted by whom it was, or past their time. */
  bare?: true;
  /** Of a bare one: the ledger's keyed hash of who it was; of whoever had it deleted a random one. */
  party?: string;
  /** Body hash of the act that entered who just came, so that its repetition answers the same. */
  h?: string;
}

/** The course of a visit, by place; absent while the visitor has not come. Instants in ms. */
export interface StoredVisit {
  s: Exclude<VisitState, 'booked'>;
  /** Arrived, called, started, ended. */
  a?: Instant;
  c?: Instant;
  t?: Instant;
  e?: Instant;
  /** Outcome. */
  o?: Outcome;
  /** Entered after the day (补录): no instant is known, and the record says so. */
  l?: 1;
  /** Where the talk took place, when it was said. */
  seat?: string;
  /** The request that it became (转为意见). */
  r?: string;
}

/** Until and including when somebody may not book, and why. */
export interface BanMark {
  until: LocalDate;
  reason: string;
}

/** An act of the desk, so that its repetition is told from another: keyed hashes of the key and of the body. */
export interface SeenAct {
  k: string;
  h: string;
}

/** What an act answered, so that its repetition answers the same: body hash, booking id, place. */
export interface StoredAct {
  h: string;
  b: string;
  p: string;
}

/** Stands in `closesAt` while the township is closed. */
export const SHUT = 0;

export interface DayDocument {
  /** `<township>~<date>`. */
  _id: string;
  township: string;
  rev: number;
  date: LocalDate;
  state: 'draft' | 'published';
  publishedAt?: Instant;
  /** Which publication of the roster this is, and the roster's revision that the seats show (project-day.ts). */
  publication?: number;
  rosterRev?: number;
  homes: Record<string, Partial<Record<Half, HalfTimes>>>;
  /** Booking, moving and cancelling are refused from this instant on, by home. */
  closesAt: Record<string, Instant>;
  /** What one account may do on it, where the township set it otherwise than is usual (bounds.ts). */
  bounds?: Bounds;
  /** `closesAt` as it was before the township was closed. */
  closedBefore?: Record<string, Instant>;
  /** `<home>-<half>-<n>` → who sits there now; bookings point to the seat. */
  seats: Record<string, Receiver>;
  /** Place → seat. */
  plan: Record<string, string>;
  /** Place → 0 (free) or the booking that has it. */
  place: Record<string, string | 0>;
  /** Person key → the live booking of that person. */
  by: Record<string, string>;
  /** Account → its live bookings. */
  of: Record<string, string[]>;
  /** Account → the places it moved to. */
  moves: Record<string, string[]>;
  /** Account → one item for each book and move; bounds them, cancelling is exempt. */
  tries: Record<string, number[]>;
  /** Account → keys of the people, by name and phone, for whom it asked a place; at most LIMITS.namesPerAccount. */
  asked?: Record<string, string[]>;
  /** Account → act field of the idempotency key → its answer; as many as `tries` and cancelling allow. */
  acts: Record<string, Record<string, StoredAct>>;
  /** Account → last part of the booking id → booking. */
  bookings: Record<string, Record<string, StoredBooking>>;
  /** `<home>-<HHMM>` → who waits for that time, in order; absent or empty: nobody. */
  waiting: Record<string, readonly string[]>;
  /** Place → why it is closed (午休, 开会). A booking on it stays; a free one is not given to anybody. */
  blocked?: Record<string, string>;
  /** Place → the visit of whoever has it. */
  visits?: Record<string, StoredVisit>;
  /** Place → the note after the talk; encrypted. */
  words?: Record<string, string>;
  /** Place → the last acts on its visit. */
  seen?: Record<string, readonly SeenAct[]>;
  /** `<home>-<half>` → the place with the highest number; who just comes when all is taken gets the next. */
  last?: Record<string, string>;
  /** Account or person key → the ban in force on this day, brought here by the relay (events/on-ban-changed.ts). */
  banned?: Record<string, BanMark>;
  /** `<home>-<HHMM>` → how many places were added there (加号): whoever joins that list names it. */
  added?: Record<string, number>;
  /** Account → one item for each on-behalf entry; bounds them. */
  entered?: Record<string, number[]>;
  /** Account → acts with wrong codes; bounds them. */
  wrong?: Record<string, string[]>;
  /** Account → its last acts on places. */
  deskActs?: Record<string, readonly SeenAct[]>;
  /** When what only the acts of the day needed is cleared (on-clock.ts); absent: done. */
  clearAt?: Instant;
  history: unknown[];
  outbox: unknown[];
  /** 0: nothing to ship. */
  outboxAt: Instant;
}

/** What everybody may see of a day. */
export type PublicDay = Pick<
  DayDocument,
  'date' | 'state' | 'homes' | 'closesAt' | 'seats' | 'plan' | 'place' | 'waiting' | 'blocked'
>;

type DeskField = 'visits' | 'words' | 'last' | 'seen' | 'deskActs';

/** The parts of a day that concern one account; a projection leaves out what is not there. */
export type OwnDay = PublicDay &
  Partial<
    Pick<
      DayDocument,
      | 'by'
      | 'of'
      | 'moves'
      | 'tries'
      | 'asked'
      | 'acts'
      | 'bookings'
      | DeskField
      | 'entered'
      | 'wrong'
      | 'added'
      | 'banned'
      | 'closedBefore'
      | 'bounds'
    >
  >;

/** What the desk needs of a day. */
export type DeskDay = PublicDay & Partial<Pick<DayDocument, 'bookings' | DeskField>>;
