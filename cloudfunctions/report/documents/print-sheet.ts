/** A sheet as a .docx: A4, sizes and fonts that an office's printer and a phone's viewer both have. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  ImageRun,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunOptions,
  type ISectionOptions,
  HeightRule,
} from 'docx';
import { drawQrPng } from '../../shared/qr-png';
import type { Picture } from '../../shared/wechat/call';
import type { Block, Code, Line, Sheet, Size, Table as SheetTable } from './rules/sheet';

/** Half points. */
const LETTERS: Readonly<Record<Size, number>> = { small: 19, normal: 23, large: 30, huge: 56 };
const TITLE = 44;
const FOOT = 16;
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
const TITLE_FONT = { ...FONT, eastAsia: '黑体' };
/** Of the page (mm). */
const PAGE = { width: 210, height: 297, margin: 18 };
/** 96 to the inch, as docx counts the edges of pictures. */
const PX_PER_MM = 96 / 25.4;
const ALIGN = { center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

const mm = convertMillimetersToTwip;

/** Codes that were drawn elsewhere, by what they hold. */
export type Pictures = ReadonlyMap<string, Picture>;

/** `size` in half points. */
function drawText(text: string, size: number, bold = false): TextRun {
  const options: IRunOptions = { text, size, bold, font: bold ? TITLE_FONT : FONT };
  return new TextRun(options);
}

function drawLine({ line, size = 'normal', bold = false, align, indent = false }: Line): Paragraph {
  const letters = LETTERS[size];
  return new Paragraph({
    children: [drawText(line, letters, bold)],
    spacing: { after: 80, line: indent ? 420 : 320 },
    ...(align && { alignment: ALIGN[align] }),
    // Two letters: each is as wide as it is high, twenty twips a point.
    ...(indent && { indent: { firstLine: letters * 20 } }),
  });
}

function drawCell(text: string, size: Size, bold = false): TableCell {
  const lines = text.split('\n');
  return new TableCell({
    children: lines.map(
      (line) =>
        new Paragraph({
          children: [drawText(line, LETTERS[size], bold)],
        }),
    ),
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    verticalAlign: VerticalAlignTable.CENTER,
  });
}

/** Widths in twips, since viewers on phones do not reckon percents of a page. */
function widthsOf(columns: readonly number[], width: number): number[] {
  return columns.map((share) => Math.floor((width * share) / 100));
}

function drawTable(table: SheetTable, width: number): Table {
  const { columns, head, rows, size = 'normal', height } = table;
  const tall = height === undefined ? {} : { height: { value: mm(height), rule: HeightRule.ATLEAST } };
  const titles = head
    ? [new TableRow({ tableHeader: true, children: head.map((text) => drawCell(text, size, true)) })]
    : [];
  const body = rows.map(
    (row) => new TableRow({ cantSplit: true, ...tall, children: row.map((text) => drawCell(text, size)) }),
  );
  return new Table({
    rows: [...titles, ...body],
    columnWidths: widthsOf(columns, width),
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  });
}

/** The code at the left, its words at the right, in a table without lines. */
function drawCode({ code, edge, beside }: Code, width: number, pictures: Pictures): Table {
  const drawn = pictures.get(code);
  const edgePx = Math.round(edge * PX_PER_MM);
  const picture = new ImageRun({
    type: drawn?.type === 'image/jpeg' ? 'jpg' : 'png',
    data: drawn?.bytes ?? drawQrPng(code),
    transformation: { width: edgePx, height: edgePx },
    altText: { name: 'QR', title: '二维码', description: code },
  });
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cells = [[new Paragraph({ children: [picture] })], beside.map(drawLine)];
  const left = mm(edge + 6);
  return new Table({
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children) => new TableCell({ children, verticalAlign: VerticalAlignTable.CENTER }),
        ),
      }),
    ],
    columnWidths: [left, width - left],
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
  });
}

function drawTitle(title: string, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    children: [drawText(title, TITLE, true)],
    alignment: AlignmentType.CENTER,
    spacing: { after: 160 },
    pageBreakBefore,
  });
}

function drawBlock(block: Block, width: number, pictures: Pictures): (Paragraph | Table)[] {
  if ('line' in block) return [drawLine(block)];
  if ('page' in block) return [drawTitle(block.page, true)];
  const table = 'code' in block ? drawCode(block, width, pictures) : drawTable(block, width);
  // Without a paragraph between them two tables would become one.
  return [table, new Paragraph({ children: [], spacing: { line: 120, lineRule: 'exact' } })];
}

function layOut({ title, landscape = false, blocks, foot }: Sheet, pictures: Pictures): ISectionOptions {
  const { width, height, margin } = PAGE;
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const inner = mm((landscape ? height : width) - 2 * margin);
  const edge = mm(margin);
  const footer = new Paragraph({
    children: [drawText(foot, FOOT)],
    alignment: AlignmentType.CENTER,
  });
  return {
    properties: {
      page: {
        size: { width: mm(width), height: mm(height), orientation },
        margin: { top: edge, bottom: edge, left: edge, right: edge },
      },
    },
    footers: { default: new Footer({ children: [footer] }) },
    children: [drawTitle(title), ...blocks.flatMap((block) => drawBlock(block, inner, pictures))],
  };
}

/** The bytes of the .docx. Times of making stand inside, so that only its words are the same each time. */
export function printSheet(sheet: Sheet, pictures: Pictures = new Map()): Promise<Buffer> {
  const document = new Document({
    creator: sheet.foot,
    title: sheet.title,
    sections: [layOut(sheet, pictures)],
  });
  return Packer.toBuffer(document);
}
