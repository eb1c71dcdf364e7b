/** A table as the office fills it in, and what it would change. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { planTable } from '../../../../../cloudfunctions/registry/imports/rules/directory-table';
import type { Cell, SheetLine } from '../../../../../cloudfunctions/registry/imports/rules/sheet';
import { readRows } from '../../../../../cloudfunctions/registry/imports/rules/table';
import { tableOf } from '../../../../../cloudfunctions/registry/imports/rules/tables/all-tables';
import { dayOfSerial } from '../../../../../cloudfunctions/report/imports/rules/serial';
import type { DirectoryTableId } from '../../../../../miniprogram/contract/imports';
import type { DirectoryKind, DirectoryRows } from '../../../../../miniprogram/contract/registry-office';

export const TODAY = '2026-11-23';
export const tagOf = (kind: string, id: string, row: unknown) => JSON.stringify([kind, id, row]);
export const context = { today: TODAY, tagOf };

export type Text = string | Cell;

export function linesOf(rows: readonly (readonly Text[])[]): SheetLine[] {
  return rows.map((cells, n) => ({
    line: n + 1,
    cells: Object.fromEntries(
      cells.map((cell, at) => [at, typeof cell === 'string' ? { text: cell } : cell]),
    ),
  }));
}

export function planSheet(id: DirectoryTableId, rows: readonly (readonly Text[])[], into: Directory) {
  const table = tableOf(id);
  return planTable(table, into, readRows(table.spec, linesOf(rows), dayOfSerial), context);
}

/** The rows that the lines of a sheet would make, by their place in it. */
export function rowsOf<K extends DirectoryKind>(
  id: DirectoryTableId & K,
  rows: readonly (readonly Text[])[],
  into: Directory,
): (DirectoryRows[K] | null)[] {
  const { lines, faults } = planSheet(id, rows, into);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return lines.map(({ body }) => body.row as DirectoryRows[K] | null);
}
