/** One report as it is stored (docs/decisions/023-work-report.md). Figures with names of events, and words, are encrypted. */
import type { ReportKind, ReportState, ReportStep } from '../../../../miniprogram/contract/work-report';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';

export interface StoredWords {
  /** Counts what was saved here. */
  v: number;
  /** Encrypted. */
  w: string;
  /** Encrypted name. */
  by: string;
  at: Instant;
  /** Account of who wrote last, and the version of which a copy was kept last. */
  a: string;
  kept: { v: number; at: Instant };
}

export interface StoredStep {
  act: ReportStep['act'];
  /** Encrypted name. */
  by: string;
  at: Instant;
  /** Encrypted. */
  words?: string;
}

/** An act as its key's repetition finds it. */
export interface KeptAct {
  k: string;
  /** The account. */
  by: string;
  h: string;
  /** What it answered. */
  n: number;
  s: string;
}

export interface ReportDocument {
  _id: string;
  township: string;
  rev: number;
  kind: ReportKind;
  from: LocalDate;
  to: LocalDate;
  seq: string;
  state: ReportState;
  /** Counts computings and steps; words have versions of their own. */
  edition: number;
  /** Encrypted JSON of KeptAnswers. */
  values: string;
  computedAt: Instant;
  /** Encrypted JSON of KeptCharts, computed with the values; absent: computed before there was an annex. */
  charts?: string;
  /** Encrypted JSON of the wording with which it was computed last; absent: the product's own. */
  wording?: string;
  /** What the last computing changed; encrypted JSON of SlotChange[]. */
  changed: string;
  written: Readonly<Record<string, StoredWords>>;
  /** Sentences that the office left out. */
  off: Readonly<Record<string, true>>;
  /** Who submitted it: the account, and the person where the grant names one. */
  submitter?: readonly string[];
  /** Encrypted name of who wrote it down last, and when. */
  by: string;
  at: Instant;
  /** Encrypted JSON of the sections as they were signed. */
  signed?: string;
  steps: readonly StoredStep[];
  acts: readonly KeptAct[];
}

export const KEPT_ACTS = 40;
export const KEPT_STEPS = 60;
