import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import qrcode from 'qrcode-generator';
import { drawQrPng } from '../../../cloudfunctions/shared/qr-png';

/** Pixels of one module and modules of the white edge, as the picture must have them to be scanned. */
const MODULE = 12;
const QUIET = 4;

/** Reads the picture back: is the pixel dark? */
function readPng(png: Buffer): { edge: number; isDark(x: number, y: number): boolean } {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const edge = png.readUInt32BE(16);
  const length = png.readUInt32BE(33);
  const lines = inflateSync(png.subarray(41, 41 + length));
  const bytes = 1 + Math.ceil(edge / 8);
  expect(lines).toHaveLength(bytes * edge);
  return { edge, isDark: (x, y) => (((lines[y * bytes + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0 };
}

test('every module stands where the code has it, with four white ones around', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2}\.[hv][0-9]{1,3}$/), (scene) => {
      const code = qrcode(0, 'Q');
      code.addData(scene);
      code.make();
      const modules = code.getModuleCount();
      const { edge, isDark } = readPng(drawQrPng(scene));
      expect(edge).toBe((modules + 2 * QUIET) * MODULE);
      for (let row = -QUIET; row < modules + QUIET; row++)
        for (let column = -QUIET; column < modules + QUIET; column++) {
          const inside = Math.min(row, column) >= 0 && Math.max(row, column) < modules;
          const [x, y] = [column, row].map((at) => (at + QUIET) * MODULE + MODULE - 1);
          if (isDark(x ?? 0, y ?? 0) !== (inside && code.isDark(row, column)))
            throw new Error(`${row}/${column}`);
        }
    }),
    { numRuns: 20 },
  );
});
