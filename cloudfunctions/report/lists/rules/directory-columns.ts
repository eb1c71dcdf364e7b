/** What stands in the lists of the directory: of kinds that have a table, the table's own columns. */
import type { ListedKind } from '../../../../miniprogram/contract/list-export';
import type { DirectoryKind, DirectoryRows } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Elected, TermDocument } from '../../../congress/term/rules/term-document';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { listSettings } from '../../../registry/directory/rules/setting-rows';
import type { Column as TableColumn } from '../../../registry/imports/rules/table';
import { isOfDirectory, tableOf } from '../../../registry/imports/rules/tables/all-tables';
import { sayDated } from '../../documents/rules/words';
import { day, type Cell, type Column } from './table';

export const KIND_NAMES: Readonly<Record<ListedKind, string>> = {
  village: '村（社区）',
  group: '代表小组',
  home: '代表之家',
  constituency: '选区',
  unit: '承办单位',
  category: '类别',
  term: '届',
  person: '代表和接访人',
  route: '路由表',
  fallback: '各村兜底的小组',
  calendar: '放假调休',
  year: '已录入放假安排的年份',
  setting: '设置',
};

export interface Kept<K extends DirectoryKind = DirectoryKind> {
  id: string;
  row: DirectoryRows[K];
}

const days = (all: readonly LocalDate[] | undefined): string => (all ?? []).map(sayDated).join('、');

type Own = 'home' | 'category' | 'term' | 'fallback' | 'calendar' | 'year' | 'setting';
const OWN: { readonly [K in Own]: (directory: Directory) => readonly Column<Kept<K>>[] } = {
  home: () => [
    { title: '名称', width: 24, of: ({ row }) => row.name },
    { title: '地址', width: 36, of: ({ row }) => row.address },
    { title: '固定电话', width: 16, of: ({ row }) => row.landline },
    { title: '赶集日接待', width: 40, of: ({ row }) => days(row.marketDays) },
    { title: '电话接待日', width: 40, of: ({ row }) => days(row.phoneDays) },
  ],
  category: () => [
    { title: '类别', width: 16, of: ({ row }) => row.name },
    { title: '说明', width: 50, of: ({ row }) => row.hint },
  ],
  term: () => [
    { title: '届', width: 20, of: ({ row }) => row.name },
    { title: '从哪天起', width: 12, of: ({ row }) => day(row.from) },
    { title: '到哪天为止', width: 12, of: ({ row }) => day(row.to) },
  ],
  fallback: ({ villages, groups }) => [
    { title: '村（社区）', width: 18, of: ({ id }) => nameOf(villages, id) },
    { title: '没有写明的归', width: 18, of: ({ row }) => nameOf(groups, row.group) },
  ],
  calendar: () => [
    { title: '日期', width: 12, of: ({ id }) => day(id) },
    { title: '是什么日子', width: 24, of: ({ row }) => row.name },
    { title: '上班还是放假', width: 14, of: ({ row }) => (row.workday ? '上班' : '放假') },
  ],
  year: () => [{ title: '年份', width: 10, of: ({ id }) => Number(id) }],
  setting: (directory) => settingColumns(directory),
};

function settingColumns(directory: Directory): readonly Column<Kept<'setting'>>[] {
  const lines = listSettings(directory);
  const lineOf = (id: string) => lines.find(({ name }) => name === id.split('.').at(-1));
  const say = (id: string, value: number | string): Cell =>
    lineOf(id)?.choices?.find((choice) => choice.id === value)?.text ?? value;
  return [
    { title: '哪一项', width: 24, of: ({ id }) => lineOf(id)?.label ?? '' },
    {
      title: '谁的',
      width: 20,
      of: ({ id }) => (id.includes('.') ? nameOf(directory.homes, id.split('.')[0] ?? '') : '全镇'),
    },
    { title: '现在', width: 20, of: ({ id, row }) => say(id, row.value) },
    { title: '单位', width: 12, of: ({ id }) => lineOf(id)?.unit ?? '' },
    { title: '通常', width: 20, of: ({ id }) => say(id, lineOf(id)?.usual ?? '') },
    { title: '为什么', width: 60, of: ({ id }) => lineOf(id)?.reason ?? '' },
  ];
}

/** Several names stand wider than one. */
const widthOf = ({ head, kind, most = 20 }: TableColumn): number =>
  kind === 'names' ? 36 : Math.max(head.length * 2 + 2, kind === 'day' ? 12 : Math.min(30, most));

export function directoryColumns(kind: ListedKind, directory: Directory): readonly Column<Kept>[] {
  if (!isOfDirectory(kind)) return OWN[kind as Own](directory) as unknown as readonly Column<Kept>[];
  const { spec, say } = tableOf(kind);
  return spec.columns.map((column) => ({
    title: column.head,
    width: widthOf(column),
    of: ({ row }) => toCell(column, say(directory, row)[column.key] ?? ''),
  }));
}

function toCell({ kind }: TableColumn, text: string): Cell {
  if (text === '') return '';
  if (kind === 'day') return { date: text };
  return kind === 'count' ? Number(text) : text;
}

export function electedColumns(
  { constituencies, groups }: Directory,
  { opens }: Pick<TermDocument, 'opens'>,
): readonly Column<Elected>[] {
  const yes = (is: boolean) => (is ? '是' : '');
  return [
    { title: '姓名', width: 12, of: ({ name }) => name },
    { title: '选区', width: 20, of: ({ constituency }) => nameOf(constituencies, constituency) },
    { title: '代表小组', width: 18, of: ({ group }) => nameOf(groups, group) },
    { title: '组长', width: 6, of: ({ leader }) => yes(leader) },
    { title: '主席团', width: 8, of: ({ presidium }) => yes(presidium) },
    { title: '新代表', width: 8, of: ({ fresh }) => yes(fresh) },
    { title: '从哪天起', width: 12, of: () => day(opens) },
  ];
}
