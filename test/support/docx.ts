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
