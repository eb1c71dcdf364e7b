/**
 * .xlsx in and out. What comes from outside is a zip that may be anything: it is opened within bounds, looked at, and
 * only its plain parts, packed anew, reach the library that reads cells.
 */
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';

/** Of one file: parts, bytes when unpacked, and the cell farthest out. An office's table is a hundredth of it. */
const MOST_PARTS = 60;
const MOST_BYTES = 4_000_000;
const MOST_ROWS = 1_000;
const MOST_LETTERS = 2;
/** Elements of one part, whether or not they say where they stand: a thousand rows of twenty cells have 82,000. */
const MOST_ELEMENTS = 150_000;

const XML = /\.(xml|rels)$/i;
const SHEET = /^xl\/worksheets\//i;
/** Declared entities and documents: no spreadsheet program writes them. Letters of two bytes would hide them. */
const NOT_PLAIN = /<!\s*(DOCTYPE|ENTITY)|\0/i;

/** Ends with the element it began with: what claims to be smaller than it is was cut off. */
function isWhole(xml: string): boolean {
  const name = /<([A-Za-z][\w:.-]*)/.exec(xml.replace(/<\?[^>]*\?>/g, ''))?.[1];
  return (
    name !== undefined &&
    (xml.trimEnd().endsWith(`</${name}>`) || /^[^<]*<[^<]*\/>\s*$/.test(xml.replace(/<\?[^>]*\?>/g, '')))
  );
}

/** Empty rows and cells take no room in a zip, and half a million of them twenty seconds to read. */
function isCrowded(xml: string): boolean {
  let elements = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) elements += 1;
  return elements > MOST_ELEMENTS;
}

function isFarOut(xml: string): boolean {
  if ((xml.match(/<(?:[\w.-]+:)?row\b/gi)?.length ?? 0) > MOST_ROWS) return true;
  for (const [, letters = '', row = ''] of xml.matchAll(/\br\s*=\s*["']([A-Za-z]*)(\d+)["']/g)) {
    if (letters.length > MOST_LETTERS || Number(row) > MOST_ROWS) return true;
  }
  return false;
}

/** Its text parts; undefined for what no spreadsheet program would have made. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let parts = 0;
  let size = 0;
  const opened = unzipSync(bytes, {
    filter({ name, originalSize }) {
      parts += 1;
      if (!XML.test(name)) return false;
      size += originalSize;
      return parts <= MOST_PARTS && size <= MOST_BYTES;
    },
  });
  if (parts > MOST_PARTS || size > MOST_BYTES) return undefined;
  for (const [name, part] of Object.entries(opened)) {
    const xml = strFromU8(part);
    if (NOT_PLAIN.test(xml) || isCrowded(xml) || !isWhole(xml) || (SHEET.test(name) && isFarOut(xml)))
      return undefined;
  }
  return opened;
}

/** The first sheet's cells, line by line; undefined: no workbook, or none that is safe to open. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly (readonly unknown[])[] | undefined> {
  try {
    const parts = unpack(bytes);
    if (!parts) return undefined;
    const clean = zipSync(parts, { level: 0 });
    return await readSheet(clean.slice().buffer, 1);
  } catch {
    // Whatever is wrong inside: the libraries say so by throwing, each in its own way.
    return undefined;
  }
}

/** Cells are words, never formulas. `widths` in letters. */
export async function writeWorkbook(
  cells: readonly (readonly string[])[],
  widths: readonly number[],
): Promise<Buffer> {
  const [head = [], ...rows] = cells;
  const text = (value: string) => ({ value, type: String, format: '@' });
  const data = [
    head.map((value) => ({ ...text(value), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(text)),
  ];
  const file = writeXlsxFile(data, { columns: widths.map((width) => ({ width })), stickyRowsCount: 1 });
  return Buffer.from(await (await file.toBlob()).arrayBuffer());
}
