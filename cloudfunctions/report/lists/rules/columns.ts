/** Which list has which columns. Neither names nor whole phones of askers stand in a list of requests. */
import type { AuditCard } from '../../../../miniprogram/contract/audit';
import { isActivityKind, KINDS } from '../../../../miniprogram/contract/activity-kinds';
import { HEADINGS, type FactRow, type Heading } from '../../../../miniprogram/contract/facts';
import {
  HALF_LABELS,
  KIND_LABELS,
  LEVEL_LABELS,
  OUTCOME_LABELS,
  REPLY_LABELS,
  SATISFACTION_LABELS,
  STATES,
  VISIT_LABELS,
} from '../../../../miniprogram/contract/labels';
import type { Origin, Outcome, VisitState } from '../../../../miniprogram/contract/desk';
import type { Half, LocalDate, LocalTime } from '../../../../miniprogram/contract/wire';
import type { SlotRow } from '../../../../miniprogram/contract/work-report';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { titleOf } from '../../../request/lists/rules/request-card';
import { nameHolder } from '../../../request/routing/rules/decide-route';
import type { RequestDocument } from '../../../request/rules/request-document';
import { toLocalDate, toLocalTime } from '../../../shared/china-time';
import { day, type Column } from './table';

const ORIGIN_LABELS: Readonly<Record<Origin, string>> = {
  phone: '手机预约',
  behalf: '替人预约',
  'walk-in': '直接来的',
};
const OTHER_KINDS: Readonly<Record<string, string>> = {
  reception: '接待群众',
  'reception-other': '接待群众（其他接访人）',
  'request-submitted': '收到群众意见',
  'request-answered': '答复群众意见',
  'request-solved': '群众意见解决',
  'request-rated': '群众评价',
};

export function requestColumns(directory: Directory, today: LocalDate): readonly Column<RequestDocument>[] {
  const { villages, categories, groups, units } = directory;
  return [
    { title: '编号', width: 14, of: ({ number }) => number },
    { title: '反映日期', width: 12, of: ({ createdAt }) => day(toLocalDate(createdAt)) },
    { title: '村', width: 14, of: ({ village }) => nameOf(villages, village) },
    { title: '类别', width: 12, of: ({ category }) => nameOf(categories, category) },
    { title: '性质', width: 8, of: ({ kind }) => KIND_LABELS[kind] },
    { title: '什么事', width: 40, of: (row) => titleOf(row, directory, 'office') },
    { title: '状态', width: 16, of: ({ state }) => STATES[state].label },
    { title: '谁在办', width: 18, of: (row) => (row.open ? nameHolder(directory, row) : '') },
    { title: '期限', width: 12, of: ({ open, due }) => (open ? day(due) : '') },
    { title: '超期', width: 6, of: ({ open, due }) => (open && due < today ? '超期' : '') },
    { title: '代表小组', width: 14, of: ({ group }) => nameOf(groups, group) },
    { title: '主办单位', width: 16, of: ({ lead }) => nameOf(units, lead) },
    { title: '答复', width: 12, of: ({ replies = [] }) => sayClass(replies.at(-1)?.class) },
    {
      title: '评价',
      width: 10,
      of: ({ rating }) => (rating ? SATISFACTION_LABELS[rating.satisfaction] : ''),
    },
  ];
}

function sayClass(kind: keyof typeof REPLY_LABELS | undefined): string {
  return kind === undefined ? '' : REPLY_LABELS[kind];
}

export interface BookedRow {
  date: LocalDate;
  home: string;
  half: Half;
  time: LocalTime;
  number: number;
  receiver: string;
  name: string;
  phoneTail: string;
  category: string;
  state: VisitState;
  origin: Origin;
  outcome?: Outcome;
}

export function bookingColumns({ homes, categories }: Directory): readonly Column<BookedRow>[] {
  return [
    { title: '日期', width: 12, of: ({ date }) => day(date) },
    { title: '代表之家', width: 18, of: ({ home }) => nameOf(homes, home) },
    { title: '半天', width: 8, of: ({ half }) => HALF_LABELS[half] },
    { title: '时间', width: 8, of: ({ time }) => time },
    { title: '号', width: 6, of: ({ number }) => number },
    { title: '接访人', width: 12, of: ({ receiver }) => receiver },
    { title: '称呼', width: 12, of: ({ name }) => name },
    { title: '电话后四位', width: 12, of: ({ phoneTail }) => phoneTail },
    { title: '哪类事', width: 12, of: ({ category }) => nameOf(categories, category) },
    { title: '怎么来的', width: 12, of: ({ origin }) => ORIGIN_LABELS[origin] },
    { title: '到没到', width: 10, of: ({ state }) => VISIT_LABELS[state] },
    { title: '结果', width: 12, of: ({ outcome }) => (outcome ? OUTCOME_LABELS[outcome] : '') },
  ];
}

export type NamedFact = FactRow & { title: string; heading?: Heading };

export function factColumns(directory: Directory): readonly Column<NamedFact>[] {
  const { people, homes, groups, villages, categories } = directory;
  const names = (persons: readonly string[]) => persons.map((person) => nameOf(people, person)).join('、');
  return [
    { title: '日期', width: 12, of: ({ date }) => day(date) },
    { title: '做了什么', width: 18, of: ({ kind }) => sayKind(kind) },
    { title: '名称', width: 36, of: ({ title }) => title },
    { title: '归在哪一项', width: 12, of: ({ heading }) => (heading ? HEADINGS[heading] : '') },
    { title: '谁', width: 24, of: ({ persons }) => names(persons) },
    { title: '区镇', width: 8, of: ({ level }) => (level ? LEVEL_LABELS[level] : '') },
    { title: '代表之家', width: 16, of: ({ home = '' }) => nameOf(homes, home) },
    { title: '代表小组', width: 14, of: ({ group = '' }) => nameOf(groups, group) },
    { title: '村', width: 14, of: ({ village = '' }) => nameOf(villages, village) },
    { title: '类别', width: 12, of: ({ category = '' }) => nameOf(categories, category) },
    { title: '补录', width: 6, of: ({ entered }) => (entered ? '补录' : '') },
  ];
}

function sayKind(kind: string): string {
  return isActivityKind(kind) ? KINDS[kind].label : (OTHER_KINDS[kind] ?? '履职');
}

export const AUDIT_COLUMNS: readonly Column<AuditCard>[] = [
  { title: '日期', width: 12, of: ({ at }) => day(toLocalDate(at)) },
  { title: '时间', width: 8, of: ({ at }) => toLocalTime(at) },
  { title: '谁', width: 26, of: ({ who }) => who },
  { title: '做了什么', width: 22, of: ({ did }) => did },
  { title: '对什么', width: 40, of: ({ on }) => on },
];

export const SLOT_COLUMNS: readonly Column<SlotRow>[] = [
  { title: '日期', width: 12, of: ({ date }) => day(date) },
  { title: '什么', width: 40, of: ({ title }) => title },
  { title: '说明', width: 60, of: ({ words }) => words },
];
