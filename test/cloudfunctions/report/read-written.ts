/** A written .xlsx as its reader sees it: cells by line, and which of them are numbers. */
import { strFromU8, unzipSync } from 'fflate';

export interface ReadCell {
  text: string;
  number: boolean;
}
export interface ReadSheet {
  /** The sheet's XML. */
  xml: string;
  cells: ReadCell[][];
  lines: string[][];
  /** In letters, by column. */
  widths: number[];
}

export function readSheet(file: Buffer | undefined): ReadSheet {
  const parts = unzipSync(new Uint8Array(file ?? Buffer.alloc(0)));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const plain = (xml: string) =>
    xml
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    plain(si),
  );
  const xml = part('xl/worksheets/sheet1.xml');
  const cells = [...xml.matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, about = '', inner = '']): ReadCell => {
      const words = about.includes('t="s"');
      const text = words ? (shared[Number(plain(inner))] ?? '') : plain(inner);
      return { text, number: !words && text !== '' };
    }),
  );
  const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width = '0']) => Number(width));
  return { xml, cells, lines: cells.map((line) => line.map(({ text }) => text)), widths };
}
