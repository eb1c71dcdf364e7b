/**
 * What a paper is by its content, whatever its name says: a PDF to its end, or a Word file without macros. Both are kept
 * byte for byte: made anew they would be other papers.
 */
const PDF = '%PDF-';
const ZIP = 'PK\u0003\u0004';
/** Where a PDF says that it ends; some writers add a little after it. */
const TAIL = 2_048;

function standsAt(bytes: Uint8Array, codes: readonly number[], start: number): boolean {
  return codes.every((code, nth) => bytes[start + nth] === code);
}

const codesOf = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

function has(bytes: Uint8Array, text: string): boolean {
  const codes = codesOf(text);
  const [first = 0] = codes;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (standsAt(bytes, codes, at)) return true;
  return false;
}

function beginsWith(bytes: Uint8Array, text: string): boolean {
  return standsAt(bytes, codesOf(text), 0);
}

/** Undefined: neither, damaged, or with macros. */
export function paperKind(bytes: Uint8Array): 'pdf' | 'docx' | undefined {
  if (beginsWith(bytes, PDF)) return has(bytes.subarray(-TAIL), '%%EOF') ? 'pdf' : undefined;
  if (!beginsWith(bytes, ZIP)) return undefined;
  const isWord = has(bytes, '[Content_Types].xml') && has(bytes, 'word/document.xml');
  return isWord && !has(bytes, 'vbaProject.bin') ? 'docx' : undefined;
}
