/** 换届当选名单 as a table: a line is a deputy of the new term. The file is the whole list. */
import type { ImportFault } from '../../../../miniprogram/contract/imports';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import { nameKey } from '../../../../miniprogram/contract/text';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Plan, PlannedLine } from '../../../registry/imports/rules/plan';
import type { Cells, Column, Rows, TableSpec } from '../../../registry/imports/rules/table';
import { findNamed } from './read-list';
import type { Elected } from './term-document';

const yes = (key: string, head: string, hint: string, also: readonly string[] = []): Column => ({
  key,
  head,
  also,
  kind: 'yes',
  hint,
  example: '',
});

const COLUMNS: readonly Column[] = [
  {
    key: 'name',
    head: '姓名',
    also: ['代表姓名', '当选人'],
    kind: 'text',
    needed: true,
    most: LIMITS.name,
    hint: '按姓氏笔画排',
    example: '王磊',
  },
  {
    key: 'constituency',
    head: '选区',
    also: ['当选选区'],
    kind: 'text',
    needed: true,
    offers: 'constituencies',
    hint: '镇级选区，名册里要有',
    example: '镇第一选区',
  },
  {
    key: 'group',
    head: '代表小组',
    also: ['小组'],
    kind: 'text',
    needed: true,
    offers: 'groups',
    hint: '名册里要有',
    example: '第一代表小组',
  },
  yes('leader', '组长', '小组长写“是”', ['小组长']),
  yes('presidium', '主席团', '主席团成员写“是”', ['主席团成员']),
  yes('fresh', '新代表', '名册里有同名的人、但不是同一个人的，写“是”', ['新']),
];

export const ELECTED_TABLE: TableSpec = {
  title: '换届当选名单',
  most: LIMITS.electedRows,
  columns: COLUMNS,
};

type Known = Pick<Directory, 'people' | 'groups' | 'constituencies'>;
type Fault = Pick<ImportFault, 'why'> & { column: string };

export type IdOf = (row: string, name: string) => string;

/** `nth`: its place in the list, from 1. */
export function toElected(
  { people, groups, constituencies }: Known,
  cells: Cells,
  nth: number,
  idOf: IdOf,
): Elected | Fault {
  const { name = '' } = cells;
  const towns = constituencies.filter(({ level }) => level === 'town');
  const constituency = findNamed(towns, cells['constituency'] ?? '');
  if (constituency === undefined) return { column: 'constituency', why: 'unknown' };
  const group = findNamed(groups, cells['group'] ?? '');
  if (group === undefined) return { column: 'group', why: 'unknown' };
  const asNew = cells['fresh'] === '是';
  const same = asNew ? [] : people.filter((one) => nameKey(one.name) === nameKey(name));
  if (same.length > 1) return { column: 'name', why: 'namesake' };
  const [known] = same;
  const row = `r${String(nth)}`;
  return {
    row,
    person: known?.id ?? idOf(row, name),
    name: known?.name ?? name,
    fresh: !known,
    constituency,
    group,
    leader: cells['leader'] === '是',
    presidium: cells['presidium'] === '是',
  };
}

export function sayElected(directory: Known, elected: Elected): Cells {
  const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name ?? '';
  const { name, constituency, group, leader, presidium, fresh } = elected;
  return {
    name,
    constituency: nameOf(directory.constituencies, constituency),
    group: nameOf(directory.groups, group),
    leader: leader ? '是' : '',
    presidium: presidium ? '是' : '',
    fresh: fresh ? '是' : '',
  };
}

function headOf(key: string): string {
  return COLUMNS.find((column) => column.key === key)?.head ?? '';
}

/** Each line once; whoever stands there twice is a fault of the second line. */
export function planElected({ rows, faults }: Rows, directory: Known, idOf: IdOf): Plan<Cells> {
  const lineOf = new Map<string, number>();
  const lines: PlannedLine<Cells>[] = [];
  const found: ImportFault[] = [...faults];
  for (const [at, { line, cells }] of rows.entries()) {
    const made = toElected(directory, cells, at + 1, idOf);
    if ('why' in made) {
      const { column, why } = made;
      found.push({ line, column: headOf(column), why, text: cells[column] ?? '' });
      continue;
    }
    const earlier = lineOf.get(made.person);
    if (earlier !== undefined) found.push({ line, column: '姓名', why: 'doubled', text: String(earlier) });
    else {
      lineOf.set(made.person, line);
      const said = sayElected(directory, made);
      const words = [
        said['constituency'],
        said['group'],
        made.leader ? '组长' : '',
        made.presidium ? '主席团成员' : '',
        made.fresh ? '新进名册' : '',
      ];
      const body = cells;
      lines.push({ line, mark: 'new', title: made.name, words: words.filter(Boolean).join('，'), body });
    }
  }
  return { lines, same: 0, faults: found.sort((one, other) => one.line - other.line) };
}
