/**
 * What the presidium's room stores: topics of supervision, meetings, notes, and who keeps in touch with whom. The store
 * encrypts what people wrote.
 */
import type {
  MeetingItem,
  NoteKind,
  TopicAct,
  TopicForm,
  TopicOwner,
  TopicState,
} from '../../../../miniprogram/contract/congress/presidium';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';

/** The account, key and body of an act, as shared/act.ts keeps them. */
interface ActMark {
  k: string;
  by: string;
  h: string;
}

interface Row {
  _id: string;
  township: string;
  rev: number;
  /** In which list it stands: `topics.2026`, `meetings.2026`, `deputies`, `guidance`. */
  list: string;
  /** Orders it there. */
  seq: string;
  /** With which act it came. */
  born: ActMark;
}

export interface TopicDocument extends Row {
  kind: 'topic';
  title: string;
  form: TopicForm;
  on: LocalDate;
  state: TopicState;
  owner: TopicOwner;
  due: LocalDate;
  unit?: string;
  heldOn?: LocalDate;
  opinion?: { number: string; words: string; replyBy: LocalDate };
  report?: { number: string; words: string; on: LocalDate };
  steps: readonly { at: Instant; act: TopicAct | 'plan'; by: string; words?: string }[];
  acts: readonly (ActMark & { state: TopicState; due: LocalDate })[];
}

export interface MeetingDocument extends Row {
  kind: 'meeting';
  date: LocalDate;
  place: string;
  due: number;
  persons: readonly string[];
  items: readonly (MeetingItem & { passed: boolean })[];
  minutes: string;
}

export interface NoteDocument extends Row {
  kind: NoteKind;
  date: LocalDate;
  person?: string;
  /** The member of the presidium who heard it; absent: the deputy wrote it down, or nobody keeps in touch. */
  member?: string;
  by: string;
  words: string;
  answer?: { words: string; on: LocalDate };
  settled?: ActMark;
}

/** The lists of a year: a row's `list`. */
export const listOfMeetings = (year: number): string => `meetings.${String(year)}`;
export const listOfTopics = (year: number): string => `topics.${String(year)}`;

export type PresidiumRow = TopicDocument | MeetingDocument | NoteDocument;

/** One a township. */
export interface PairsDocument {
  _id: string;
  township: string;
  rev: number;
  /** Deputy → member. */
  pairs: Readonly<Record<string, string>>;
  /** The last acts that said so; older documents have none. */
  acts?: readonly ActMark[];
}
