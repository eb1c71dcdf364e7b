/** request: states and steps of its life (mission B4). What a screen says and asks of each step: request-acts.ts. */
import type { Instant, LocalDate } from './time';

/** Chinese words and types in labels.ts. */
export type RequestState =
  | 'submitted'
  | 'contacting'
  | 'visiting'
  | 'proposed'
  | 'entrusted'
  | 'assigned'
  | 'accepted'
  | 'signing'
  | 'returned'
  | 'disputed'
  | 'passed-up'
  | 'replied'
  | 'promised'
  | 'confirming'
  | 'face'
  | 'escalated'
  | 'closed'
  | 'withdrawn'
  | 'out-of-scope'
  | 'merged';

/** A solved · B in progress · C planned · D explained. */
export type ReplyClass = 'A' | 'B' | 'C' | 'D';

/** 满意, 基本满意, 不满意, 不评价 (asked and refused). */
export type Satisfaction = 'satisfied' | 'basic' | 'dissatisfied' | 'declined';

/** The right door of what is not the deputies': court, 信访, 12345, 110 or 120, 12388. */
export type Door = 'court' | 'petition' | 'hotline' | 'emergency' | 'discipline';

/** How a written word reaches somebody: handed over, posted, or read in the app. */
export type WordWay = 'handed' | 'posted' | 'app';

/** How a reply reaches somebody without a phone. */
export type DeliveryHow = 'visit' | 'call' | 'letter' | 'home';

/** How a closed one ended: the asker said so, nobody said anything, the presidium settled it, with an older one. */
export type Outcome = 'solved' | 'silent' | 'settled' | 'with-other';

/** What others wait for before they can see it. */
export type RequestUse = 'summary' | 'title' | 'check';

/** Each step with what it says. Dates are China days from today on; persons, units, groups are ids. */
export interface StepFields {
  // Deputy, leader or office: whoever has it.
  take: object;
  explain: { words: string };
  visit: { date: LocalDate; words?: string };
  propose: { words: string };
  recuse: { words?: string };
  note: { words: string };
  setTitle: { title: string };
  // Leader of the group.
  handOver: { to: string; words?: string };
  // Office.
  /**
   * `replyBy`: absent, the usual day; fewer days, or more up to the longest with `words` that say why. Through the
   * government it is kept for the unit that is named.
   */
  assign: { lead: string; assist: readonly string[]; words?: string; replyBy?: LocalDate };
  /** Before a reply: back to the office, which then decides anew. */
  takeBack: { words: string };
  /** Before a reply: to another lead unit, with days of its own. */
  changeUnit: { lead: string; assist: readonly string[]; words?: string };
  /** `recuses`: whoever had it, or follows it, is named in the request and never gets it again. */
  reassign: { group?: string; to?: string; recuses?: boolean; words?: string };
  keep: { words?: string };
  outOfScope: { door: Door; words: string };
  passUp: { summary: string };
  refer: { words: string };
  release: { summary: string };
  planDelivery: { who: string; how: DeliveryHow; date: LocalDate };
  deliver: { how: DeliveryHow; words?: string };
  merge: { into: string };
  unmerge: object;
  publish: { title: string; summary: string; result: string };
  /** 公开题目: while it is handled, so that others can say «我也反映». */
  offer: { title: string };
  unpublish: object;
  /** 书面告知去向 of a complaint or claim (信访工作条例 §23): how the paper or the words came to the person. */
  tellWhere: { way: WordWay; words: string };
  callBack: { solved: boolean; words: string };
  dispatch: { words: string };
  resume: { words?: string };
  urge: { words?: string };
  // Chief.
  rule: { lead: string; assist: readonly string[]; words: string };
  extend: { until: LocalDate; words: string };
  grantExtension: { words?: string };
  refuseExtension: { words: string };
  pause: { until: LocalDate; words: string };
  // A member of the presidium proposes; the chair decides between meetings, the body in one (congress).
  proposeKey: { words: string };
  declineKey: { words: string };
  supervise: { words: string };
  endSupervise: { words?: string };
  settle: { then: 'redo' | 'close'; words: string };
  // Township government (镇政府), where the township's setting says «through the government».
  nameUnit: { lead: string; assist: readonly string[]; words?: string };
  sign: { words?: string };
  sendDraftBack: { words: string };
  // Handling unit.
  /** What the government still has to sign. */
  draftReply: { class: ReplyClass; words: string; doneBy?: LocalDate };
  accept: object;
  return: { words: string };
  askExtension: { until: LocalDate; words: string };
  reply: { class: ReplyClass; words: string; doneBy?: LocalDate; paper?: true };
  assistReply: { words: string };
  // The asker; for somebody without a phone the office, marked 代问.
  withdraw: { words?: string };
  /** 催一催: once in so many days, a setting; nothing of it is moved. */
  nudge: object;
  /** 再补充: what came to mind later; words, photos, recordings, any one is enough. */
  supplement: {
    words?: string;
    photos?: readonly string[];
    recordings?: readonly { file: string; seconds: number }[];
  };
  solved: object;
  notSolved: { words: string };
  disagree: { words: string };
  rate: { satisfaction: Satisfaction };
}

export type RequestAct = keyof StepFields;

export type StepInput = { [A in RequestAct]: { act: A } & StepFields[A] }[RequestAct];

/** What happens by time alone. */
export type ClockAct =
  | 'to-leader'
  | 'to-office'
  | 'owner-gone'
  | 'lapse'
  | 'unpause'
  | 'late'
  | 'reroute'
  | 'join'
  | 'send-back'
  | 'with';

export interface Reply {
  class: ReplyClass;
  words: string;
  /** Classes B and C: until when it is promised to be done. */
  doneBy?: LocalDate;
  by: string;
  at: Instant;
  /** Entered by the office from a reply on paper. */
  paper?: true;
}

/** 交办: the parts of a request that handling units have. */
export interface Assignment {
  lead: { unit: string; name: string };
  assist: readonly { unit: string; name: string; words?: string; at?: Instant; due: LocalDate }[];
  at: Instant;
  words?: string;
  accepted: boolean;
  replyBy: LocalDate;
  /** Until when the unit may return it; absent: it may not (any more). */
  returnBy?: LocalDate;
  extension?: { until: LocalDate; words: string; state: 'asked' | 'granted' | 'refused' };
}
