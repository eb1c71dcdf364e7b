/**
 * congress: the presidium between sessions (主席团; mission G1–G3). Its yearly plan of supervision (地方组织法 2022 §19), its
 * meetings with their votes, who keeps in touch with whom, and guidance from above.
 */
import type { InParts, Part } from '../parts';
import type { Instant, LocalDate } from '../time';

/** 听取专项工作报告, 执法检查, 视察, 调研. */
export type TopicForm = 'report' | 'enforcement' | 'inspection' | 'research';
/** planned → held → handed (审议意见 to the government) → reported (研究处理情况报告) → accepted by the presidium. */
export type TopicState = 'planned' | 'held' | 'handed' | 'reported' | 'accepted' | 'dropped';
export type TopicOwner = 'office' | 'unit' | 'presidium' | 'nobody';

export interface TopicFields {
  edit: { title: string; form: TopicForm; on: LocalDate };
  hold: { date: LocalDate; words: string };
  /** 审议意见, with its number, to the unit that stands for the government or another. */
  handOn: { number: string; words: string; unit: string; replyBy: LocalDate };
  /** 研究处理情况报告: by the unit, or by the office from paper. */
  reportBack: { number: string; words: string };
  accept: { words: string };
  again: { words: string; replyBy: LocalDate };
  drop: { words: string };
}
export type TopicAct = keyof TopicFields;
export type TopicStep = { [A in TopicAct]: { act: A } & TopicFields[A] }[TopicAct];

export interface TopicView {
  topic: string;
  title: string;
  form: TopicForm;
  /** Planned for this day. */
  on: LocalDate;
  state: TopicState;
  owner: TopicOwner;
  ownerName: string;
  /** Absent where it is over. */
  due?: LocalDate;
  heldOn?: LocalDate;
  opinion?: { number: string; words: string; unitName: string; replyBy: LocalDate };
  report?: { number: string; words: string; on: LocalDate };
  steps: readonly { at: Instant; act: TopicAct | 'plan'; byName: string; words?: string }[];
  acts: readonly TopicAct[];
}

/** What a vote of the body is about; then 重点督办 follows from it. */
export interface KeySubject {
  kind: 'suggestion' | 'request' | 'opinion';
  /** Of a 视察意见 its inspection. */
  id: string;
  /** Of a 视察意见: which of that inspection. */
  part?: string;
}

export interface MeetingItem {
  title: string;
  for: number;
  against: number;
  abstain: number;
  subject?: KeySubject;
}

export interface MeetingView {
  meeting: string;
  date: LocalDate;
  place: string;
  /** Members on that day, and who was there. */
  due: number;
  names: readonly string[];
  items: readonly (MeetingItem & { passed: boolean })[];
  minutes: string;
}

/** What may be decided as 重点督办: proposed by a member, or on the presidium's list because it came back twice. */
export interface KeyCandidate extends KeySubject {
  number: string;
  words: string;
}

/**
 * opinion, difficulty: of a deputy, to the member who keeps in touch · visit, advice: guidance from above · upward,
 * training, guide: what is asked for upward, which the district sees and answers; a training that is asked for becomes
 * a topic of study.
 */
export type NoteKind = 'opinion' | 'difficulty' | 'visit' | 'advice' | 'upward' | 'training' | 'guide';

export interface NoteView {
  note: string;
  kind: NoteKind;
  date: LocalDate;
  /** Of a deputy. */
  person?: string;
  name?: string;
  byName: string;
  words: string;
  /** What came of it. */
  answer?: { words: string; on: LocalDate };
}

/** What a township asks the district for. */
export interface Asked extends Pick<NoteView, 'note' | 'kind' | 'date' | 'words' | 'answer'> {
  /** Name of the township. */
  from: string;
}

export interface LiaisonView {
  /** Deputy → the member of the presidium who keeps in touch; a deputy sees the own pair alone. */
  pairs: readonly { person: string; name: string; member: string; memberName: string }[];
  members: readonly { person: string; name: string }[];
  notes: readonly NoteView[];
  keeps: boolean;
}

interface OneTopic {
  township: string;
  topic: string;
}

export interface PresidiumActions {
  /** admit + 1. */
  planTopic: {
    input: { township: string; title: string; form: TopicForm; on: LocalDate };
    output: { topic: string };
  };
  /** admit + 2. Refusals: not-found, not-allowed, wrong-state, bad-input, key-reused, busy. */
  actOnTopic: {
    input: OneTopic & { step: TopicStep };
    output: { topic: string; state: TopicState; due?: LocalDate };
  };
  /** A year's plan; a unit's clerk sees what was handed to the unit. admit + 1. */
  topics: {
    input: { township: string; year: number } & InParts;
    output: Part & { topics: readonly TopicView[] };
  };
  /**
   * More than half of the members must be there; a majority of all members decides (地方组织法 2022 §18, §24).
   * Office and chair. admit + 1. Refusals: bad-input (`persons`: not members, or not enough of them; `items`).
   */
  recordMeeting: {
    input: {
      township: string;
      date: LocalDate;
      place: string;
      persons: readonly string[];
      items: readonly MeetingItem[];
      minutes: string;
    };
    output: { meeting: string };
  };
  /** Of a year, newest first. admit + 1–2. */
  meetings: {
    input: { township: string; year: number } & InParts;
    output: Part & {
      meetings: readonly MeetingView[];
      /** The day by which the next one is to be held (a setting, from the last one or the term's opening). */
      nextBy?: LocalDate;
      members: readonly { person: string; name: string }[];
    };
  };
  /** What members proposed as 重点督办, for a meeting to decide. admit + 3. */
  keyCandidates: { input: { township: string }; output: { candidates: readonly KeyCandidate[] } };
  /** Who keeps in touch with this deputy from now on; '' nobody. The last one stands. admit + 1–2. */
  keepInTouch: {
    input: { township: string; person: string; member: string };
    output: { person: string; member: string };
  };
  /** Refusals: row-changed. */
  liaison: { input: { township: string } & InParts; output: LiaisonView & Part };
  addNote: {
    input: { township: string; kind: NoteKind; date: LocalDate; words: string; person?: string };
    output: { note: string };
  };
  /** What came of it; once. Refusals: not-found, step-used. */
  settleNote: { input: { township: string; note: string; words: string }; output: { note: string } };
  /**
   * Role district: what its townships ask for (建议、培训、指导), newest first. admit + 3; more come with `after`.
   */
  listAsked: {
    input: { township: string; after?: string };
    output: { asked: readonly Asked[]; next?: string };
  };
  /** Role district, writes: the answer to what any of its townships asks for; once. Refusals: not-found, step-used. */
  answerAsked: { input: { township: string; note: string; words: string }; output: { note: string } };
  /** Guidance from above and what is asked for upward. Refusals: row-changed. */
  guidance: { input: { township: string } & InParts; output: { notes: readonly NoteView[] } & Part };
}
