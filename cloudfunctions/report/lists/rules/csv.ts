/** A list as .csv: the lines of its .xlsx, for programs that read no other. */
import type { Cell, ListTable } from './table';

/** Without it a spreadsheet takes Chinese words for another alphabet. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would run instead of showing it, behind whatever blanks, in either width. */
const RUNS = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** `=1+1` → `'=1+1`: the sign by which spreadsheets keep words as words. */
function wordOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? cell : cell.date;
  const kept = RUNS.test(text) ? `'${text}` : text;
  return `"${kept.replaceAll('"', '""')}"`;
}

export function toCsv({ name, said, columns, rows }: ListTable): string {
  const lines: readonly (readonly Cell[])[] = [[name], [said], columns.map(({ title }) => title), ...rows];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(wordOf).join(',')}\r\n`).join('');
}
