import { inflateRawSync } from 'node:zlib';

/** The parts of a zip by name, through its central directory. */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    const path = bytes.subarray(at + 46, at + 46 + (name ?? 0)).toString('utf8');
    parts.set(path, method === 0 ? data : inflateRawSync(data));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** The words of a .docx, a paragraph a line, foot included; throws when the file is none. */
export function wordsOf(bytes: Buffer): string {
  const parts = unzip(bytes);
  const document = parts.get('word/document.xml');
  if (!document) throw new Error('no word/document.xml: not a document');
  const texts = [
    document,
    ...[...parts].filter(([path]) => /^word\/footer\d/.test(path)).map(([, part]) => part),
  ];
  return texts
    .map((part) =>
      part
        .toString('utf8')
        .replace(/<\/w:p>/g, '\n')
        .replace(/<[^>]*>/g, ''),
    )
    .join('\n')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<');
}

/** Pictures inside a .docx. */
export function picturesOf(bytes: Buffer): Buffer[] {
  return [...unzip(bytes)].filter(([path]) => path.startsWith('word/media/')).map(([, part]) => part);
}

/** What has a line of its own in formOf. */
const STRUCTURE = /^w:(p|r|tbl|tr|tc|sectPr)$/;
/** Only holds others, says what another one says, or is how the library draws a picture. */
const UNSAID =
  /^w:(document|ftr|body|(p|r|tbl|tr|tc)Pr|tblBorders|tcMar|tblGrid|bCs|szCs|drawing)$|^(?!w:|wp:(extent|docPr)$)/;
const UNSAID_VALUE = /^(space=preserve|type=dxa|color=auto|id=.*)$/;

/**
 * How a .docx is set: of each paragraph, run, table, row, cell and page a line with its measures, and of a run its words:
 * `p spacing(after=80 line=320)`, `r rFonts(Times New Roman 宋体) b sz(44) t«题»`.
 */
export function formOf(bytes: Buffer, part = 'word/document.xml'): string[] {
  const xml = unzip(bytes).get(part)?.toString('utf8') ?? '';
  const lines: string[] = [];
  for (const [, name = '', attributes = '', words = ''] of xml.matchAll(/<([\w:]+)([^>]*)>([^<]*)/g)) {
    const short = name.slice(name.indexOf(':') + 1);
    if (STRUCTURE.test(name)) lines.push(short);
    else if (!UNSAID.test(name)) {
      const values = [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) =>
        key === 'val' || short === 'rFonts' ? value : `${key}=${value}`,
      );
      const said = [...new Set(values)].filter((each) => !UNSAID_VALUE.test(each)).join(' ');
      lines.push(`${lines.pop() ?? ''} ${short}${said && `(${said})`}${words && `«${words}»`}`);
    }
  }
  return lines;
}

/** A run of formOf: letters of one font, and latin ones beside them. */
export function runOf(font: string, size: number, words: string, bold = false): string {
  const said = words === '' ? '' : `«${words}»`;
  return `r rFonts(Times New Roman ${font}) ${bold ? 'b' : 'b(false)'} sz(${String(size)}) t${said}`;
}

/** A table of formOf with its columns (twips). */
export function tableOf(width: number, line: string, columns: readonly number[]): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) => `${edge}(${line})`);
  const grid = columns.map((each) => `gridCol(w=${String(each)})`);
  return ['tbl', `tblW(w=${String(width)})`, ...edges, 'tblLayout(type=fixed)', ...grid].join(' ');
}
