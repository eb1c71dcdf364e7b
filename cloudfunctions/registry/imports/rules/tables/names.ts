/** Tables of names: villages, groups, constituencies, units. */
import { nameKey } from '../../../../../miniprogram/contract/text';
import type { DeputyLevel } from '../../../../../miniprogram/contract/registry';
import type { Directory } from '../../../directory/rules/directory';
import { groupKey } from '../../../directory/rules/group-key';
import { findNamed, type DirectoryTable } from '../directory-table';
import { splitNames, type Column } from '../table';

const NAME = 30;
const byName = (cells: Readonly<Record<string, string>>): string => nameKey(cells['name'] ?? '');

const HOME: Column = {
  key: 'home',
  head: '代表之家',
  also: ['联络站', '代表之家（站）'],
  kind: 'text',
  needed: true,
  offers: 'homes',
  hint: '就近的那一个，名称和系统里的一样',
  example: '镇代表之家',
};

function nameIn(rows: readonly { id: string; name: string }[], id: string | undefined): string {
  return rows.find((each) => each.id === id)?.name ?? '';
}

/** Ids of these names; the first that is not there otherwise. */
function idsOf(
  rows: readonly { id: string; name: string }[],
  text: string,
): { ids: string[] } | { unknown: string } {
  const names = splitNames(text);
  const found = names.map((name) => findNamed(rows, name)?.id);
  const at = found.indexOf(undefined);
  return at < 0 ? { ids: found as string[] } : { unknown: names[at] ?? '' };
}

export const villages: DirectoryTable<'village'> = {
  kind: 'village',
  spec: {
    title: '村（社区）',
    most: 1_000,
    columns: [
      {
        key: 'name',
        head: '村',
        also: ['村名', '社区', '村社区', '村居', '行政村'],
        kind: 'text',
        needed: true,
        most: NAME,
        hint: '现在的名称，带“村”或“社区”',
        example: '柳树村',
      },
      HOME,
      {
        key: 'parts',
        head: '村民小组',
        also: ['小组'],
        kind: 'names',
        most: NAME,
        hint: '几个小组用顿号隔开，没有就空着',
        example: '一组、二组、三组',
      },
      {
        key: 'former',
        head: '原名',
        also: ['曾用名', '合并前的村'],
        kind: 'names',
        most: NAME,
        hint: '合并以前的村名，群众用老名字也找得到',
        example: '上柳村、下柳村',
      },
    ],
  },
  say: ({ homes }, { name, home, villagerGroups, formerNames }) => ({
    name,
    home: nameIn(homes, home),
    parts: villagerGroups.map((part) => part.name).join('、'),
    former: formerNames.join('、'),
  }),
  key: byName,
  toRow({ homes }, { name = '', home = '', parts = '', former = '' }, before) {
    const near = findNamed(homes, home);
    if (!near) return { column: 'home', why: 'unknown' };
    // A group that stands there already keeps its id; one that is no longer named goes.
    const villagerGroups = splitNames(parts).map((part) => ({
      id: findNamed(before?.villagerGroups ?? [], part, groupKey)?.id ?? '',
      name: part,
    }));
    return { name, formerNames: splitNames(former), villagerGroups, home: near.id };
  },
};

export const groups: DirectoryTable<'group'> = {
  kind: 'group',
  spec: {
    title: '代表小组',
    most: 200,
    columns: [
      {
        key: 'name',
        head: '代表小组',
        also: ['小组', '小组名称'],
        kind: 'text',
        needed: true,
        most: NAME,
        hint: '小组的名称',
        example: '第一代表小组',
      },
      HOME,
    ],
  },
  say: ({ homes }, { name, home }) => ({ name, home: nameIn(homes, home) }),
  key: byName,
  toRow({ homes }, { name = '', home = '' }) {
    const own = findNamed(homes, home);
    return own ? { name, home: own.id } : { column: 'home', why: 'unknown' };
  },
};

const LEVELS: readonly { id: DeputyLevel; name: string }[] = [
  { id: 'town', name: '镇' },
  { id: 'district', name: '区' },
];

export const constituencies: DirectoryTable<'constituency'> = {
  kind: 'constituency',
  spec: {
    title: '选区',
    most: 300,
    columns: [
      {
        key: 'name',
        head: '选区',
        also: ['选区名称'],
        kind: 'text',
        needed: true,
        most: NAME,
        hint: '选区的名称，两级选区分开写',
        example: '镇第一选区',
      },
      {
        key: 'level',
        head: '哪一级',
        also: ['级别'],
        kind: 'choice',
        needed: true,
        choices: LEVELS.map(({ name }) => name),
        hint: '选镇人大代表的写“镇”，选区人大代表的写“区”',
        example: '镇',
      },
      {
        key: 'villages',
        head: '包括的村',
        also: ['村', '所辖村'],
        kind: 'names',
        needed: true,
        hint: '几个村用顿号隔开',
        example: '柳树村、双井村',
      },
    ],
  },
  say: (directory, { name, level, villages: within }) => ({
    name,
    level: LEVELS.find(({ id }) => id === level)?.name ?? '',
    villages: within.map((id) => nameIn(directory.villages, id)).join('、'),
  }),
  key: byName,
  toRow(directory, { name = '', level = '', villages: within = '' }) {
    const found = idsOf(directory.villages, within);
    if ('unknown' in found) return { column: 'villages', why: 'unknown', text: found.unknown };
    const of = LEVELS.find((each) => each.name === level)?.id ?? 'town';
    return { name, level: of, villages: found.ids };
  },
};

export const units: DirectoryTable<'unit'> = {
  kind: 'unit',
  spec: {
    title: '承办单位',
    most: 300,
    columns: [
      {
        key: 'name',
        head: '单位',
        also: ['单位名称', '承办单位'],
        kind: 'text',
        needed: true,
        most: NAME,
        hint: '镇政府各办、所、站，县直驻镇单位',
        example: '农业农村办',
      },
      {
        key: 'categories',
        head: '一般办哪几类',
        also: ['类别'],
        kind: 'names',
        hint: '和系统里的类别一样，用顿号隔开；可以空着',
        example: '道路桥梁、水利饮水',
      },
      {
        key: 'county',
        head: '归县里管',
        also: ['县直', '垂直管理'],
        kind: 'yes',
        hint: '派出所、供电所等写“是”：只能经镇政府转',
        example: '',
      },
    ],
  },
  say: (directory, { name, categories, county }) => ({
    name,
    categories: categories.map((id) => nameIn(directory.categories, id)).join('、'),
    county: county ? '是' : '',
  }),
  key: byName,
  toRow(directory: Directory, { name = '', categories = '', county }) {
    const found = idsOf(directory.categories, categories);
    if ('unknown' in found) return { column: 'categories', why: 'unknown', text: found.unknown };
    return { name, categories: found.ids, ...(county === '是' && { county: true }) };
  },
};
