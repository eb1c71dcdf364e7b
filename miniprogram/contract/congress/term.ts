/**
 * congress: the change of term (换届; mission F5). Elected outside of this product; here the list that was published
 * before the first session of the new term (代表法 2025 §2), and what switches on the day that session opens.
 */
import type { LocalDate } from '../time';

/** preparing: only the office knows · published: stands in the directory with the opening's date · opened · dropped. */
export type TermState = 'preparing' | 'published' | 'opened' | 'dropped';

export const TERM_LABELS: Readonly<Record<TermState, string>> = {
  preparing: '正在准备',
  published: '名单已公布，等开幕',
  opened: '已经换届',
  dropped: '不用了',
};

/** again: in office now · known: stands in the directory · new: comes into it with the list. */
export type ElectedKind = 'again' | 'known' | 'new';

export const ELECTED_LABELS: Readonly<Record<ElectedKind, string>> = {
  again: '连任',
  known: '名册里有',
  new: '新代表',
};

export interface ElectedRow {
  row: string;
  person: string;
  name: string;
  kind: ElectedKind;
  constituencyName: string;
  groupName: string;
  leader: boolean;
  presidium: boolean;
  /** The committee for credentials found the election void: does not come into the directory. */
  invalid?: true;
}

/** What keeps a line of the list from being read; lines count from 1. */
export interface ListFault {
  line: number;
  why: 'constituency' | 'group' | 'doubled' | 'same-name' | 'name';
  text: string;
}

export const FAULT_LABELS: Readonly<Record<ListFault['why'], string>> = {
  constituency: '没有这个选区',
  group: '没有这个代表小组',
  doubled: '这个人写了两遍',
  'same-name': '名册里有两个同名的人，请写“新”，或者先在名册里把名字分开',
  name: '姓名不对',
};

export interface TermFields {
  /** The whole list, a line a deputy: name, constituency, group, and 组长, 主席团, 新 where it is so. */
  saveList: { lines: string };
  /** Which group takes what no row of the routing table decides, from the opening on. */
  saveVillages: { villages: readonly { village: string; group: string }[] };
  /**
   * 代表资格审查委员会's report on this very list; another list has to be examined anew. `invalid`: rows whose election is
   * void (当选无效), with the reason in `words`; all others are confirmed.
   */
  examine: { date: LocalDate; number: string; invalid?: readonly string[]; words?: string };
  /** 公告. The directory follows within the minute, with the opening's date. */
  publish: { notice: string };
  /** The opening moves, until it has come. */
  changeDay: { opens: LocalDate };
  /** Before the opening: back to preparing, and the directory as it was. */
  withdraw: { words: string };
  drop: { words: string };
}
export type TermAct = keyof TermFields;
export type TermStep = { [A in TermAct]: { act: A } & TermFields[A] }[TermAct];

export const TERM_ACTS: Readonly<Record<TermAct, string>> = {
  saveList: '贴上当选名单',
  saveVillages: '换届后各村归哪个小组',
  examine: '登记资格审查',
  publish: '公布名单',
  changeDay: '改开幕的日子',
  withdraw: '撤回公布',
  drop: '不用了',
};

export interface TermView {
  term: string;
  name: string;
  /** First day of the new term: the opening of its first session. */
  opens: LocalDate;
  state: TermState;
  edition: number;
  examined?: { date: LocalDate; number: string; words?: string };
  /** 代表资格审查委员会 of the term that is in office: its members' names; empty: the directory names none. */
  committee: readonly string[];
  notice?: string;
  rows: readonly ElectedRow[];
  /** As text, for a correction. */
  lines: string;
  villages: readonly { village: string; name: string; group: string }[];
  /** Groups of the new term without a leader, and groups of today without anybody in the new term. */
  noLeader: readonly string[];
  emptied: readonly string[];
  acts: readonly TermAct[];
}

export type LeavingMatter = 'requests' | 'suggestions' | 'visits' | 'seats' | 'ties';

/** What still hangs on somebody who leaves or has left (离任代表交接). */
export interface LeavingRow {
  person: string;
  name: string;
  /** Last day in office; absent: is none any more. */
  lastDay?: LocalDate;
  /** Open requests owned, suggestions led. */
  requests: number;
  suggestions: number;
  /** Promised visits that were not made yet, and monitored households that are tied to them. */
  visits: number;
  ties: number;
  /** Seats on the roster after the last day. */
  seats: number;
  /** Led a group to the end. */
  leader: boolean;
}

interface OneTerm {
  township: string;
  term: string;
}

export interface TermActions {
  /** admit + 2. Refusals: row-doubled (that name was used, or another one is under way), bad-input (a day that is past). */
  prepareTerm: {
    input: { township: string; name: string; opens: LocalDate };
    output: { term: string };
  };
  /**
   * On the `edition` that was read. A list with faults is not kept, and they are answered. admit + 2, + 3 to publish.
   * Refusals: not-found, wrong-state, row-changed, row-doubled (another one is under way), bad-input, too-many-rows,
   * busy (taken back, and the directory has not followed yet).
   */
  actOnTerm: {
    input: OneTerm & { edition: number; step: TermStep };
    output: { term: string; edition: number; state: TermState; faults: readonly ListFault[] };
  };
  /** The change of term under way, or the last one. admit + 1. */
  term: { input: { township: string }; output: { term?: TermView } };
  /**
   * Whoever has left or leaves with the published list, and what hangs on them. admit + 4; + 1 in the weeks in which a published
   * list waits for its opening, where nothing changed in the last minute.
   */
  leaving: { input: { township: string }; output: { people: readonly LeavingRow[] } };
  /**
   * What hangs on one of them goes on with somebody who stays, by the rules for it; the office where there is nobody.
   * Ties of households end, since nobody but a deputy can begin another. At most fifty at once. admit + 2, and one write each
   * (seats: one for all). Refusals: not-found, wrong-state (is in office and stays).
   */
  handOver: {
    input: { township: string; person: string; what: LeavingMatter };
    output: { moved: number; left: number };
  };
}
