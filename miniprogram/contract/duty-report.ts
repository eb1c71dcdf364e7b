/**
 * 述职: a deputy's own report to the voters. The text is the deputy's until it is handed in; the ballot is read out,
 * filed and given to the deputy on paper, and no answer of the server holds it.
 */
import { HEADINGS } from './facts';
import type { Instant, LocalDate } from './time';

export const DUTY_REPORT_LIMITS = {
  /** Letters of one part. */
  part: 600,
  /** Texts that a later one replaced and that can still be read. */
  versions: 12,
  /** Voters that come to one meeting. */
  present: 2_000,
  /** Grades of a ballot, and letters of one. */
  grades: 6,
  grade: 8,
} as const;

/** The parts of the text, in their order: the eight headings of the duty record stand between. */
export const DUTY_REPORT_PARTS = { basis: '基本情况', ...HEADINGS, ahead: '不足和打算' } as const;
export type DutyReportPart = keyof typeof DUTY_REPORT_PARTS;

export interface WrittenPart {
  part: DutyReportPart;
  words: string;
  /** Somebody wrote it: a new draft leaves it as it is. */
  edited: boolean;
}

export interface DutyReportView {
  activity: string;
  person: string;
  name: string;
  title: string;
  date: LocalDate;
  place: string;
  /** 0: nobody began. */
  edition: number;
  /** In their order; without words where nothing was written. To the office only once it is handed in. */
  parts: readonly WrittenPart[];
  ready: boolean;
  /** The ballot is filed: the text stays as it was read out. */
  closed: boolean;
  /** Texts that were replaced, latest first. */
  versions: readonly { version: number; at: Instant }[];
}

/** How far one deputy's report is; no number of a ballot, and no words. */
export interface Reporter {
  person: string;
  name: string;
  edition: number;
  text: 'none' | 'writing' | 'ready';
  filedOn?: LocalDate;
  handedOn?: LocalDate;
}

/** 述职报告 · 测评票, blank · 测评结果告知书 */
export const DUTY_REPORT_PAPERS = { text: '述职报告', ballot: '测评票', result: '测评结果告知书' } as const;
export type DutyReportPaper = keyof typeof DUTY_REPORT_PAPERS;

interface OfActivity {
  township: string;
  activity: string;
}
export interface DutyReportDone {
  edition: number;
}

export interface DutyReportActions {
  /** The own one; another's (`person`) only by the office. 2 calls after admit. Refusals: not-found, not-allowed. */
  dutyReport: { input: OfActivity & { person?: string }; output: DutyReportView };
  /** A text that was replaced: the own one alone. 2 calls after admit. Refusals: not-found. */
  dutyReportVersion: {
    input: OfActivity & { version: number };
    output: { parts: readonly WrittenPart[] };
  };
  /**
   * Writes from the ledger whatever nobody wrote by hand. Own alone. Refusals: not-found, activity-changed (edition),
   * wrong-state (filed). One call for 1,000 rows, one for titles, three more.
   */
  draftDutyReport: { input: OfActivity & { edition: number }; output: DutyReportDone };
  /** `ready`: it is handed in to the office; without, it is taken back. Refusals: as draftDutyReport. */
  saveDutyReport: {
    input: OfActivity & {
      edition: number;
      parts: readonly { part: DutyReportPart; words: string }[];
      ready: boolean;
    };
    output: DutyReportDone;
  };
  /** Who reports at this meeting, and by which grades they are judged. Office. 2 calls after admit. */
  dutyReporters: {
    input: OfActivity;
    output: { reporters: readonly Reporter[]; grades: readonly string[]; title: string; date: LocalDate };
  };
  /**
   * The ballot as it was read out: voters present, papers by grade, papers that count for none. Filed again, it takes
   * the place of what was filed, until it is handed over. Office. Refusals: not-found, not-today (before the day),
   * bad-input (grades, more papers than voters), activity-changed, wrong-state (handed over).
   */
  fileBallot: {
    input: OfActivity & {
      person: string;
      edition: number;
      present: number;
      counts: readonly { grade: string; n: number }[];
      spoiled: number;
    };
    output: DutyReportDone;
  };
  /** The deputy has the result on paper. Office. Refusals: not-found, wrong-state, activity-changed. */
  handBallot: { input: OfActivity & { person: string; edition: number }; output: DutyReportDone };
}
