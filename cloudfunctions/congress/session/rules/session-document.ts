/** A session as it is stored (what people wrote is encrypted by the store); attendance, opinions and bills are documents of their own, so that none grows with 160 people. */
import type {
  AgendaItem,
  SessionPaper,
  SessionState,
  SessionVote,
  Sitting,
} from '../../../../miniprogram/contract/congress/session';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';

export interface KeptAct {
  k: string;
  h: string;
  edition: number;
  state: SessionState;
}

export interface SessionDocument {
  _id: string;
  township: string;
  rev: number;
  edition: number;
  /** Its short name in codes, facets and links. */
  session: string;
  name: string;
  from: LocalDate;
  to: LocalDate;
  place: string;
  state: SessionState;
  noticedOn?: LocalDate;
  agenda: readonly AgendaItem[];
  sittings: readonly Sitting[];
  papers: readonly SessionPaper[];
  votes: readonly SessionVote[];
  minutes?: string;
  acts: readonly KeptAct[];
}

/** One person and session: what they answered to the notice, or that they signed in to one sitting. */
export interface AttendanceRow {
  _id: string;
  township: string;
  rev: number;
  session: string;
  person: string;
  kind: 'answer' | 'signed';
  sitting?: string;
  by?: 'code' | 'paper';
  answer?: 'attending' | 'leave';
  /** Encrypted. */
  reason?: string;
  approved?: boolean;
  at: Instant;
  /** Of an answer: the acts that gave it and decided about it, so that one that is sent again changes nothing. */
  acts?: readonly { k: string; by: string; h: string }[];
}

/** 审议意见 or 议案. */
export interface SessionRow {
  _id: string;
  township: string;
  rev: number;
  session: string;
  kind: 'opinion' | 'bill';
  /** With which body it came. */
  h: string;
  at: Instant;
  seq: string;
  item?: string;
  person?: string;
  words?: string;
  title?: string;
  persons?: readonly string[];
  listed?: boolean;
  /** Of a bill that was left off the agenda: who leads the suggestion, and what it is about. */
  lead?: string;
  category?: string;
}
