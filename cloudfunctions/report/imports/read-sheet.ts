/**
 * The first sheet of an .xlsx, read as a stream within bounds. Two passes over the packed bytes: one for the small parts
 * (which sheet is the first, which formats are dates, the shared texts), one for the sheet. Pictures and everything else
 * are not unpacked at all. A cell is said as people see it; what a program could not compute is said to be so.
 */
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import type { Cell, SheetLine } from '../../registry/imports/rules/sheet';
import { attribute, BrokenTableError, scanXml, type XmlHandler } from './scan-xml';
import { dayOfSerial, isDateFormat } from './rules/serial';

export interface SheetLimits {
  /** Bytes of all parts that are unpacked: a sheet formatted down to its last row has 140 MB. */
  unpackedBytes: number;
  /** Lines that say something. */
  lines: number;
  /** Cells that say something. */
  cells: number;
  /** Signs of one cell. */
  signs: number;
  /** Columns looked at; a stray cell farther out says nothing. */
  columns: number;
  /** Milliseconds for the whole. */
  time: number;
}

export const SHEET_LIMITS: SheetLimits = {
  unpackedBytes: 300_000_000,
  lines: 5_000,
  cells: 200_000,
  signs: 4_000,
  columns: 100,
  time: 25_000,
};

/** Texts that other parts point to: more of them than any table of an office has. */
const SMALL_PART_BYTES = 30_000_000;
const CHUNK = 65_536;

export type SheetRead =
  { ok: true; lines: readonly SheetLine[] } | { ok: false; why: 'broken' | 'large' | 'slow' };

class LimitError extends Error {
  constructor(readonly why: 'large' | 'slow') {
    super(why);
  }
}

interface Budget {
  bytes: number;
  readonly clock: () => number;
  readonly endsAt: number;
  readonly limits: SheetLimits;
}

function spend(budget: Budget, bytes: number): void {
  budget.bytes += bytes;
  if (budget.bytes > budget.limits.unpackedBytes) throw new LimitError('large');
  if (budget.clock() > budget.endsAt) throw new LimitError('slow');
}

/** Streams the named parts through their readers; names for which `want` has none are left packed. */
function readParts(packed: Uint8Array, budget: Budget, want: (name: string) => XmlHandler | undefined): void {
  let running = 0;
  const unzip = new Unzip((file) => {
    const handler = want(file.name.replace(/\\/g, '/').replace(/^\/+/, ''));
    if (!handler) return;
    running += 1;
    const scanner = scanXml(handler);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    file.ondata = (error, chunk, last) => {
      // What the handler itself threw comes back here as well.
      if (error) throw error instanceof LimitError ? error : new BrokenTableError(error.message);
      spend(budget, chunk.length);
      scanner.write(decoder.decode(chunk, { stream: !last }));
      if (!last) return;
      scanner.end();
      running -= 1;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for (let at = 0; at < packed.length; at += CHUNK) {
    unzip.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    if (budget.clock() > budget.endsAt) throw new LimitError('slow');
  }
  if (running > 0) throw new BrokenTableError('cut off');
}

interface Workbook {
  /** Names of parts by relation. */
  targets: Map<string, string>;
  sheets: { relation: string; hidden: boolean }[];
  strings: string[];
  /** Whether the nth format of a cell shows a date. */
  dates: boolean[];
  counts1904: boolean;
}

/** `xl/worksheets/sheet1.xml` from a target that may begin with a slash. */
function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function readRelations(into: Workbook): XmlHandler {
  return {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      into.targets.set(attribute(attributes, 'Id') ?? '', partOf(attribute(attributes, 'Target') ?? ''));
    },
  };
}

function readSheets(into: Workbook): XmlHandler {
  return {
    open(name, attributes) {
      if (name === 'workbookPr') into.counts1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = attribute(attributes, '[A-Za-z]+:id') ?? '';
      into.sheets.push({ relation, hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible' });
    },
  };
}

function readStrings(into: Workbook, budget: Budget): XmlHandler {
  let text = '';
  let signs = 0;
  let isText = false;
  // Readings above the signs (rPh) are not part of the text.
  let phonetic = false;
  return {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      isText = name === 't' && !phonetic;
    },
    text(words) {
      if (!isText) return;
      signs += words.length;
      if (signs > SMALL_PART_BYTES) throw new LimitError('large');
      if (text.length <= budget.limits.signs) text += words;
    },
    close(name) {
      if (name === 'si') into.strings.push(text);
      if (name === 'rPh') phonetic = false;
      isText = false;
    },
  };
}

function readStyles(into: Workbook): XmlHandler {
  const codes = new Map<string, string>();
  let inFormats = false;
  return {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(attribute(attributes, 'numFmtId') ?? '', attribute(attributes, 'formatCode') ?? '');
      if (name === 'cellXfs') inFormats = true;
      if (name !== 'xf' || !inFormats) return;
      const id = attribute(attributes, 'numFmtId') ?? '0';
      into.dates.push(isDateFormat(Number(id), codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inFormats = false;
    },
  };
}

/** `AB12` as column 27 (from 0) and line 12. */
function placeOf(reference: string): { column: number; line: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (digits === '') return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, line: Number(digits) };
}

interface RawCell {
  attributes: string;
  formula: boolean;
  /** The program wrote a value, perhaps an empty one: =IF(A1="","",A1) has a result. */
  computed: boolean;
  value: string;
  inline: string;
}

/** What a program shows where it could not compute, also where it was pasted as words. */
const ERROR = /^#(?:N\/A|DIV\/0!|[A-Z_]+[!?])$/;
/** Signs that XML cannot hold are written as their code: _x000D_ is the end of a line. */
const CODED = /_x([0-9A-F]{4})_/g;

function sayText(text: string): Cell {
  const words = text.replace(CODED, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return ERROR.test(words.trim()) ? { text: words.trim(), fault: 'error' } : { text: words };
}

function sayNumber(raw: RawCell, workbook: Workbook): Cell {
  const number = Number(raw.value);
  if (!Number.isFinite(number)) return { text: raw.value };
  const style = Number(attribute(raw.attributes, 's') ?? 0);
  const day = workbook.dates[style] ? dayOfSerial(number, workbook.counts1904) : undefined;
  if (day !== undefined) return { text: day, day };
  // 0.1 + 0.2 as a program saved it: fifteen digits are what it showed.
  const text = String(Number(number.toPrecision(15)));
  return workbook.counts1904 ? { text, from1904: true } : { text };
}

function sayCell(raw: RawCell, workbook: Workbook): Cell | undefined {
  const { value } = raw;
  const type = attribute(raw.attributes, 't') ?? 'n';
  if (type === 'e') return { text: value, fault: 'error' };
  if (type === 's') return sayText(workbook.strings[Number(value)] ?? '');
  if (type === 'inlineStr') return sayText(raw.inline);
  if (type === 'b') return { text: value === '1' ? '是' : '否' };
  if (value === '') return raw.formula && !raw.computed ? { text: '', fault: 'no-value' } : undefined;
  if (type === 'str') return sayText(value);
  if (type === 'd') return { text: value.slice(0, 10), day: value.slice(0, 10) };
  return sayNumber(raw, workbook);
}

function isSaid({ text, fault }: Cell): boolean {
  return fault !== undefined || text.trim() !== '';
}

interface Sheet {
  lines: Map<number, Map<number, Cell>>;
  cells: number;
}

function readCells(into: Sheet, workbook: Workbook, budget: Budget): XmlHandler {
  const { limits } = budget;
  let line = 0;
  let column = -1;
  let raw: RawCell | undefined;
  let inside = '';
  // Readings above the signs (rPh) are not part of the text.
  let phonetic = false;
  const keep = (cell: Cell): void => {
    into.cells += 1;
    const cells = into.lines.get(line) ?? new Map<number, Cell>();
    cells.set(column, { ...cell, text: cell.text.slice(0, limits.signs) });
    into.lines.set(line, cells);
    if (into.cells > limits.cells || into.lines.size > limits.lines) throw new LimitError('large');
  };
  return {
    open(name, attributes) {
      inside = name;
      if (name === 'row') {
        line = Number(attribute(attributes, 'r') ?? line + 1);
        column = -1;
      } else if (name === 'c') {
        raw = { attributes, formula: false, computed: false, value: '', inline: '' };
      } else if (name === 'f' && raw) raw.formula = true;
      else if (name === 'v' && raw) raw.computed = true;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'mergeCell') merge(into, attribute(attributes, 'ref') ?? '', limits);
    },
    text(words) {
      if (!raw) return;
      if (inside === 'v') raw.value += words;
      else if (inside === 't' && !phonetic && raw.inline.length <= limits.signs) raw.inline += words;
    },
    close(name) {
      inside = '';
      if (name === 'rPh') phonetic = false;
      if (name !== 'c' || !raw) return;
      const said = raw;
      raw = undefined;
      const place = placeOf(attribute(said.attributes, 'r') ?? '');
      column = place?.column ?? column + 1;
      line = place?.line ?? line;
      // Most cells of a formatted sheet say nothing, and need not be looked at.
      if (said.value === '' && said.inline === '' && !said.formula) return;
      const cell = column < limits.columns ? sayCell(said, workbook) : undefined;
      if (cell && isSaid(cell)) keep(cell);
    },
  };
}

/** A merged cell means each of its lines that say something else as well. */
function merge(sheet: Sheet, reference: string, limits: SheetLimits): void {
  const [first, last] = reference.split(':').map(placeOf);
  if (!first || !last || first.column >= limits.columns) return;
  const cell = sheet.lines.get(first.line)?.get(first.column);
  if (!cell || last.line === first.line) return;
  for (const [line, cells] of sheet.lines) {
    if (line > first.line && line <= last.line && !cells.has(first.column)) cells.set(first.column, cell);
  }
}

function firstSheet({ sheets, targets }: Workbook): string {
  const [first] = sheets.filter(({ hidden }) => !hidden);
  const part = targets.get(first?.relation ?? '');
  if (part === undefined) throw new BrokenTableError('no sheet');
  return part;
}

function readWhole(packed: Uint8Array, budget: Budget): SheetLine[] {
  const workbook: Workbook = { targets: new Map(), sheets: [], strings: [], dates: [], counts1904: false };
  const small: Readonly<Record<string, XmlHandler>> = {
    'xl/_rels/workbook.xml.rels': readRelations(workbook),
    'xl/workbook.xml': readSheets(workbook),
    'xl/sharedStrings.xml': readStrings(workbook, budget),
    'xl/styles.xml': readStyles(workbook),
  };
  readParts(packed, budget, (name) => small[name]);
  const part = firstSheet(workbook);
  const sheet: Sheet = { lines: new Map(), cells: 0 };
  const found: string[] = [];
  readParts(packed, budget, (name) => {
    if (name !== part) return undefined;
    found.push(name);
    return readCells(sheet, workbook, budget);
  });
  if (found.length === 0) throw new BrokenTableError('no sheet');
  return [...sheet.lines]
    .sort(([one], [other]) => one - other)
    .map(([line, cells]) => ({ line, cells: Object.fromEntries(cells) }));
}

/** A file that was not sent whole lacks the list of its parts, which ends it. */
function isWhole(packed: Uint8Array): boolean {
  const tail = Buffer.from(packed.subarray(Math.max(0, packed.length - 65_557)));
  return tail.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
}

/** `clock` counts milliseconds; it decides nothing but when to give up. */
export function readFirstSheet(
  packed: Uint8Array,
  clock: () => number,
  limits: SheetLimits = SHEET_LIMITS,
): SheetRead {
  const budget: Budget = { bytes: 0, clock, endsAt: clock() + limits.time, limits };
  if (!isWhole(packed)) return { ok: false, why: 'broken' };
  try {
    return { ok: true, lines: readWhole(packed, budget) };
  } catch (error) {
    // Whatever is wrong inside, the library says so by throwing, each fault in its own way.
    return { ok: false, why: error instanceof LimitError ? error.why : 'broken' };
  }
}
