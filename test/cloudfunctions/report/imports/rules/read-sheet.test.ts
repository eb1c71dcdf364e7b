/** Tables as offices save them, and files that should not be opened. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFirstSheet, SHEET_LIMITS } from '../../../../../cloudfunctions/report/imports/read-sheet';
import { writeTemplate } from '../../../../../cloudfunctions/report/imports/write-template';
import { good, inline, makeWorkbook, read, sheet, SHEET, texts, withParts } from './made-sheet';

beforeAll(makeWorkbook);

test('numbers, days, errors, a formula without its value, yes and no, rich text', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="57"/></cellXfs></styleSheet>';
  const strings = '<sst><si><r><t>柳树</t></r><r><t>村&amp;社区</t></r><rPh><t>liushu</t></rPh></si></sst>';
  const rows =
    '<row r="3"><c r="A3"><v>0.30000000000000004</v></c><c r="B3" s="1"><v>46357</v></c><c r="C3" s="2"><v>46357.75</v></c>' +
    '<c r="D3" t="e"><f>VLOOKUP(1,2,3)</f><v>#N/A</v></c><c r="E3" t="str"><f>X</f><v>#REF!</v></c><c r="F3"><f>A1+1</f></c>' +
    '<c r="G3" t="b"><v>1</v></c><c r="H3" t="s"><v>0</v></c></row>';
  const bytes = withParts({ [SHEET]: sheet(rows), 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings });
  expect(texts(bytes)).toEqual([
    [3, '0.3', '2026-12-01', '2026-12-01', 'error', 'error', 'no-value', '是', '柳树村&社区'],
  ]);
});

test('what a program could not compute, wherever it stands; what it computed to nothing', () => {
  const strings =
    '<sst><si><t>#DIV/0!</t></si><si><t>#7栋</t></si><si><t>第一行_x000D_\n第二行</t></si></sst>';
  const rows =
    '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>' +
    `<c r="D1" t="str"><f>X</f><v>#NAME?</v></c>${inline('E1', ' #N/A ')}<c r="F1" t="str"><f>IF(A2="","",A2)</f><v></v></c>` +
    '<c r="G1"><f>A1+1</f></c><c r="H1" t="s"><v>2</v></c><c r="I1" t="str"><f>HYPERLINK("x","站")</f><v>站</v></c></row>' +
    `<row r="2" hidden="1">${inline('A2', '藏起来的行')}<c r="B2" t="inlineStr"><is><r><t>柳</t></r><rPh sb="0" eb="1"><t>liu</t></rPh><r><t>树</t></r></is></c></row>`;
  expect(texts(withParts({ [SHEET]: sheet(rows), 'xl/sharedStrings.xml': strings }))).toEqual([
    [1, 'error', 'error', '#7栋', 'error', 'error', 'no-value', '第一行\r\n第二行', '站'],
    // What is filtered away is still part of the table: a rule that went unseen would be the worse fault.
    [2, '藏起来的行', '柳树'],
  ]);
});

test('days of a workbook that counts from 1904, shown as days or as plain numbers', () => {
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    [SHEET]: sheet('<row r="1"><c r="A1" s="1"><v>44895</v></c><c r="B1"><v>44895.5</v></c></row>'),
  };
  const found = read(withParts(parts));
  expect(found.ok && found.lines[0]?.cells).toEqual({
    0: { text: '2026-12-01', day: '2026-12-01' },
    1: { text: '44895.5', from1904: true },
  });
});

test('a merged cell means each of its lines that say something', () => {
  const rows = `<row r="1">${inline('A1', '第一小组')}${inline('B1', '甲')}</row><row r="2"><c r="A2"/>${inline('B2', '乙')}</row><row r="3">${inline('B3', '丙')}</row>`;
  const merged = '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>';
  expect(texts(withParts({ [SHEET]: sheet(rows, merged) }))).toEqual([
    [1, '第一小组', '甲'],
    [2, '第一小组', '乙'],
    [3, '丙'],
  ]);
});

test('the first sheet that is shown, wherever it lies', () => {
  const workbook =
    '<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="隐" state="hidden" r:id="rId1"/><sheet name="表" r:id="rId9"/></sheets></workbook>';
  const relations =
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="/xl/other.xml"/></Relationships>';
  const bytes = withParts({
    'xl/other.xml': sheet(`<row>${inline('A1', '这一张')}</row>`),
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': relations,
  });
  expect(texts(bytes)).toEqual([[1, '这一张']]);
});

const one = `<row r="1">${inline('A1', '村')}</row>`;
const lines = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `<row r="${String(n + 1)}">${inline(`A${String(n + 1)}`, '村')}</row>`,
  );

test.each([
  [
    'a declared entity',
    () => withParts({ [SHEET]: `<!DOCTYPE x [<!ENTITY a "b">]>${sheet(one)}` }),
    'broken',
  ],
  ['half a sheet', () => withParts({ [SHEET]: sheet(one).slice(0, -20) }), 'broken'],
  ['tags that do not match', () => withParts({ [SHEET]: sheet(one).replace('</x:c>', '</x:d>') }), 'broken'],
  ['no zip', () => strToU8('村,类别'), 'broken'],
  ['nothing', () => new Uint8Array(), 'broken'],
  ['a zip cut off', () => good.slice(0, Math.floor(good.length / 2)), 'broken'],
  ['no sheet in it', () => zipSync({ 'a.txt': strToU8('x') }), 'broken'],
  ['too many lines', () => withParts({ [SHEET]: sheet(lines(11).join('')) }), 'large'],
  ['a bomb', () => withParts({ [SHEET]: sheet(one + ' '.repeat(3_000_000)) }), 'large'],
])('%s is not opened', (_name, make, why) => {
  const limits = { ...SHEET_LIMITS, lines: 10, unpackedBytes: 2_000_000 };
  expect(read(make(), limits)).toEqual({ ok: false, why });
});

test('ten lines are read where ten are allowed', () => {
  const limits = { ...SHEET_LIMITS, lines: 10, unpackedBytes: 2_000_000 };
  expect(read(withParts({ [SHEET]: sheet(lines(10).join('')) }), limits)).toMatchObject({ ok: true });
});

test('what takes too long is given up', () => {
  let clock = 0;
  const late = readFirstSheet(good, () => (clock += 9_000));
  expect(late).toEqual({ ok: false, why: 'slow' });
});

test('what looks like a formula goes out as words; drop-downs point to the names', async () => {
  const rows = [['=1+1'], ['@SUM(A1)'], ['-2']];
  const choices = [{ column: 0, values: ['镇代表之家', '柳树站'] }];
  const bytes = await writeTemplate({ head: ['村'], rows, widths: [9], choices, explained: [['列']] });
  expect(texts(bytes)).toEqual([
    [1, '村'],
    [2, '=1+1'],
    [3, '@SUM(A1)'],
    [4, '-2'],
  ]);
  const xml = strFromU8(unzipSync(bytes)[SHEET] ?? new Uint8Array());
  expect(xml).toContain(`sqref="A2:A2000"><formula1>'名单'!$A$1:$A$2</formula1>`);
});
