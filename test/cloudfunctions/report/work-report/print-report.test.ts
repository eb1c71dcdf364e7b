/** How a report is set: as official papers are (GB/T 9704), with its charts and its table of sources behind it. */
import { printReport, type PrintedReport } from '../../../../cloudfunctions/report/work-report/print-report';
import { formOf, runOf, tableOf, unzip, wordsOf } from '../../../support/docx';

const REPORT: PrintedReport = {
  title: '题',
  span: '（半年）',
  mark: '（草稿）',
  paragraphs: [
    { style: 'heading1', text: '一、' },
    { style: 'heading2', text: '（一）' },
    { style: 'body', lead: '一是', text: '开会。' },
    { style: 'body', text: '走访。' },
  ],
  annex: [
    { line: '走访' },
    { line: '小字', size: 'small' },
    { line: '大字', size: 'large', indent: true },
    { columns: [50, 50], rows: [['a', 'b']] },
    { page: '新页' },
  ],
  sources: [{ label: '走访', value: '2户', rows: '1条' }],
  asOf: '2026年11月23日',
  foot: '某镇人大',
};
const [SONG, HEI, KAI] = ['仿宋_GB2312', '黑体', '楷体_GB2312'];
const cell = (width: number, font: string, words: string) => [
  `tc tcW(w=${String(width)}) top(w=40) left(w=100) bottom(w=40) right(w=100)`,
  'p',
  runOf(font, 24, words),
];
const small = (words: string) => ['p spacing(before=120)', runOf(SONG, 24, words)];
const newPage = (words: string) => ['p pageBreakBefore spacing(after=160)', runOf(HEI, 32, words)];
const LINE = 'spacing(line=560 lineRule=exact) ind(firstLine=640)';

it('sets title, headings, body, charts and sources, each in its letters', async () => {
  const bytes = await printReport(REPORT);
  expect(formOf(bytes)).toEqual([
    'p spacing(after=120) jc(center)',
    runOf(HEI, 24, '（草稿）'),
    'p spacing(after=60) jc(center)',
    runOf('方正小标宋简体', 44, '题'),
    'p spacing(after=400) jc(center)',
    runOf(KAI, 32, '（半年）'),
    `p keepNext ${LINE}`,
    runOf(HEI, 32, '一、'),
    `p keepNext ${LINE}`,
    runOf(KAI, 32, '（一）'),
    `p ${LINE} jc(both)`,
    runOf(SONG, 32, '一是', true),
    runOf(SONG, 32, '开会。'),
    `p ${LINE} jc(both)`,
    runOf(SONG, 32, '走访。'),
    ...newPage('附：图表'),
    'p keepNext spacing(after=80 before=80)',
    runOf(SONG, 28, '走访'),
    ...small('小字'),
    'p keepNext spacing(after=80 before=80) ind(firstLine=640)',
    runOf(KAI, 32, '大字'),
    tableOf(8844, 'single sz=4', [4422, 4422]),
    'tr cantSplit tblHeader(off)',
    ...cell(4422, SONG, 'a'),
    ...cell(4422, SONG, 'b'),
    ...small(''),
    ...newPage('数字来源表'),
    tableOf(8844, 'single sz=4', [5306, 1768, 1768]),
    'tr cantSplit tblHeader',
    ...cell(5307, HEI, '数字'),
    ...cell(1768, HEI, '多少'),
    ...cell(1768, HEI, '台账记录'),
    'tr cantSplit tblHeader(off)',
    ...cell(5307, SONG, '走访'),
    ...cell(1768, SONG, '2户'),
    ...cell(1768, SONG, '1条'),
    ...small('数字按2026年11月23日的台账计算，每个数字在小程序里都能点开看到记录。'),
    ...small('某镇人大'),
    'sectPr footerReference(type=default) pgSz(w=11905 h=16837 orient=portrait) pgMar(top=2097 right=1474 bottom=1984 left=1587 header=708 footer=1417 gutter=0) pgNumType docGrid(linePitch=360)',
  ]);
  const number = 'r rFonts(SimSun 宋体) sz(28)';
  const field = ['fldChar(fldCharType=begin)', 'instrText«PAGE»'];
  const ends = ['fldChar(fldCharType=separate)', 'fldChar(fldCharType=end)'];
  expect(formOf(bytes, 'word/footer1.xml')).toEqual([
    'p jc(center)',
    ...['t«— »', ...field, ...ends, 't« —»'].map((each) => `${number} ${each}`),
  ]);
  const about = unzip(bytes).get('docProps/core.xml')?.toString('utf8');
  expect(about).toContain('<dc:title>题</dc:title><dc:creator>某镇人大</dc:creator>');
});

it('signed and without charts has neither a mark nor an annex', async () => {
  const { annex: _none, ...plain } = REPORT;
  for (const report of [plain, { ...plain, annex: [] }]) {
    const words = wordsOf(await printReport({ ...report, mark: '' }));
    expect(words).toMatch(/^题\n（半年）\n/);
    expect(words).not.toContain('附：图表');
  }
});

it('names beside each font the one that is taken where a machine lacks it', async () => {
  const fonts = unzip(await printReport(REPORT))
    .get('word/fontTable.xml')
    ?.toString('utf8');
  expect(
    [...(fonts ?? '').matchAll(/name="([^"]*)"><w:altName w:val="([^"]*)"/g)].map(([, ...each]) => each),
  ).toEqual([
    ['方正小标宋简体', '华文中宋'],
    ['仿宋_GB2312', '仿宋'],
    ['楷体_GB2312', '楷体'],
    ['黑体', 'SimHei'],
  ]);
});
