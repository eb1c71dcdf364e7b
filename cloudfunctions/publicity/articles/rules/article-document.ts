/** One article as stored (docs/decisions/013-publicity.md). Names of people are encrypted; marks keep no words. */
import type {
  ArticleState,
  Content,
  MarkKind,
  Mark,
  PushStepName,
  Source,
} from '../../../../miniprogram/contract/article';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';

export type StoredMark = Pick<Mark, 'id' | 'where' | 'field' | 'row' | 'from' | 'to'> & { kind: MarkKind };

export interface StoredStep {
  at: Instant;
  act: string;
  /** Encrypted; absent for the system. */
  by?: string;
  state: ArticleState;
  words?: string;
}

/** What a key's act answered, so that its repetition answers the same. */
export interface StoredAct {
  k: string;
  by: string;
  h: string;
  edition: number;
  state: ArticleState;
  /** A save that came too late: what was sent is kept beside the article. */
  aside?: boolean;
}

export interface StoredFailure {
  code: string;
  step: PushStepName;
  at: Instant;
  /** Of 40164. */
  address?: string;
}

export interface StoredPush {
  id: string;
  edition: number;
  account: 'own' | 'district';
  /** Submit it after it lies there. */
  publish: boolean;
  step: PushStepName;
  /** What lay there was deleted: nothing of it is gone by. */
  anew: boolean;
  /** Files and codes of the body, each once, in order; `urls` are the addresses of those already at the official account. */
  pictures: readonly string[];
  urls: readonly string[];
  cover?: StoredCover;
  /** Submitted, or about to be: never twice by itself. */
  submitting?: true;
  publishId?: string;
  /** Until when an instance has it in hand; 0: nobody. */
  lease: Instant;
  failure?: StoredFailure;
}

/** The cover's permanent material, its size in pixels, and of which file it is. */
export interface StoredCover {
  mediaId: string;
  file: string;
  width: number;
  height: number;
}

export interface ArticleDocument {
  /** `<township>~<hash of what it tells of, or of account and key>`. */
  _id: string;
  township: string;
  rev: number;
  /** Order of the list: the instant of its birth and a few letters of the id. */
  seq: string;
  state: ArticleState;
  /** Counts what was written. */
  edition: number;
  source: Source;
  sourceWords: string;
  /** The day it tells of, or its birth: who was a deputy then. */
  day: LocalDate;
  /** `agreedBy` of its pictures is encrypted. */
  content: Content;
  /** Accounts that wrote in it. */
  writers: readonly string[];
  /** Encrypted name of who wrote last. */
  by: string;
  changedAt: Instant;
  /** The edition that was kept as a version last, and when. */
  kept: { edition: number; at: Instant };
  marks: readonly StoredMark[];
  openMarks: number;
  overruled: readonly { mark: string; by: string; at: Instant; words: string }[];
  steps: readonly StoredStep[];
  acts: readonly StoredAct[];
  /** The draft there, and whose account's. */
  draft?: { mediaId: string; account: 'own' | 'district' };
  /** Cover of a draft that may have been added although no answer came. */
  adding?: string;
  push?: StoredPush;
  /** When the clock should look; 0: never. */
  workAt: Instant;
  /** 0: not published. */
  publishedAt: Instant;
  url?: string;
  history: unknown[];
  outbox: unknown[];
  outboxAt: Instant;
}

/** What a list shows. */
export type CardSource = Pick<
  ArticleDocument,
  '_id' | 'state' | 'source' | 'sourceWords' | 'by' | 'changedAt' | 'openMarks' | 'url' | 'seq'
> & { content: Pick<Content, 'title'> };
