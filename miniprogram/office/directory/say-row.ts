/** One row of the directory in words. */
import { HEADINGS } from '../../contract/facts';
import type { DirectoryRow, RouteRow } from '../../contract/registry-office';
import { LEVEL_LABELS } from '../../contract/labels';
import type { Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import type { Names } from './form';
import { sayDate, sayFullDate } from '../../view/dates';
import { OWN_BY, OWN_FIELD_LABELS, OWN_UNITS } from './own-kind';
import { currentMembership } from './person';

export function namesOf(places: Places, rows: readonly DirectoryRow[]): Names {
  const listed = (kind: 'term' | 'constituency') =>
    rows.flatMap((each) => (each.kind === kind ? [{ id: each.id, name: each.row.name }] : []));
  return {
    home: places.homes,
    village: places.villages,
    group: places.groups,
    category: places.categories,
    term: listed('term'),
    constituency: listed('constituency'),
    part: places.villages.flatMap(({ villagerGroups }) => villagerGroups),
    ownField: Object.entries(OWN_FIELD_LABELS).map(([id, name]) => ({ id, name })),
  };
}

export function nameIn(rows: Names[keyof Names], id: string | undefined): string {
  return rows.find((each) => each.id === id)?.name ?? '';
}

/** One line of the routing table in words. */
export function sayRoute(row: RouteRow, names: Names): { title: string; words: string } {
  const where = row.village === '*' ? '全镇' : nameIn(names.village, row.village);
  const part = nameIn(names.part, row.villagerGroup);
  const what = row.category === '*' ? '全部' : nameIn(names.category, row.category);
  const home = row.home === undefined ? '' : `，到${nameIn(names.home, row.home)}`;
  const until = row.to === undefined ? '' : `到${sayFullDate(row.to)}`;
  const when = `从${sayFullDate(row.from)}起${until}`;
  return {
    title: `${where}${part} · ${what} → ${nameIn(names.group, row.group)}`,
    words: [`${when}${home}`, row.reason].filter(Boolean).join('；'),
  };
}

function sayPerson(
  row: Extract<DirectoryRow, { kind: 'person' }>['row'],
  names: Names,
  today: LocalDate,
): string {
  const now = currentMembership(row, today);
  if (!now || (now.to !== undefined && now.to < today)) return '已不担任';
  const level = now.level === undefined ? '' : LEVEL_LABELS[now.level];
  const group = nameIn(names.group, now.group);
  return [
    now.title,
    level,
    group,
    now.leader && '组长',
    now.from > today && `从${sayDate(now.from, today)}起`,
  ]
    .filter(Boolean)
    .join(' · ');
}

export function sayRow(row: DirectoryRow, names: Names, today: LocalDate): { title: string; words: string } {
  switch (row.kind) {
    case 'route':
      return sayRoute(row.row, names);
    case 'fallback':
      return {
        title: nameIn(names.village, row.id),
        words: `没有写明的归${nameIn(names.group, row.row.group)}`,
      };
    case 'person':
      return { title: row.row.name, words: sayPerson(row.row, names, today) };
    case 'village':
      return {
        title: row.row.name,
        words: row.row.formerNames.length > 0 ? `曾用名 ${row.row.formerNames.join('、')}` : '',
      };
    case 'unit':
      return {
        title: row.row.name,
        words: row.row.categories.map((id) => nameIn(names.category, id)).join('、'),
      };
    case 'constituency':
      return {
        title: row.row.name,
        words: row.row.villages.map((id) => nameIn(names.village, id)).join('、'),
      };
    case 'group':
      return { title: row.row.name, words: nameIn(names.home, row.row.home) };
    case 'home':
      return { title: row.row.name, words: row.row.address };
    case 'term':
      return {
        title: row.row.name,
        words: `${sayFullDate(row.row.from)}至${sayFullDate(row.row.to ?? '') || '今'}`,
      };
    case 'category':
      return { title: row.row.name, words: row.row.hint };
    case 'calendar':
      return {
        title: sayFullDate(row.id),
        words: `${row.row.name}${row.row.workday ? '（上班）' : '（放假）'}`,
      };
    case 'year':
      return { title: `${row.id}年`, words: '放假安排已经录全' };
    case 'ownKind': {
      const { heading, unit, by, paused } = row.row;
      const under = heading ? `归“${HEADINGS[heading]}”` : '不进档案';
      const words = [under, `按${OWN_UNITS[unit]}算`, `${OWN_BY[by]}登记`, paused && '已停用'];
      return { title: row.id, words: words.filter(Boolean).join(' · ') };
    }
    case 'card':
      return { title: row.row.name, words: row.row.host };
    case 'setting':
      return { title: row.id, words: String(row.row.value) };
  }
}
