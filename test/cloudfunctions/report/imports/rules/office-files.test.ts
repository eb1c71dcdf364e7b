/** A list of villages as different people save it: each file is either that list, or says line and column. */
import { strToU8, zipSync } from 'fflate';
import { readRows } from '../../../../../cloudfunctions/registry/imports/rules/table';
import type { TableSpec } from '../../../../../cloudfunctions/registry/imports/rules/table';
import { readFirstSheet } from '../../../../../cloudfunctions/report/imports/read-sheet';
import { dayOfSerial } from '../../../../../cloudfunctions/report/imports/rules/serial';

const SPEC: TableSpec = {
  title: '名单',
  most: 100,
  columns: [
    { key: 'name', head: '姓名', also: ['代表姓名'], kind: 'text', needed: true, hint: '', example: '' },
    { key: 'from', head: '从哪天起', kind: 'day', hint: '', example: '' },
    { key: 'people', head: '人数', kind: 'count', hint: '', example: '' },
    { key: 'phone', head: '电话', kind: 'phone', hint: '', example: '' },
  ],
};
const COLUMNS = 'ABCDEFGH';

/** `<c>` of a cell: words, or the inside of a cell as a program wrote it. */
type Made = string | { t?: string; s?: number; xml: string };

function cell(at: string, made: Made): string {
  if (typeof made === 'string') return `<c r="${at}" t="inlineStr"><is><t>${made}</t></is></c>`;
  const type = made.t === undefined ? '' : ` t="${made.t}"`;
  return `<c r="${at}"${type}${made.s === undefined ? '' : ` s="${String(made.s)}"`}>${made.xml}</c>`;
}

interface File {
  rows: readonly (readonly Made[])[];
  from?: number;
  after?: string;
  attributes?: string;
  workbook?: string;
  parts?: Readonly<Record<string, string>>;
  slash?: string;
}

const SHEETS = '<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>';

function save({ rows, from = 1, after = '', workbook = SHEETS, parts = {}, slash = '/' }: File): Uint8Array {
  const lines = rows.map((made, n) => {
    const line = String(n + from);
    return `<row r="${line}">${made.map((one, at) => cell(`${COLUMNS[at] ?? ''}${line}`, one)).join('')}</row>`;
  });
  const all: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook xmlns:r="x">${workbook}</workbook>`,
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="58"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>${lines.join('')}</sheetData>${after}</worksheet>`,
    ...parts,
  };
  const packed = Object.entries(all).map(([name, xml]) => [name.replaceAll('/', slash), strToU8(xml)]);
  return zipSync(Object.fromEntries(packed) as Record<string, Uint8Array>, { level: 1 });
}

function read(file: File) {
  const sheet = readFirstSheet(save(file), () => 0);
  return sheet.ok ? readRows(SPEC, sheet.lines, dayOfSerial) : sheet.why;
}

const HEAD = ['姓名', '从哪天起', '人数', '电话'] as const;
const LINE = ['王磊', '2026-05-03', '3', '13800000001'] as const;
const WHOLE = [{ name: '王磊', from: '2026-05-03', people: '3', phone: '13800000001' }];
const n = (value: string, s?: number): Made => ({ xml: `<v>${value}</v>`, ...(s !== undefined && { s }) });

test.each<[string, File]>([
  ['as a template has it', { rows: [HEAD, LINE] }],
  ['numbers and serials', { rows: [HEAD, ['王磊', n('46145', 1), n('3'), n('13800000001')]] }],
  [
    'a day with its time, a number as science writes it',
    { rows: [HEAD, ['王磊', n('46145.354166', 2), n('3.0'), n('1.3800000001E10')]] },
  ],
  [
    'counting from 1904',
    {
      rows: [HEAD, ['王磊', n('44683', 1), n('3'), n('13800000001')]],
      workbook: `<workbookPr date1904="1"/>${SHEETS}`,
    },
  ],
  [
    'a title, a remark and a blank line above',
    { rows: [['柳树城镇名单'], ['填表人：王样样'], HEAD, LINE], from: 3 },
  ],
  [
    'heads with units, stars and line ends',
    { rows: [['姓 名*', '从哪\n天起', '人数（人）', '电话：'], LINE] },
  ],
  [
    'another word for a head, another order, columns that are nobody’s',
    {
      rows: [
        ['电话', '序号', '代表姓名', '人数', '从哪天起', '备注'],
        [LINE[3], '1', LINE[0], LINE[2], LINE[1], '无'],
      ],
    },
  ],
  [
    'a formula with its value',
    {
      rows: [
        HEAD,
        [{ t: 'str', xml: '<f>A1</f><v>王磊</v>' }, LINE[1], { xml: '<f>1+2</f><v>3</v>' }, LINE[3]],
      ],
    },
  ],
  [
    'a number that can be pressed',
    {
      rows: [
        HEAD,
        [
          LINE[0],
          LINE[1],
          LINE[2],
          { t: 'str', xml: '<f>HYPERLINK("tel:13800000001","138 0000 0001")</f><v>138 0000 0001</v>' },
        ],
      ],
      after: '<hyperlinks><hyperlink ref="D2" r:id="rId3"/></hyperlinks>',
    },
  ],
  [
    'letters of two colours',
    {
      rows: [
        HEAD,
        [
          { t: 'inlineStr', xml: '<is><r><rPr><b/></rPr><t>王</t></r><r><t>磊</t></r></is>' },
          LINE[1],
          LINE[2],
          LINE[3],
        ],
      ],
    },
  ],
  [
    'digits kept as words, full width, unseen signs',
    {
      rows: [
        HEAD,
        ['王\u3000磊\u200b'.replace('\u3000', ''), "'2026.5.3", '３', '\u202d１３８ ００００ ０００１\u202c'],
      ],
    },
  ],
  ['struck out by hand beside it', { rows: [HEAD, LINE, ['', '', '', '']] }],
  ['its head again on each page', { rows: [HEAD, LINE, HEAD] }],
  [
    'drop-downs, remarks, filters and a picture',
    {
      rows: [HEAD, LINE],
      after:
        '<autoFilter ref="A1:D2"/><dataValidations count="1"><dataValidation sqref="A2:A9"><formula1>"甲,乙"</formula1></dataValidation></dataValidations><drawing r:id="rId7"/><legacyDrawing r:id="rId8"/>',
      parts: {
        'xl/comments1.xml': '<comments/>',
        'xl/drawings/drawing1.xml': '<x/>',
        'xl/vbaProject.bin': 'macro',
      },
    },
  ],
  ['parts named as old programs name them', { rows: [HEAD, LINE], slash: '\\' }],
  [
    'a hidden sheet before it',
    {
      rows: [HEAD, LINE],
      workbook:
        '<sheets><sheet name="旧" state="veryHidden" r:id="rId9"/><sheet name="表" r:id="rId1"/></sheets>',
    },
  ],
])('%s', (_what, file) => {
  expect(read(file)).toEqual({ rows: [{ line: expect.any(Number) as number, cells: WHOLE[0] }], faults: [] });
});

test.each<[string, File, object]>([
  [
    'an error where nothing need stand',
    { rows: [HEAD, [LINE[0], { t: 'e', xml: '<v>#N/A</v>' }]] },
    { line: 2, column: '从哪天起', why: 'error' },
  ],
  [
    'an error in a needed column',
    { rows: [HEAD, [{ t: 'e', xml: '<f>X</f><v>#REF!</v>' }, LINE[1]]] },
    { line: 2, column: '姓名', why: 'error' },
  ],
  [
    'an error that was pasted as words',
    { rows: [HEAD, [LINE[0], LINE[1], ' #DIV/0! ']] },
    { line: 2, column: '人数', why: 'error' },
  ],
  [
    'an error of newer programs',
    { rows: [HEAD, [LINE[0], LINE[1], { t: 'e', xml: '<v>#SPILL!</v>' }, LINE[3]]] },
    { line: 2, column: '人数', why: 'error' },
  ],
  [
    'a formula without its value',
    { rows: [HEAD, [LINE[0], LINE[1], LINE[2], { xml: '<f>VLOOKUP(A2,B:C,2,0)</f>' }]] },
    { line: 2, column: '电话', why: 'no-value' },
  ],
  [
    'a day of two figures',
    { rows: [HEAD, [LINE[0], '26-5-3']] },
    { line: 2, column: '从哪天起', why: 'date', text: '26-5-3' },
  ],
  [
    'a time without a day',
    { rows: [HEAD, [LINE[0], n('0.354', 1)]] },
    { line: 2, column: '从哪天起', why: 'date' },
  ],
  [
    'a day before there were any',
    { rows: [HEAD, [LINE[0], n('-5', 1)]] },
    { line: 2, column: '从哪天起', why: 'date' },
  ],
  [
    'two numbers in one cell',
    { rows: [HEAD, [LINE[0], '', '', '13800000001、13800000002']] },
    { line: 2, column: '电话', why: 'phone' },
  ],
  [
    'hashes where the column was too narrow',
    { rows: [HEAD, [LINE[0], '########']] },
    { line: 2, column: '从哪天起', why: 'date' },
  ],
  ['half a person', { rows: [HEAD, [LINE[0], '', '2.5']] }, { line: 2, column: '人数', why: 'count' }],
  [
    'nobody in a line that says something',
    { rows: [HEAD, ['', LINE[1]]] },
    { line: 2, column: '姓名', why: 'needed' },
  ],
  [
    'two columns of one name',
    {
      rows: [
        ['姓名', '电话', '电话'],
        ['王磊', '13800000001', '13800000002'],
      ],
    },
    { line: 1, column: '电话', why: 'twice' },
  ],
  [
    'two lists side by side',
    {
      rows: [
        [...HEAD, ...HEAD],
        [...LINE, ...LINE],
      ],
    },
    { line: 1, why: 'twice' },
  ],
  ['no line at all', { rows: [HEAD] }, { line: 1, why: 'empty' }],
  ['no head at all', { rows: [LINE] }, { why: 'head' }],
  ['blank but for its format', { rows: [[]] }, { why: 'head' }],
])('%s is told with its line and column', (_what, file, fault) => {
  expect(read(file)).toMatchObject({ rows: [], faults: [fault] });
});

test('a cell merged over lines and columns means each of its lines; a hidden column is read', () => {
  const file = {
    rows: [HEAD, ['王磊', '2026-05-03', '3'], ['', '', '4'], ['李明', '', '5']],
    after: '<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>',
  };
  const lines = read({ ...file, after: file.after.replace('A2:B3', 'A2:A3') });
  expect(lines).toMatchObject({
    faults: [],
    rows: [
      { cells: { name: '王磊', from: '2026-05-03' } },
      { line: 3, cells: { name: '王磊', people: '4' } },
      { line: 4, cells: { name: '李明' } },
    ],
  });
  expect(read(file)).toMatchObject({ faults: [], rows: [{}, { line: 3, cells: { name: '王磊' } }, {}] });
});

test.each([
  [
    'an old workbook, or one with a password',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  ],
  ['words with commas under another name', strToU8('姓名,电话\r\n王磊,13800000001')],
  ['a page of the web under another name', strToU8('<html><table><tr><td>姓名</td></tr></table></html>')],
  ['a document of words', zipSync({ 'word/document.xml': strToU8('<w/>') })],
])('%s is no table', (_what, bytes) => {
  expect(readFirstSheet(bytes, () => 0)).toEqual({ ok: false, why: 'broken' });
});
