/** A list as .xlsx: dates are dates, words are words (never a formula), the heading stays when one scrolls. */
import writeXlsxFile from 'write-excel-file/universal';
import type { Cell, ListTable } from './rules/table';

const words = (value: string) => ({ value, type: String, format: '@' as const });

function cellOf(cell: Cell) {
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return words(cell);
  // The library counts days from the instant alone, so that midnight UTC is the day itself.
  return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
}

export async function writeList({ name, said, columns, rows }: ListTable): Promise<Buffer> {
  const head = columns.map(({ title }) => ({ ...words(title), fontWeight: 'bold' as const }));
  const title = { ...words(name), fontWeight: 'bold' as const, fontSize: 14 };
  const data = [[title], [words(said)], head, ...rows.map((row) => row.map(cellOf))];
  const file = writeXlsxFile([
    { sheet: '名单', data, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 3 },
  ]);
  return Buffer.from(await (await file.toBlob()).arrayBuffer());
}
