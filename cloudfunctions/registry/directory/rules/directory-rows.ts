/** The name book as rows that the office edits: how each kind is read out of it and put back, and nothing else. */
import type { BookKind, BookPart, BookRows, RouteRow } from '../../../../miniprogram/contract/registry-office';
import type { NameBook } from './directory';
import { readSetting, listSettingRows, withSetting } from './setting-rows';

type Fields = Partial<NameBook>;

/** How one kind lies in the book. `row` undefined takes it away. */
interface Shelf<K extends BookKind> {
  list(book: NameBook): { id: string; row: BookRows[K] }[];
  put(book: NameBook, id: string, row: BookRows[K] | undefined): Fields;
}

type ListField =
  'homes' | 'villages' | 'constituencies' | 'groups' | 'terms' | 'people' | 'categories' | 'units';

/** Replaces the one with this id where it stands, or appends it. */
function replace<T extends { id: string }>(rows: readonly T[], id: string, row: T | undefined): T[] {
  if (row === undefined) return rows.filter((each) => each.id !== id);
  const at = rows.findIndex((each) => each.id === id);
  return at < 0 ? [...rows, row] : rows.map((each, n) => (n === at ? row : each));
}

/** A list of the book; `hidden` fields are not the office's to write and stay as they are, or are born so. */
function listShelf<K extends BookKind>(
  field: ListField,
  hidden: Readonly<Record<string, unknown>>,
): Shelf<K> {
  type Item = { id: string } & Record<string, unknown>;
  const items = (book: NameBook) => book[field] as unknown as readonly Item[];
  return {
    list: (book) =>
      items(book).map(({ id, ...rest }) => {
        const shown = Object.entries(rest).filter(([name]) => !(name in hidden));
        return { id, row: Object.fromEntries(shown) as unknown as BookRows[K] };
      }),
    put(book, id, row) {
      const before = items(book).find((each) => each.id === id);
      const kept = Object.fromEntries(
        Object.entries(hidden).map(([name, born]) => [name, before ? before[name] : born]),
      );
      const item = row === undefined ? undefined : ({ id, ...(row as object), ...kept } as Item);
      return { [field]: replace(items(book), id, item) };
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
  put: (book, _id, row) => (row ? { card: { id: book.card.id, ...row } } : {}),
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

const SHELVES: { readonly [K in BookKind]: Shelf<K> } = {
  card,
  home: listShelf('homes', { own: {} }),
  village: listShelf('villages', {}),
  constituency: listShelf('constituencies', {}),
  group: listShelf('groups', {}),
  term: listShelf('terms', {}),
  person: listShelf('people', { claimed: false }),
  category: listShelf('categories', {}),
  unit: listShelf('units', {}),
  route: routes,
  fallback: fallbacks,
  calendar,
  year: years,
  setting: { list: listSettingRows, put: withSetting },
};

export const PARTS: Readonly<Record<BookPart, readonly BookKind[]>> = {
  names: ['card', 'home', 'village', 'constituency', 'group', 'term', 'category', 'unit'],
  people: ['person', 'term', 'constituency'],
  routing: ['route', 'fallback'],
  settings: ['setting', 'calendar', 'year'],
};

export function listRows<K extends BookKind>(book: NameBook, kind: K): { id: string; row: BookRows[K] }[] {
  return SHELVES[kind].list(book);
}

export function readRow<K extends BookKind>(book: NameBook, kind: K, id: string): BookRows[K] | undefined {
  if (kind === 'setting') return readSetting(book, id) as BookRows[K] | undefined;
  return listRows(book, kind).find((each) => each.id === id)?.row;
}

export function putRow<K extends BookKind>(
  book: NameBook,
  kind: K,
  id: string,
  row: BookRows[K] | undefined,
): NameBook {
  return { ...book, ...SHELVES[kind].put(book, id, row) };
}
