/**
 * What is printed, as words in an order and nothing of the file's format: the same data give the same sheet.
 * print-sheet.ts makes the document of it.
 */
import type { PaperSize } from '../../../../miniprogram/contract/report';

/** Letters by use; their sizes stand in fit-page.ts. */
export type Size = 'small' | 'normal' | 'large' | 'medium' | 'big' | 'huge' | 'giant';

export interface Line {
  line: string;
  size?: Size;
  bold?: boolean;
  align?: 'center' | 'right';
  /** Two letters in from the margin, as letters are written. */
  indent?: boolean;
}

export interface Table {
  /** Shares of the width, in percent. */
  columns: readonly number[];
  /** Repeated on each page. */
  head?: readonly string[];
  /** Of a cell each line is a paragraph. */
  rows: readonly (readonly string[])[];
  size?: Size;
  /** An empty first cell belongs to the one above it. */
  merged?: true;
  /** Least height of a row (mm), where somebody is to write by hand. */
  height?: number;
}

/** A code with its words beside it. */
export interface Code {
  /** What the code holds. */
  code: string;
  /** It is the scene of a place, for which WeChat makes a code of its own. */
  scene?: true;
  /** Edge of the code (mm); below 25 a scanner must come near. */
  edge: number;
  beside: readonly Line[];
}

/** A new page with a title of its own. */
export interface NewPage {
  page: string;
}

/** A picture of its own, in the middle, as wide as the letters but for what is high. */
export interface Photo {
  /** File id under which its bytes are handed along. */
  photo: string;
  /** Height by width. */
  ratio: number;
}

export type Block = Line | Table | Code | NewPage | Photo;

export interface Sheet {
  /** What to call the file, without its ending. */
  name: string;
  title: string;
  landscape?: boolean;
  /** It hangs on a wall: its lines are exactly as high as fit-page.ts reckons. */
  fitted?: true;
  /** A3: the same, larger by the root of two; else A4. */
  paper?: PaperSize;
  blocks: readonly Block[];
  /** On every page's foot. */
  foot: string;
}

/** Several in one document, each on pages of its own. */
export function joinSheets(name: string, first: Sheet, others: readonly Sheet[]): Sheet {
  const rest = others.flatMap(({ title, blocks }): Block[] => [{ page: title }, ...blocks]);
  return { ...first, name, blocks: [...first.blocks, ...rest] };
}

/** The same sheet on larger paper; its file says so. */
export function onPaper(sheet: Sheet, paper: PaperSize | undefined): Sheet {
  return paper === undefined ? sheet : { ...sheet, paper, name: `${sheet.name} ${paper}` };
}
