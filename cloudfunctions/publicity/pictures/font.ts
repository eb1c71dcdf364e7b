/**
 * The Chinese font that travels along (Noto Sans SC, SIL Open Font License), as a file beside the function: a bare
 * machine has none. Glyphs become paths, so that nothing depends on what is installed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Font } from 'opentype.js';

/** As build/functions.ts lays it there. */
const FILE = 'font.woff';
let font: Font | undefined;

/** Reading it takes half a second: once in an instance, and only where a picture is drawn. */
export function loadFont(): Font {
  if (font) return font;
  const bytes = readFileSync(join(__dirname, FILE));
  font = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return font;
}
