/** One request as stored. Names and phones are encrypted; '' stands for nobody where a condition needs a value. */
import type { Privacy, Recording, RequestKind, TalkedAt } from '../../../miniprogram/contract/request';
import type {
  ClockAct,
  DeliveryHow,
  Door,
  Outcome,
  ReplyClass,
  RequestAct,
  RequestState,
  RequestUse,
  Satisfaction,
  WordWay,
} from '../../../miniprogram/contract/request-life';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import type { OwnerRule, StoredOwner } from '../routing/rules/choose-owner';
import type { Checks } from '../content-check/rules/content-check';
import type { RouteRule } from '../../registry/routing/rules/route-request';

/** What the readers may see of the way; the last KEPT_STEPS stay for the request's life, the audit has all. */
export interface StoredStep {
  at: Instant;
  act: RequestAct | 'submit' | ClockAct;
  /** Account of the asker, person, unit, or `system`. */
  by: string;
  /** Absent: no other state than before. */
  state?: RequestState;
  words?: string;
  /** Ids of what it named (unit, person, class, door) or a date. */
  about?: string;
  /** How many came with it. */
  files?: { photos: number; recordings: number };
  /** 代问, or entered from paper. */
  behalf?: true;
  /** For the office's eyes only. */
  inner?: true;
}

export interface StoredReply {
  class: ReplyClass;
  words: string;
  doneBy?: LocalDate;
  unit: string;
  by: string;
  at: Instant;
  paper?: true;
}

/** What an assisting unit has. */
export interface Assist {
  due: LocalDate;
  words?: string;
  at?: Instant;
}

/** Somebody who says the same: a merged request, or an account that said «我也反映». */
export interface Companion {
  account: string;
  openid: string;
  request?: string;
  /** An account that said it of another request, which was merged into this one: of that one it is told. */
  via?: string;
}

/** What a merged one goes back to. */
export interface Before {
  state: RequestState;
  owner: StoredOwner;
  due: LocalDate;
}

/** An act as its key's retry finds it: hash of the body, state and date afterwards where they were known. */
export interface KeptAct {
  k: string;
  h: string;
  s?: RequestState;
  d?: LocalDate;
}

export interface RequestDocument {
  /** `<township>~<hash of account, day and n>`. */
  _id: string;
  township: string;
  rev: number;
  /** Order of birth: the instant and a few letters of the id. */
  seq: string;
  number: string;
  /** '' for somebody without an account. */
  account: string;
  /** For messages alone; '' for somebody without an account. */
  openid: string;
  reach: 'account' | 'person';
  /** Where it was opened by whoever talked with the asker; `operator` is that person. */
  visit?: TalkedAt;
  /** Who entered it for somebody else; on-behalf entries say where that person lives. */
  operator?: string;
  livesIn?: string;
  /** Encrypted. */
  name?: string;
  /** Encrypted. */
  phone?: string;
  /** What is clear for others to see (content-check.ts); absent: all of it. */
  checks?: Checks;
  /** Its photos and recordings lie where its sender may still change them: nobody sees them before they were taken in. */
  intake?: true;
  day: LocalDate;
  n: number;
  village: string;
  villagerGroup?: string;
  category: string;
  kind: RequestKind;
  text?: string;
  photos: readonly string[];
  recordings: readonly Recording[];
  privacy: Privacy;
  /** Written by office or receiver, where there is no text, or in place of it. */
  title?: string;
  /** The office's own words for those who may not see the asker's. */
  summary?: string;
  needs: RequestUse | '';
  /** `needs` is not empty. */
  review: boolean;
  /** Why it went where it went: the rules that fired, their words, the directory's revision. */
  route: { rule: RouteRule; ownerRule: OwnerRule; words: string; bookRev: number };
  owner: StoredOwner;
  group: string;
  home: string;
  /** The deputy who follows it, whoever has it; ''. */
  deputy: string;
  /** The group whose leader sees it: while a deputy has it; ''. */
  led: string;
  /** Persons whom it is about: named by the asker, or by the office, or by themselves. */
  recused: readonly string[];
  /** Persons who may not know of it (shared/visibility.ts); lists and steps go by it. */
  hidden: readonly string[];
  state: RequestState;
  /** Somebody still has to act. */
  open: boolean;
  /** The day by which the next step is due; of what is over, the day when it ended. */
  due: LocalDate;
  /** `due` and a few letters of the id: order of every list by date. */
  dueSeq: string;
  /** Untaken: the last days before it goes to the leader, to the office. */
  leaderOn: LocalDate;
  officeOn: LocalDate;
  /** The day from which the clock has something to do with it; FOREVER for what is over. */
  clockOn: LocalDate;
  /** The date that was told to be past. */
  lateTold?: LocalDate;
  createdAt: Instant;
  /** What lists filter by: every pair of group, unit, category, village. */
  facets: readonly string[];
  /** `<village> <category>`. */
  place: string;
  /** What the office's search finds it by. */
  tokens: readonly string[];

  /** 主办 unit; ''. */
  lead: string;
  assists?: Readonly<Record<string, Assist>>;
  /** `fixed`: the office chose the day itself. */
  assigned?: { at: Instant; words?: string; replyBy: LocalDate; longBy: LocalDate; fixed?: true };
  /** The township government's unit: it names the lead unit and signs the answer. */
  through?: string;
  /** It has a copy, and nothing to do. */
  copy?: string;
  /** While the government signs: whose draft it is, and what it says. */
  under?: string;
  draft?: StoredReply;
  /** The chief ruled that this unit has it. */
  ruled?: true;
  returnBy?: LocalDate;
  /** A unit returned it; nobody may again. */
  sentBack?: true;
  extension?: { until: LocalDate; words: string; state: 'asked' | 'granted' | 'refused' };
  replies?: readonly StoredReply[];
  /** Who answered last; that one never asks how it was. */
  answeredBy?: string;
  promise?: 'open' | 'kept';
  delivery?: { who?: string; how: DeliveryHow; on: LocalDate; done: boolean };
  paused?: { until: LocalDate; words: string; left: number };
  disagreed?: true;
  redone: number;
  reopenBy?: LocalDate;
  outcome?: Outcome;
  door?: Door;
  rating?: { satisfaction: Satisfaction; behalf: boolean; at: Instant };
  rateBy?: LocalDate;
  callback?: 'due' | 'done';
  calledBack?: { solved: boolean; words: string; at: Instant };
  urgedOn?: LocalDate;
  /** The first day on which the asker may (again) ask how far it is. */
  nudgeFrom?: LocalDate;
  /** A complaint or claim: by when its asker is told in writing where it went, and how that was done. */
  word?: { by: LocalDate; told?: { on: LocalDate; way: WordWay; by: string } };
  /** 重点督办; `asked`: a member of the presidium proposed it, and that is not decided. */
  key?: true | 'asked';
  dispatches?: readonly { at: Instant; by: string; words: string }[];
  dispatchSeq?: string;
  passedSeq?: string;
  passedSummary?: string;
  /** What the district said to it, and with which act. */
  passedAnswer?: { words: string; on: LocalDate; mark: { k: string; by: string; h: string } };
  board?: string;
  /** `EVERY` and its place: by these the board finds it. */
  boardPlaces?: readonly string[];
  /** Its title was public while it was handled; whoever joined finds it by this later on too. */
  offered?: { title: string; on: LocalDate };
  published?: { title: string; summary: string; result: string; on: LocalDate };
  mergedInto?: string;
  before?: Before;
  /** Its words and its person are gone: deleted by its asker, or past their time. */
  bare?: true;
  /** Its asker had their data deleted while it was handled: who they become when it is over. */
  eraseFor?: string;
  joined?: Readonly<Record<string, Companion>>;
  joinedCount: number;

  steps: readonly StoredStep[];
  /** The submit itself. */
  born: { k: string; h: string };
  /** The last KEPT_ACTS. */
  acts: readonly KeptAct[];
}
