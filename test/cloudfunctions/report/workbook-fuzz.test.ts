/** Any damage to a file, and any bytes: never an error of ours. PROOF=1 tries fifty times as many. */
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readCells } from '../../../cloudfunctions/report/spreadsheets/rules/routing-table';
import { readWorkbook, writeWorkbook } from '../../../cloudfunctions/report/spreadsheets/workbook';
import { smallDirectory } from '../request/rules/books';

const RUNS = process.env['PROOF'] === '1' ? 10_000 : 200;
const directory = smallDirectory([], []);

const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { minLength: 1, maxLength: 12 });

test('a damaged workbook is read or not, and its cells are rows or faults', async () => {
  const good = await writeWorkbook(
    [
      ['村', '类别', '代表小组', '从哪天起'],
      ['全镇', '全部', '一组', '2026-12-01'],
    ],
    [9],
  );
  await fc.assert(
    fc.asyncProperty(damage, fc.nat(), async (places, cut) => {
      const bytes = Buffer.from(good);
      for (const { at, byte } of places) bytes[at % bytes.length] = byte;
      const cells = await readWorkbook(cut % 4 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes);
      if (cells) readCells(directory, cells);
    }),
    { numRuns: RUNS },
  );
});

test('any cells are rows or faults, at most fifty of them', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.date(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 80 }), (lines) => {
      const head = ['村', '类别', '代表小组', '从哪天起'];
      expect(readCells(directory, [head, ...lines]).faults.length).toBeLessThanOrEqual(50);
    }),
    { numRuns: RUNS },
  );
});

test.each([
  ['500,000 empty rows', '<row/>', 500_000],
  ['rows of another prefix', '<x:row/>', 400_000],
  ['500,000 empty cells', '<c/>', 500_000],
])('%s in a few kilobytes are refused before a cell is read', async (_what, element, times) => {
  const parts = unzipSync(await writeWorkbook([['村'], ['全镇']], [9]));
  const at = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/sheet')) ?? '';
  const sheet = `<worksheet><sheetData>${element.repeat(times)}</sheetData></worksheet>`;
  const bytes = zipSync({ ...parts, [at]: strToU8(sheet) });
  expect(bytes.length).toBeLessThan(20_000);
  expect(await readWorkbook(bytes)).toBeUndefined();
});
