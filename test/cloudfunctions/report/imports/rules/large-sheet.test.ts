/** Sheets with a million rows that say nothing, and files that were damaged. */
import fc from 'fast-check';
import { good, inline, makeWorkbook, read, sheet, SHEET, texts, withParts } from './made-sheet';

const RUNS = process.env['PROOF'] === '1' ? 10_000 : 200;
beforeAll(makeWorkbook);

test('blank styled rows, a stray cell far out and pictures in the file do not matter', () => {
  const blank = Array.from(
    { length: 20_000 },
    (_, n) => `<row r="${String(n + 2)}" s="5" customFormat="1"><c r="A${String(n + 2)}" s="3"/></row>`,
  ).join('');
  const rows = `<row r="1">${inline('A1', '村')}${inline('XFD1', '远')}</row>${blank}<row r="1048576">${inline('A1048576', '尾')}</row>`;
  const noise = new Uint8Array(3_000_000).map((_, at) => (at * 7919) % 251);
  const bytes = withParts({ 'xl/media/image1.png': noise, [SHEET]: sheet(rows) });
  expect(texts(bytes)).toEqual([
    [1, '村'],
    [1_048_576, '尾'],
  ]);
});

test('half a million empty rows are seven kilobytes, and cost no more than their letters', () => {
  const bytes = withParts({ [SHEET]: sheet('<row/>'.repeat(500_000)) });
  expect(read(bytes)).toMatchObject({ ok: true, lines: [] });
});

test('any damage to a file is an answer, never an error', () => {
  const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(damage, fc.nat(), (places, cut) => {
      const bytes = Uint8Array.from(good);
      for (const { at, byte } of places) bytes[at % bytes.length] = byte;
      const found = read(cut % 4 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes);
      expect(typeof found.ok).toBe('boolean');
    }),
    { numRuns: RUNS },
  );
});
