/** 代表和接访人: a line is a person and what they are from a day on. */
import {
  PROFILE_FIELDS,
  PROFILE_NAMES,
  type DeputyProfile,
  type ProfileField,
  type ProfileName,
} from '../../../../../miniprogram/contract/deputy-profile';
import type { DeputyLevel } from '../../../../../miniprogram/contract/registry';
import type { DirectoryRows, MembershipRow } from '../../../../../miniprogram/contract/registry-office';
import { nameKey } from '../../../../../miniprogram/contract/text';
import type { LocalDate } from '../../../../../miniprogram/contract/wire';
import { addDays } from '../../../../shared/china-time';
import { termOn, type Directory, type Term } from '../../../directory/rules/directory';
import { findNamed, type CellFault, type DirectoryTable } from '../directory-table';
import type { Cells, Column } from '../table';

const LEVELS: readonly { id: DeputyLevel; name: string }[] = [
  { id: 'town', name: '镇代表' },
  { id: 'district', name: '区代表' },
];
const NO_DEPUTY = '不是代表';

const yes = (key: string, head: string, hint: string, also: readonly string[] = []): Column => ({
  key,
  head,
  also,
  kind: 'yes',
  hint,
  example: '',
});

function profileColumn(key: ProfileName): Column {
  const { label, choices, also, hint, example }: ProfileField = PROFILE_FIELDS[key];
  const head = { key, head: label, hint, example, ...(also && { also }) };
  return choices ? { ...head, kind: 'choice', choices } : { ...head, kind: 'text', most: 30 };
}

const COLUMNS: readonly Column[] = [
  {
    key: 'name',
    head: '姓名',
    also: ['代表姓名', '名字'],
    kind: 'text',
    needed: true,
    most: 20,
    hint: '两个人同名的，在后面加括号分开：王磊（柳树村）',
    example: '王磊',
  },
  {
    key: 'level',
    head: '代表',
    also: ['级别', '代表级别', '哪级代表'],
    kind: 'choice',
    choices: [...LEVELS.map(({ name }) => name), NO_DEPUTY],
    hint: '镇代表、区代表；只接访、不是代表的写“不是代表”',
    example: '镇代表',
  },
  {
    key: 'constituency',
    head: '选区',
    kind: 'text',
    offers: 'constituencies',
    hint: '要先导入选区',
    example: '镇第一选区',
  },
  {
    key: 'group',
    head: '代表小组',
    also: ['小组'],
    kind: 'text',
    offers: 'groups',
    hint: '要先导入代表小组',
    example: '第一代表小组',
  },
  {
    key: 'home',
    head: '代表之家',
    kind: 'text',
    offers: 'homes',
    hint: '空着就是小组的那一个',
    example: '',
  },
  yes('leader', '组长', '小组长写“是”', ['小组长']),
  yes('presidium', '主席团', '主席团成员写“是”', ['主席团成员']),
  yes('credentials', '资格审查委员会', '代表资格审查委员会成员写“是”', ['代表资格审查委员会']),
  yes('receiver', '接访人', '不是代表、但要坐班接访的写“是”', ['接访']),
  {
    key: 'title',
    head: '职务',
    kind: 'text',
    most: 30,
    hint: '群众看得到的职务，如“党委副书记”；可以空着',
    example: '',
  },
  {
    key: 'term',
    head: '届',
    also: ['届别', '届次'],
    kind: 'text',
    offers: 'terms',
    hint: '空着就是现在这一届',
    example: '',
  },
  {
    key: 'from',
    head: '从哪天起',
    also: ['任职日期', '当选日期'],
    kind: 'day',
    hint: '空着就是这一届开始的那天',
    example: '',
  },
  { key: 'to', head: '到哪天为止', also: ['离任日期'], kind: 'day', hint: '一般空着', example: '' },
  {
    key: 'strokes',
    head: '排序',
    also: ['序号', '笔画排序'],
    kind: 'count',
    hint: '按姓氏笔画的先后；空着就照表里的先后',
    example: '',
  },
  ...PROFILE_NAMES.map(profileColumn),
];

type PersonRow = DirectoryRows['person'];

function latest({ memberships }: PersonRow): MembershipRow | undefined {
  return [...memberships].sort((one, other) => (one.from < other.from ? 1 : -1))[0];
}

function say(directory: Directory, row: PersonRow): Cells {
  const at = latest(row);
  const nameOf = (rows: readonly { id: string; name: string }[], id?: string) =>
    rows.find((each) => each.id === id)?.name ?? '';
  const is = (value: boolean | undefined) => (value ? '是' : '');
  return {
    name: row.name,
    level: LEVELS.find(({ id }) => id === at?.level)?.name ?? NO_DEPUTY,
    constituency: nameOf(directory.constituencies, at?.constituency),
    group: nameOf(directory.groups, at?.group),
    home: nameOf(directory.homes, at?.home),
    leader: is(at?.leader),
    presidium: is(at?.presidium),
    credentials: is(at?.credentials),
    receiver: is(at?.receiver),
    title: at?.title ?? '',
    term: nameOf(directory.terms, at?.term),
    from: at?.from ?? '',
    to: at?.to ?? '',
    strokes: String(row.strokes),
    ...sayProfile(row.profile),
  };
}

/** Closed, for whoever may not read it, it says nothing. */
function sayProfile(profile: DeputyProfile | undefined): Cells {
  const open = typeof profile === 'object' ? profile : {};
  return Object.fromEntries(PROFILE_NAMES.map((name) => [name, open[name] ?? '']));
}

/** What stands there stays where the file says nothing of it. */
function toProfile(cells: Cells, before: DeputyProfile = {}): DeputyProfile | CellFault {
  const born = cells['birthYear'] ?? '';
  if (born !== '' && !/^(19|20)\d\d$/.test(born)) return { column: 'birthYear', why: 'unknown' };
  const typed = PROFILE_NAMES.flatMap((name) => (cells[name] ? [[name, cells[name]] as const] : []));
  return { ...before, ...Object.fromEntries(typed) };
}

function termOf(terms: readonly Term[], name: string, today: LocalDate): Term | undefined {
  if (name !== '') return findNamed(terms, name);
  return termOn(terms, today) ?? terms.at(-1);
}

function toMembership(
  directory: Directory,
  cells: Cells,
  before: MembershipRow | undefined,
  today: LocalDate,
): MembershipRow | CellFault {
  type Part = 'constituency' | 'group' | 'home';
  const { constituencies: constituency, groups: group, homes: home } = directory;
  const named: Readonly<Record<Part, readonly { id: string; name: string }[]>> = {
    constituency,
    group,
    home,
  };
  const found: Partial<Record<Part, string>> = {};
  for (const [key, rows] of Object.entries(named) as [Part, (typeof named)[Part]][]) {
    const name = cells[key] ?? '';
    if (name === '') continue;
    const row = findNamed(rows, name);
    if (!row) return { column: key, why: 'unknown' };
    found[key] = row.id;
  }
  const term = termOf(directory.terms, cells['term'] ?? '', today);
  if (!term) return { column: 'term', why: directory.terms.length === 0 ? 'needed' : 'unknown' };
  const level = LEVELS.find(({ name }) => name === cells['level'])?.id;
  const from = cells['from'] || (before?.term === term.id ? before.from : term.from);
  const [to, title] = [cells['to'] ?? '', cells['title'] ?? ''];
  return {
    term: term.id,
    from,
    ...(to !== '' && { to }),
    ...(level !== undefined && { level }),
    ...found,
    ...(cells['leader'] === '是' && { leader: true }),
    ...(cells['presidium'] === '是' && { presidium: true }),
    ...(cells['credentials'] === '是' && { credentials: true }),
    ...(cells['receiver'] === '是' && { receiver: true }),
    ...(title !== '' && { title }),
  };
}

/** Of the same day it is a correction; from a later day on it ends what was before and begins anew. */
function toMemberships(before: PersonRow | undefined, next: MembershipRow): MembershipRow[] | CellFault {
  const rows = before?.memberships ?? [];
  const last = before && latest(before);
  if (!last) return [next];
  if (next.from < last.from) return { column: 'from', why: 'span' };
  if (next.from === last.from) return rows.map((each) => (each === last ? next : each));
  const ended = { ...last, to: addDays(next.from, -1) };
  return [...rows.map((each) => (each === last ? ended : each)), next];
}

export const people: DirectoryTable<'person'> = {
  kind: 'person',
  spec: { title: '代表和接访人', most: 1_000, columns: COLUMNS },
  say,
  key: ({ name = '' }) => nameKey(name),
  columnOf: { memberships: 'from', absent: 'from' },
  toRow(directory, cells, before, { today, nth }) {
    const made = toMembership(directory, cells, before && latest(before), today);
    if ('why' in made) return made;
    const memberships = toMemberships(before, made);
    if ('why' in memberships) return memberships;
    const typed = cells['strokes'] ?? '';
    const strokes = typed === '' ? (before?.strokes ?? nth) : Number(typed);
    const profile = toProfile(cells, before?.profile);
    if ('why' in profile) return profile;
    return { name: cells['name'] ?? '', strokes, absent: before?.absent ?? [], memberships, profile };
  },
};
