/** A deputies' suggestion as it is stored. What people wrote is encrypted by the store; ids, dates and states are plain. */
import type {
  Consent,
  Opinion,
  SuggestionAct,
  SuggestionReply,
  SuggestionState,
  SuggestionText,
} from '../../../../miniprogram/contract/congress/suggestion';
import type { PaperKind } from '../../../../miniprogram/contract/congress/session';
import type { DeputyLevel } from '../../../../miniprogram/contract/registry';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';

export interface StoredStep {
  at: Instant;
  act: SuggestionAct | 'draft' | 'from-bill' | 'owner-gone';
  /** Person, unit or account; `system` for what happens by itself. */
  by: string;
  state?: SuggestionState;
  words?: string;
}

/** An act as its phone may send it again. */
export interface KeptAct {
  k: string;
  h: string;
  s: SuggestionState;
  d: LocalDate;
}

export interface StoredReply extends Omit<SuggestionReply, 'unitName' | 'scan'> {
  unit: string;
  /** The signed letter: a copy that media took in, and what it is. */
  scan?: { file: string; paper: PaperKind };
}

export interface SuggestionDocument extends SuggestionText {
  _id: string;
  township: string;
  rev: number;
  number: string;
  /** The key with which it was drafted, and its body. */
  born: { k: string; h: string };
  /** 领衔代表. */
  lead: string;
  /** Who leads it is no deputy any more and nobody followed: the office does what would be theirs. */
  leadGone?: true;
  /** A district deputy's is recorded and passed on. */
  level: DeputyLevel;
  /** 联名代表: each answers for themselves. */
  asked: Readonly<Record<string, Consent>>;
  category: string;
  session?: string;
  /** The bill of that session that it was. */
  bill?: string;
  requests: readonly string[];
  state: SuggestionState;
  open: boolean;
  due: LocalDate;
  /** Orders open ones by date, all by birth. */
  dueSeq: string;
  seq: string;
  createdAt: Instant;
  submittedOn?: LocalDate;
  /** Marked by the presidium at 交办: six months instead of three. */
  difficult?: true;
  /** Handed to the township's government, which names the units; otherwise the presidium did. */
  through?: true;
  handedOn?: LocalDate;
  /** Last day for the answer, counted from 交办; nothing moves it but redoing. */
  replyBy?: LocalDate;
  returnBy?: LocalDate;
  unit?: string;
  assist?: readonly string[];
  assists?: Readonly<Record<string, { words: string; at: Instant }>>;
  contactedOn?: LocalDate;
  replies: readonly StoredReply[];
  /** The letter that is to be signed. */
  draft?: Omit<StoredReply, 'scan'>;
  opinion?: { opinion: Opinion; words?: string; on: LocalDate; paper: boolean };
  /** Times it was handled again. */
  redone: number;
  /** 办复: answered and opined on, whatever came then. */
  answeredOn?: LocalDate;
  /** On the promise ledger until answered again. */
  promise?: { class: 'B' | 'C'; doneBy: LocalDate };
  /** 重点督办: proposed by a member, decided by the body. */
  key?: { state: 'proposed' | 'decided'; by: string };
  inPlan?: true;
  urgedOn?: LocalDate;
  /** Public: as the office worded it. `board` orders what is public. */
  published?: { title: string; result: string };
  board?: string;
  /** What lists find it by. */
  facets: readonly string[];
  steps: readonly StoredStep[];
  acts: readonly KeptAct[];
}

type Fields = Pick<
  SuggestionDocument,
  'lead' | 'asked' | 'unit' | 'assist' | 'session' | 'key' | 'promise' | 'through'
>;

/** Entries of one list that an index holds. */
export function facetsOf({
  lead,
  asked,
  unit,
  assist = [],
  session,
  key,
  promise,
  through,
}: Fields): string[] {
  const people = Object.entries(asked).filter(([, consent]) => consent !== 'declined');
  const waits = Object.entries(asked).filter(([, consent]) => consent === 'asked');
  return [
    'all',
    `p:${lead}`,
    ...people.map(([person]) => `p:${person}`),
    ...waits.map(([person]) => `c:${person}`),
    ...(unit === undefined ? [] : [`u:${unit}`]),
    ...assist.map((one) => `u:${one}`),
    ...(session === undefined ? [] : [`s:${session}`]),
    ...(through ? ['g'] : []),
    ...(key ? ['key'] : []),
    ...(promise ? ['promised'] : []),
  ];
}

/** Nobody is asked any more; who has not answered has not co-signed. */
export function endAsking({ asked }: Pick<SuggestionDocument, 'asked'>): SuggestionDocument['asked'] {
  return Object.fromEntries(
    Object.entries(asked).map(([one, consent]) => [one, consent === 'asked' ? 'declined' : consent]),
  );
}

/** '2026-11-23' and a hash beginning with 'k7q2' → 建1123-K7Q2: told apart from a request's number. */
export function suggestionNumber(id: string, day: LocalDate): string {
  const letters = id.slice(id.indexOf('~') + 1).slice(0, 4);
  return `建${day.slice(5, 7)}${day.slice(8)}-${letters.toUpperCase()}`;
}
