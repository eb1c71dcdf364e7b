/** The office's edits of the name book: all of an act or nothing of it. */
import type { BookKind, BookRows, Edit } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import { listRows, putRow, readRow, routeId } from './directory-rows';
import { checkRemoval, checkRow } from './check-row';
import type { Former, NameBook } from './directory';
import { hasTarget, listBroken, type Reference } from './references';

/** A row's tag: changes with the row. Given by whoever calls, since rules know no keys. */
export type TagOf = (kind: BookKind, id: string, row: unknown) => string;

export interface Edited {
  book: NameBook;
  /** Ids under which the rows stand now, in the order of the edits. */
  ids: readonly string[];
  /** The rows before and after, for the history. */
  from: readonly unknown[];
  to: readonly unknown[];
}

/** Kinds whose ids the book itself gives, with their first letter. */
const LETTERS: Readonly<Partial<Record<BookKind, string>>> = {
  home: 'h',
  village: 'v',
  constituency: 'c',
  group: 'g',
  term: 't',
  person: 'p',
  category: 'k',
  unit: 'u',
};
/** Rows told of those that still name something. */
const TOLD = 10;

function refuse(code: Refused['code'], details: NonNullable<Refused['details']>): Refused {
  return { ok: false, code, details };
}

function nextNumber(ids: readonly string[], prefix: string): number {
  const numbers = ids.map((id) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : 0));
  return Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
}

/** Never one that was given before: what happened under it still names it. */
function newId(book: NameBook, kind: BookKind): string | undefined {
  const letter = LETTERS[kind];
  if (letter === undefined) return undefined;
  const former = book.former.filter((each) => each.kind === kind).map(({ id }) => id);
  const ids = listRows(book, kind).map(({ id }) => id);
  return `${letter}${String(nextNumber([...ids, ...former], letter))}`;
}

/** Villager groups without an id get the village's next one. */
function numberParts(book: NameBook, village: string, row: BookRows['village']): BookRows['village'] {
  const given = book.villages.flatMap((each) => each.villagerGroups.map(({ id }) => id));
  const former = book.former.map(({ id }) => id);
  let next = nextNumber([...given, ...former], `${village}s`);
  const villagerGroups = row.villagerGroups.map(({ id, name }) => {
    return { id: id === '' ? `${village}s${String(next++)}` : id, name };
  });
  return { ...row, villagerGroups };
}

function withFormer(book: NameBook, rows: readonly Former[]): NameBook {
  return rows.length === 0 ? book : { ...book, former: [...book.former, ...rows] };
}

function listParts(book: NameBook): { id: string; name: string }[] {
  return book.villages.flatMap(({ name, villagerGroups }) =>
    villagerGroups.map((part) => ({ id: part.id, name: `${name}${part.name}` })),
  );
}

/** Villager groups that are in no village any more keep their names. */
export function keepParts(before: NameBook, after: NameBook, today: LocalDate): NameBook {
  const left = new Set(listParts(after).map(({ id }) => id));
  const gone = listParts(before).filter(({ id }) => !left.has(id));
  return withFormer(
    after,
    gone.map(({ id, name }) => ({ kind: 'villager-group', id, name, ended: today })),
  );
}

function remove(book: NameBook, kind: BookKind, id: string, today: LocalDate): NameBook | Refused {
  const wrong = checkRemoval(book, kind, id);
  if (wrong) return refuse('row-wrong', { id, ...wrong });
  const row = readRow(book, kind, id) as { name?: string } | undefined;
  const former: Former[] = kind in LETTERS ? [{ kind, id, name: row?.name ?? '', ended: today }] : [];
  return withFormer(putRow(book, kind, id, undefined), former);
}

/** Where the row is to stand. Routing rows move with their place, category and first day. */
function placeOf<K extends BookKind>(book: NameBook, kind: K, edit: Edit<K>): string | undefined {
  if (kind === 'route') return routeId(edit.row as BookRows['route']);
  return edit.id === '' ? newId(book, kind) : edit.id;
}

function write<K extends BookKind>(
  book: NameBook,
  kind: K,
  edit: Edit<K>,
  row: BookRows[K],
): { book: NameBook; id: string; row: BookRows[K] } | Refused {
  const id = placeOf(book, kind, edit);
  if (id === undefined || (edit.id !== '' && edit.seen === '' && kind in LETTERS)) {
    return refuse('row-wrong', { id: edit.id, field: 'id', why: 'unknown' });
  }
  if (kind === 'route' && id !== edit.id && readRow(book, kind, id)) return refuse('row-doubled', { id });
  const whole = kind === 'village' ? (numberParts(book, id, row as BookRows['village']) as BookRows[K]) : row;
  const wrong = checkRow(book, kind, id, whole);
  if (wrong) return refuse('row-wrong', { id, ...wrong });
  return { book: putRow(book, kind, edit.id === '' ? id : edit.id, whole), id, row: whole };
}

/** What the edits would leave without what it names: the one that goes is still used, or never was. */
export function refuseBroken(before: NameBook, after: NameBook, today: LocalDate): Refused | undefined {
  const name = ({ kind, id, field, to }: Reference) => `${kind} ${id} ${field} ${to}`;
  const known = new Set(listBroken(before, today).map(name));
  const broken = listBroken(after, today).filter((each) => !known.has(name(each)));
  const [first] = broken;
  if (!first) return undefined;
  const { target, to, id, field } = first;
  if (!hasTarget(before, target, to)) return refuse('row-wrong', { id, field, why: 'unknown' });
  const users = broken.filter((each) => each.target === target && each.to === to);
  const by = users.slice(0, TOLD).map((each) => `${each.kind}~${each.id}`);
  return refuse('still-used', { id: to, n: users.length, by });
}

/**
 * Applies the edits of one kind in their order. Each must find its row as the editor saw it: `row-changed`
 * otherwise, for a row that somebody else made in between as well.
 */
export function applyEdits<K extends BookKind>(
  book: NameBook,
  kind: K,
  edits: readonly Edit<K>[],
  { today, tagOf }: { today: LocalDate; tagOf: TagOf },
): Edited | Refused {
  let after = book;
  const [ids, from, to]: [string[], unknown[], unknown[]] = [[], [], []];
  for (const edit of edits) {
    const { id, seen, row } = edit;
    const current = id === '' ? undefined : readRow(book, kind, id);
    if ((current === undefined ? '' : tagOf(kind, id, current)) !== seen)
      return refuse('row-changed', { id });
    if (current === undefined && row === null)
      return refuse('row-wrong', { id, field: 'id', why: 'unknown' });
    const done = row === null ? remove(after, kind, id, today) : write(after, kind, edit, row);
    if ('ok' in done) return done;
    const written = 'book' in done ? done : undefined;
    after = written?.book ?? (done as NameBook);
    ids.push(written?.id ?? id);
    from.push(current === undefined ? null : { id, ...current });
    to.push(written ? { id: written.id, ...written.row } : null);
  }
  if (kind === 'village') after = keepParts(book, after, today);
  return refuseBroken(book, after, today) ?? { book: after, ids, from, to };
}
