import type { Cell, Column } from '../../../../../cloudfunctions/report/lists/rules/table';

/** What stands in a line of a list, by the title above it; what is empty is left out. */
export function readLine<Row>(columns: readonly Column<Row>[], row: Row): Readonly<Record<string, Cell>> {
  const cells = columns.map(([title, , of]) => [title, of(row)] as const);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== ''));
}

/** A day, as a spreadsheet sorts it. */
export const on = (date: string): Cell => ({ date });
