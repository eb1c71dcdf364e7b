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

/** 代表资格审查委员会's report (选举法 2020 §47, 代表法 2025 §63). */
export interface Credentials {
  date: LocalDate;
  number: string;
}

/** A seat of the running term that nobody holds: whose it was, of which constituency, since which day. */
export interface Vacancy {
  person: string;
  name: string;
  constituency: string;
  constituencyName: string;
  group?: string;
  since: LocalDate;
}

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
  examined?: Credentials;
  /** 补选: of which constituency, and whose seat it was. */
  constituencyName?: string;
  succeeds?: string;
  at: Instant;
}

export interface ChangeActions {
  /**
   * Recorded at once; the directory follows within the minute, and by the same event open requests, suggestions and the
   * base of a quorum. A by-election names its constituency and the credentials committee's report, and the seat where one
   * is known to be empty; two for one seat are one, unless the first does not take it. admit + 3, one more for such a
   * seat. Refusals: not-found, bad-input (not a deputy of the town, or one already; no such vacancy), row-doubled (that
   * seat is taken).
   */
  recordChange: {
    input: {
      township: string;
      person: string;
      kind: ChangeKind;
      date: LocalDate;
      body: string;
      notice: string;
      examined?: Credentials;
      /** 补选: whose seat; for which constituency; in which group, by default that of whose seat it was. */
      vacancy?: string;
      constituency?: string;
      group?: string;
    };
    output: { change: string };
  };
  changes: {
    input: { township: string; after?: string };
    /** Vacancies come with the first page. */
    output: { changes: readonly ChangeRow[]; vacancies: readonly Vacancy[]; next?: string };
  };
}
