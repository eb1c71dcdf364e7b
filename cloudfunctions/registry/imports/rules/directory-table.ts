/** Tables whose lines are rows of the directory: villages, groups, constituencies, units, people, routing. */
import type { ImportFault } from '../../../../miniprogram/contract/imports';
import type { DirectoryKind, DirectoryRows, Edit } from '../../../../miniprogram/contract/registry-office';
import { nameKey } from '../../../../miniprogram/contract/text';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../directory/rules/directory';
import { listRows } from '../../directory/rules/directory-rows';
import { applyEdits, type TagOf } from '../../directory/rules/edit-directory';
import type { Plan, PlannedLine } from './plan';
import type { Cells, Row, Rows, TableSpec } from './table';

/** What one line of a directory's table does. */
export interface DirectoryBody {
  id: string;
  seen: string;
  row: DirectoryRows[DirectoryKind] | null;
  /** The row as it stands before; absent: none. */
  before?: DirectoryRows[DirectoryKind];
}

export type CellFault = { column: string; why: ImportFault['why']; text?: string };

export interface DirectoryTable<K extends DirectoryKind> {
  kind: K;
  spec: TableSpec;
  /** The file is the whole table: rows that are not in it go. */
  whole?: true;
  /** The row as cells, in the order of the columns. */
  say: (directory: Directory, row: DirectoryRows[K]) => Cells;
  /** Two lines of one of these are the same row. */
  key: (cells: Cells) => string;
  toRow: (
    directory: Directory,
    cells: Cells,
    before: DirectoryRows[K] | undefined,
    context: Context,
  ) => DirectoryRows[K] | CellFault;
  /** Column of a field that a check refuses. */
  columnOf?: Readonly<Record<string, string>>;
}

export interface Context {
  today: LocalDate;
  tagOf: TagOf;
  /** The how-many-th line of the file, from 1. */
  nth: number;
}

interface Named {
  id: string;
  name: string;
}

/** The row of this name, however it is spelled. */
export function findNamed<T extends Named>(
  rows: readonly T[],
  name: string,
  keyOf: (name: string) => string = nameKey,
): T | undefined {
  const key = keyOf(name);
  return rows.find((each) => keyOf(each.name) === key);
}

/** Equal whatever the order of the fields; what is not so may be said or left out. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, each]) => each !== undefined && each !== false);
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join()}}`;
}

interface Known<K extends DirectoryKind> {
  id: string;
  row: DirectoryRows[K];
}

function isFault(made: object): made is CellFault {
  return 'why' in made && 'column' in made;
}

function headOf({ columns }: TableSpec, key: string): string {
  return columns.find((column) => column.key === key)?.head ?? columns[0]?.head ?? '';
}

function sayLine({ columns }: TableSpec, cells: Cells): { title: string; words: string } {
  const [first, ...rest] = columns;
  const said = rest.filter(({ key }) => (cells[key] ?? '') !== '');
  return {
    title: cells[first?.key ?? ''] ?? '',
    words: said
      .map(({ key, head, kind }) => (kind === 'yes' ? head : `${head} ${cells[key] ?? ''}`))
      .join('，'),
  };
}

/** Each line by itself: which row it is, and what becomes of it. */
function planLines<K extends DirectoryKind>(
  table: DirectoryTable<K>,
  directory: Directory,
  rows: readonly Row[],
  context: Omit<Context, 'nth'>,
): Plan<DirectoryBody> {
  const { kind, spec } = table;
  const known = new Map<string, Known<K>>();
  for (const each of listRows(directory, kind)) known.set(table.key(table.say(directory, each.row)), each);
  const lineOf = new Map<string, number>();
  const [lines, faults]: [PlannedLine<DirectoryBody>[], ImportFault[]] = [[], []];
  let unchanged = 0;
  for (const [nth, { line, cells }] of rows.entries()) {
    const key = table.key(cells);
    const earlier = lineOf.get(key);
    const before = known.get(key);
    const made = table.toRow(directory, cells, before?.row, { ...context, nth: nth + 1 });
    if (earlier !== undefined) {
      const [first] = spec.columns;
      faults.push({ line, column: first?.head ?? '', why: 'doubled', text: String(earlier) });
    } else if (isFault(made)) {
      const text = made.text ?? cells[made.column] ?? '';
      faults.push({ line, column: headOf(spec, made.column), why: made.why, text });
    } else if (before && same(before.row, made)) unchanged += 1;
    else lines.push({ line, ...sayLine(spec, cells), ...edit(kind, before, made, context) });
    lineOf.set(key, line);
  }
  const gone = table.whole ? [...known].filter(([key]) => !lineOf.has(key)) : [];
  const going = gone.map(([, each]) => ({
    line: 0,
    ...sayLine(spec, table.say(directory, each.row)),
    mark: 'gone' as const,
    body: { id: each.id, seen: context.tagOf(kind, each.id, each.row), row: null, before: each.row },
  }));
  return { lines: [...going, ...lines], same: unchanged, faults };
}

function edit<K extends DirectoryKind>(
  kind: K,
  before: Known<K> | undefined,
  row: DirectoryRows[K],
  { tagOf }: Omit<Context, 'nth'>,
): Pick<PlannedLine<DirectoryBody>, 'mark' | 'body'> {
  if (!before) return { mark: 'new', body: { id: '', seen: '', row } };
  const body = { id: before.id, seen: tagOf(kind, before.id, before.row), row, before: before.row };
  return { mark: 'changed', body };
}

export function editsOf<K extends DirectoryKind>(lines: readonly { body: DirectoryBody }[]): Edit<K>[] {
  return lines.map(({ body: { id, seen, row } }) => ({ id, seen, row: row as DirectoryRows[K] | null }));
}

/** What the editor would refuse of them all together is a fault of the first line that brings it about. */
function tryLines<K extends DirectoryKind>(
  table: DirectoryTable<K>,
  directory: Directory,
  lines: readonly PlannedLine<DirectoryBody>[],
  context: Omit<Context, 'nth'>,
): ImportFault | undefined {
  const refuses = (some: readonly PlannedLine<DirectoryBody>[]) => {
    const edited = applyEdits(directory, table.kind, editsOf<K>(some), context);
    return 'ok' in edited ? edited : undefined;
  };
  if (lines.length === 0 || !refuses(lines)) return undefined;
  let [good, bad] = [0, lines.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (refuses(lines.slice(0, middle))) bad = middle;
    else good = middle;
  }
  const found = lines[bad - 1];
  const refused = refuses(lines.slice(0, bad));
  const { field = '', why = '' } = (refused?.details ?? {}) as { field?: string; why?: string };
  const column = headOf(table.spec, table.columnOf?.[field] ?? field);
  const said: Readonly<Record<string, ImportFault['why']>> = {
    span: 'span',
    needed: 'needed',
    taken: 'doubled',
    name: 'name',
  };
  return { line: found?.line ?? 0, column, why: said[why] ?? 'unknown', text: found?.title ?? '' };
}

/** The whole plan; with a fault it is not to be committed. */
export function planTable<K extends DirectoryKind>(
  table: DirectoryTable<K>,
  directory: Directory,
  { rows, faults }: Rows,
  context: Omit<Context, 'nth'>,
): Plan<DirectoryBody> {
  const plan = planLines(table, directory, rows, context);
  const all = [...faults, ...plan.faults];
  const refused = all.length === 0 ? tryLines(table, directory, plan.lines, context) : undefined;
  return { ...plan, faults: refused ? [refused] : all.sort((one, other) => one.line - other.line) };
}
