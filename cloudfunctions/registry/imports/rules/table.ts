/**
 * What a table consists of, as data, and how its lines are read: the same for every table. Cells are folded first (width,
 * blanks, unseen signs), then judged; whatever cannot be read is a fault with line and column, never an empty cell.
 */
import type { ImportFault } from '../../../../miniprogram/contract/imports';
import { cleanLine, lengthOf, nameKey, readTelephone } from '../../../../miniprogram/contract/text';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { isLocalDate } from '../../../shared/china-time';
import type { Cell, SheetLine } from './sheet';

export interface Column {
  key: string;
  /** The head of the column. */
  head: string;
  /** Other heads that offices write for it. */
  also?: readonly string[];
  kind: 'text' | 'day' | 'yes' | 'choice' | 'count' | 'phone' | 'names';
  needed?: true;
  /** Signs of a text, of each of several names; the largest count. */
  most?: number;
  /** Of a choice. */
  choices?: readonly string[];
  /** Which names of the township the template offers as a drop-down. */
  offers?: Offer;
  /** For who fills it in. */
  hint: string;
  example: string;
}

/** Lists of names that a template offers. */
export type Offer = 'homes' | 'villages' | 'groups' | 'categories' | 'constituencies' | 'terms';

export interface TableSpec {
  title: string;
  columns: readonly Column[];
  /** Lines at most. */
  most: number;
}

/** Cells by column; '' where nothing stands. Days as `2026-12-01`, counts as digits, several names with `、`. */
export type Cells = Readonly<Record<string, string>>;

export interface Row {
  line: number;
  cells: Cells;
}

export interface Rows {
  rows: readonly Row[];
  faults: readonly ImportFault[];
}

/** Faults told at once; whoever has more begins with these. */
export const MOST_FAULTS = 50;
/** The head may stand below a title and a remark. */
const HEAD_WITHIN = 12;
const FAULT_SIGNS = 60;
const TEXT = 60;

/** A head without its remarks: «村（社区）*» and «村 » are one. */
function headKey(text: string): string {
  return nameKey(text.replace(/[（(［【[].*?[）)］】\]]/gu, '')).replace(/[*＊：:]/gu, '');
}

function headOf(line: SheetLine, { columns }: TableSpec): Map<string, number> {
  const heads = new Map(Object.entries(line.cells).map(([at, { text }]) => [headKey(text), Number(at)]));
  const found = new Map<string, number>();
  for (const { key, head, also = [] } of columns) {
    const at = [head, ...also].map((name) => heads.get(headKey(name))).find((each) => each !== undefined);
    if (at !== undefined) found.set(key, at);
  }
  return found;
}

const DAY = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?|月)?$/;
const SERIAL = /^\d{5}$/;

/**
 * The day, however it was written: 2026-12-1, 2026/12/01, 2026.12.1, ２０２６年１２月１日, 20261201, and the serial number that
 * a date becomes in a cell without a format. '2026-02-30' is none.
 */
export function readDay(
  text: string,
  dayOfSerial: (serial: number) => LocalDate | undefined,
): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(\d|日)[\sT]+\d{1,2}:.*$/u, '$1')
    .replace(/\s+/gu, '');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const [, year = '', month = '', day = ''] = compact ?? DAY.exec(plain) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isLocalDate(date)) return date;
  return SERIAL.test(plain) ? dayOfSerial(Number(plain)) : undefined;
}

const YES = new Set(['是', '√', '✓', '✔', '有', '对', 'y', 'yes', '1', 'true', '●', '○是']);
const NO = new Set(['', '否', '×', '✗', '✕', '无', '没有', '不是', 'n', 'no', '0', 'false', '-', '—', '/']);

/** Parts of a list as people separate them; several names have nothing else between them. */
export function splitNames(text: string): string[] {
  return text
    .split(/[、，,;；\n/]+/u)
    .map(cleanLine)
    .filter((name) => name !== '');
}

type Read = { text: string } | { why: ImportFault['why']; text?: string };

const tooLong = (text: string, most: number): Read | undefined =>
  lengthOf(text) > most ? { why: 'long', text: String(most) } : undefined;

const READERS: Readonly<
  Record<Column['kind'], (text: string, column: Column, serial: (n: number) => string | undefined) => Read>
> = {
  text: (text, { most = TEXT }) => tooLong(text, most) ?? { text },
  day: (text, _column, serial) => {
    const day = readDay(text, serial);
    return day === undefined ? { why: 'date' } : { text: day };
  },
  yes: (text) => {
    const said = nameKey(text);
    if (YES.has(said) || YES.has(text)) return { text: '是' };
    return NO.has(said) || NO.has(text) ? { text: '' } : { why: 'choice', text: '是、否' };
  },
  choice: (text, { choices = [] }) => {
    const chosen = choices.find((choice) => nameKey(choice) === nameKey(text));
    return chosen === undefined ? { why: 'choice', text: choices.join('、') } : { text: chosen };
  },
  count: (text, { most = 10_000 }) => {
    const digits = text.normalize('NFKC').replace(/[\s,]/gu, '');
    return /^\d{1,6}$/.test(digits) && Number(digits) <= most
      ? { text: String(Number(digits)) }
      : { why: 'count' };
  },
  phone: (text) => {
    const number = readTelephone(text);
    return /^[0-9-]{3,20}$/.test(number) ? { text: number } : { why: 'phone' };
  },
  names: (text, { most = TEXT }) => {
    const names = splitNames(text);
    const long = names.map((name) => tooLong(name, most)).find((each) => each !== undefined);
    return long ?? { text: names.join('、') };
  },
};

type Serial = (serial: number) => LocalDate | undefined;

function readCell(cell: Cell | undefined, column: Column, serial: Serial): Read {
  if (cell?.fault !== undefined) return { why: cell.fault };
  const raw = cell?.text ?? '';
  // Several names may stand one below the other in their cell.
  const text = column.kind === 'names' ? splitNames(raw).join('、') : cleanLine(raw);
  if (text === '') return column.needed ? { why: 'needed' } : { text };
  return READERS[column.kind](text, column, serial);
}

const cut = (text: string): string => [...cleanLine(text)].slice(0, FAULT_SIGNS).join('');

function readLine(
  line: SheetLine,
  head: Map<string, number>,
  spec: TableSpec,
  serial: Serial,
): Row | ImportFault[] {
  const faults: ImportFault[] = [];
  const cells: Record<string, string> = {};
  for (const column of spec.columns) {
    const cell = line.cells[head.get(column.key) ?? -1];
    const read = readCell(cell, column, serial);
    if ('why' in read) {
      const text = read.why === 'long' || read.why === 'choice' ? (read.text ?? '') : cut(cell?.text ?? '');
      faults.push({ line: line.line, column: column.head, why: read.why, text });
    } else cells[column.key] = read.text;
  }
  return faults.length > 0 ? faults : { line: line.line, cells };
}

/** A line of which only numbers of the order (序号) or remarks stand in columns that are not the table's says nothing. */
function saysNothing(line: SheetLine, head: Map<string, number>): boolean {
  return [...head.values()].every((at) => {
    const cell = line.cells[at];
    return cell === undefined || (cell.fault === undefined && cleanLine(cell.text) === '');
  });
}

/** The first line of a template shows how it is filled in. */
export const EXAMPLE_MARK = '例：';

function isExample(line: SheetLine): boolean {
  return Object.values(line.cells).some(({ text }) => text.startsWith(EXAMPLE_MARK));
}

export function readRows(spec: TableSpec, lines: readonly SheetLine[], serial: Serial): Rows {
  const needed = spec.columns.filter((column) => column.needed);
  const top = lines.slice(0, HEAD_WITHIN);
  const at = top.findIndex((line) => {
    const head = headOf(line, spec);
    return needed.every(({ key }) => head.has(key));
  });
  const headLine = lines[at];
  if (!headLine) {
    const heads = needed.map(({ head }) => head).join('、');
    return { rows: [], faults: [{ line: 1, column: heads, why: 'head', text: heads }] };
  }
  const head = headOf(headLine, spec);
  const rows: Row[] = [];
  const faults: ImportFault[] = [];
  for (const line of lines.slice(at + 1)) {
    if (saysNothing(line, head) || isExample(line)) continue;
    const read = readLine(line, head, spec, serial);
    if (Array.isArray(read)) faults.push(...read);
    else rows.push(read);
  }
  if (rows.length + faults.length > spec.most)
    faults.push({
      line: headLine.line,
      column: spec.columns[0]?.head ?? '',
      why: 'many',
      text: String(spec.most),
    });
  return { rows, faults };
}
