/** 代表名册 and 代表结构统计表 (mission G4): deputies in office on a day, by level. What nobody filled in is said, not guessed. */
import {
  DEPUTY_PAPERS,
  PROFILE_FIELDS,
  type DeputyPaper,
  type DeputyProfile,
} from '../../../../miniprogram/contract/deputy-profile';
import type { DeputyLevel } from '../../../../miniprogram/contract/registry';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { membersOn, nameOf, type Directory, type Member } from '../../../registry/directory/rules/directory';
import type { Block, Sheet } from './sheet';
import { footOf, sayDated, sayFullDay } from './words';

export interface Deputies {
  /** Person id → what the office wrote of them. */
  profiles: ReadonlyMap<string, DeputyProfile>;
  today: LocalDate;
}

const LEVELS: Readonly<Record<DeputyLevel, string>> = { town: '镇人大代表', district: '区人大代表' };
const UNKNOWN = '没有填写';

/** In the office's own order of surname strokes. */
function deputiesOf({ people }: Directory, level: DeputyLevel, today: LocalDate): Member[] {
  return membersOn(people, today).filter((member) => member.level === level);
}

function rosterOf(directory: Directory, level: DeputyLevel, { profiles, today }: Deputies): Block[] {
  const members = deputiesOf(directory, level, today);
  if (members.length === 0) return [];
  const rows = members.map(({ person, name, constituency = '', group = '', title = '' }, at) => {
    const {
      sex = '',
      birthYear = '',
      nation = '',
      party = '',
      education = '',
      calling = '',
      card = '',
    } = profiles.get(person) ?? {};
    const where = [nameOf(directory.constituencies, constituency), nameOf(directory.groups, group)];
    const own = [sex, birthYear, nation, party, education, calling, card];
    return [String(at + 1), name, ...own, where.filter(Boolean).join('，'), title];
  });
  const head = [
    '序号',
    '姓名',
    '性别',
    '出生年',
    '民族',
    '政治面貌',
    '学历',
    '职业构成',
    '代表证号',
    '选区、小组',
    '职务',
  ];
  return [
    { line: `${LEVELS[level]}（${String(members.length)}人）`, size: 'large', bold: true },
    { columns: [5, 8, 5, 7, 7, 10, 11, 12, 9, 17, 9], head, rows, size: 'small' },
  ];
}

/** In whole years, as of the year's end: what offices count by. */
function bandOf(birthYear: string | undefined, today: LocalDate): string | undefined {
  if (birthYear === undefined || birthYear === '') return undefined;
  const age = Number(today.slice(0, 4)) - Number(birthYear);
  if (age <= 35) return '35岁以下';
  if (age <= 45) return '36至45岁';
  return age <= 55 ? '46至55岁' : '56岁以上';
}

/** 12 of 48 → 25%. */
function share(count: number, all: number): string {
  return `${String(Math.round((count * 1_000) / all) / 10)}%`;
}

interface Dimension {
  label: string;
  /** In this order, though nobody is one; others follow as they come. */
  values: readonly string[];
  valueOf: (profile: DeputyProfile, today: LocalDate) => string | undefined;
}

const DIMENSIONS: readonly Dimension[] = [
  { label: '性别', values: PROFILE_FIELDS.sex.choices, valueOf: ({ sex }) => sex },
  {
    label: '年龄段',
    values: ['35岁以下', '36至45岁', '46至55岁', '56岁以上'],
    valueOf: ({ birthYear }, today) => bandOf(birthYear, today),
  },
  { label: '民族', values: ['汉族'], valueOf: ({ nation }) => nation },
  { label: '政治面貌', values: PROFILE_FIELDS.party.choices, valueOf: ({ party }) => party },
  { label: '学历', values: PROFILE_FIELDS.education.choices, valueOf: ({ education }) => education },
  { label: '职业构成', values: PROFILE_FIELDS.calling.choices, valueOf: ({ calling }) => calling },
];

export interface StructureRow {
  label: string;
  value: string;
  count: number;
}

/** Within each dimension the counts add up to all deputies. */
export function countStructure(profiles: readonly DeputyProfile[], today: LocalDate): StructureRow[] {
  return DIMENSIONS.flatMap(({ label, values, valueOf }) => {
    const counts = new Map(values.map((value) => [value, 0]));
    let unknown = 0;
    for (const profile of profiles) {
      const value = valueOf(profile, today) ?? '';
      if (value === '') unknown += 1;
      else counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const rows = [...counts].map(([value, count]) => ({ label, value, count }));
    return unknown === 0 ? rows : [...rows, { label, value: UNKNOWN, count: unknown }];
  });
}

function structureOf(directory: Directory, level: DeputyLevel, { profiles, today }: Deputies): Block[] {
  const members = deputiesOf(directory, level, today);
  if (members.length === 0) return [];
  const own = members.map(({ person }) => profiles.get(person) ?? {});
  const rows = countStructure(own, today);
  const table = rows.map(({ label, value, count }, at) => [
    label === rows[at - 1]?.label ? '' : label,
    value,
    String(count),
    share(count, members.length),
  ]);
  return [
    { line: `${LEVELS[level]}（${String(members.length)}人）`, size: 'large', bold: true },
    { columns: [25, 35, 20, 20], head: ['项目', '类别', '人数', '占比'], rows: table },
  ];
}

const nameOfFile = (paper: DeputyPaper, today: LocalDate) => `${DEPUTY_PAPERS[paper]} ${sayDated(today)}`;

export function makeDeputyRoster(directory: Directory, deputies: Deputies): Sheet {
  const blocks = [...rosterOf(directory, 'town', deputies), ...rosterOf(directory, 'district', deputies)];
  const about = {
    name: nameOfFile('roster', deputies.today),
    title: `${directory.card.name}人大代表名册`,
    landscape: true,
  };
  return { ...about, blocks: close(blocks, deputies.today), foot: footOf(directory.card) };
}

export function makeDeputyStructure(directory: Directory, deputies: Deputies): Sheet {
  const blocks = [
    ...structureOf(directory, 'town', deputies),
    ...structureOf(directory, 'district', deputies),
  ];
  const about = {
    name: nameOfFile('structure', deputies.today),
    title: `${directory.card.name}人大代表结构统计表`,
  };
  return { ...about, blocks: close(blocks, deputies.today), foot: footOf(directory.card) };
}

function close(blocks: readonly Block[], today: LocalDate): Block[] {
  const empty: Block[] = blocks.length === 0 ? [{ line: '名册里还没有在职的代表。' }] : [];
  const said = `按 ${sayFullDay(today)}在职的代表。含个人信息，只供人大办使用，不外传。`;
  return [...blocks, ...empty, { line: said, size: 'small' }];
}
