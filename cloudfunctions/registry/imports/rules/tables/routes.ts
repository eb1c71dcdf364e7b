/** 路由表: the file is the whole table, and what is not in it goes. */
import { LIMITS } from '../../../../../miniprogram/contract/limits';
import type { RouteRow } from '../../../../../miniprogram/contract/registry-office';
import { nameKey } from '../../../../../miniprogram/contract/text';
import type { Directory } from '../../../directory/rules/directory';
import { groupKey } from '../../../directory/rules/group-key';
import { findNamed, type DirectoryTable } from '../directory-table';
import { ANY_CATEGORY, ANY_VILLAGE, FORMER_ID, type Cells, type Column } from '../table';

const COLUMNS: readonly Column[] = [
  {
    key: 'village',
    head: '村',
    also: ['村社区'],
    kind: 'text',
    needed: true,
    offers: 'villages',
    hint: `一个村的名称，或者“${ANY_VILLAGE}”`,
    example: ANY_VILLAGE,
  },
  { key: 'villagerGroup', head: '村民小组', kind: 'text', hint: '只管这个小组时写，一般空着', example: '' },
  {
    key: 'category',
    head: '类别',
    kind: 'text',
    needed: true,
    offers: 'categories',
    hint: `一个类别，或者“${ANY_CATEGORY}”`,
    example: '道路桥梁',
  },
  {
    key: 'group',
    head: '代表小组',
    kind: 'text',
    needed: true,
    offers: 'groups',
    hint: '归哪个小组',
    example: '第一代表小组',
  },
  { key: 'home', head: '代表之家', kind: 'text', offers: 'homes', hint: '空着就是小组的那一个', example: '' },
  { key: 'from', head: '从哪天起', kind: 'day', needed: true, hint: '如 2026-12-01', example: '2026-12-01' },
  { key: 'to', head: '到哪天为止', kind: 'day', hint: '一般空着', example: '' },
  {
    key: 'reason',
    head: '为什么这样分',
    also: ['原因'],
    kind: 'text',
    most: LIMITS.reason,
    hint: '一句话，可以空着',
    example: '',
  },
];

interface Named {
  id: string;
  name: string;
}

/** A name that is no more is written with its id, since another may bear it by now. */
function nameOf(rows: readonly Named[], directory: Directory, id: string | undefined): string {
  if (id === undefined) return '';
  const row = rows.find((each) => each.id === id);
  return row?.name ?? `${directory.former.find((each) => each.id === id)?.name ?? ''}〔${id}〕`;
}

function idOf(
  rows: readonly Named[],
  directory: Directory,
  name: string,
  keyOf = nameKey,
): string | undefined {
  const former = FORMER_ID.exec(name)?.[1];
  if (former === undefined) return findNamed(rows, name, keyOf)?.id;
  return directory.former.some(({ id }) => id === former) ? former : undefined;
}

function partsOf(directory: Directory, village: string | undefined): readonly Named[] {
  return directory.villages.find(({ id }) => id === village)?.villagerGroups ?? [];
}

function say(
  directory: Directory,
  { village, villagerGroup, category, group, home, from, to, reason }: RouteRow,
): Cells {
  return {
    village: village === '*' ? ANY_VILLAGE : nameOf(directory.villages, directory, village),
    villagerGroup: nameOf(partsOf(directory, village), directory, villagerGroup),
    category: category === '*' ? ANY_CATEGORY : nameOf(directory.categories, directory, category),
    group: nameOf(directory.groups, directory, group),
    home: nameOf(directory.homes, directory, home),
    from,
    to: to ?? '',
    reason: reason ?? '',
  };
}

export const routes: DirectoryTable<'route'> = {
  kind: 'route',
  whole: true,
  spec: { title: '路由表', most: LIMITS.bookEdits, columns: COLUMNS },
  say,
  key: ({ village = '', villagerGroup = '', category = '', from = '' }) =>
    [nameKey(village), groupKey(villagerGroup), nameKey(category), from].join('.'),
  toRow(directory, cells) {
    const { village: where = '', category: what = '', from = '', to = '', reason = '' } = cells;
    const village = nameKey(where) === ANY_VILLAGE ? '*' : idOf(directory.villages, directory, where);
    const category = nameKey(what) === ANY_CATEGORY ? '*' : idOf(directory.categories, directory, what);
    const found: Partial<RouteRow> = {};
    const named = [
      ['villagerGroup', partsOf(directory, village)],
      ['group', directory.groups],
      ['home', directory.homes],
    ] as const;
    if (village === undefined) return { column: 'village', why: 'unknown' };
    if (category === undefined) return { column: 'category', why: 'unknown' };
    for (const [key, rows] of named) {
      const name = cells[key] ?? '';
      if (name === '') continue;
      const id = idOf(rows, directory, name, key === 'villagerGroup' ? groupKey : nameKey);
      if (id === undefined) return { column: key, why: 'unknown' };
      found[key] = id;
    }
    const { villagerGroup, group = '', home } = found;
    return {
      village,
      ...(villagerGroup !== undefined && { villagerGroup }),
      category,
      group,
      ...(home !== undefined && { home }),
      from,
      ...(to !== '' && { to }),
      ...(reason !== '' && { reason }),
    };
  },
};
