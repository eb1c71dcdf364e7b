/** A sheet as the reader hands it on: what each cell says, and which cells say that they could not be computed. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';

export interface Cell {
  text: string;
  /** The format says that it is a day. */
  day?: LocalDate;
  /** A number of a workbook that counts days from 1904. */
  from1904?: true;
  /** `#N/A`, `#REF!` …, or a formula that was saved without its value. */
  fault?: 'error' | 'no-value';
}

/** One line that says something; `line` as the spreadsheet counts them, cells by column from 0. */
export interface SheetLine {
  line: number;
  cells: Readonly<Record<number, Cell>>;
}
