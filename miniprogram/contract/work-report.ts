/**
 * report (工作汇报): the half-year and yearly report of a township's congress. Figures are computed from the ledger, words
 * are people's; both stand side by side and neither overwrites the other (docs/decisions/023-work-report.md).
 */
import type { PrintedFile } from './report';
import type { Instant, LocalDate } from './time';

export const WORK_REPORT_LIMITS = {
  /** Characters that people write under one heading. */
  words: 3_000,
  /** Days of a span: two years and some. */
  spanDays: 800,
  /** Why it is sent back. */
  reason: 200,
  /** Characters of a heading, and of each part of a sentence, of the template; parts of a sentence; sections. */
  heading: 60,
  sentence: 200,
  clauses: 12,
  sections: 60,
} as const;

/** work: 工作汇报 to whom it concerns · presidium: the presidium's report to the session. */
export const REPORT_KINDS = ['work', 'presidium'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export type ReportState = 'draft' | 'submitted' | 'signed';

/** A part of a sentence; with `slot` it is a figure, which opens its rows where there are some to show. */
export interface Piece {
  text: string;
  slot?: string;
  /** Rows that it counts; absent: it opens nothing. */
  rows?: number;
}

export interface ReportSentence {
  sentence: string;
  pieces: readonly Piece[];
  /** Says that nothing is on record; never printed. */
  missing?: true;
  /** The office left it out of this report. */
  off?: true;
}

export interface ReportSection {
  section: string;
  /** 1: 一、 · 2: （一） · 3: 一是 or 1. */
  level: 1 | 2 | 3;
  /** With its number: «（三）健全机制，搭建代表履职平台». */
  heading: string;
  computed: readonly ReportSentence[];
  /** Facts for whoever writes here; never printed, and without names. */
  offered: readonly ReportSentence[];
  /** What is to be written here; absent: nothing is. */
  prompt?: string;
  words: string;
  /** Counts what people wrote here; 0: nothing yet. */
  version: number;
  by?: string;
  at?: Instant;
}

/** A figure that is another one now. */
export interface SlotChange {
  slot: string;
  label: string;
  from: string;
  to: string;
  /** Rows that came and went. */
  added: number;
  gone: number;
}

export interface ReportStep {
  act: 'create' | 'compute' | ReportAct;
  by: string;
  at: Instant;
  words?: string;
}

export type ReportAct = 'submit' | 'withdraw' | 'sign' | 'send-back';

export interface ReportCard {
  report: string;
  kind: ReportKind;
  from: LocalDate;
  to: LocalDate;
  state: ReportState;
  at: Instant;
  by: string;
}

export interface ReportView extends ReportCard {
  edition: number;
  title: string;
  computedAt: Instant;
  sections: readonly ReportSection[];
  /** What the last computing changed. */
  changed: readonly SlotChange[];
  /** What is otherwise in the ledger by now; in a signed report these are corrections that came after it. */
  differs: readonly SlotChange[];
  steps: readonly ReportStep[];
  /** The caller may sign it or send it back. */
  maySign: boolean;
}

/** A row behind a figure. */
export interface SlotRow {
  row: string;
  title: string;
  words: string;
  date?: LocalDate;
  /** What it is a row of, and its id. */
  source?: { kind: 'day' | 'request' | 'activity' | 'session' | 'suggestion'; id: string };
}

export type SavedWords =
  | { saved: true; version: number }
  /** Somebody was faster: what stands there now; what was sent is kept as a version. */
  | { saved: false; version: number; words: string; by: string; at: Instant };

export interface WordsVersion {
  version: number;
  words: string;
  by: string;
  at: Instant;
  /** Was not saved, because somebody else was faster. */
  aside: boolean;
}

/** What an office may word otherwise: texts with slots in braces, «接待选民{received}人», and the order. */
export interface TemplateSection {
  section: string;
  level: 1 | 2 | 3;
  heading: string;
  sentences: readonly { sentence: string; head: string; clauses: readonly string[] }[];
}

export interface TemplateView {
  edition: number;
  /** The office's wording; false: the product's own. */
  own: boolean;
  sections: readonly TemplateSection[];
  /** Every figure that a sentence may name. */
  slots: readonly { slot: string; label: string }[];
  by?: string;
  at?: Instant;
}

/** 图表: the six numbers. */
export const CHART_NUMBERS = {
  received: { label: '接待选民', unit: '人' },
  visited: { label: '走访', unit: '户' },
  done: { label: '帮办实事', unit: '件' },
  open: { label: '在办', unit: '件' },
  late: { label: '超期', unit: '件' },
  satisfied: { label: '满意', unit: '件' },
} as const;
export type ChartNumber = keyof typeof CHART_NUMBERS;

export type ChartDimension = 'home' | 'group' | 'village' | 'category';

/** Which rows a bar counts. */
export interface BarRows {
  of: ChartNumber;
  from: LocalDate;
  to: LocalDate;
  by?: { dimension: ChartDimension; value: string };
}

export interface Bar {
  label: string;
  n: number;
  /** Rows that it counts: as many as `n`, or more where somebody came twice. */
  count: number;
  rows: BarRows;
}

export interface ChartsView {
  /** When it was counted. */
  asOf: Instant;
  /** Something happened since: asked for `anew` it is counted again. */
  stale?: true;
  /** The half-year up to today, and the one before it. */
  span: { from: LocalDate; to: LocalDate };
  total: Bar;
  /** Absent for what stands as of today (open, late). */
  before?: Bar;
  /** The last twelve, the present one last; none for what stands as of today. */
  months: readonly Bar[];
  splits: readonly { dimension: ChartDimension; bars: readonly Bar[] }[];
  /** What was asked for in the half-year: by category with its villages, the most first. */
  hotSpots: readonly {
    category: string;
    name: string;
    n: number;
    villages: readonly { village: string; name: string; n: number }[];
    /** Requests of it, for the draft of a suggestion; at most twenty. */
    requests: readonly string[];
  }[];
  /** Promises that are not kept yet, of requests and of suggestions, the nearest date first. */
  promises: readonly SlotRow[];
}

interface OfReport {
  township: string;
  report: string;
}

/** 制度上墙: one rule of the house, by its title. */
export interface WallRuleRow {
  rule: string;
  title: string;
  /** Of what is in force, or was last; 0: never. */
  version: number;
  /** In force since; absent: it is not. */
  since?: LocalDate;
  /** Something waits to be put into force. Told to the office alone. */
  drafted?: true;
}

export interface WallRuleVersion {
  version: number;
  body: string;
  since: LocalDate;
  /** The first day on which it was in force no more. */
  until?: LocalDate;
  /** Who put it into force, and when. */
  by: string;
  at: Instant;
}

export interface WallRuleView extends WallRuleRow {
  edition: number;
  inForce?: WallRuleVersion;
  /** The last ones, newest first. */
  earlier: readonly WallRuleVersion[];
  draft?: { body: string; by: string; at: Instant };
}

interface OfWallRule {
  township: string;
  rule: string;
}

/** Reading: whoever works in the congress; writing as each says. */
export interface WallRuleActions {
  /** By their titles. admit + 2. */
  wallRules: { input: { township: string }; output: { rules: readonly WallRuleRow[] } };
  /** admit + 2. */
  wallRule: { input: OfWallRule; output: WallRuleView };
  /**
   * What is to be in force next; a title that is new makes the rule (`edition` 0). Roles staff, chief. Refusals:
   * row-changed, too-many-rows.
   */
  saveWallRule: {
    input: { township: string; title: string; body: string; edition: number };
    output: { rule: string; edition: number };
  };
  /**
   * `enforce`: the draft is in force from that day, what was before stays as a version. `end`: from that day nothing is.
   * Role chief. Refusals: row-changed, wrong-state, bad-input (a day before the one since which it is in force).
   */
  actOnWallRule: {
    input: OfWallRule & { edition: number; act: 'enforce' | 'end'; on: LocalDate };
    output: { edition: number };
  };
  /** What is in force, as a page for the wall. Refusals: wrong-state. */
  wallRulePaper: { input: OfWallRule & { paper?: 'A3' }; output: PrintedFile };
}

/** Roles staff, chief. Reading the sources is at most nine calls and one for each further 1,000 facts. */
export interface WorkReportActions extends WallRuleActions {
  /** One report for a kind and span; asked again it is the same one. Refusals: bad-input (a span the wrong way round). */
  createReport: {
    input: { township: string; kind: ReportKind; from: LocalDate; to: LocalDate };
    output: { report: string; existed: boolean };
  };
  report: { input: OfReport; output: ReportView };
  /** Newest first. */
  reports: {
    input: { township: string; after?: string };
    output: { reports: readonly ReportCard[]; next?: string };
  };
  /** Figures anew; no written word is touched. Refusals: wrong-state, report-changed. */
  computeReport: {
    input: OfReport & { edition: number };
    output: { edition: number; changed: readonly SlotChange[] };
  };
  /** On the version of that section that was read. Refusals: wrong-state, not-found (no such section). */
  saveReportWords: {
    input: OfReport & { section: string; version: number; words: string };
    output: SavedWords;
  };
  /** Leaves a computed sentence out of this report, or takes it in again. Refusals: wrong-state. */
  keepSentence: {
    input: OfReport & { sentence: string; off: boolean };
    output: { off: boolean };
  };
  /** What stood under one heading before, newest first; the last twenty. */
  reportVersions: {
    input: OfReport & { section: string };
    output: { versions: readonly WordsVersion[] };
  };
  /**
   * submit: for signing; withdraw: back to the draft; sign: by the chief, who is not whoever submitted it, the figures
   * are frozen; send-back: with words. Refusals: wrong-state, report-changed, own-report, not-allowed.
   */
  actOnReport: {
    input: OfReport & { edition: number; act: ReportAct; words?: string };
    output: { state: ReportState; edition: number };
  };
  /** Exactly the rows that a figure counts now, newest first. */
  reportRows: {
    input: OfReport & { slot: string; after?: number };
    output: { label: string; rows: readonly SlotRow[]; total: number; next?: number };
  };
  /** The wording of a kind of report. admit + 1. */
  reportTemplate: { input: { township: string; kind: ReportKind }; output: TemplateView };
  /**
   * On the edition that was read; null: the product's own again. Every section and sentence must be there once, levels in
   * their order. Reports take it when they are computed next. Refusals: report-changed, bad-input (`sections`), row-wrong
   * (`slot`: the section or sentence `id` names a figure that there is not).
   */
  saveReportTemplate: {
    input: {
      township: string;
      kind: ReportKind;
      edition: number;
      sections: readonly TemplateSection[] | null;
    };
    output: { edition: number };
  };
  /** One of the six numbers over months and by dimensions, hot spots, promises, as they were counted last. */
  reportCharts: { input: { township: string; of: ChartNumber; anew?: true }; output: ChartsView };
  /** Exactly the rows that a bar counts, newest first. Refusals: bad-input (a span the wrong way round). */
  chartRows: {
    input: BarRows & { township: string; after?: string };
    output: { rows: readonly SlotRow[]; next?: string };
  };
  /** All six numbers as tables (.docx): months, the half-year before, every dimension, hot spots. */
  chartsDocument: { input: { township: string }; output: PrintedFile };
  /** The report as .docx, with the table of sources at its end. */
  reportDocument: { input: OfReport; output: PrintedFile };
}
