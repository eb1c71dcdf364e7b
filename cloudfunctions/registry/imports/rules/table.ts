/**
 * What a table consists of, as data, and how its lines are read: the same for every table. Cells are folded first (width,
 * blanks, unseen signs), then judged; whatever cannot be read is a fault with line and column, never an empty cell.
 */
import type { ImportFault } from '../../../../miniprogram/contract/imports';
import { cleanLine, lengthOf, nameKey } from '../../../../miniprogram/contract/text';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { readTelephone, TELEPHONE } from '../../../shared/read-numbers';
import { readDay } from './read-day';
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
export type Offer = 'homes' | 'villages' | 'groups' | 'categories' | 'constituencies' | 'terms' | 'units';

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

type Head = ReadonlyMap<string, number>;

function headOf(line: SheetLine, { columns }: TableSpec): Head {
  const heads = new Map(Object.entries(line.cells).map(([at, { text }]) => [headKey(text), Number(at)]));
  const found = new Map<string, number>();
  for (const { key, head, also = [] } of columns) {
    const at = [head, ...also].map((name) => heads.get(headKey(name))).find((each) => each !== undefined);
    if (at !== undefined) found.set(key, at);
  }
  return found;
}

/** Workbooks that count from 1904 are this many days behind. */
const DAYS_TO_1904 = 1_462;

const YES = new Set(['是', '√', '✓', '✔', '有', '对', 'y', 'yes', '1', 'true', 't', '●', '○是', '☑', '✅']);
/** Of a dash nothing is left in a key. */
const NO = new Set([
  '',
  '否',
  '×',
  '✗',
  '✕',
  '无',
  '没有',
  '不是',
  'n',
  'no',
  '0',
  'false',
  'f',
  '/',
  '□',
  '☐',
  '❌',
]);

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
    const digits = text.normalize('NFKC').replace(/[\s,]/gu, '').replace(/\.0+$/u, '');
    return /^\d{1,6}$/.test(digits) && Number(digits) <= most
      ? { text: String(Number(digits)) }
      : { why: 'count' };
  },
  phone: (text) => {
    const number = readTelephone(text);
    return TELEPHONE.test(number) ? { text: number } : { why: 'phone' };
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
  const raw = (cell?.text ?? '').replace(KEPT_AS_TEXT, '');
  // Several names may stand one below the other in their cell.
  const text = column.kind === 'names' ? splitNames(raw).join('、') : cleanLine(raw);
  if (text === '') return column.needed ? { why: 'needed' } : { text };
  if (!column.needed && NOTHING.test(text)) return { text: '' };
  const from = cell?.from1904 ? (days: number) => serial(days + DAYS_TO_1904) : serial;
  return READERS[column.kind](text, column, from);
}

/** The sign by which a spreadsheet keeps digits and signs as they were typed: '007. */
const KEPT_AS_TEXT = /^\s*['‘’](?=[\d=+@-])/u;
/** What is struck out by hand in a cell where nothing is to stand. */
const NOTHING = /^[-–—―/\\][-–—―/\\\s]*$/u;

const cut = (text: string): string => [...cleanLine(text)].slice(0, FAULT_SIGNS).join('');

function readLine(line: SheetLine, head: Head, spec: TableSpec, serial: Serial): Row | ImportFault[] {
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
function saysNothing(line: SheetLine, head: Head): boolean {
  return [...head.values()].every((at) => {
    const cell = line.cells[at];
    return cell === undefined || (cell.fault === undefined && cleanLine(cell.text) === '');
  });
}

/** The first line of a template shows how it is filled in. */
export const EXAMPLE_MARK = '例：';
/** What stands for every village, and for every category. */
export const ANY_VILLAGE = '全镇';
export const ANY_CATEGORY = '全部';
/** A name that is no more is written with its id behind it: «三组〔v1s3〕». */
export const FORMER_ID = /〔(\w+)〕$/u;
const LOOKS_LIKE_ERROR = /^#[A-Z0-9_/]+[!?]?$/;

/** Whether a table that says this name reads it again as the same one. */
export function isTableName(name: string): boolean {
  const asWords = [ANY_VILLAGE, ANY_CATEGORY, ''].includes(nameKey(name)) || splitNames(name).length !== 1;
  const asMark = [NOTHING, KEPT_AS_TEXT, FORMER_ID, LOOKS_LIKE_ERROR].some((mark) => mark.test(name));
  return !asWords && !asMark && !name.startsWith(EXAMPLE_MARK);
}

function isExample(line: SheetLine): boolean {
  return Object.values(line.cells).some(({ text }) => text.startsWith(EXAMPLE_MARK));
}

/** A page of a long table begins with its head again, and a head merged over two lines stands in both. */
function repeatsHead(line: SheetLine, head: Head, spec: TableSpec): boolean {
  const again = headOf(line, spec);
  return [...head].every(([key, at]) => again.get(key) === at || saysNothing(line, new Map([[key, at]])));
}

/** A head that stands over two columns: one of them would be left out unseen. */
function findTwice(line: SheetLine, { columns }: TableSpec): string | undefined {
  const said = Object.values(line.cells).map(({ text }) => headKey(text));
  const heads = columns.flatMap(({ head, also = [] }) => [head, ...also]);
  return heads.find((head) => said.filter((each) => each === headKey(head)).length > 1);
}

/** Whether most of what stands in a line are heads of the table. */
function isHeadLine(line: SheetLine, head: Head): boolean {
  const said = Object.values(line.cells).filter(({ text }) => cleanLine(text) !== '');
  return head.size * 2 > said.length;
}

interface Found {
  head: Head;
  line: SheetLine;
  /** What stands below. */
  rest: readonly SheetLine[];
}

/** The first line with every needed head; where the line below it names others («任职» over «从哪天起»), both are the head. */
function findHead(spec: TableSpec, lines: readonly SheetLine[]): Found | undefined {
  const needed = spec.columns.filter((column) => column.needed);
  for (const [at, line] of lines.slice(0, HEAD_WITHIN).entries()) {
    const first = headOf(line, spec);
    const below = lines[at + 1];
    const second = below && first.size > 0 ? headOf(below, spec) : new Map<string, number>();
    const isDouble = below !== undefined && second.size > 0 && isHeadLine(below, second);
    const head = new Map(isDouble ? [...second, ...first] : first);
    if (needed.every(({ key }) => head.has(key)))
      return { head, line, rest: lines.slice(isDouble ? at + 2 : at + 1) };
  }
  return undefined;
}

export function readRows(spec: TableSpec, lines: readonly SheetLine[], serial: Serial): Rows {
  const needed = spec.columns.filter((column) => column.needed);
  const found = findHead(spec, lines);
  if (!found) {
    const heads = needed.map(({ head }) => head).join('、');
    return { rows: [], faults: [{ line: 1, column: heads, why: 'head', text: heads }] };
  }
  const { head, line: headLine, rest } = found;
  const twice = findTwice(headLine, spec);
  if (twice !== undefined)
    return { rows: [], faults: [{ line: headLine.line, column: twice, why: 'twice', text: twice }] };
  const rows: Row[] = [];
  const faults: ImportFault[] = [];
  for (const line of rest) {
    if (saysNothing(line, head) || isExample(line) || repeatsHead(line, head, spec)) continue;
    const read = readLine(line, head, spec, serial);
    if (Array.isArray(read)) faults.push(...read);
    else rows.push(read);
  }
  // A table that says what there is, and says nothing, would take everything away.
  if (rows.length + faults.length === 0)
    faults.push({ line: headLine.line, column: spec.columns[0]?.head ?? '', why: 'empty', text: '' });
  if (rows.length + faults.length > spec.most)
    faults.push({
      line: headLine.line,
      column: spec.columns[0]?.head ?? '',
      why: 'many',
      text: String(spec.most),
    });
  return { rows, faults };
}
