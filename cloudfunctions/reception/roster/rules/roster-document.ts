/**
 * A township's roster of one year (docs/decisions/008-roster.md). A seat is one path, so that a swap
 * or an edit changes that path alone; reception days are projections of it (on-roster-changed.ts).
 */
import type { Swap } from '../../../../miniprogram/contract/roster';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';

export interface StoredSeat {
  person: string;
  /** Why, in words; without names. */
  why: string;
  /** The version that put this person here. */
  at: number;
  /** Set by hand: a new proposal leaves it. */
  hand?: true;
}

export interface RosterDayState {
  state: 'draft' | 'published';
  /** How often the day was published; a day that was withdrawn and published again is another projection. */
  publication: number;
}

export interface StoredSwap {
  date: LocalDate;
  seat: string;
  from: string;
  /** '' when it was handed back to the office. */
  to: string;
  state: Swap['state'];
  at: Instant;
}

export interface StoredSpan {
  from: LocalDate;
  to: LocalDate;
}

/** What an act answered, so that its repetition answers the same. */
export interface StoredRosterAct {
  /** Act field of the idempotency key. */
  k: string;
  by: string;
  /** Body hash. */
  h: string;
  answer: Readonly<Record<string, unknown>>;
}

export interface RosterDocument {
  /** `<township>~<year>`. */
  _id: string;
  township: string;
  rev: number;
  year: number;
  /** Counts acts; `rev` counts the relay's clearing up as well. */
  version: number;
  days: Record<LocalDate, RosterDayState>;
  /** Day → `<home>-<half>-<n>` → who sits there. An empty seat is absent. */
  seats: Record<LocalDate, Record<string, StoredSeat>>;
  /** Person → days away in this year, merged, in order. */
  absences: Record<string, StoredSpan[]>;
  /** `<date>_<seat>` → the last swap of that seat; so there are never more than seats. */
  swaps: Record<string, StoredSwap>;
  /** The last ACTS_KEPT acts. */
  acts: StoredRosterAct[];
  history: unknown[];
  outbox: unknown[];
  /** 0: nothing to ship. */
  outboxAt: Instant;
}

/** More acts than a phone can have on its way at once, for all who work on one roster. */
export const ACTS_KEPT = 100;

export function rosterId(township: string, year: number): string {
  return `${township}~${year}`;
}

export function emptyRoster(township: string, year: number): RosterDocument {
  return {
    _id: rosterId(township, year),
    township,
    rev: 1,
    year,
    version: 0,
    days: {},
    seats: {},
    absences: {},
    swaps: {},
    acts: [],
    history: [],
    outbox: [],
    outboxAt: 0,
  };
}

export function swapId(date: LocalDate, seat: string): string {
  return `${date}_${seat}`;
}

/** `bh-am-2` → home bh, morning, second seat. */
export function parseSeat(seat: string): { home: string; half: 'am' | 'pm'; n: number } {
  const [home = '', half = '', n = ''] = seat.split('-');
  return { home, half: half === 'am' ? 'am' : 'pm', n: Number(n) };
}

/** Whether who asked still sits there; a new proposal or an edit may have changed the seat. */
export function isHeld(roster: RosterDocument, { date, seat, from }: StoredSwap): boolean {
  return roster.seats[date]?.[seat]?.person === from;
}

/** Whether the swap still waits for somebody: the colleague, or the office. */
export function isOpen(swap: StoredSwap | undefined): swap is StoredSwap {
  return swap?.state === 'asked' || swap?.state === 'office';
}
