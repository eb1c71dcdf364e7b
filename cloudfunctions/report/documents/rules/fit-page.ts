/**
 * Sheets that hang somewhere fill their page. Their lines are exactly as high as reckoned here, so that no printer's or
 * phone's font decides where the page ends. All measures are of A4; A3 is the same sheet, larger.
 */
import type { Block, Code, Line, NewPage, Photo, Sheet, Size, Table } from './sheet';

/** Half points. */
export const LETTERS: Readonly<Record<Size, number>> = {
  small: 19,
  normal: 23,
  large: 30,
  medium: 38,
  big: 46,
  huge: 56,
  giant: 140,
};
export const TITLE = 44;
/** Of the page (mm). */
export const PAGE = { width: 210, height: 297, margin: 18 };
/** Line to line, of the height of the letters. */
export const LEADING = 1.35;
/** Below a line, below the title (twips), and around the lines of a cell. */
export const AFTER_LINE = 80;
export const AFTER_TITLE = 160;
export const CELL = { above: 40, beside: 90 };
/** The paragraph that keeps two tables apart (twips). */
export const BETWEEN = 120;
/** Beside a code, and above and below it (mm). */
export const BESIDE_CODE = 6;
const AROUND_CODE = 3;

const MM_PER_POINT = 25.4 / 72;
const MM_PER_TWIP = MM_PER_POINT / 20;
/** Of a row, its lines (mm); and what is kept free of the page, since fonts are not alike in width. */
const RULE = 0.4;
const FREE = 4;

/** Heights of a row that a page may have for the taking (mm): more would look empty. */
const MOST_ROW = 34;
const ROW_STEP = 0.5;

export interface Area {
  width: number;
  height: number;
}

/** Of the page within its margins (mm). */
export function areaOf(landscape: boolean): Area {
  const { width, height, margin } = PAGE;
  const [wide, high] = landscape ? [height, width] : [width, height];
  return { width: wide - 2 * margin, height: high - 2 * margin };
}

/** Of the height of the letters: latin ones, with room for printers whose font is wide, and the gap beside Chinese ones. */
const LATIN = 0.6;
const MIXED_GAP = 0.25;
const isLatin = (letter: string): boolean => letter <= '\u024f';

function widthOf(text: string, size: number): number {
  const letters = Array.from(text);
  const ems = letters.reduce((sum, letter, at) => {
    const before = letters[at - 1];
    const gap = before !== undefined && isLatin(before) !== isLatin(letter) ? MIXED_GAP : 0;
    return sum + gap + (isLatin(letter) ? LATIN : 1);
  }, 0);
  return ems * (size / 2) * MM_PER_POINT;
}

function linesOf(text: string, size: number, width: number): number {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line, size) / width)));
  return lines.reduce((sum, each) => sum + each, 0);
}

const leadOf = (size: number): number => (size / 2) * LEADING * MM_PER_POINT;

function heightOfLine({ line, size = 'normal' }: Line, width: number): number {
  const letters = LETTERS[size];
  return linesOf(line, letters, width) * leadOf(letters) + AFTER_LINE * MM_PER_TWIP;
}

/** Of each row, the head first: as high as its highest cell; what goes on in the row below has room there. */
function rowsOf({ columns, head, rows, merged, size = 'normal' }: Table, width: number): number[] {
  const letters = LETTERS[size];
  return [...(head ? [head] : []), ...rows].map((row, nth, all) => {
    const lines = row.map((text, at) => {
      if (merged && at === 0 && all[nth + 1]?.[0] === '') return 1;
      const cell = (width * (columns[at] ?? 0)) / 100 - 2 * CELL.beside * MM_PER_TWIP;
      return linesOf(text, letters, cell);
    });
    return Math.max(1, ...lines) * leadOf(letters) + 2 * CELL.above * MM_PER_TWIP + RULE;
  });
}

function heightOfTable(table: Table, width: number): number {
  const [least, heads] = [table.height ?? 0, table.head ? 1 : 0];
  const rows = rowsOf(table, width).map((high, at) => (at < heads ? high : Math.max(high, least + RULE)));
  return rows.reduce((sum, high) => sum + high, 0) + BETWEEN * MM_PER_TWIP;
}

function heightOfCode({ edge, beside }: Code, width: number): number {
  const words = beside.map((line) => heightOfLine(line, width - edge - BESIDE_CODE - 4));
  const high = words.reduce((sum, each) => sum + each, 0);
  return Math.max(edge + AROUND_CODE, high) + BETWEEN * MM_PER_TWIP;
}

const TITLE_HEIGHT = leadOf(TITLE) + AFTER_TITLE * MM_PER_TWIP;

/** On a wall hang words, tables and codes. */
type OnPage = Exclude<Block, NewPage | Photo>;

/** One page with its title (mm). */
export function heightOf(blocks: readonly OnPage[], width: number): number {
  const heights = blocks.map((block) => {
    if ('line' in block) return heightOfLine(block, width);
    return 'code' in block ? heightOfCode(block, width) : heightOfTable(block, width);
  });
  return heights.reduce((sum, high) => sum + high, TITLE_HEIGHT);
}

function fits(page: readonly OnPage[], { width, height }: Area): boolean {
  return heightOf(page, width) <= height - FREE;
}

/** The page with its tables' rows as high as they may be; undefined where it is too much for one page. */
export function fillPage(blocks: readonly OnPage[], area: Area): OnPage[] | undefined {
  if (!fits(blocks, area)) return undefined;
  const withRows = (height: number) =>
    blocks.map((block) => ('columns' in block ? { ...block, height } : block));
  let least = MOST_ROW;
  // At the latest where no row is higher than its own lines.
  while (!fits(withRows(least), area)) least -= ROW_STEP;
  return withRows(least);
}

/** The first of these pages that is not too much, filled; else the last one as it is. */
export function firstThatFits(pages: readonly (readonly OnPage[])[], area: Area): readonly OnPage[] {
  for (const page of pages) {
    const filled = fillPage(page, area);
    if (filled) return filled;
  }
  return pages.at(-1) ?? [];
}

/** As many in a row on each page as there is room for; undefined where one alone is too much. */
export function packPages<T>(
  things: readonly T[],
  makePage: (some: readonly T[], last: boolean) => readonly OnPage[],
  area: Area,
): OnPage[][] | undefined {
  const pageOf = (from: number, to: number) => makePage(things.slice(from, to), to === things.length);
  const pages: OnPage[][] = [];
  for (let from = 0; from < things.length;) {
    // One more at a time, so that a long year is not measured again and again.
    let to = from;
    while (to < things.length && fits(pageOf(from, to + 1), area)) to += 1;
    const filled = to === from ? undefined : fillPage(pageOf(from, to), area);
    if (!filled) return undefined;
    pages.push(filled);
    from = to;
  }
  return pages;
}

/** A page for each, under the same title. */
export function joinPages(title: string, pages: readonly (readonly OnPage[])[]): Sheet['blocks'] {
  return pages.flatMap((page, at): Block[] => (at === 0 ? [...page] : [{ page: title }, ...page]));
}
