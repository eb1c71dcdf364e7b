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
  VerticalMergeType,
  type ITableCellOptions,
  WidthType,
  type IRunOptions,
  type ISectionOptions,
  HeightRule,
  LineRuleType,
  type ISpacingProperties,
} from 'docx';
import { drawQrPng } from '../../shared/qr-png';
import type { Picture } from '../../shared/wechat/call';
import {
  AFTER_LINE,
  AFTER_TITLE,
  BESIDE_CODE,
  BETWEEN,
  CELL,
  LEADING,
  LETTERS,
  PAGE,
  TITLE,
} from './rules/fit-page';
import type { Block, Code, Line, Photo, Sheet, Size, Table as SheetTable } from './rules/sheet';

const FOOT = 16;
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
const TITLE_FONT = { ...FONT, eastAsia: '黑体' };
/** 96 to the inch, as docx counts the edges of pictures. */
const PX_PER_MM = 96 / 25.4;
const ALIGN = { center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

const mm = convertMillimetersToTwip;

/** Codes that were drawn elsewhere, by what they hold, and photos by their files. */
export type Pictures = ReadonlyMap<string, Picture>;

/** What a sheet is written with. */
interface Pen {
  /** A3 is A4 times the root of two, letters and all. */
  scale: number;
  /** Lines are exactly as high as reckoned. */
  fitted: boolean;
  /** Between the margins (twips). */
  width: number;
  pictures: Pictures;
}

/** `size` in half points of A4. */
function drawText({ scale }: Pen, text: string, size: number, bold = false): TextRun {
  const options: IRunOptions = { text, size: Math.round(size * scale), bold, font: bold ? TITLE_FONT : FONT };
  return new TextRun(options);
}

/** Line to line; half points are ten twips. `loose`: in 240ths of what the font itself would have. */
function spacingOf(
  { scale, fitted }: Pen,
  letters: number,
  after: number,
  loose?: number,
): ISpacingProperties {
  const below = { after: Math.round(after * scale) };
  if (fitted) {
    return { ...below, line: Math.round(letters * 10 * LEADING * scale), lineRule: LineRuleType.EXACT };
  }
  return loose === undefined ? below : { ...below, line: loose };
}

function drawLine(pen: Pen, { line, size = 'normal', bold = false, align, indent = false }: Line): Paragraph {
  const letters = LETTERS[size];
  return new Paragraph({
    children: [drawText(pen, line, letters, bold)],
    spacing: spacingOf(pen, letters, AFTER_LINE, indent ? 420 : 320),
    ...(align && { alignment: ALIGN[align] }),
    // Two letters: each is as wide as it is high, twenty twips a point.
    ...(indent && { indent: { firstLine: Math.round(letters * 20 * pen.scale) } }),
  });
}

type CellOptions = Pick<ITableCellOptions, 'verticalMerge'>;

function drawCell(pen: Pen, text: string, size: Size, bold = false, options: CellOptions = {}): TableCell {
  const letters = LETTERS[size];
  const [above, beside] = [Math.round(CELL.above * pen.scale), Math.round(CELL.beside * pen.scale)];
  return new TableCell({
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          children: [drawText(pen, line, letters, bold)],
          ...(pen.fitted && { spacing: spacingOf(pen, letters, 0) }),
        }),
    ),
    ...options,
    margins: { top: above, bottom: above, left: beside, right: beside },
    verticalAlign: VerticalAlignTable.CENTER,
  });
}

/** The first cell of a row, where an empty one belongs to the one above. */
function mergeFirst({ merged, rows }: SheetTable, nth: number, at: number): CellOptions {
  if (!merged || at > 0) return {};
  if (rows[nth]?.[0] === '') return { verticalMerge: VerticalMergeType.CONTINUE };
  return rows[nth + 1]?.[0] === '' ? { verticalMerge: VerticalMergeType.RESTART } : {};
}

/** Widths in twips, since viewers on phones do not reckon percents of a page. */
function widthsOf(columns: readonly number[], width: number): number[] {
  return columns.map((share) => Math.floor((width * share) / 100));
}

function drawTable(pen: Pen, table: SheetTable): Table {
  const { columns, head, rows, size = 'normal', height } = table;
  const tall =
    height === undefined ? {} : { height: { value: mm(height * pen.scale), rule: HeightRule.ATLEAST } };
  const titles = head
    ? [new TableRow({ tableHeader: true, children: head.map((text) => drawCell(pen, text, size, true)) })]
    : [];
  const body = rows.map(
    (row, nth) =>
      new TableRow({
        cantSplit: true,
        ...tall,
        children: row.map((text, at) => drawCell(pen, text, size, false, mergeFirst(table, nth, at))),
      }),
  );
  return new Table({
    rows: [...titles, ...body],
    columnWidths: widthsOf(columns, pen.width),
    width: { size: pen.width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  });
}

/** The code at the left, its words at the right, in a table without lines. */
function drawCode(pen: Pen, { code, edge, beside }: Code): Table {
  const drawn = pen.pictures.get(code);
  const edgePx = Math.round(edge * pen.scale * PX_PER_MM);
  const picture = new ImageRun({
    type: drawn?.type === 'image/jpeg' ? 'jpg' : 'png',
    data: drawn?.bytes ?? drawQrPng(code),
    transformation: { width: edgePx, height: edgePx },
    altText: { name: 'QR', title: '二维码', description: code },
  });
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cells = [[new Paragraph({ children: [picture] })], beside.map((line) => drawLine(pen, line))];
  const left = mm((edge + BESIDE_CODE) * pen.scale);
  return new Table({
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children) => new TableCell({ children, verticalAlign: VerticalAlignTable.CENTER }),
        ),
      }),
    ],
    columnWidths: [left, pen.width - left],
    width: { size: pen.width, type: WidthType.DXA },
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

/** mm */
const PHOTO = { width: 150, height: 200 };

function drawPhoto(pen: Pen, { photo, ratio }: Photo): Paragraph[] {
  const found = pen.pictures.get(photo);
  if (!found) return [];
  const width = Math.min(PHOTO.width, PHOTO.height / ratio) * PX_PER_MM;
  const run = new ImageRun({
    type: found.type === 'image/jpeg' ? 'jpg' : 'png',
    data: found.bytes,
    transformation: { width: Math.round(width), height: Math.round(width * ratio) },
  });
  return [new Paragraph({ children: [run], alignment: AlignmentType.CENTER })];
}

function drawTitle(pen: Pen, title: string, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    children: [drawText(pen, title, TITLE, true)],
    alignment: AlignmentType.CENTER,
    spacing: spacingOf(pen, TITLE, AFTER_TITLE),
    pageBreakBefore,
  });
}

function drawBlock(pen: Pen, block: Block): (Paragraph | Table)[] {
  if ('line' in block) return [drawLine(pen, block)];
  if ('photo' in block) return drawPhoto(pen, block);
  if ('page' in block) return [drawTitle(pen, block.page, true)];
  const table = 'code' in block ? drawCode(pen, block) : drawTable(pen, block);
  // Without a paragraph between them two tables would become one.
  const between = { line: Math.round(BETWEEN * pen.scale), lineRule: LineRuleType.EXACT };
  return [table, new Paragraph({ children: [], spacing: between })];
}

function layOut(sheet: Sheet, pictures: Pictures): ISectionOptions {
  const { title, landscape = false, blocks, foot, fitted = false, paper } = sheet;
  const scale = paper === 'A3' ? Math.SQRT2 : 1;
  const { width, height, margin } = PAGE;
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const inner = mm(((landscape ? height : width) - 2 * margin) * scale);
  const pen: Pen = { scale, fitted, width: inner, pictures };
  const edge = mm(margin * scale);
  const footer = new Paragraph({
    children: [drawText(pen, foot, FOOT)],
    alignment: AlignmentType.CENTER,
  });
  return {
    properties: {
      page: {
        size: { width: mm(width * scale), height: mm(height * scale), orientation },
        margin: { top: edge, bottom: edge, left: edge, right: edge },
      },
    },
    footers: { default: new Footer({ children: [footer] }) },
    children: [drawTitle(pen, title), ...blocks.flatMap((block) => drawBlock(pen, block))],
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
