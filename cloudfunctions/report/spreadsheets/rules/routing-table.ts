/** The routing table as the cells of a sheet, and back. What is read back is only looked at; the office's edit writes. */
import type { RoutingFault, RoutingRead } from '../../../../miniprogram/contract/report';
import type { RouteRow } from '../../../../miniprogram/contract/registry-office';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import { routeId } from '../../../registry/directory/rules/directory-rows';
import { checkRow } from '../../../registry/directory/rules/check-row';
import type { Directory } from '../../../registry/directory/rules/directory';
import { isLocalDate } from '../../../shared/china-time';

/** The first line, in any order when it is read. */
export const COLUMNS = {
  village: '村',
  villagerGroup: '村民小组',
  category: '类别',
  group: '代表小组',
  home: '代表之家',
  from: '从哪天起',
  to: '到哪天为止',
  reason: '为什么这样分',
} as const;
type Column = keyof typeof COLUMNS;
type Cells = Readonly<Record<Column, string>>;

const NEEDED: readonly Column[] = ['village', 'category', 'group', 'from'];
const ANY_VILLAGE = '全镇';
const ANY_CATEGORY = '全部';
/** Faults told at once; whoever has more begins with these. */
const MOST_FAULTS = 50;
/** The head may stand below a title. */
const HEAD_WITHIN = 5;

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

function idOf(rows: readonly Named[], directory: Directory, name: string): string | undefined {
  const former = /〔(\w+)〕$/.exec(name)?.[1];
  if (former === undefined) return rows.find((each) => each.name === name)?.id;
  return directory.former.some(({ id }) => id === former) ? former : undefined;
}

function partsOf(directory: Directory, village: string): readonly Named[] {
  return directory.villages.find(({ id }) => id === village)?.villagerGroups ?? [];
}

/** Head and rows, in the order of the directory. */
export function toCells(directory: Directory): string[][] {
  const rows = directory.routing.rows.map(
    ({ village, villagerGroup, category, group, home, from, to, reason }) => [
      village === '*' ? ANY_VILLAGE : nameOf(directory.villages, directory, village),
      nameOf(partsOf(directory, village), directory, villagerGroup),
      category === '*' ? ANY_CATEGORY : nameOf(directory.categories, directory, category),
      nameOf(directory.groups, directory, group),
      nameOf(directory.homes, directory, home),
      from,
      to ?? '',
      reason ?? '',
    ],
  );
  return [Object.values(COLUMNS), ...rows];
}

/** A spreadsheet's own date or the text of one; anything else as it stands. */
function sayCell(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

type Why = RoutingFault['why'];
type Checked = { row: RouteRow } | { column: Column; why: Why };

/** The day, however it was written: 2026-12-1, 2026/12/01 and 2026.12.1 are the first of December. */
function dayOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}

type Found = { [C in Column]?: string | undefined };

function findIn(directory: Directory, cells: Cells): Found {
  const village = cells.village === ANY_VILLAGE ? '*' : idOf(directory.villages, directory, cells.village);
  return {
    village,
    villagerGroup: idOf(partsOf(directory, village ?? ''), directory, cells.villagerGroup),
    category: cells.category === ANY_CATEGORY ? '*' : idOf(directory.categories, directory, cells.category),
    group: idOf(directory.groups, directory, cells.group),
    home: idOf(directory.homes, directory, cells.home),
    from: dayOf(cells.from),
    to: dayOf(cells.to),
    reason:
      [...cells.reason].length <= LIMITS.reason && !/[\r\n]/.test(cells.reason) ? cells.reason : undefined,
  };
}

function whyNot(column: Column): Why {
  if (column === 'from' || column === 'to') return 'date';
  return column === 'reason' ? 'long' : 'unknown';
}

/** One line: what each cell names, and what the editor would ask of the row. */
function readRow(directory: Directory, cells: Cells): Checked {
  const needed = NEEDED.find((column) => cells[column] === '');
  if (needed) return { column: needed, why: 'needed' };
  const found = findIn(directory, cells);
  const columns = Object.keys(COLUMNS) as Column[];
  const wrong = columns.find((column) => cells[column] !== '' && found[column] === undefined);
  if (wrong) return { column: wrong, why: whyNot(wrong) };
  const row = Object.fromEntries(
    columns.filter((column) => cells[column] !== '').map((column) => [column, found[column]]),
  ) as unknown as RouteRow;
  const problem = checkRow(directory, 'route', routeId(row), row);
  if (!problem) return { row };
  return { column: problem.field as Column, why: problem.why === 'span' ? 'span' : 'needed' };
}

function findHead(
  lines: readonly (readonly string[])[],
): { at: number; columns: Map<Column, number> } | undefined {
  const at = lines.slice(0, HEAD_WITHIN).findIndex((line) => line.includes(COLUMNS.village));
  const head = lines[at] ?? [];
  const columns = new Map(
    (Object.keys(COLUMNS) as Column[]).map((column) => [column, head.indexOf(COLUMNS[column])]),
  );
  return at >= 0 && NEEDED.every((column) => columns.get(column) !== -1) ? { at, columns } : undefined;
}

/** Every line that says something becomes a row or a fault with its number, as the spreadsheet counts them. */
export function readCells(directory: Directory, sheet: readonly (readonly unknown[])[]): RoutingRead {
  const lines = sheet.map((line) => line.map(sayCell));
  const head = findHead(lines);
  if (!head) return { rows: [], faults: [{ line: 1, why: 'head', column: COLUMNS.village, text: '' }] };
  const rows: RouteRow[] = [];
  const faults: RoutingFault[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (index <= head.at || line.every((cell) => cell === '')) continue;
    const cellAt = (column: Column): string => line[head.columns.get(column) ?? -1] ?? '';
    const cells = Object.fromEntries(
      (Object.keys(COLUMNS) as Column[]).map((c) => [c, cellAt(c)]),
    ) as unknown as Cells;
    const read = readRow(directory, cells);
    const id = 'row' in read ? routeId(read.row) : '';
    const earlier = lineOf.get(id);
    if ('why' in read) {
      const text = [...cells[read.column]].slice(0, LIMITS.reason).join('');
      faults.push({ line: index + 1, why: read.why, column: COLUMNS[read.column], text });
    } else if (earlier !== undefined) {
      faults.push({ line: index + 1, why: 'doubled', column: COLUMNS.village, text: String(earlier) });
    } else {
      lineOf.set(id, index + 1);
      rows.push(read.row);
    }
  }
  if (rows.length > LIMITS.bookEdits) {
    faults.push({ line: lines.length, why: 'many', column: COLUMNS.village, text: String(LIMITS.bookEdits) });
  }
  return { rows, faults: faults.slice(0, MOST_FAULTS) };
}
