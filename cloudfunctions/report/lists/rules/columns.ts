/** Which list has which columns. Neither names nor whole phones of askers stand in a list of requests. */
import type { AuditCard } from '../../../../miniprogram/contract/audit';
import { labelOf } from '../../../../miniprogram/contract/activity-kinds';
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
    ['编号', 14, ({ number }) => number],
    ['反映日期', 12, ({ createdAt }) => day(toLocalDate(createdAt))],
    ['村', 14, ({ village }) => nameOf(villages, village)],
    ['类别', 12, ({ category }) => nameOf(categories, category)],
    ['性质', 8, ({ kind }) => KIND_LABELS[kind]],
    ['什么事', 40, (row) => titleOf(row, directory, 'office')],
    ['状态', 16, ({ state }) => STATES[state].label],
    ['谁在办', 18, (row) => (row.open ? nameHolder(directory, row) : '')],
    ['期限', 12, ({ open, due }) => (open ? day(due) : '')],
    ['超期', 6, ({ open, due }) => (open && due < today ? '超期' : '')],
    ['代表小组', 14, ({ group }) => nameOf(groups, group)],
    ['主办单位', 16, ({ lead }) => nameOf(units, lead)],
    ['答复', 12, ({ replies = [] }) => sayClass(replies.at(-1)?.class)],
    ['评价', 10, ({ rating }) => (rating ? SATISFACTION_LABELS[rating.satisfaction] : '')],
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
    ['日期', 12, ({ date }) => day(date)],
    ['代表之家', 18, ({ home }) => nameOf(homes, home)],
    ['半天', 8, ({ half }) => HALF_LABELS[half]],
    ['时间', 8, ({ time }) => time],
    ['号', 6, ({ number }) => number],
    ['接访人', 12, ({ receiver }) => receiver],
    ['称呼', 12, ({ name }) => name],
    ['电话后四位', 12, ({ phoneTail }) => phoneTail],
    ['哪类事', 12, ({ category }) => nameOf(categories, category)],
    ['怎么来的', 12, ({ origin }) => ORIGIN_LABELS[origin]],
    ['到没到', 10, ({ state }) => VISIT_LABELS[state]],
    ['结果', 12, ({ outcome }) => (outcome ? OUTCOME_LABELS[outcome] : '')],
  ];
}

export type NamedFact = FactRow & { title: string; heading?: Heading };

export function factColumns(directory: Directory): readonly Column<NamedFact>[] {
  const { people, homes, groups, villages, categories } = directory;
  const names = (persons: readonly string[]) => persons.map((person) => nameOf(people, person)).join('、');
  return [
    ['日期', 12, ({ date }) => day(date)],
    ['做了什么', 18, ({ kind }) => sayKind(kind)],
    ['名称', 36, ({ title }) => title],
    ['归在哪一项', 12, ({ heading }) => (heading ? HEADINGS[heading] : '')],
    ['谁', 24, ({ persons }) => names(persons)],
    ['区镇', 8, ({ level }) => (level ? LEVEL_LABELS[level] : '')],
    ['代表之家', 16, ({ home = '' }) => nameOf(homes, home)],
    ['代表小组', 14, ({ group = '' }) => nameOf(groups, group)],
    ['村', 14, ({ village = '' }) => nameOf(villages, village)],
    ['类别', 12, ({ category = '' }) => nameOf(categories, category)],
    ['补录', 6, ({ entered }) => (entered ? '补录' : '')],
  ];
}

export function sayKind(kind: string): string {
  return labelOf(kind) ?? OTHER_KINDS[kind] ?? '履职';
}

export const AUDIT_COLUMNS: readonly Column<AuditCard>[] = [
  ['日期', 12, ({ at }) => day(toLocalDate(at))],
  ['时间', 8, ({ at }) => toLocalTime(at)],
  ['谁', 26, ({ who }) => who],
  ['做了什么', 22, ({ did }) => did],
  ['对什么', 40, ({ on }) => on],
];

export const SLOT_COLUMNS: readonly Column<SlotRow>[] = [
  ['日期', 12, ({ date }) => day(date)],
  ['什么', 40, ({ title }) => title],
  ['说明', 60, ({ words }) => words],
];
