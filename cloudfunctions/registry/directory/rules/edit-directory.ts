/** The office's edits of the directory: all of an act or nothing of it. */
import type { DirectoryKind, DirectoryRows, Edit } from '../../../../miniprogram/contract/registry-office';
import type { LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import { listRows, putRow, readRow, routeId } from './directory-rows';
import { checkRemoval, checkRow } from './check-row';
import type { Former, Directory } from './directory';
import { hasTarget, listBroken, type Reference } from './references';

/** A row's tag: changes with the row. Given by whoever calls, since rules know no keys. */
export type TagOf = (kind: DirectoryKind, id: string, row: unknown) => string;

export interface Edited {
  directory: Directory;
  /** Ids under which the rows stand now, in the order of the edits. */
  ids: readonly string[];
  /** The rows before and after, for the history. */
  from: readonly unknown[];
  to: readonly unknown[];
}

/** Kinds whose ids the directory itself gives, with their first letter. */
const LETTERS: Readonly<Partial<Record<DirectoryKind, string>>> = {
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
function newId(directory: Directory, kind: DirectoryKind): string | undefined {
  const letter = LETTERS[kind];
  if (letter === undefined) return undefined;
  const former = directory.former.filter((each) => each.kind === kind).map(({ id }) => id);
  const ids = listRows(directory, kind).map(({ id }) => id);
  return `${letter}${String(nextNumber([...ids, ...former], letter))}`;
}

/** Villager groups without an id get the village's next one. */
function numberParts(
  directory: Directory,
  village: string,
  row: DirectoryRows['village'],
): DirectoryRows['village'] {
  const given = directory.villages.flatMap((each) => each.villagerGroups.map(({ id }) => id));
  const former = directory.former.map(({ id }) => id);
  let next = nextNumber([...given, ...former], `${village}s`);
  const villagerGroups = row.villagerGroups.map(({ id, name }) => {
    return { id: id === '' ? `${village}s${String(next++)}` : id, name };
  });
  return { ...row, villagerGroups };
}

function withFormer(directory: Directory, rows: readonly Former[]): Directory {
  return rows.length === 0 ? directory : { ...directory, former: [...directory.former, ...rows] };
}

function listParts(directory: Directory): { id: string; name: string }[] {
  return directory.villages.flatMap(({ name, villagerGroups }) =>
    villagerGroups.map((part) => ({ id: part.id, name: `${name}${part.name}` })),
  );
}

/** Villager groups that are in no village any more keep their names. */
export function keepParts(before: Directory, after: Directory, today: LocalDate): Directory {
  const left = new Set(listParts(after).map(({ id }) => id));
  const gone = listParts(before).filter(({ id }) => !left.has(id));
  return withFormer(
    after,
    gone.map(({ id, name }) => ({ kind: 'villager-group', id, name, ended: today })),
  );
}

function remove(
  directory: Directory,
  kind: DirectoryKind,
  id: string,
  today: LocalDate,
): Directory | Refused {
  const wrong = checkRemoval(directory, kind, id);
  if (wrong) return refuse('row-wrong', { id, ...wrong });
  const row = readRow(directory, kind, id) as { name?: string } | undefined;
  const former: Former[] = kind in LETTERS ? [{ kind, id, name: row?.name ?? '', ended: today }] : [];
  return withFormer(putRow(directory, kind, id, undefined), former);
}

/** Where the row is to stand. Routing rows move with their place, category and first day. */
function placeOf<K extends DirectoryKind>(directory: Directory, kind: K, edit: Edit<K>): string | undefined {
  if (kind === 'route') return routeId(edit.row as DirectoryRows['route']);
  return edit.id === '' ? newId(directory, kind) : edit.id;
}

function write<K extends DirectoryKind>(
  directory: Directory,
  kind: K,
  edit: Edit<K>,
  row: DirectoryRows[K],
): { directory: Directory; id: string; row: DirectoryRows[K] } | Refused {
  const id = placeOf(directory, kind, edit);
  if (id === undefined || (edit.id !== '' && edit.seen === '' && kind in LETTERS)) {
    return refuse('row-wrong', { id: edit.id, field: 'id', why: 'unknown' });
  }
  if (kind === 'route' && id !== edit.id && readRow(directory, kind, id))
    return refuse('row-doubled', { id });
  const whole =
    kind === 'village'
      ? (numberParts(directory, id, row as DirectoryRows['village']) as DirectoryRows[K])
      : row;
  const wrong = checkRow(directory, kind, id, whole);
  if (wrong) return refuse('row-wrong', { id, ...wrong });
  return { directory: putRow(directory, kind, edit.id === '' ? id : edit.id, whole), id, row: whole };
}

/** Refuses edits that would leave a row naming something that is not there. */
export function refuseBroken(before: Directory, after: Directory, today: LocalDate): Refused | undefined {
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
export function applyEdits<K extends DirectoryKind>(
  directory: Directory,
  kind: K,
  edits: readonly Edit<K>[],
  { today, tagOf }: { today: LocalDate; tagOf: TagOf },
): Edited | Refused {
  let after = directory;
  const [ids, from, to]: [string[], unknown[], unknown[]] = [[], [], []];
  for (const edit of edits) {
    const { id, seen, row } = edit;
    const current = id === '' ? undefined : readRow(directory, kind, id);
    if ((current === undefined ? '' : tagOf(kind, id, current)) !== seen)
      return refuse('row-changed', { id });
    if (current === undefined && row === null)
      return refuse('row-wrong', { id, field: 'id', why: 'unknown' });
    const done = row === null ? remove(after, kind, id, today) : write(after, kind, edit, row);
    if ('ok' in done) return done;
    const written = 'directory' in done ? done : undefined;
    after = written?.directory ?? (done as Directory);
    ids.push(written?.id ?? id);
    from.push(current === undefined ? null : { id, ...current });
    to.push(written ? { id: written.id, ...written.row } : null);
  }
  if (kind === 'village') after = keepParts(directory, after, today);
  return refuseBroken(directory, after, today) ?? { directory: after, ids, from, to };
}
