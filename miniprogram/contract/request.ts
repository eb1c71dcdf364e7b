/** request (群众意见): submitting, routing, reading one. Its steps: request-life.ts; lists: request-lists.ts. */
import type { ContentCheckActions } from './content-check';
import type {
  Assignment,
  ClockAct,
  Outcome,
  Reply,
  RequestAct,
  RequestState,
  RequestUse,
  Satisfaction,
  StepInput,
  WordWay,
} from './request-life';
import type { Instant, LocalDate } from './time';

/** 咨询, 反映, 建议 (shown as 群众建议). */
export type RequestKind = 'consult' | 'report' | 'suggest';

/** Who must act now. Exactly one owner at any time. */
export type OwnerKind = 'deputy' | 'leader' | 'office' | 'unit' | 'chief' | 'presidium';

export interface Owner {
  kind: OwnerKind;
  /** Deputy or leader. */
  person?: string;
  /** Id of the handling unit (主办). */
  unit?: string;
  /** Shown name: the person's, the unit's, 镇人大办, 镇人大主席, 镇人大主席团. */
  name: string;
  group?: string;
  groupName?: string;
}

export interface Privacy {
  /** 不让代表看到我的名字. */
  hideName: boolean;
  /** 不让本村代表看. */
  notOwnVillage: boolean;
  /** 可以公开，不写名字: the result, when it is over. */
  publishable: boolean;
  /** Before that already the office's title of it, so that others can say «我也反映»; absent: no, as in older ones. */
  joinable?: boolean;
  /** 承办单位可以看我的称呼和电话; absent: no. */
  unitMayCall?: boolean;
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
  /** 这件事跟谁有关，不让谁看: persons of the directory, at most LIMITS.recused; they never hear of it. */
  recused?: readonly string[];
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

/** Which day it is the server says: phones' clocks go wrong. */
export interface SubmitInput extends RouteQuestion {
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

/** 代填: what a helper or the office enters for somebody else. */
export interface SubmitForInput extends SubmitInput {
  name: string;
  /** The village in which the helped person lives. */
  livesIn: string;
}

export interface Submitted {
  request: string;
  number: string;
  route: Route;
  nextDate: LocalDate;
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
  /** Name of the handling unit, where there is one. */
  unit?: string;
  /** 重点督办. */
  key?: true;
  /** How many others say the same (merged, or «我也反映»); absent: none. */
  joined?: number;
  /** What the office still must write for others to see it: a summary (hideName) or a title (recordings alone). */
  needs?: RequestUse;
}

export interface Step {
  at: Instant;
  act: RequestAct | 'submit' | ClockAct;
  state: RequestState;
  /** Who did it, as the reader may see it: 您, 李代表, 镇人大办. */
  by: string;
  words?: string;
  /** What it named: a unit, a person, a date, a class; in words. */
  about?: string;
  /** Done by the office for somebody without a phone (代问), or entered from paper. */
  onBehalf?: true;
}

export interface RequestView extends RequestCard {
  text?: string;
  /** What the office wrote for those who may not see the asker's own words. */
  summary?: string;
  /** Links that end after half an hour; so are the recordings' `file`. */
  photos: readonly string[];
  recordings: readonly Recording[];
  steps: readonly Step[];
  owner: Owner;
  reason: string;
  privacy: Privacy;
  /** Sentences for «谁能看到». */
  seenBy: readonly string[];
  /** Next acts that are legal for the reader now; labels, hints and fields in request-acts.ts. */
  acts: readonly RequestAct[];
  /** The asker, as the reader may see: absent when hidden. To all but themselves the phone is masked (reveal.ts). */
  asker?: { name?: string; phone?: string };
  /** So many parts are still being checked, or kept back, from the reader or, for the asker, from all others; absent: none. */
  hidden?: number;
  /** So many photos or recordings were empty or damaged: nobody has them; told to asker and office. Absent: none. */
  unusable?: number;
  mine: boolean;
  /** In what quality the caller reads it. */
  reader: 'asker' | 'owner' | 'follower' | 'leader' | 'office' | 'overseer' | 'unit';
  rev: number;
  /** The deputy who follows it up, whoever has it now. */
  deputy?: string;
  /** A person without an account: the reply is a delivery task, ratings are 代问. */
  noPhone: boolean;
  replies: readonly Reply[];
  assignment?: Assignment;
  /** For the office while it may assign: by when a unit usually answers, and between which days that may be set. */
  replyDays?: { first: LocalDate; usual: LocalDate; latest: LocalDate };
  paused?: { until: LocalDate; words: string };
  /** 送达 as planned and done. */
  delivery?: { who?: string; how: string; on: LocalDate; done: boolean };
  outcome?: Outcome;
  door?: string;
  rating?: { satisfaction: Satisfaction; onBehalf: boolean };
  /** Until when satisfaction may be said; absent: not now. */
  rateBy?: LocalDate;
  /** How often it came back by «没办好». */
  redone: number;
  /** The older one it was merged into; for the office. */
  mergedInto?: { request: string };
  /** For the office: what the district was told of it, and what it said. */
  passedUp?: { summary: string; answer?: { words: string; on: LocalDate } };
  /** For the office: 调度 entries. */
  dispatches: readonly { at: Instant; words: string }[];
  /**
   * 登记回执 of a complaint or claim, for asker and office: by when a written word says where it went, and what was
   * said. Absent: no written word is owed.
   */
  word?: { by: LocalDate; told?: { on: LocalDate; way: WordWay } };
  /** Published on the board. */
  published?: { title: string; summary: string; result: string };
  /** While it is handled: the title that everybody sees. */
  offered?: { title: string };
}

export interface Acted {
  request: string;
  state: RequestState;
  nextDate?: LocalDate;
}

export interface RequestActions extends ContentCheckActions {
  /** Where it would go, before sending. Everybody may ask. */
  previewRoute: { input: RouteQuestion; output: Route };
  /** Writes; 1 database call. Belongs to the server's day; tried again after midnight it is yesterday's if that went through. */
  submit: { input: SubmitInput; output: Submitted };
  /**
   * Roles of the desk, writes: what a visitor raised becomes the visitor's own request (转为意见); their account, name
   * and phone are the booking's. The visit ends with the outcome `matter`, by setVisit or, if the phone dies before,
   * by the relay. Refusals beside submit's: not-published, booking-changed,
   * visit-changed (nobody talked yet; `details.state`), not-allowed (a home where the caller does not sit).
   */
  submitFromVisit: {
    input: Omit<SubmitInput, 'name'> & { visit: TalkedAt };
    output: RequestActions['submit']['output'];
  };
  /** The caller's own, newest first; `next` goes back as `after`. */
  listMine: {
    input: { township: string; after?: string };
    output: { requests: readonly RequestCard[]; next?: string };
  };
  /** One request: for the asker, the owner, the deputy who follows it, its group's leader, the office, its units. */
  get: { input: { township: string; request: string }; output: RequestView };
  /**
   * Writes: one step of the life cycle (docs/decisions/011). Who may do which step in which state is one table;
   * `RequestView.acts` is what it says to the reader. Refusals: wrong-state (`details.state`), not-owner,
   * step-used, cannot-own, not-older, not-by-handler, bad-input (`details.field`).
   */
  act: { input: { township: string; request: string; step: StepInput }; output: Acted };
}
