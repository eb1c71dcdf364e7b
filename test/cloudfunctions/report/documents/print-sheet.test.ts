/** How a sheet is set: its letters, lines, tables, codes and pages, on A4 and, larger by the root of two, on A3. */
import { printSheet } from '../../../../cloudfunctions/report/documents/print-sheet';
import type { Sheet } from '../../../../cloudfunctions/report/documents/rules/sheet';
import { drawQrPng } from '../../../../cloudfunctions/shared/qr-png';
import type { Picture } from '../../../../cloudfunctions/shared/wechat/call';
import { formOf, picturesOf, runOf, tableOf, unzip } from '../../../support/docx';

const ABOUT = { name: '表', title: '题', foot: '脚' };
const song = (size: number, said: string) => runOf('宋体', size, said);
const hei = (size: number, said: string) => runOf('黑体', size, said, true);
const file = (type: Picture['type'], byte: number): Picture => ({ type, bytes: Buffer.alloc(8, byte) });

it('of A4: lines, a table with its head on every page and a cell that goes on, a code, a photo, a new page', async () => {
  const sheet: Sheet = {
    ...ABOUT,
    blocks: [
      { line: '一行' },
      { line: '右', size: 'large', bold: true, align: 'right' },
      { line: '段', indent: true },
      {
        columns: [30, 70],
        head: ['甲', '乙'],
        rows: [
          ['a', 'b'],
          ['', 'c\nd'],
          ['e', 'f'],
        ],
        merged: true,
        height: 10,
        size: 'small',
      },
      { code: '码', edge: 30, beside: [{ line: '旁' }] },
      { photo: 'high', ratio: 2 },
      { photo: 'none', ratio: 1 },
      { page: '新页' },
    ],
  };
  const bytes = await printSheet(sheet, new Map([['high', file('image/png', 1)]]));
  const cell = (width: number, merged = '') =>
    `tc tcW(w=${String(width)})${merged} top(w=40) left(w=90) bottom(w=40) right(w=90) vAlign(center)`;
  const [first, second] = [2959, 6905];
  expect(formOf(bytes)).toEqual([
    'p spacing(after=160) jc(center)',
    hei(44, '题'),
    'p spacing(after=80 line=320)',
    song(23, '一行'),
    'p spacing(after=80 line=320) jc(right)',
    hei(30, '右'),
    'p spacing(after=80 line=420) ind(firstLine=460)',
    song(23, '段'),
    tableOf(9864, 'single sz=4', [2959, 6904]),
    'tr tblHeader',
    cell(first),
    'p',
    hei(19, '甲'),
    cell(second),
    'p',
    hei(19, '乙'),
    'tr cantSplit trHeight(566 hRule=atLeast)',
    cell(first, ' vMerge(restart)'),
    'p',
    song(19, 'a'),
    cell(second),
    'p',
    song(19, 'b'),
    'tr cantSplit trHeight(566 hRule=atLeast)',
    cell(first, ' vMerge(continue)'),
    'p',
    song(19, ''),
    cell(second),
    'p',
    song(19, 'c'),
    'p',
    song(19, 'd'),
    'tr cantSplit trHeight(566 hRule=atLeast)',
    cell(first),
    'p',
    song(19, 'e'),
    cell(second),
    'p',
    song(19, 'f'),
    'p spacing(line=120 lineRule=exact)',
    tableOf(9864, 'none sz=0', [2040, 7824]),
    'tr cantSplit',
    'tc tcW(w=2040) vAlign(center)',
    'p',
    'r extent(cx=1076325 cy=1076325) docPr(name=QR descr=码 title=二维码)',
    'tc tcW(w=7824) vAlign(center)',
    'p spacing(after=80 line=320)',
    song(23, '旁'),
    'p spacing(line=120 lineRule=exact)',
    'p jc(center)',
    'r extent(cx=3600450 cy=7200900) docPr(name=)',
    'p pageBreakBefore spacing(after=160) jc(center)',
    hei(44, '新页'),
    'sectPr footerReference(type=default) pgSz(w=11905 h=16837 orient=portrait) pgMar(top=1020 right=1020 bottom=1020 left=1020 header=708 footer=708 gutter=0) pgNumType docGrid(linePitch=360)',
  ]);
  expect(formOf(bytes, 'word/footer1.xml')).toEqual(['p jc(center)', song(16, '脚')]);
  expect(picturesOf(bytes).map((each) => each.equals(drawQrPng('码')))).toEqual([true, false]);
  const about = unzip(bytes).get('docProps/core.xml')?.toString('utf8');
  expect(about).toContain('<dc:title>题</dc:title><dc:creator>脚</dc:creator>');
});

it('of A3 across, fitted: all measures by the root of two, lines exactly as high as reckoned', async () => {
  const sheet: Sheet = {
    ...ABOUT,
    landscape: true,
    fitted: true,
    paper: 'A3',
    blocks: [
      { line: '一行' },
      { line: '段', indent: true },
      { columns: [100], rows: [['a']], height: 10 },
      {
        columns: [50, 50],
        rows: [
          ['', 'b'],
          ['c', ''],
        ],
      },
      { code: '码', scene: true, edge: 30, beside: [{ line: '旁', align: 'center' }] },
      { photo: 'wide', ratio: 0.5 },
    ],
  };
  const pictures = new Map([
    ['码', file('image/jpeg', 1)],
    ['wide', file('image/jpeg', 2)],
  ]);
  const bytes = await printSheet(sheet, pictures);
  const cell = (width: number) =>
    `tc tcW(w=${String(width)}) top(w=57) left(w=127) bottom(w=57) right(w=127) vAlign(center)`;
  const exact = (after: number) => `p spacing(after=${String(after)} line=439 lineRule=exact)`;
  const [half, between] = [cell(10463), 'p spacing(line=170 lineRule=exact)'];
  expect(formOf(bytes)).toEqual([
    'p spacing(after=226 line=840 lineRule=exact) jc(center)',
    hei(62, '题'),
    exact(113),
    song(33, '一行'),
    `${exact(113)} ind(firstLine=651)`,
    song(33, '段'),
    tableOf(20925, 'single sz=4', [20925]),
    'tr cantSplit trHeight(801 hRule=atLeast)',
    cell(20925),
    exact(0),
    song(33, 'a'),
    between,
    tableOf(20925, 'single sz=4', [10462, 10462]),
    'tr cantSplit',
    half,
    exact(0),
    song(33, ''),
    half,
    exact(0),
    song(33, 'b'),
    'tr cantSplit',
    half,
    exact(0),
    song(33, 'c'),
    half,
    exact(0),
    song(33, ''),
    between,
    tableOf(20925, 'none sz=0', [2886, 18039]),
    'tr cantSplit',
    'tc tcW(w=2886) vAlign(center)',
    'p',
    'r extent(cx=1524000 cy=1524000) docPr(name=QR descr=码 title=二维码)',
    'tc tcW(w=18039) vAlign(center)',
    `${exact(113)} jc(center)`,
    song(33, '旁'),
    between,
    'p jc(center)',
    'r extent(cx=5400675 cy=2695575) docPr(name=)',
    'sectPr footerReference(type=default) pgSz(w=23812 h=16836 orient=landscape) pgMar(top=1443 right=1443 bottom=1443 left=1443 header=708 footer=708 gutter=0) pgNumType docGrid(linePitch=360)',
  ]);
  expect([...unzip(bytes).keys()].filter((path) => path.startsWith('word/media/'))).toEqual([
    'word/media/image1.jpg',
    'word/media/image2.jpg',
  ]);
});
