/**
 * congress: changes within a term (届中变动; mission F4). 代表法 (2025) §61–63: suspended, ended, examined by the committee
 * for credentials (代表资格审查委员会); 选举法 (2020) §55, §57: resigning, by-election.
 */
import type { Instant, LocalDate } from '../time';

export type ChangeKind = 'suspend' | 'resume' | 'resign' | 'end' | 'recall' | 'death' | 'byelection';

export const CHANGE_LABELS: Readonly<Record<ChangeKind, string>> = {
  suspend: '暂停执行代表职务',
  resume: '恢复执行代表职务',
  resign: '辞去代表职务',
  end: '代表资格终止',
  recall: '罢免',
  death: '去世',
  byelection: '补选',
};

export interface ChangeRow {
  change: string;
  person: string;
  name: string;
  kind: ChangeKind;
  /** From this day on. */
  date: LocalDate;
  /** 决定机关. */
  body: string;
  /** 公告 number. */
  notice: string;
  at: Instant;
}

export interface ChangeActions {
  /**
   * Recorded at once; the directory follows within the minute, and by the same event open requests, suggestions and the
   * base of a quorum. admit + 1. Refusals: not-found, bad-input (not a deputy of the town, or one already).
   */
  recordChange: {
    input: {
      township: string;
      person: string;
      kind: ChangeKind;
      date: LocalDate;
      body: string;
      notice: string;
      /** 补选: for which constituency and in which group. */
      constituency?: string;
      group?: string;
    };
    output: { change: string };
  };
  changes: {
    input: { township: string; after?: string };
    output: { changes: readonly ChangeRow[]; next?: string };
  };
}
