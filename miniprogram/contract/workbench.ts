/** overview.workbench: 工作台. What needs whoever opens it today, by one table of groups. */
import {
  CHIEF,
  CONFIRM_ROLES,
  DISTRICT,
  LEADERS,
  OFFICE,
  OVERSEERS,
  PRESIDIUM,
  UNIT_CLERKS,
  type Role,
} from './roles';
import type { OfficeQueue } from './request-lists';
import type { Instant, LocalDate } from './time';

interface GroupRow {
  label: string;
  roles: readonly Role[];
  /** The list of requests that has the same condition. */
  queue?: OfficeQueue;
}

/** 今天要办, most urgent first: what only the chair decides, what is late, what waits. */
export const WORK_GROUPS = {
  rulings: { label: '待主席审定', roles: PRESIDIUM, queue: 'rulings' },
  extensions: { label: '延期审批', roles: CHIEF, queue: 'extensions' },
  'articles-to-approve': { label: '待审文章', roles: CHIEF },
  escalated: { label: '两次没办好', roles: OVERSEERS, queue: 'escalated' },
  overdue: { label: '超期', roles: OVERSEERS, queue: 'overdue' },
  'unit-overdue': { label: '超期', roles: UNIT_CLERKS },
  'unit-name': { label: '待定承办单位', roles: UNIT_CLERKS },
  'unit-sign': { label: '答复待签发', roles: UNIT_CLERKS },
  'unit-accept': { label: '待签收', roles: UNIT_CLERKS },
  'unit-reply': { label: '待答复', roles: UNIT_CLERKS },
  'unit-assist': { label: '待协办回复', roles: UNIT_CLERKS },
  'to-route': { label: '待转办', roles: OFFICE, queue: 'to-route' },
  'to-review': { label: '待写摘要', roles: OFFICE, queue: 'to-review' },
  held: { label: '待审核内容', roles: OFFICE },
  deliveries: { label: '待送达', roles: OFFICE, queue: 'deliveries' },
  'to-tell': { label: '待书面告知', roles: OFFICE, queue: 'to-tell' },
  'call-backs': { label: '待回访', roles: OFFICE, queue: 'call-backs' },
  unrecorded: { label: '未登记结果', roles: OFFICE },
  swaps: { label: '换班', roles: OFFICE },
  claimed: { label: '待核验身份', roles: CONFIRM_ROLES },
  calls: { label: '电话通知', roles: OFFICE },
  articles: { label: '文章', roles: OFFICE },
  'passed-up': { label: '转报', roles: DISTRICT },
  'group-overdue': { label: '组里超期', roles: LEADERS },
  'group-untaken': { label: '组里还没接的', roles: LEADERS },
} as const satisfies Readonly<Record<string, GroupRow>>;
export type WorkGroup = keyof typeof WORK_GROUPS;

const ROWS: Readonly<Record<WorkGroup, GroupRow>> = WORK_GROUPS;
export const WORK_GROUP_IDS = Object.keys(WORK_GROUPS) as WorkGroup[];

/** The groups of whoever holds these roles, in their order. */
export function groupsFor(roles: readonly Role[]): WorkGroup[] {
  return WORK_GROUP_IDS.filter((group) => ROWS[group].roles.some((role) => roles.includes(role)));
}

export function queueOfGroup(group: WorkGroup): OfficeQueue | undefined {
  return ROWS[group].queue;
}

/** So many rows of a group are kept ready, one more than the screen has lines: of somebody else's hands one may be done. */
export const WORK_ROWS = 4;

/** One line: what · village · in whose hands · the day by which it is due. */
export interface WorkRow {
  id: string;
  title: string;
  village?: string;
  who?: string;
  due?: LocalDate;
  /** Where it is a reception day's. */
  date?: LocalDate;
  home?: string;
}

export interface WorkGroupView {
  group: WorkGroup;
  count: number;
  rows: readonly WorkRow[];
}

/** One number of the half-year in the report's unit, and of each of the months. */
export interface WorkFigure {
  n: number;
  months: readonly number[];
}

export interface WorkFigures {
  from: LocalDate;
  to: LocalDate;
  /** `2026-06` … of the months' lines, the last one is not over. */
  months: readonly string[];
  received: WorkFigure;
  visited: WorkFigure;
  done: WorkFigure;
  open: number;
  overdue: number;
  /** 满意 with 基本满意. */
  satisfied: number;
  unrated: number;
  dissatisfied: number;
}

export interface WorkHome {
  home: string;
  name: string;
  booked: number;
  arrived: number;
  received: number;
  unrecorded: number;
}

export interface WorkDay {
  date: LocalDate;
  published: boolean;
  /** The holidays of that year are not announced yet: the date may change. */
  provisional?: true;
  homes: readonly WorkHome[];
  /** Seats that were handed back and have nobody yet, in words. */
  missing: readonly string[];
}

export interface WorkbenchView {
  /** Whoever opened it, and what they are here. */
  name: string;
  roles: readonly Role[];
  /** The office's, the township's or the unit's name. */
  office: string;
  today: LocalDate;
  /** When it was counted; what changed since is counted within a minute. */
  asOf: Instant;
  groups: readonly WorkGroupView[];
  figures?: WorkFigures;
  day?: WorkDay;
  /** The next reception day whose roster is not public. */
  unpublished?: LocalDate;
}
