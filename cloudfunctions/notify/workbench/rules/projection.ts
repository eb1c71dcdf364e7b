/** What is kept ready of a township for 工作台 (docs/decisions/024-desk.md): ids, dates and numbers, no words. */
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import type { WorkFigure } from '../../../../miniprogram/contract/workbench';
import type { Role } from '../../../../miniprogram/contract/roles';

/** Requests of one group: how many, from whom how many of them are kept, and the first ones' ids. */
export interface StoredGroup {
  count: number;
  /** Person → so many that this person may not know of (shared/visibility.ts). */
  hidden: Readonly<Record<string, number>>;
  rows: readonly string[];
}

export interface StoredHome {
  home: string;
  booked: number;
  arrived: number;
  received: number;
  unrecorded: number;
}

/** The coming reception day, and what is still open of it. */
export interface StoredWorkDay {
  date: LocalDate;
  published: boolean;
  /** The holidays of that year are not announced yet: the date may change. */
  provisional?: true;
  homes: readonly StoredHome[];
  missing: readonly { home: string; half: 'am' | 'pm' }[];
}

/** Of what is no request: the first ones with what their line says, and how many there are. */
export interface StoredWaiting<T> {
  count: number;
  rows: readonly T[];
}

export interface Projection {
  asOf: Instant;
  today: LocalDate;
  requests: Readonly<Record<string, StoredGroup>>;
  /** Unit → its groups; group of deputies → the leader's. */
  units: Readonly<Record<string, Readonly<Record<string, StoredGroup>>>>;
  teams: Readonly<Record<string, Readonly<Record<string, StoredGroup>>>>;
  unrecorded: StoredWaiting<{ date: LocalDate; home: string; number: number }>;
  swaps: StoredWaiting<{ date: LocalDate; home: string; half: 'am' | 'pm'; person: string }>;
  /** Names are encrypted. */
  claimed: readonly { id: string; role: Role; name: string }[];
  calls: number;
  /** Titles are encrypted. */
  toApprove: StoredWaiting<{ id: string; title: string }>;
  articles: StoredWaiting<{ id: string; title: string }>;
  day?: StoredWorkDay;
  unpublished?: LocalDate;
  figures: {
    from: LocalDate;
    to: LocalDate;
    months: readonly string[];
    received: WorkFigure;
    visited: WorkFigure;
    done: WorkFigure;
    satisfied: number;
    dissatisfied: number;
    unrated: number;
  };
}

/** Of a projection what the district sees: numbers, and no id of any request. */
export interface ReadyFigures {
  township: string;
  asOf: Instant;
  figures: Projection['figures'];
  open: number;
  late: number;
}
