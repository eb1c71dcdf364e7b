/** The ledger of facts (台账): what is counted, in which unit, by which dimension. Chinese words included. */
import type { LocalDate } from './time';

/**
 * 人 different persons in the span · 人次 receptions · 户 different households in the span · 户次 visits · 件 matters ·
 * 场次 meetings and inspections. Over a span they are counted anew, never added up from months.
 */
export type Unit = 'people' | 'attendances' | 'households' | 'visits' | 'matters' | 'sessions';

/** The eight headings of a duty record (履职档案), in their order. */
export const HEADINGS = {
  meetings: '会议',
  inspections: '视察调研',
  training: '学习培训',
  group: '小组活动',
  suggestions: '议案建议',
  contact: '联系选民',
  reporting: '述职',
  awards: '表彰',
} as const;
export type Heading = keyof typeof HEADINGS;

/** By what a number may be told apart. */
export type Dimension =
  'home' | 'group' | 'village' | 'category' | 'level' | 'person' | 'unit' | 'tag' | 'result';

interface MeasureRow {
  readonly label: string;
  readonly unit: Unit;
  /** Kinds of facts that it counts. */
  readonly kinds: readonly string[];
}

/** Every number that the report, the workbench and the record show of what happened. Never named as a heading. */
export const MEASURES = {
  received: { label: '代表接待选民', unit: 'people', kinds: ['reception'] },
  receivedVisits: { label: '代表接待', unit: 'attendances', kinds: ['reception'] },
  receivedByOthers: { label: '其他接访人接待', unit: 'people', kinds: ['reception-other'] },
  visited: { label: '走访', unit: 'households', kinds: ['household-visit'] },
  visits: { label: '走访', unit: 'visits', kinds: ['household-visit'] },
  done: { label: '帮办实事', unit: 'matters', kinds: ['help', 'request-solved'] },
  helped: { label: '代表帮办', unit: 'matters', kinds: ['help'] },
  solved: { label: '群众意见解决', unit: 'matters', kinds: ['request-solved'] },
  submitted: { label: '收到群众意见', unit: 'matters', kinds: ['request-submitted'] },
  answered: { label: '答复群众意见', unit: 'matters', kinds: ['request-answered'] },
  rated: { label: '评价', unit: 'matters', kinds: ['request-rated'] },
  inspected: { label: '视察调研', unit: 'sessions', kinds: ['inspection', 'research'] },
  studies: { label: '小组学习', unit: 'sessions', kinds: ['study'] },
  trainings: { label: '培训', unit: 'sessions', kinds: ['training', 'upper-training'] },
  care: { label: '关爱行动', unit: 'sessions', kinds: ['care'] },
  keyWork: { label: '重点工作', unit: 'sessions', kinds: ['key-work'] },
  tiedHelp: { label: '帮扶监测户', unit: 'visits', kinds: ['tied-help'] },
} as const satisfies Record<string, MeasureRow>;
export type Measure = keyof typeof MEASURES;

/** A kind of activities of the township's own: `own-` and its name. */
export type OwnKindId = `own-${string}`;

/** Which rows: a measure, a kind of the township's own, or `all` of what somebody did; from and to are both inclusive. */
export interface FactQuery {
  township: string;
  of: Measure | Heading | OwnKindId | 'all';
  from: LocalDate;
  to: LocalDate;
  by?: { dimension: Dimension; value: string };
}

export interface Count {
  /** In the measure's unit; with `unknown` left out where it is 人 or 户. */
  n: number;
  /** Rows behind it. */
  rows: number;
  /** Rows of which nobody knows whose they are («其中 n 人次未登记»). */
  unknown: number;
  /** Rows that were entered from paper (补录). */
  entered: number;
}

/** A row as a list shows it; its source opens from it. */
export interface FactRow {
  fact: string;
  kind: string;
  date: LocalDate;
  persons: readonly string[];
  level?: 'town' | 'district';
  home?: string;
  group?: string;
  village?: string;
  category?: string;
  tag?: string;
  source: { kind: SourceKind; id: string };
  entered: boolean;
}

/** Of what a row is a fact. */
export type SourceKind = 'day' | 'request' | 'activity' | 'session' | 'suggestion' | 'presidium' | 'article';
