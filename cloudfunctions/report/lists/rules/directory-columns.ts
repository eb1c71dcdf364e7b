/** What stands in the lists of the directory: of kinds that have a table, the table's own columns. */
import type { OwnKind, OwnUnit } from '../../../../miniprogram/contract/activity-kinds';
import { HEADINGS } from '../../../../miniprogram/contract/facts';
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
  ownKind: '自定活动',
  setting: '设置',
};

export interface Kept<K extends DirectoryKind = DirectoryKind> {
  id: string;
  row: DirectoryRows[K];
}

const days = (all: readonly LocalDate[] | undefined): string => (all ?? []).map(sayDated).join('、');

const UNIT_NAMES: Readonly<Record<OwnUnit, string>> = {
  sessions: '场次',
  matters: '件',
  visits: '户次',
  households: '户',
};
const BY_NAMES: Readonly<Record<OwnKind['by'], string>> = {
  office: '人大办',
  leaders: '组长',
  deputies: '代表',
  receivers: '代表和接访人',
};

type Own = 'home' | 'category' | 'term' | 'fallback' | 'calendar' | 'year' | 'ownKind' | 'setting';
const OWN: { readonly [K in Own]: (directory: Directory) => readonly Column<Kept<K>>[] } = {
  home: () => [
    ['名称', 24, ({ row }) => row.name],
    ['地址', 36, ({ row }) => row.address],
    ['固定电话', 16, ({ row }) => row.landline],
    ['开门时间', 24, ({ row }) => row.hours ?? ''],
    ['办公设备', 36, ({ row }) => (row.equipment ?? []).join('、')],
    ['赶集日接待', 40, ({ row }) => days(row.marketDays)],
    ['电话接待日', 40, ({ row }) => days(row.phoneDays)],
  ],
  category: () => [
    ['类别', 16, ({ row }) => row.name],
    ['说明', 50, ({ row }) => row.hint],
  ],
  term: () => [
    ['届', 20, ({ row }) => row.name],
    ['从哪天起', 12, ({ row }) => day(row.from)],
    ['到哪天为止', 12, ({ row }) => day(row.to)],
  ],
  fallback: ({ villages, groups }) => [
    ['村（社区）', 18, ({ id }) => nameOf(villages, id)],
    ['没有写明的归', 18, ({ row }) => nameOf(groups, row.group)],
  ],
  calendar: () => [
    ['日期', 12, ({ id }) => day(id)],
    ['是什么日子', 24, ({ row }) => row.name],
    ['上班还是放假', 14, ({ row }) => (row.workday ? '上班' : '放假')],
  ],
  year: () => [['年份', 10, ({ id }) => Number(id)]],
  ownKind: () => [
    ['叫什么', 20, ({ id }) => id],
    ['归在哪一项', 14, ({ row }) => (row.heading ? HEADINGS[row.heading] : '')],
    ['按什么算', 10, ({ row }) => UNIT_NAMES[row.unit]],
    ['谁能登记', 14, ({ row }) => BY_NAMES[row.by]],
    ['停用', 8, ({ row }) => (row.paused ? '停用' : '')],
  ],
  setting: (directory) => settingColumns(directory),
};

function settingColumns(directory: Directory): readonly Column<Kept<'setting'>>[] {
  const lines = listSettings(directory);
  const lineOf = (id: string) => lines.find(({ name }) => name === id.split('.').at(-1));
  const say = (id: string, value: number | string): Cell =>
    lineOf(id)?.choices?.find((choice) => choice.id === value)?.text ?? value;
  return [
    ['哪一项', 24, ({ id }) => lineOf(id)?.label ?? ''],
    ['谁的', 20, ({ id }) => (id.includes('.') ? nameOf(directory.homes, id.split('.')[0] ?? '') : '全镇')],
    ['现在', 20, ({ id, row }) => say(id, row.value)],
    ['单位', 12, ({ id }) => lineOf(id)?.unit ?? ''],
    ['通常', 20, ({ id }) => say(id, lineOf(id)?.usual ?? '')],
    ['为什么', 60, ({ id }) => lineOf(id)?.reason ?? ''],
  ];
}

/** Several names stand wider than one. */
const widthOf = ({ head, kind, most = 20 }: TableColumn): number =>
  kind === 'names' ? 36 : Math.max(head.length * 2 + 2, kind === 'day' ? 12 : Math.min(30, most));

export function directoryColumns(kind: ListedKind, directory: Directory): readonly Column<Kept>[] {
  if (!isOfDirectory(kind)) return OWN[kind as Own](directory) as unknown as readonly Column<Kept>[];
  const { spec, say } = tableOf(kind);
  return spec.columns.map((column) => [
    column.head,
    widthOf(column),
    ({ row }) => toCell(column, say(directory, row)[column.key] ?? ''),
  ]);
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
    ['姓名', 12, ({ name }) => name],
    ['选区', 20, ({ constituency }) => nameOf(constituencies, constituency)],
    ['代表小组', 18, ({ group }) => nameOf(groups, group)],
    ['组长', 6, ({ leader }) => yes(leader)],
    ['主席团', 8, ({ presidium }) => yes(presidium)],
    ['新代表', 8, ({ fresh }) => yes(fresh)],
    ['从哪天起', 12, () => day(opens)],
  ];
}
