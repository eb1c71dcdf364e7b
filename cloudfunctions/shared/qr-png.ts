/** QR codes as PNG, one bit a pixel: every viewer of documents shows it, and no picture library is needed. */
import { crc32, deflateSync } from 'node:zlib';
import qrcode from 'qrcode-generator';

/** Let the version follow the length; a quarter of the code may be dirty or folded. */
const SMALLEST_VERSION = 0;
const CORRECTION = 'Q';
/** Pixels of one module: 300 to the inch and more at the sizes that are printed. */
const MODULE_PX = 12;
/** White modules around it, as the standard asks. */
const QUIET = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** One line of pixels with its filter byte; white is 1. */
function drawLine(isDark: (column: number) => boolean, pixels: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(pixels / 8));
  for (let x = 0; x < pixels; x++) {
    const column = Math.floor(x / MODULE_PX) - QUIET;
    if (!isDark(column)) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  }
  return line;
}

/** The code of this text; ASCII, as scenes and slips are. */
export function drawQrPng(text: string): Buffer {
  const code = qrcode(SMALLEST_VERSION, CORRECTION);
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const pixels = (modules + 2 * QUIET) * MODULE_PX;
  const lines = Array.from({ length: modules + 2 * QUIET }, (_, at) => {
    const row = at - QUIET;
    const inside = (column: number) => row >= 0 && row < modules && column >= 0 && column < modules;
    const line = drawLine((column) => inside(column) && code.isDark(row, column), pixels);
    return Buffer.concat(Array.from({ length: MODULE_PX }, () => line));
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  // One bit of grey, the usual compression and filter, not interlaced.
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
