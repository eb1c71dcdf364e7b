/**
 * congress: deputies' suggestions (代表建议、批评和意见; mission F2). The law's months: 地方组织法 and the rules of the
 * township; who handles it talks with the deputy first and answers in writing (代表法 2025 §51, §58).
 */
import type { ReplyClass, RequestState, Satisfaction } from '../request-life';
import type { PrintedFile } from '../report';
import type { Instant, LocalDate } from '../time';
import type { PaperKind } from './session';

/** Chinese words in suggestion-labels.ts. */
export type SuggestionState =
  | 'drafting'
  | 'submitted'
  | 'sent-back'
  | 'examined'
  | 'entrusted'
  | 'assigned'
  | 'contacted'
  | 'returned'
  | 'replied'
  | 'promised'
  | 'review'
  | 'closed'
  | 'withdrawn'
  | 'letter'
  | 'passed-up';

/** Whose turn it is. `government`: the unit that stands for it names who handles it. */
export type SuggestionOwner = 'deputy' | 'office' | 'presidium' | 'government' | 'unit' | 'nobody';

export type Opinion = Exclude<Satisfaction, 'declined'>;

/** One matter: what is asked (案由), why (案据), how (方案). */
export interface SuggestionText {
  title: string;
  grounds: string;
  plan: string;
}

export type Consent = 'asked' | 'agreed' | 'declined';

/** Each step with what it says. Days are China days; persons, units are ids. */
export interface SuggestionFields {
  // 领衔代表.
  edit: SuggestionText;
  ask: { persons: readonly string[] };
  submit: object;
  withdraw: { words: string };
  opine: { opinion: Opinion; words?: string };
  // Who was asked to co-sign.
  cosign: object;
  decline: { words?: string };
  // Office.
  examine: { words?: string };
  sendBack: { words: string };
  toLetter: { words: string };
  passUp: { words: string };
  opineOnPaper: { opinion: Opinion; date: LocalDate; words?: string };
  includeInPlan: { words: string };
  dispatch: { words: string };
  urge: { words?: string };
  publish: { title: string; result: string };
  unpublish: object;
  // The presidium, by its chair (代表法 2025 §51: 由乡镇人大主席团交有关机关、组织研究办理).
  entrust: { words?: string; difficult?: boolean };
  assign: { lead: string; assist: readonly string[]; difficult?: boolean; words?: string };
  settle: { then: 'redo' | 'close'; words: string };
  decideKey: { agreed: boolean; words: string };
  endKey: { words?: string };
  // A member of the presidium.
  proposeKey: { words: string };
  // Who stands for the township's government.
  nameUnits: { lead: string; assist: readonly string[]; words?: string };
  // Handling unit.
  contact: { date: LocalDate; words: string };
  return: { words: string };
  assistReply: { words: string };
  /** 答复函, to be printed and signed; written anew it is another. */
  writeReply: {
    /** 文号. */
    letter: string;
    /** 签发人. */
    signer: string;
    class: ReplyClass;
    words: string;
    /** Classes B and C: until when. */
    doneBy?: LocalDate;
  };
  // Handling unit, or who stands for the government: the scan of the signed letter is the answer.
  reply: { scan: string; paper: PaperKind };
}

export type SuggestionAct = keyof SuggestionFields;

export type SuggestionStep = {
  [A in SuggestionAct]: { act: A } & SuggestionFields[A];
}[SuggestionAct];

export interface SuggestionReply {
  letter: string;
  signer: string;
  class: ReplyClass;
  words: string;
  doneBy?: LocalDate;
  unitName: string;
  at: Instant;
  /** What the scan of the signed letter is; absent: answered before scans were kept. */
  scan?: PaperKind;
}

/** Written, not signed yet: no answer so far. */
export type SuggestionDraft = Omit<SuggestionReply, 'scan' | 'unitName'>;

export interface SuggestionCard {
  suggestion: string;
  number: string;
  title: string;
  categoryName: string;
  state: SuggestionState;
  owner: SuggestionOwner;
  /** Who has it, in words. */
  ownerName: string;
  leadName: string;
  /** Those who agreed. */
  cosigners: number;
  unitName?: string;
  /** Absent where it is over. */
  due?: LocalDate;
  key: boolean;
  at: Instant;
}

export interface SuggestionStepView {
  at: Instant;
  act: SuggestionAct | 'draft' | 'from-bill' | 'owner-gone';
  byName: string;
  words?: string;
}

export interface SuggestionView extends SuggestionCard, SuggestionText {
  rev: number;
  category: string;
  session?: string;
  /** It was a bill of that session, left off its agenda. */
  fromBill: boolean;
  /** 联名代表 with what each said. */
  asked: readonly { person: string; name: string; consent: Consent }[];
  /** Requests it grew out of. */
  requests: readonly { request: string; number: string; state: RequestState }[];
  difficult: boolean;
  assigned?: { unitName: string; assistNames: readonly string[]; on: LocalDate; replyBy: LocalDate };
  contactedOn?: LocalDate;
  assists: readonly { unitName: string; words: string }[];
  replies: readonly SuggestionReply[];
  /** For the unit, who stands for the government, and the office. */
  draft?: SuggestionDraft;
  opinion?: { opinion: Opinion; words?: string; on: LocalDate; paper: boolean };
  inPlan: boolean;
  published: boolean;
  steps: readonly SuggestionStepView[];
  /** What the caller may do now. */
  acts: readonly SuggestionAct[];
}

export interface SuggestionActed {
  suggestion: string;
  state: SuggestionState;
  due?: LocalDate;
}

/**
 * mine: the caller leads or co-signs · asked: waits for the caller's consent · unit: the caller's unit has or had it ·
 * examine, decide, waiting: the office's and the presidium's · promised: the ledger · key: 重点督办 · all.
 */
export type SuggestionQueue =
  'mine' | 'asked' | 'unit' | 'examine' | 'decide' | 'waiting' | 'promised' | 'key' | 'all';

/** Counted apart (mission F2): 办复, of it 落实 and 承诺. */
export interface SuggestionFigures {
  total: number;
  open: number;
  /** 办复: answered and opined on. */
  answered: number;
  /** 落实: class A. */
  done: number;
  /** 承诺: class B and C, until answered again. */
  promised: number;
}

export interface PublicSuggestion {
  suggestion: string;
  number: string;
  title: string;
  result: string;
  categoryName: string;
  unitName: string;
  class?: ReplyClass;
}

/** 办理情况 in numbers, without anybody's name. */
export interface HandlingFigures extends SuggestionFigures {
  categories: readonly { category: string; name: string; count: number }[];
}

/** An earlier one of the same category, as anybody in the congress may know it: no grounds, no names. */
export type EarlierSuggestion = Pick<SuggestionCard, 'number' | 'title' | 'state'> & {
  unitName?: string;
  on: LocalDate;
};

/** One state of a suggestion's life, for the help page of deputies. */
export interface SuggestionGuideRow {
  state: SuggestionState;
  /** Absent: nobody has to do anything any more. */
  owner?: SuggestionOwner;
  /** Working days; absent: the law's months, a day that is named then, or none. */
  days?: number;
  /** What who leads it can press. */
  acts: readonly SuggestionAct[];
}

interface OneSuggestion {
  township: string;
  suggestion: string;
}

export interface SuggestionActions {
  /** A deputy begins one; nobody but its author and whom they ask sees it. admit + 1. Refusals: not-allowed, not-found. */
  draftSuggestion: {
    input: {
      township: string;
      category: string;
      session?: string;
      /** Requests that led to it (at most LIMITS.suggestionRequests). */
      requests: readonly string[];
    } & SuggestionText;
    output: SuggestionActed;
  };
  /** One step. admit + 2. Refusals: not-found, wrong-state, step-used, not-owner, bad-input, key-reused, busy. */
  actOnSuggestion: { input: OneSuggestion & { step: SuggestionStep }; output: SuggestionActed };
  suggestion: { input: OneSuggestion; output: SuggestionView };
  /**
   * The scan of a signed 答复函 (`at`: which of its replies), as a link for half an hour, for whoever sees the suggestion.
   * admit + 1. Refusals: not-found.
   */
  openLetter: { input: OneSuggestion & { at: Instant }; output: PrintedFile };
  /** admit + 1, by date where open, newest first otherwise. */
  suggestions: {
    input: { township: string; queue: SuggestionQueue; closed?: true; after?: string };
    output: { suggestions: readonly SuggestionCard[]; next?: string };
  };
  /** By category, of one session or of all. admit + 2. */
  suggestionFigures: {
    input: { township: string; session?: string };
    output: HandlingFigures;
  };
  /** How a suggestion goes, from the table of its life and this township's settings; months count from 交办. admit + 0. */
  suggestionGuide: {
    input: { township: string };
    output: { rows: readonly SuggestionGuideRow[]; months: number; longMonths: number };
  };
  /** From a cluster of requests: what a draft begins with; no villager's words. admit + 2. */
  draftFromRequests: {
    input: { township: string; requests: readonly string[] };
    output: { title: string; grounds: string; category: string; requests: readonly string[] };
  };
  /** What was handed in before in one category, the newest ten, for whoever writes another. admit + 1. */
  earlierSuggestions: {
    input: { township: string; category: string };
    output: { suggestions: readonly EarlierSuggestion[] };
  };
  /** What the office published; everybody. The first page says besides how many there are, by category. */
  publicSuggestions: {
    input: { township: string; after?: string };
    output: { suggestions: readonly PublicSuggestion[]; figures?: HandlingFigures; next?: string };
  };
}
