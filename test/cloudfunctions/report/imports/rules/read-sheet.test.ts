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

/** The lines as they are read; of what is not, none. */
const cellsOf = (rows: string, parts: Readonly<Record<string, string>> = {}, after = '') => {
  const found = read(withParts({ ...parts, [SHEET]: sheet(rows, after) }));
  return found.ok ? found.lines : [];
};

test('where a cell stands: by its reference, else behind the one before it; a row by its number, else below', () => {
  const plain = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows =
    `<row>${plain('甲')}${plain('乙')}</row><row r="5">${plain('丙')}${inline('$C$5', '丁')}${plain('戊')}</row>` +
    `<row>${inline('Z9', '己')}${inline('AA9', '庚')}${inline('AB9', '辛')}</row><row r="20">${inline('xA1', '壬')}${inline('B20x', '癸')}</row>`;
  const text = (words: string) => ({ text: words });
  expect(cellsOf(rows)).toEqual([
    { line: 1, cells: { 0: text('甲'), 1: text('乙') } },
    { line: 5, cells: { 0: text('丙'), 2: text('丁'), 3: text('戊') } },
    { line: 9, cells: { 25: text('己'), 26: text('庚'), 27: text('辛') } },
    { line: 20, cells: { 0: text('壬'), 1: text('癸') } },
  ]);
});

test('a column is looked at up to the last one allowed, lines in their order', () => {
  const limits = { ...SHEET_LIMITS, columns: 2 };
  const rows = `<row r="2">${inline('A2', '二')}${inline('B2', '见')}${inline('C2', '不见')}</row><row r="1">${inline('A1', '一')}</row>`;
  const found = read(withParts({ [SHEET]: sheet(rows) }), limits);
  expect(found.ok && found.lines).toEqual([
    { line: 1, cells: { 0: { text: '一' } } },
    { line: 2, cells: { 0: { text: '二' }, 1: { text: '见' } } },
  ]);
});

test('what each type of cell says; of none that says nothing there is a cell', () => {
  const v = (type: string, value: string, more = '') => `<c${type}>${more}<v>${value}</v></c>`;
  const rows = `<row r="1">${[
    v('', '12'),
    v(' t="n"', '1e2'),
    v('', 'x'),
    v(' t="b"', '0'),
    v(' t="b"', '1'),
    v(' t="d"', '2026-12-01T08:30:00'),
    v(' t="str"', ' '),
    v(' t="s"', '9'),
    v(' t="str"', '#NULL!'),
    v(' t="str"', '#a!'),
    v(' t="str"', '#REF'),
    v(' t="str"', 'x#REF!'),
    '<c/>',
    '<c><v/></c>',
    '<c><f>A1</f></c>',
    '<c><f>A1</f><v></v></c>',
    v(' t="e"', '#N/A'),
    v(' t="str"', 'a_x000D_b_x0041_c_x004_'),
  ].join('')}</row>`;
  const [line] = cellsOf(rows);
  expect(line?.cells).toEqual({
    0: { text: '12' },
    1: { text: '100' },
    2: { text: 'x' },
    3: { text: '否' },
    4: { text: '是' },
    5: { text: '2026-12-01', day: '2026-12-01' },
    8: { text: '#NULL!', fault: 'error' },
    9: { text: '#a!' },
    10: { text: '#REF' },
    11: { text: 'x#REF!' },
    14: { text: '', fault: 'no-value' },
    16: { text: '#N/A', fault: 'error' },
    17: { text: 'a\rbAc_x004_' },
  });
});

test('a day is what the format of its cell shows as one: built in, or written down under its number', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="14" formatCode="0.00"/><numFmt numFmtId="170" formatCode="m/d"/><numFmt formatCode="yyyy"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="15"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs><xf numFmtId="15"/></styleSheet>';
  const number = (style: string) => `<c${style}><v>46357</v></c>`;
  const rows = `<row r="1">${['', ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"', ' s="9"'].map(number).join('')}</row>`;
  const day = { text: '2026-12-01', day: '2026-12-01' };
  const [plain] = [{ text: '46357' }];
  const [line] = cellsOf(rows, { 'xl/styles.xml': styles });
  expect(line?.cells).toEqual({ 0: plain, 1: plain, 2: day, 3: day, 4: plain, 5: plain, 6: plain });
});

test('shared texts: rich ones whole, readings above the signs not', () => {
  const strings =
    '<sst><other><t>不是</t></other><si><t>一</t></si><si><r><rPr><x>粗</x></rPr><t>二</t></r><rPh><t>er</t></rPh><r><t>三</t></r></si><si/><si><t>四</t><phoneticPr>x</phoneticPr></si></sst>';
  const rows = `<row r="1">${['0', '1', '2', '3'].map((n) => `<c t="s"><v>${n}</v></c>`).join('')}</row>`;
  const [line] = cellsOf(rows, { 'xl/sharedStrings.xml': strings });
  expect(Object.entries(line?.cells ?? {}).map(([at, { text }]) => [at, text])).toEqual([
    ['0', '一'],
    ['1', '二三'],
    ['3', '四'],
  ]);
});

test('of a cell the signs that are allowed, of a sheet the cells and the lines', () => {
  const limits = { ...SHEET_LIMITS, signs: 3, cells: 3, lines: 2 };
  const strings = '<sst><si><t>一二三四五</t></si></sst>';
  const cut = read(
    withParts({
      [SHEET]: sheet(`<row r="1">${inline('A1', '甲乙丙丁')}<c r="B1" t="s"><v>0</v></c></row>`),
      'xl/sharedStrings.xml': strings,
    }),
    limits,
  );
  expect(cut.ok && cut.lines[0]?.cells).toEqual({ 0: { text: '甲乙丙' }, 1: { text: '一二三' } });
  const made = (...counts: readonly number[]) => {
    const rows = counts.map(
      (count, n) => `<row r="${String(n + 1)}">${'<c><v>1</v></c>'.repeat(count)}</row>`,
    );
    const found = read(withParts({ [SHEET]: sheet(rows.join('')) }), limits);
    return found.ok ? 'read' : found.why;
  };
  expect([made(3), made(2, 1), made(4), made(2, 2), made(1, 1), made(1, 1, 1)]).toEqual([
    'read',
    'read',
    'large',
    'large',
    'read',
    'large',
  ]);
});

test('a merge reaches the lines that say something, and no line that it does not hold', () => {
  const row = (n: number, cells: string) => `<row r="${String(n)}">${cells}</row>`;
  const rows = [1, 2, 3, 4]
    .map((n) =>
      row(
        n,
        inline(`B${String(n)}`, String(n)) +
          (n === 1 || n === 3 ? inline(`A${String(n)}`, `组${String(n)}`) : ''),
      ),
    )
    .join('');
  const first = (...refs: readonly string[]) => {
    const merges = `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const lines = cellsOf(rows, {}, merges);
    return lines.map(({ cells }) => cells[0]?.text ?? '');
  };
  const plain = ['组1', '', '组3', ''];
  expect(first('A1:A2')).toEqual(['组1', '组1', '组3', '']);
  expect(first('A1:A4')).toEqual(['组1', '组1', '组3', '组1']);
  expect(first('A3:B4')).toEqual(['组1', '', '组3', '组3']);
  for (const ref of ['A1:B1', 'A1', '', 'A9:A12', 'A2:A4', 'ZZ1:ZZ4', 'A1:x'])
    expect([ref, first(ref)]).toEqual([ref, plain]);
});

test('which sheet is the first that is shown, and what a workbook says of itself', () => {
  const relation = (id: string, target: string) => `<Relationship Id="${id}" Target="${target}"/>`;
  const workbook = (about: string, ...sheets: readonly string[]) =>
    `<workbook xmlns:r="x">${about}<sheets>${sheets.join('')}</sheets></workbook>`;
  const open = (
    about: string,
    sheets: readonly string[],
    relations: readonly string[],
    parts: readonly string[],
  ) => {
    const made = parts.map((name) => [
      name,
      sheet(`<row r="1"><c><v>44895</v></c></row><row r="2">${inline('A2', name)}</row>`),
    ]);
    const found = read(
      withParts({
        ...(Object.fromEntries(made) as Record<string, string>),
        'xl/workbook.xml': workbook(about, ...sheets),
        'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
      }),
    );
    return found.ok ? found.lines.map(({ cells }) => cells[0]) : found.why;
  };
  const [one, other] = [relation('a', 'worksheets/one.xml'), relation('b', '/xl/deep/other.xml')];
  const parts = ['xl/worksheets/one.xml', 'xl/deep/other.xml'];
  const first = (about: string, sheets: readonly string[], relations = [one, other]) =>
    open(about, sheets, relations, parts);
  const [plain, counted] = [{ text: '44895' }, { text: '44895', from1904: true }];
  expect(first('', ['<sheet r:id="a"/>', '<sheet r:id="b"/>'])).toEqual([plain, { text: parts[0] }]);
  expect(first('', ['<sheet state="veryHidden" r:id="a"/>', '<sheet state="visible" r:id="b"/>'])).toEqual([
    plain,
    { text: parts[1] },
  ]);
  expect(first('<workbookPr/>', ['<sheet rel:id="b"/>'])).toEqual([plain, { text: parts[1] }]);
  for (const yes of ['1', 'true'])
    expect(first(`<workbookPr date1904="${yes}"/>`, ['<sheet r:id="a"/>'])[0]).toEqual(counted);
  for (const no of ['0', 'false', '11', 'untrue', '1x'])
    expect(first(`<workbookPr date1904="${no}"/>`, ['<sheet r:id="a"/>'])[0]).toEqual(plain);
  expect(first('', ['<sheet state="hidden" r:id="a"/>'])).toBe('broken');
  expect(first('', ['<sheet r:id="c"/>'])).toBe('broken');
  expect(first('', ['<sheet r:id="c"/>'], [relation('c', 'worksheets/none.xml')])).toBe('broken');
  expect(first('', [])).toBe('broken');
});

test('the time is looked at with each piece of the file, and what was given is read in that time', () => {
  const reads = (step: number) => {
    let clock = 0;
    return readFirstSheet(good, () => (clock += step)).ok;
  };
  expect([reads(0), reads(1), reads(SHEET_LIMITS.time)]).toEqual([true, true, false]);
});
