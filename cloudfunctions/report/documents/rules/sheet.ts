/**
 * What is printed, as words in an order and nothing of the file's format: the same data give the same sheet.
 * print-sheet.ts makes the document of it.
 */

/** Letters by use; their sizes stand in print-sheet.ts. */
export type Size = 'small' | 'normal' | 'large' | 'huge';

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

export type Block = Line | Table | Code | NewPage;

export interface Sheet {
  /** What to call the file, without its ending. */
  name: string;
  title: string;
  landscape?: boolean;
  blocks: readonly Block[];
  /** On every page's foot. */
  foot: string;
}

/** Several in one document, each on pages of its own. */
export function joinSheets(name: string, first: Sheet, others: readonly Sheet[]): Sheet {
  const rest = others.flatMap(({ title, blocks }): Block[] => [{ page: title }, ...blocks]);
  return { ...first, name, blocks: [...first.blocks, ...rest] };
}
