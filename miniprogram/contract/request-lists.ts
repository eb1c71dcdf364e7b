/** request: lists, search, public board. Every list is paged: `next` goes back as `after`; absent at the end. */
import type { Acted, OwnerKind, RequestCard, SubmitForInput, Submitted } from './request';
import type { RequestAct, RequestState, StepInput } from './request-life';
import type { ErrorCode } from './errors';
import type { Instant, LocalDate } from './time';

/** What may be done to several at once. */
export const MANY_ACTS = ['assign', 'urge', 'extend'] as const satisfies readonly RequestAct[];
export type ManyAct = (typeof MANY_ACTS)[number];

interface Paged {
  township: string;
  after?: string;
}

export interface RequestPage {
  requests: readonly RequestCard[];
  next?: string;
}

/**
 * to-route: what the office has and must decide, nearest date first · to-review: waits for a summary or a title ·
 * late: yellow within two working days, red past the date · overdue: past the date alone · deliveries: replies to bring to people without a phone ·
 * call-backs: the random 5 % · promises: ledger of B and C replies · extensions: asked of the chief ·
 * rulings: before the chief · escalated: twice not solved, before the presidium · key: 重点督办 ·
 * to-tell: complaints and claims whose asker was not yet told in writing where they went, nearest date first ·
 * dispatches: 调度 log, newest first · all: with filters.
 */
export type OfficeQueue =
  | 'to-route'
  | 'to-review'
  | 'late'
  | 'overdue'
  | 'deliveries'
  | 'to-tell'
  | 'call-backs'
  | 'promises'
  | 'extensions'
  | 'rulings'
  | 'escalated'
  | 'key'
  | 'dispatches'
  | 'all';

/** What narrows `all`; a saved view is one of these, kept on the phone. */
export interface RequestFilter {
  /** Absent: every open one. */
  state?: RequestState;
  /** Instead of `state`: everything that is over, latest first. */
  closed?: true;
  group?: string;
  unit?: string;
  category?: string;
  village?: string;
}

export interface OfficeCard extends RequestCard {
  /** yellow: the date is within two working days; red: it is past. */
  colour?: 'yellow' | 'red';
  /** What the caller may do with it together with others. */
  may: readonly ManyAct[];
  /** Names of group and owner. */
  group?: string;
  owner: string;
  /** In the queue `dispatches`: its entries, newest first. */
  dispatches?: readonly { at: Instant; words: string }[];
  /** In `promises` and `deliveries`: what was answered. */
  reply?: string;
  /** In `to-tell`: by when. */
  tellBy?: LocalDate;
  /** In `extensions`. */
  extension?: { until: LocalDate; words: string };
}

export interface OfficePage {
  requests: readonly OfficeCard[];
  next?: string;
}

/**
 * One thing on the public board, in the office's words. While it is handled only its title is public: `summary` and
 * `result` are ''.
 */
export interface BoardItem {
  /** What `joinPublished` takes. */
  request: string;
  title: string;
  summary: string;
  result: string;
  village: string;
  category: string;
  on: LocalDate;
  state: RequestState;
  /** How many say the same. */
  joined: number;
}

/** Words that seem to name somebody, proposed for removal before something is published. */
export interface Proposed {
  text: string;
  remove: readonly { from: number; to: number; why: 'name' | 'phone' | 'number' }[];
}

export interface PassedUp {
  request: string;
  /** Name of the township. */
  from: string;
  number: string;
  category: string;
  summary: string;
  on: LocalDate;
  state: RequestState;
  /** What the district said. */
  answer?: { words: string; on: LocalDate };
}

/** One state of a request's life, for the help page. */
export interface GuideRow {
  state: RequestState;
  /** Absent: nobody has to do anything any more. */
  owner?: OwnerKind;
  /** Working days; absent: a day that is said at the time, or none. */
  days?: number;
  /** What the person who asked can press. */
  acts: readonly RequestAct[];
}

export interface RequestListActions {
  /** Everybody: what happens to a request, from the life cycle's table and this township's settings. */
  lifeGuide: {
    input: { township: string };
    output: { rows: readonly GuideRow[]; redoTimes: number; reopenDays: number };
  };
  /** Roles deputy, leader. mine: what the caller has, nearest date first · following: what the caller passed on. */
  listOwned: { input: Paged & { scope: 'mine' | 'following' }; output: RequestPage };
  /** Role leader: open requests that deputies of the group have. */
  listGroup: { input: Paged; output: RequestPage };
  /** Roles staff, chief; presidium: rulings, escalated, key, dispatches, late, overdue alone. `filter` is for `all`. */
  listOffice: { input: Paged & { queue: OfficeQueue; filter?: RequestFilter }; output: OfficePage };
  /** Role unit: what the caller's unit leads or assists; `closed` those that are over. */
  listUnit: { input: Paged & { closed?: true }; output: RequestPage };
  /**
   * What was passed up, newest first, by the office's summary, without name or phone: for the office its own, for the
   * district that of all its townships. admit + 2, for the district 3.
   */
  listPassedUp: { input: Paged; output: { items: readonly PassedUp[]; next?: string } };
  /**
   * Role district, writes: the answer to what any of its townships passed up; once. The office is told and passes it on.
   * Refusals: not-found, wrong-state (it is no longer with the district), step-used.
   */
  answerPassedUp: {
    input: { township: string; request: string; words: string };
    output: { request: string };
  };
  /**
   * Everybody: the public board, newest first. `mine`: what the caller said «我也反映» to, in its present state, whether
   * or not it is on the board any more.
   */
  board: { input: Paged & { mine?: true }; output: { items: readonly BoardItem[]; next?: string } };
  /**
   * Everybody, before sending: published ones of the same village and category, and how many there were in a year,
   * from 3 on (20 means 20 or more).
   */
  published: {
    input: { township: string; village: string; category: string };
    output: { items: readonly BoardItem[]; count?: number };
  };
  /** Everybody, writes: «我也反映». Said twice it counts once. Refusals: not-found (taken down), step-used (full). */
  joinPublished: { input: { township: string; request: string }; output: { joined: number } };
  /** Roles staff, chief: older open ones of the same village and category within 90 days, likest first. */
  similar: {
    input: { township: string; request: string };
    output: { requests: readonly (RequestCard & { likeness: number })[] };
  };
  /**
   * Roles staff, chief: by number, exact name or phone, last four digits, or words of the title; every sign is a
   * letter. At most LIMITS.foundRequests, newest first.
   */
  find: { input: { township: string; text: string }; output: { requests: readonly OfficeCard[] } };
  /**
   * Roles staff, chief, writes: MANY_ACTS alone, each request with its own unit or day. One result for each, in their
   * order; those refused stay as they were.
   */
  actMany: {
    input: { township: string; acts: readonly { request: string; step: StepInput }[] };
    output: { done: readonly (Acted | { request: string; code: ErrorCode })[] };
  };
  /** Roles staff, chief: a draft for the board, with what to take out. */
  draftPublication: {
    input: { township: string; request: string };
    output: { title: Proposed; summary: Proposed; result: Proposed };
  };
  /** Roles staff, chief, helper (people of the own village), writes: 代填. The operator cannot read it afterwards. */
  submitFor: { input: SubmitForInput; output: Submitted };
}
