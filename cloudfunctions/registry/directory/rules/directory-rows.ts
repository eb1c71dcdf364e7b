/** The directory as rows that the office edits: how each kind is read out of it and put back, and nothing else. */
import type {
  DirectoryKind,
  DirectoryPart,
  DirectoryRows,
  RouteRow,
} from '../../../../miniprogram/contract/registry-office';
import type { Directory } from './directory';
import { readSetting, listSettingRows, withSetting } from './setting-rows';

type Fields = Partial<Directory>;

/** How one kind lies in the directory. `row` undefined takes it away. */
interface Shelf<K extends DirectoryKind> {
  list(directory: Directory): { id: string; row: DirectoryRows[K] }[];
  put(directory: Directory, id: string, row: DirectoryRows[K] | undefined): Fields;
}

type ListField =
  | 'homes'
  | 'villages'
  | 'constituencies'
  | 'groups'
  | 'terms'
  | 'people'
  | 'categories'
  | 'units'
  | 'ownKinds';

/** Replaces the one with this id where it stands, or appends it. */
function replace<T extends { id: string }>(rows: readonly T[], id: string, row: T | undefined): T[] {
  if (row === undefined) return rows.filter((each) => each.id !== id);
  const at = rows.findIndex((each) => each.id === id);
  return at < 0 ? [...rows, row] : rows.map((each, n) => (n === at ? row : each));
}

/** A list of the directory; `hidden` fields are not the office's to write and stay as they are, or are born so. */
function listShelf<K extends DirectoryKind>(
  field: ListField,
  hidden: Readonly<Record<string, unknown>>,
): Shelf<K> {
  type Item = { id: string } & Record<string, unknown>;
  const items = (directory: Directory) => (directory[field] ?? []) as unknown as readonly Item[];
  return {
    list: (directory) =>
      items(directory).map(({ id, ...rest }) => {
        const shown = Object.entries(rest).filter(([name]) => !(name in hidden));
        return { id, row: Object.fromEntries(shown) as unknown as DirectoryRows[K] };
      }),
    put(directory, id, row) {
      const before = items(directory).find((each) => each.id === id);
      const kept = Object.fromEntries(
        Object.entries(hidden).map(([name, born]) => [name, before ? before[name] : born]),
      );
      const item = row === undefined ? undefined : ({ id, ...(row as object), ...kept } as Item);
      return { [field]: replace(items(directory), id, item) };
    },
  };
}

export function routeId({ village, villagerGroup, category, from }: Omit<RouteRow, 'group'>): string {
  return [village, villagerGroup ?? '', category, from].join('.');
}

const routes: Shelf<'route'> = {
  list: ({ routing }) => routing.rows.map((row) => ({ id: routeId(row), row })),
  put({ routing }, id, row) {
    const keyed = routing.rows.map((each) => ({ id: routeId(each), each }));
    const rows = replace(keyed, id, row === undefined ? undefined : { id, each: row });
    return { routing: { ...routing, rows: rows.map(({ each }) => each) } };
  },
};

const fallbacks: Shelf<'fallback'> = {
  list: ({ routing }) =>
    Object.entries(routing.villageFallback).map(([id, group]) => ({ id, row: { group } })),
  put({ routing }, id, row) {
    const { [id]: _before, ...others } = routing.villageFallback;
    return { routing: { ...routing, villageFallback: row ? { ...others, [id]: row.group } : others } };
  },
};

const card: Shelf<'card'> = {
  list: ({ card: { id, ...row } }) => [{ id, row }],
  put: (directory, _id, row) => (row ? { card: { id: directory.card.id, ...row } } : {}),
};

const calendar: Shelf<'calendar'> = {
  list: ({ calendar: { rows } }) => rows.map(({ date, ...row }) => ({ id: date, row })),
  put({ calendar: before }, id, row) {
    const others = before.rows.filter(({ date }) => date !== id);
    const rows = [...others, ...(row ? [{ date: id, ...row }] : [])];
    return { calendar: { ...before, rows: rows.sort((one, other) => (one.date < other.date ? -1 : 1)) } };
  },
};

const years: Shelf<'year'> = {
  list: ({ calendar: { years: entered } }) =>
    entered.map((year) => ({ id: String(year), row: { entered: true } })),
  put({ calendar: before }, id, row) {
    const others = before.years.filter((year) => String(year) !== id);
    return { calendar: { ...before, years: row ? [...others, Number(id)].sort() : others } };
  },
};

const SHELVES: { readonly [K in DirectoryKind]: Shelf<K> } = {
  card,
  home: listShelf('homes', { own: {} }),
  village: listShelf('villages', {}),
  constituency: listShelf('constituencies', {}),
  group: listShelf('groups', {}),
  term: listShelf('terms', {}),
  person: listShelf('people', { claimed: false }),
  category: listShelf('categories', {}),
  unit: listShelf('units', {}),
  ownKind: listShelf('ownKinds', {}),
  route: routes,
  fallback: fallbacks,
  calendar,
  year: years,
  setting: { list: listSettingRows, put: withSetting },
};

export const PARTS: Readonly<Record<DirectoryPart, readonly DirectoryKind[]>> = {
  names: ['card', 'home', 'village', 'constituency', 'group', 'term', 'category', 'unit'],
  people: ['person', 'term', 'constituency'],
  routing: ['route', 'fallback'],
  settings: ['setting', 'ownKind', 'calendar', 'year'],
};

export function listRows<K extends DirectoryKind>(
  directory: Directory,
  kind: K,
): { id: string; row: DirectoryRows[K] }[] {
  return SHELVES[kind].list(directory);
}

export function readRow<K extends DirectoryKind>(
  directory: Directory,
  kind: K,
  id: string,
): DirectoryRows[K] | undefined {
  if (kind === 'setting') return readSetting(directory, id) as DirectoryRows[K] | undefined;
  return listRows(directory, kind).find((each) => each.id === id)?.row;
}

export function putRow<K extends DirectoryKind>(
  directory: Directory,
  kind: K,
  id: string,
  row: DirectoryRows[K] | undefined,
): Directory {
  return { ...directory, ...SHELVES[kind].put(directory, id, row) };
}
