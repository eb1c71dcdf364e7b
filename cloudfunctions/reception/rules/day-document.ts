/**
 * The one document of a township's reception day, covering all homes (docs/decisions/001-reception-day.md).
 * Persons appear as keyed hashes; names and phones are encrypted, field by field.
 */
import type { BookInput, Receiver } from '../../../miniprogram/contract/reception';
import type { Half, Instant, LocalDate, LocalTime } from '../../../miniprogram/contract/wire';

export interface HalfTimes {
  start: LocalTime;
  end: LocalTime;
}

export interface StoredBooking {
  state: 'booked' | 'cancelled';
  /** The place it has, or had. */
  p: string;
  whom: BookInput['whom'];
  /** Encrypted. */
  name: string;
  /** Encrypted. */
  phone?: string;
  /** The person keys in `by`, joined; see joinKeys. */
  keys: string;
  category?: string;
  /** For messages alone. */
  openid: string;
  at: Instant;
}

/** What an act answered, so that its repetition answers the same: body hash, booking id, place. */
export interface StoredAct {
  h: string;
  b: string;
  p: string;
}

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
  /** Account → act field of the idempotency key → its answer. Dropped when the day is over. */
  acts: Record<string, Record<string, StoredAct>>;
  /** Account → last part of the booking id → booking. */
  bookings: Record<string, Record<string, StoredBooking>>;
  /** `<home>-<HHMM>` is absent while nobody waits for that time. */
  waiting: Record<string, unknown>;
  history: unknown[];
  outbox: unknown[];
  /** 0: nothing to ship. */
  outboxAt: Instant;
}

/** What everybody may see of a day. */
export type PublicDay = Pick<
  DayDocument,
  'date' | 'state' | 'homes' | 'closesAt' | 'seats' | 'plan' | 'place' | 'waiting'
>;

/** The parts of a day that concern one account; a projection leaves out what is not there. */
export type OwnDay = PublicDay &
  Partial<Pick<DayDocument, 'by' | 'of' | 'moves' | 'tries' | 'acts' | 'bookings'>>;
