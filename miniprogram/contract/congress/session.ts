/**
 * congress: sessions of the township's congress (mission F1; 地方组织法 2022 §11–12, §18–26). Nothing secret lies here: no
 * personnel, no unpublished opinion of the party committee; every paper says what it is.
 */
import type { PrintedFile } from '../report';
import type { Instant, LocalDate, LocalTime } from '../time';

export type SessionState = 'prepared' | 'noticed' | 'closed';

/** 半天会: attendance is counted for each. */
export interface Sitting {
  id: string;
  date: LocalDate;
  start: LocalTime;
  end: LocalTime;
  title: string;
}

export interface AgendaItem {
  id: string;
  title: string;
  /** When it begins, on a day of the session; absent: in its turn. */
  at?: { date: LocalDate; start: LocalTime };
}

/** Every upload answers what it is; anything else may not be here. */
export type PaperKind = 'public' | 'informational';

export interface SessionPaper {
  id: string;
  title: string;
  kind: PaperKind;
  /** 文号 or where it lies. */
  where: string;
  /** There is a file of it: what kind, by its content. */
  file?: string;
  /** The scan of a bill with the names under it: for whoever keeps the session, and for those who moved it. */
  bill?: string;
}

/** 应到 / 实到 / 赞成 / 反对 / 弃权; a majority of all deputies decides (地方组织法 §26: 以全体代表的过半数通过). */
export interface VoteFigures {
  due: number;
  present: number;
  for: number;
  against: number;
  abstain: number;
}

export interface SessionVote extends VoteFigures {
  id: string;
  item: string;
  title: string;
  passed: boolean;
}

export interface SessionFields {
  saveAgenda: { agenda: readonly Omit<AgendaItem, 'id'>[]; sittings: readonly Omit<Sitting, 'id'>[] };
  /** `file`: a copy that media took in. */
  addPaper: Omit<SessionPaper, 'id'>;
  dropPaper: { paper: string };
  notify: { place: string };
  recordVote: { item: string; title: string } & Omit<VoteFigures, 'due'>;
  fileMinutes: { number: string };
  close: object;
}
export type SessionAct = keyof SessionFields;
export type SessionStep = { [A in SessionAct]: { act: A } & SessionFields[A] }[SessionAct];

export interface SessionCard {
  session: string;
  name: string;
  from: LocalDate;
  to: LocalDate;
  state: SessionState;
}

/** Live: who is there of the deputies in office, suspended ones apart (代表法 2025 §61); 列席 outside of it. */
export interface Attendance {
  base: number;
  present: number;
  missing: number;
  /** 请假, approved or not answered yet. */
  leave: number;
  observers: number;
  /** So many must be there: two thirds (地方组织法 §18). */
  needed: number;
  quorum: boolean;
}

export interface Deliberation {
  id: string;
  item: string;
  person: string;
  name: string;
  words: string;
  at: Instant;
}

/** 议案: by at least five (代表法; 地方组织法 §22); signed on paper, kept as a fact. */
export interface BillView {
  id: string;
  title: string;
  names: readonly string[];
  /** Left off the agenda it becomes a suggestion and keeps its link. */
  listed: boolean;
  /** The suggestion that it became; for whoever keeps the session, and for those who moved it. */
  suggestion?: string;
  at: Instant;
}

export interface SessionView extends SessionCard {
  edition: number;
  place: string;
  agenda: readonly AgendaItem[];
  sittings: readonly Sitting[];
  papers: readonly SessionPaper[];
  votes: readonly SessionVote[];
  minutes?: string;
  /** The caller's own. */
  own: { answer?: 'attending' | 'leave'; approved?: boolean; signed: readonly string[] };
  opinions: readonly Deliberation[];
  bills: readonly BillView[];
  /** The caller keeps it: staff, chief. */
  keeps: boolean;
  /** While it is prepared, for whoever keeps it: the last day on which the notice is in time. */
  noticeBy?: LocalDate;
  /**
   * Once it is over, for whoever keeps it: deputies in office who came to none of its sittings and had no leave, and
   * whether they missed the session before it as well (代表法 2025 §62). Nothing ends by itself.
   */
  absent?: readonly { person: string; name: string; again: boolean }[];
}

export interface RollRow {
  person: string;
  name: string;
  /** In office and counted, or 列席. */
  as: 'deputy' | 'observer';
  answer?: 'attending' | 'leave';
  reason?: string;
  approved?: boolean;
  signed?: 'code' | 'paper';
}

interface OneSession {
  township: string;
  session: string;
}

export interface SessionActions {
  /** admit + 1–2. Refusals: row-doubled (the name is taken), not-found (`like`). */
  prepareSession: {
    input: {
      township: string;
      name: string;
      from: LocalDate;
      to: LocalDate;
      place: string;
      /** Agenda and half-days as in this one. */
      like?: string;
    };
    output: { session: string };
  };
  /** On the `edition` that was read. admit + 2. Refusals: not-found, wrong-state, row-changed, bad-input, too-many-rows. */
  actOnSession: {
    input: OneSession & { edition: number; step: SessionStep };
    output: { session: string; edition: number; state: SessionState };
  };
  session: { input: OneSession; output: SessionView };
  /** Half an hour's link to a paper's file, for whoever sees that paper. admit + 3. Refusals: not-found. */
  openPaper: { input: OneSession & { paper: string }; output: PrintedFile };
  sessions: { input: { township: string }; output: { sessions: readonly SessionCard[] } };
  /** 参加 / 请假, until the session is over; the last answer counts. admit + 1–2. */
  answerNotice: {
    input: OneSession & { answer: 'attending' | 'leave'; reason?: string };
    output: { answer: 'attending' | 'leave' };
  };
  decideLeave: { input: OneSession & { person: string; approved: boolean }; output: { approved: boolean } };
  /** The code to be shown in the hall, good for the hours of that sitting. */
  hallCode: {
    input: OneSession & { sitting: string };
    output: { code: string; from: LocalTime; to: LocalTime };
  };
  /** admit + 1. Refusals: code-wrong, closed (outside of its hours). */
  signIn: { input: { township: string; code: string }; output: { sitting: string } };
  /** 签到册: whoever signed there; whoever is signed in already stays. */
  signInOnPaper: {
    input: OneSession & { sitting: string; persons: readonly string[] };
    output: { signed: readonly string[]; before: readonly string[] };
  };
  /** The roll of one sitting with its live figures. admit + 2. */
  roll: { input: OneSession & { sitting: string }; output: Attendance & { rows: readonly RollRow[] } };
  /** 审议意见, entered by the office: who spoke to what. */
  addOpinion: { input: OneSession & { item: string; person: string; words: string }; output: { id: string } };
  /**
   * Left off the agenda it becomes a suggestion, for which `lead` (one of the movers) and `category` are needed then.
   * admit + 2. Refusals: not-found, bad-input, key-reused.
   */
  addBill: {
    input: OneSession & {
      title: string;
      persons: readonly string[];
      listed: boolean;
      lead?: string;
      category?: string;
    };
    output: { id: string };
  };
}
