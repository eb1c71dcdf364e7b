/** Workbooks as other programs make them, and what is read of them. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import {
  readFirstSheet,
  SHEET_LIMITS,
  type SheetLimits,
} from '../../../../../cloudfunctions/report/imports/read-sheet';
import { writeTemplate } from '../../../../../cloudfunctions/report/imports/write-template';

export const SHEET = 'xl/worksheets/sheet1.xml';
export let good: Uint8Array;

/** Before all tests: the workbook that others are made of. */
export async function makeWorkbook(): Promise<void> {
  const table = { head: ['村'], widths: [9], choices: [], explained: [['列']] };
  good = await writeTemplate({ ...table, rows: [] });
}

/** A workbook of ours with other parts in it. */
export function withParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const made = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync(
    { ...unzipSync(good), ...(Object.fromEntries(made) as Record<string, Uint8Array>) },
    { level: 1 },
  );
}

export const sheet = (rows: string, after = '') =>
  `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${rows}</x:sheetData>${after}</x:worksheet>`.replaceAll(
    /<(\/?)(row|c|v|f|is|t|mergeCells|mergeCell)\b/g,
    '<$1x:$2',
  );
export const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

export const read = (bytes: Uint8Array, limits: SheetLimits = SHEET_LIMITS) =>
  readFirstSheet(bytes, () => 0, limits);
export const texts = (bytes: Uint8Array) => {
  const found = read(bytes);
  if (!found.ok) return found.why;
  return found.lines.map(({ line, cells }) => [
    line,
    ...Object.values(cells).map(({ text, fault }) => fault ?? text),
  ]);
};
