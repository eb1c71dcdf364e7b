/**
 * The report as a .docx in the usual form of official papers: title 方正小标宋 二号, first headings 黑体, second 楷体, body
 * 仿宋 三号, 28 points a line, page numbers at the foot. A machine without these fonts takes the ones named beside them.
 */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Block } from '../documents/rules/sheet';
import type { PrintedParagraph, SourceLine } from './rules/printed-report';

export interface PrintedReport {
  title: string;
  /** Under the title: the span. */
  span: string;
  /** Where it is not signed yet: 征求意见稿. */
  mark: string;
  paragraphs: readonly PrintedParagraph[];
  /** 附：图表; absent or empty: none. */
  annex?: readonly Block[];
  sources: readonly SourceLine[];
  /** When the figures were computed. */
  asOf: string;
  foot: string;
}

/** Half points: 二号, 三号, 四号, 小四. */
const SIZE = { title: 44, body: 32, foot: 28, table: 24 };
/** Twentieths of a point. */
const LINE = 28 * 20;
/** Two letters of the body. */
const INDENT = SIZE.body * 20;
/** mm; what is within measures 156 by 225 (GB/T 9704). */
const PAGE = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 };

const TITLE_FONT = '方正小标宋简体';
const BODY_FONT = '仿宋_GB2312';
const HEADING_FONT = '黑体';
const SECOND_FONT = '楷体_GB2312';

/** What is taken where a machine lacks the font. */
const FALL_BACKS: Readonly<Record<string, string>> = {
  [TITLE_FONT]: '华文中宋',
  [BODY_FONT]: '仿宋',
  [SECOND_FONT]: '楷体',
  [HEADING_FONT]: 'SimHei',
};

const mm = convertMillimetersToTwip;

function text(words: string, eastAsia: string, size: number, strong = false): TextRun {
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
  const options: IRunOptions = { text: words, font, size, bold: strong };
  return new TextRun(options);
}

const spacing = { line: LINE, lineRule: LineRuleType.EXACT };

function drawParagraph({ style, text: words, lead = '' }: PrintedParagraph): Paragraph {
  const indent = { firstLine: INDENT };
  if (style === 'heading1')
    return new Paragraph({
      indent,
      spacing,
      keepNext: true,
      children: [text(words, HEADING_FONT, SIZE.body)],
    });
  if (style === 'heading2')
    return new Paragraph({
      indent,
      spacing,
      keepNext: true,
      children: [text(words, SECOND_FONT, SIZE.body)],
    });
  const children = [
    ...(lead === '' ? [] : [text(lead, BODY_FONT, SIZE.body, true)]),
    text(words, BODY_FONT, SIZE.body),
  ];
  return new Paragraph({ indent, spacing, alignment: AlignmentType.JUSTIFIED, children });
}

/** `shares`: percents of the width. */
function drawTable(
  shares: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): DocxTable {
  const width = mm(PAGE.width - PAGE.left - PAGE.right);
  const cell = (words: string, inHead: boolean) =>
    new TableCell({
      margins: { top: 40, bottom: 40, left: 100, right: 100 },
      children: [new Paragraph({ children: [text(words, inHead ? HEADING_FONT : BODY_FONT, SIZE.table)] })],
    });
  const row = (words: readonly string[], inHead = false) =>
    new TableRow({
      tableHeader: inHead,
      cantSplit: true,
      children: words.map((each) => cell(each, inHead)),
    });
  return new DocxTable({
    rows: [row(head, true), ...rows.map((words) => row(words))],
    columnWidths: shares.map((share) => Math.floor((width * share) / 100)),
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  });
}

function drawSources(sources: readonly SourceLine[]): DocxTable {
  const rows = sources.map(({ label, value, rows: counted }) => [label, value, counted]);
  return drawTable([60, 20, 20], ['数字', '多少', '台账记录'], rows);
}

const small = (words: string): Paragraph =>
  new Paragraph({ spacing: { before: 120 }, children: [text(words, BODY_FONT, SIZE.table)] });

const newPage = (words: string): Paragraph =>
  new Paragraph({
    pageBreakBefore: true,
    spacing: { after: 160 },
    children: [text(words, HEADING_FONT, SIZE.body)],
  });

function drawBlock(block: Block): (Paragraph | DocxTable)[] {
  if ('rows' in block) return [drawTable(block.columns, block.head ?? [], block.rows), small('')];
  if (!('line' in block)) return [];
  const { line, size, indent } = block;
  if (size === 'small') return [small(line)];
  const [font, letters] = size === 'large' ? [SECOND_FONT, SIZE.body] : [BODY_FONT, SIZE.foot];
  const about = { keepNext: true, spacing: { before: 80, after: 80 } };
  return [
    new Paragraph(
      Object.assign(about, {
        children: [text(line, font, letters)],
        ...(indent && { indent: { firstLine: INDENT } }),
      }),
    ),
  ];
}

function drawFoot(): Footer {
  const font = { eastAsia: '宋体', ascii: 'SimSun', hAnsi: 'SimSun' };
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size: SIZE.foot });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

function centred(words: string, font: string, size: number, after: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [text(words, font, size)],
  });
}

/** The table of fonts of the document with another name beside each font that a machine may lack. */
function nameFallBacks(bytes: Buffer): Buffer {
  const parts = unzipSync(bytes);
  const rows = Object.entries(FALL_BACKS).map(
    ([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/></w:font>`,
  );
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const fonts = `${head}<w:fonts ${space}>${rows.join('')}</w:fonts>`;
  const path = 'word/fontTable.xml';
  if (!(path in parts) || !strFromU8(parts[path] ?? new Uint8Array()).includes('<w:fonts')) return bytes;
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(fonts) }));
}

export async function printReport(report: PrintedReport): Promise<Buffer> {
  const { title, span, mark, paragraphs, annex = [], sources, asOf, foot } = report;
  const { width, height, top, bottom, left, right } = PAGE;
  const size = { width: mm(width), height: mm(height) };
  const margin = { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right), footer: mm(25) };
  const document = new Document({
    creator: foot,
    title,
    sections: [
      {
        properties: { page: { size, margin } },
        footers: { default: drawFoot() },
        children: [
          ...(mark === '' ? [] : [centred(mark, HEADING_FONT, SIZE.table, 120)]),
          centred(title, TITLE_FONT, SIZE.title, 60),
          centred(span, SECOND_FONT, SIZE.body, 400),
          ...paragraphs.map(drawParagraph),
          ...(annex.length === 0 ? [] : [newPage('附：图表'), ...annex.flatMap(drawBlock)]),
          newPage('数字来源表'),
          drawSources(sources),
          small(`数字按${asOf}的台账计算，每个数字在小程序里都能点开看到记录。`),
          small(foot),
        ],
      },
    ],
  });
  return nameFallBacks(await Packer.toBuffer(document));
}
