/** reception, the office's side: calendar of the year, roster (值班表), swaps. */
import type { Details, ErrorCode } from './errors';
import type { InParts, Part } from './parts';
import type { Half, Instant, LocalDate, LocalTime } from './time';

/** Why a home receives on a day: the reception day, a market day (赶集日), or by phone. */
export type DayKind = 'reception' | 'market' | 'phone';

export interface CalendarDay {
  date: LocalDate;
  kind: DayKind;
  homes: readonly string[];
  /** The ordinary day when the rule moved it. */
  shiftedFrom?: LocalDate;
  /** Why it moved, in words: «5日是星期六». */
  why?: string;
  /** The holidays that decide are not announced yet: the date may change, and it is not published. */
  provisional?: true;
  state: 'none' | 'draft' | 'published' | 'past';
}

export interface CalendarYear {
  year: number;
  /** False: no holiday table covers this year yet; some of its days are provisional. */
  known: boolean;
  days: readonly CalendarDay[];
}

export interface RosterSeat {
  /** `<home>-<half>-<n>`. */
  seat: string;
  person: string;
  name: string;
  badge: string;
  /** Why this person sits here, in words; «手工调整» after an edit. */
  why: string;
  /** On a coming day: away then, or without a role that may sit. */
  away?: true;
}

export interface RosterDay {
  date: LocalDate;
  state: 'draft' | 'published';
  /** Why a draft cannot be published: its date may still change, or the calendar has no reception on it any more. */
  stuck?: 'provisional' | 'none';
  seats: readonly RosterSeat[];
  /** Half-days of a coming day, `<home>-<half>`, that are held and in which nobody sits. */
  gaps: readonly string[];
}

export interface Swap {
  swap: string;
  date: LocalDate;
  seat: string;
  from: { person: string; name: string };
  /** Absent: handed back to the office. */
  to?: { person: string; name: string };
  state: 'asked' | 'accepted' | 'declined' | 'office' | 'withdrawn';
  at: Instant;
}

/** Whom one may ask to sit instead. */
export interface Colleague {
  person: string;
  name: string;
  /** Name of the group; absent: in none. */
  group?: string;
  /** Days from today on when this person sits already. */
  sits: readonly LocalDate[];
}

/** How often somebody sits in the year; for the office's eye while it edits, never shown as a ranking. */
export interface DutyCount {
  person: string;
  name: string;
  badge: string;
  group?: string;
  duties: number;
}

/** Days from today on with what needs somebody's eye; days that are over; who may sit. */
export type RosterPart = 'coming' | 'past' | 'people';

/** Lists of what was not asked for are empty. */
export interface RosterView {
  year: number;
  /** Counts the acts on this roster; 0: nothing proposed yet. */
  rev: number;
  /** Days of the year that are over. */
  past: number;
  /** Some coming day is no more than a draft, or nothing is proposed at all. */
  proposable: boolean;
  /** Coming days that are drawn up and may be published. */
  drafts: readonly LocalDate[];
  /** In their order; in an answer with those that are over the nearest one first. */
  days: readonly RosterDay[];
  /** What still needs the office's eye, in words: half-days without anybody, people away, deputies without a duty. */
  notes: readonly string[];
  counts: readonly DutyCount[];
  /** Names of the groups that counts name. */
  groups: readonly { group: string; name: string }[];
  swaps: readonly Swap[];
  absences: readonly { person: string; from: LocalDate; to: LocalDate }[];
  /** Goes back as `after`: there is more. */
  next?: string;
}

export interface MyDuty {
  date: LocalDate;
  home: string;
  homeName: string;
  half: Half;
  start: LocalTime;
  end: LocalTime;
  seat: string;
  published: boolean;
  /** A swap of this seat that is under way. */
  swap?: Swap;
}

export interface MyDuties {
  duties: readonly MyDuty[];
  asked: readonly (Swap & { homeName: string; half: Half })[];
  /** Who may be asked: people of the roster with an account, in the order of surname strokes. */
  colleagues: readonly Colleague[];
}

/** A draft that could not be published with the others, and why. */
export interface RefusedDay {
  date: LocalDate;
  code: ErrorCode;
  details?: Details;
}

interface OfYear {
  township: string;
  year: number;
}

/** Refusals of roster acts beside the common ones: see errors.ts, `roster:`. */
export interface RosterActions {
  /** A year at a glance. Roles staff, chief, presidium. Refusals: row-changed. */
  calendarYear: { input: OfYear & InParts; output: CalendarYear & Part };
  /**
   * The whole year, or with `of` that much of it, in parts of 16 KB at most. Roles staff, chief, presidium. Refusals:
   * row-changed (it is another one by now: begin again without `after`).
   */
  roster: { input: OfYear & { of?: RosterPart; after?: string }; output: RosterView };
  /**
   * Writes: proposes every day of the year from `from` on that is not published; seats set by hand stay.
   * Days that may still change are drawn up too. Answers as `roster` does. Roles staff, chief.
   */
  proposeRoster: { input: OfYear & { from: LocalDate; of?: RosterPart }; output: RosterView };
  /**
   * Writes: one seat by hand; `person` absent empties it, while the day is a draft: to a published seat bookings
   * may point, it is given to somebody else instead. `rev` is the one that the phone saw; only a later change of
   * this same seat is in the way. Roles staff, chief. Refusals: roster-changed, seat-needed, cannot-sit.
   */
  editSeat: {
    input: OfYear & { date: LocalDate; seat: string; person?: string; rev: number };
    output: { rev: number };
  };
  /**
   * Writes: states when somebody cannot come; proposals leave the person out. With `undo` takes back what was
   * stated for these days. Staff, chief, or the person.
   */
  setAbsence: {
    input: OfYear & { person: string; from: LocalDate; to: LocalDate; undo?: true };
    output: { rev: number };
  };
  /**
   * Writes: opens booking, as soon as the relay has made the day's document. Later than the setting's days of
   * notice only by the chief, with words. Closes gaps in the seats' numbers. Roles staff, chief.
   * Refusals: year-unknown, day-moved, too-late-to-publish, already-published, nobody-on-duty, past-day.
   */
  publishDay: { input: OfYear & { date: LocalDate; words?: string }; output: { rev: number } };
  /**
   * Writes: every draft of the year from today on, in one act, each by its own rule; what could not be published stays
   * a draft and is told. Roles staff, chief. Refused when none could be: not-found, or why the first could not.
   */
  publishRest: {
    input: OfYear;
    output: { published: readonly LocalDate[]; refused: readonly RefusedDay[] };
  };
  /** Writes: only while nobody booked. Roles staff, chief. Refusals: not-published, day-has-bookings, past-day. */
  withdrawDay: { input: OfYear & { date: LocalDate }; output: { rev: number } };
  /**
   * Writes, by the one who sits there: asks a named colleague, or (without `to`) hands back to the office.
   * Asking again replaces what was asked before; with `undo` it is taken back while nobody has answered it.
   * Refusals: not-your-seat, cannot-sit, swap-over.
   */
  askSwap: {
    input: OfYear & { date: LocalDate; seat: string; to?: string; undo?: true };
    output: { swap: string; state: Swap['state'] };
  };
  /** Writes, by the one who was asked. Bookings stay: they point to the seat. Refusals: swap-over, cannot-sit. */
  answerSwap: { input: OfYear & { swap: string; accept: boolean }; output: { state: Swap['state'] } };
  /** The caller's own duties from today on, and swaps asked of the caller. Refusals: row-changed. */
  myDuties: {
    input: { township: string } & InParts;
    output: MyDuties & Part;
  };
}
