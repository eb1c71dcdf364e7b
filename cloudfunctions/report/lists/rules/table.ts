/** A list as it leaves the house: what stands above it and what its columns are, without the file's format. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';

export interface DateCell {
  date: LocalDate;
}
/** '' : nothing stands there. Words stay words, whatever sign they begin with. */
export type Cell = string | number | DateCell;

/** Its width is in letters. */
export type Column<Row> = readonly [title: string, width: number, of: (row: Row) => Cell];

export interface ListTable {
  /** The file's name and the sheet's heading. */
  name: string;
  /** What narrowed it, when it was taken out, how many rows. */
  said: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly Cell[])[];
}

export function day(date: LocalDate | undefined): Cell {
  return date === undefined ? '' : { date };
}

export function toTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { name, narrowed, on, cut }: { name: string; narrowed: string; on: string; cut: boolean },
): ListTable {
  const count = cut
    ? `没有列全，只列了 ${String(rows.length)} 行，请缩小范围再导`
    : `共 ${String(rows.length)} 行`;
  return {
    name,
    said: [narrowed, `${on}导出`, count].filter(Boolean).join('　'),
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: rows.map((row) => columns.map(([, , of]) => of(row))),
  };
}
