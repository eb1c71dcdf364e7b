/**
 * An article as one long picture: where each line, box and photo stands. Pure; `measure` knows the font. The drawing
 * is draw-long-picture.ts.
 */
import type { Block, Content } from '../../../../miniprogram/contract/article';
import { codePicture } from '../../articles/rules/render-article';

export const WIDTH = 750;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
/** Pixels of height at most: a decoded picture takes four bytes each, and a phone still scrolls it. */
const HEIGHT = 16_000;

export interface Line {
  text: string;
  x: number;
  /** Of the line's foot. */
  y: number;
  size: number;
  colour: string;
  /** Painted twice, a little apart: one weight of the font travels along. */
  bold: boolean;
}
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
}
export interface Photo {
  picture: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Layout {
  height: number;
  lines: readonly Line[];
  boxes: readonly Box[];
  photos: readonly Photo[];
}

/** Width of a text at a size, in pixels. */
export type Measure = (text: string, size: number) => number;
/** Height over width of a photo; undefined: it cannot be shown. */
export type RatioOf = (picture: string) => number | undefined;

const INK = '#1f1f1f';
const GREY = '#6b6b6b';
const BRAND = '#b3151b';
const PALE = '#f5f3ef';

/** What may not begin a line in Chinese setting hangs at the end of the one before. */
const NO_BEGIN = new Set('，。！？；：、）》」』”’…·%'.split(''));

/** Words of Latin letters and digits stay together. */
export function wrap(text: string, size: number, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    for (const piece of part.match(/[A-Za-z0-9.%+-]+|[^A-Za-z0-9.%+-]/gu) ?? []) {
      const hangs = NO_BEGIN.has(piece);
      if (line !== '' && !hangs && measure(line + piece, size) > width) {
        lines.push(line);
        line = '';
      }
      line += piece;
    }
    if (line.trim() !== '') lines.push(line);
  }
  return lines;
}

interface Look {
  size: number;
  colour: string;
  bold?: boolean;
  centred?: boolean;
  indent?: number;
}

class Sheet {
  y = MARGIN;
  readonly lines: Line[] = [];
  readonly boxes: Box[] = [];
  readonly photos: Photo[] = [];

  constructor(
    private readonly measure: Measure,
    private readonly ratioOf: RatioOf,
  ) {}

  text(text: string, { size, colour, bold = false, centred = false, indent = 0 }: Look): void {
    for (const line of wrap(text, size, INNER - 2 * indent, this.measure)) {
      this.y += size * 1.6;
      const x = centred ? (WIDTH - this.measure(line, size)) / 2 : MARGIN + indent;
      this.lines.push({ text: line, x, y: this.y - size * 0.4, size, colour, bold });
    }
  }

  /** A box behind what `fill` puts onto the sheet. */
  boxed(colour: string, fill: () => void): void {
    const top = this.y;
    this.y += 16;
    fill();
    this.y += 20;
    this.boxes.push({ x: MARGIN, y: top, width: INNER, height: this.y - top, colour });
    this.y += 24;
  }

  photo(picture: string, width: number): void {
    const ratio = this.ratioOf(picture);
    if (ratio === undefined) return;
    const height = Math.round(width * ratio);
    this.photos.push({ picture, x: (WIDTH - width) / 2, y: Math.round(this.y), width, height });
    this.y += height + 12;
  }
}

function putNumbers(sheet: Sheet, { items }: Extract<Block, { type: 'numbers' }>): void {
  if (items.length === 0) return;
  sheet.boxed(PALE, () => {
    for (const { value, unit, label } of items) {
      sheet.text(`${value}${unit}`, { size: 48, colour: BRAND, bold: true, centred: true });
      sheet.text(label, { size: 26, colour: GREY, centred: true });
    }
  });
}

function putBlock(sheet: Sheet, block: Block): void {
  switch (block.type) {
    case 'heading':
      sheet.y += 16;
      sheet.text(block.text, { size: 36, colour: BRAND, bold: true });
      sheet.y += 8;
      return;
    case 'text':
      for (const part of block.text.split(/\n[^\S\n]*\n/)) {
        sheet.text(part, { size: 32, colour: INK });
        sheet.y += 16;
      }
      return;
    case 'quote':
      if (block.text.trim() === '') return;
      sheet.boxed(PALE, () => {
        sheet.text(block.text, { size: 30, colour: '#4d4d4d', indent: 24 });
        sheet.text(block.from, { size: 26, colour: GREY, indent: 24 });
      });
      return;
    case 'picture':
      if (block.picture.file !== '') sheet.photo(block.picture.file, INNER);
      sheet.text(block.caption, { size: 26, colour: GREY, centred: true });
      sheet.y += 16;
      return;
    case 'code':
      sheet.photo(codePicture(block.scene), 260);
      sheet.text(block.caption, { size: 26, colour: GREY, centred: true });
      sheet.y += 16;
      return;
    case 'numbers':
      putNumbers(sheet, block);
      return;
    // A card cannot be tapped in a picture.
    case 'card':
  }
}

/** `foot`: where to read on, and `code` a picture of the address. What is beyond the height is left to reading on. */
export function layOut(
  content: Content,
  foot: { words: string; code?: string },
  measure: Measure,
  ratioOf: RatioOf,
): Layout {
  const sheet = new Sheet(measure, ratioOf);
  sheet.text(content.title, { size: 46, colour: INK, bold: true });
  sheet.text(content.author, { size: 26, colour: GREY });
  sheet.y += 24;
  for (const block of content.blocks) {
    if (sheet.y > HEIGHT) break;
    putBlock(sheet, block);
  }
  sheet.y += 24;
  if (foot.code !== undefined) sheet.photo(foot.code, 220);
  sheet.text(foot.words, { size: 26, colour: GREY, centred: true });
  const { lines, boxes, photos } = sheet;
  return { height: Math.ceil(sheet.y + MARGIN), lines, boxes, photos };
}
