/** request (群众意见): submitting, routing, life cycle. */
import type { Instant, LocalDate } from './time';

/** 咨询, 反映, 建议 (shown as 群众建议). */
export type RequestKind = 'consult' | 'report' | 'suggest';

/** States of the life cycle (mission B4). Chinese words and types in labels.ts. */
export type RequestState = 'submitted' | 'contacting';

/** Who must act now. Exactly one owner at any time. */
export type OwnerKind = 'deputy' | 'leader' | 'office';

export interface Owner {
  kind: OwnerKind;
  /** Absent for the office. */
  person?: string;
  /** Shown name: the person's, or 镇人大办. */
  name: string;
  group?: string;
  groupName?: string;
}

export interface Privacy {
  /** 不让代表看到我的名字. */
  hideName: boolean;
  /** 不让本村代表看. */
  notOwnVillage: boolean;
  /** 办结后可以公开，不写名字. */
  publishable: boolean;
}

export interface RouteQuestion {
  township: string;
  village: string;
  /** Absent: 不知道. */
  villagerGroup?: string;
  category: string;
  /** The deputy the villager named. */
  deputy?: string;
  /** Another group than the rule's: the one tap to correct. */
  group?: string;
  privacy: Privacy;
}

export interface Route {
  owner: Owner;
  group?: string;
  groupName?: string;
  home?: string;
  /** The rule that fired, in words: «柳树村·道路 归第二代表小组». */
  reason: string;
}

export interface Recording {
  file: string;
  seconds: number;
}

export interface SubmitInput extends RouteQuestion {
  /** The China day on which the phone began to send, and the how-many-th matter of that day (1…5). */
  day: LocalDate;
  n: number;
  kind: RequestKind;
  text?: string;
  photos: readonly string[];
  recordings: readonly Recording[];
  name?: string;
  phone?: string;
}

/** A talk on a reception day: who talked is known by the booking, so name and phone need not be written again. */
export interface TalkedAt {
  date: LocalDate;
  place: string;
  booking: string;
}

export interface RequestCard {
  request: string;
  /** Date and four letters, as written on paper: `1123-K7Q2`. */
  number: string;
  title: string;
  /** Names, as shown. */
  village: string;
  category: string;
  kind: RequestKind;
  state: RequestState;
  /** One sentence: who has it. */
  sentence: string;
  /** The day by which the next step is due. */
  nextDate?: LocalDate;
  late: boolean;
  createdAt: Instant;
}

export interface Step {
  at: Instant;
  state: RequestState;
  /** Who did it, as the reader may see it: 您, 李代表, 镇人大办. */
  by: string;
  words?: string;
}

/** Next acts that are legal for the reader now. */
export type RequestAct = 'take';

export interface RequestView extends RequestCard {
  text?: string;
  /** Links that end after half an hour; so are the recordings' `file`. */
  photos: readonly string[];
  recordings: readonly Recording[];
  steps: readonly Step[];
  owner: Owner;
  reason: string;
  privacy: Privacy;
  /** Sentences for «谁能看到». */
  seenBy: readonly string[];
  acts: readonly RequestAct[];
  /** The asker, as the reader may see: absent when hidden. */
  asker?: { name?: string; phone?: string };
  mine: boolean;
  rev: number;
}

export interface RequestActions {
  /** Where it would go, before sending. Everybody may ask. */
  previewRoute: { input: RouteQuestion; output: Route };
  /**
   * Writes; 1 database call. `n` may come back higher when the slot was taken by another matter of that day.
   * bad-input with field `day`: the day is older than yesterday and nothing is stored under this key; begin
   * again with today's.
   */
  submit: {
    input: SubmitInput;
    output: { request: string; number: string; n: number; route: Route; nextDate: LocalDate };
  };
  /**
   * Roles of the desk, writes: what a visitor raised becomes the visitor's own matter (转为意见); their account, name
   * and phone are the booking's. The visit ends with the outcome `matter`, by setVisit or, if the phone dies before,
   * by the relay. `n` counts the visit's matters. Refusals beside submit's: not-published, booking-changed,
   * visit-changed (nobody talked yet; `details.state`), not-allowed (a home where the caller does not sit).
   */
  submitFromVisit: {
    input: Omit<SubmitInput, 'name' | 'day'> & { visit: TalkedAt };
    output: RequestActions['submit']['output'];
  };
  /** The caller's own, newest first; `next` goes back as `after`. */
  listMine: {
    input: { township: string; after?: string };
    output: { requests: readonly RequestCard[]; next?: string };
  };
  /** One request: for the asker, the owner, its group's leader, the office. */
  get: { input: { township: string; request: string }; output: RequestView };
  /** Writes: «收到，我来联系». Roles deputy, leader; refused unless the caller owns it and it is `submitted`. */
  take: {
    input: { township: string; request: string };
    output: { request: string; state: RequestState; nextDate: LocalDate };
  };
}
