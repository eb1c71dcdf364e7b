/** Draws the long picture: text as paths, photos laid over. */
import sharp from 'sharp';
import type { Content } from '../../../miniprogram/contract/article';
import { fetchFile } from '../../shared/files';
import { drawCode } from './draw-code';
import { loadFont } from './font';
import { layOut, WIDTH, type Layout, type Line } from './rules/long-picture';
import { bodyPictures } from '../articles/rules/render-article';
import { shrinkPicture } from './shrink-picture';

interface Loaded {
  bytes: Buffer;
  ratio: number;
}

async function loadPicture(picture: string): Promise<Loaded | undefined> {
  if (picture.startsWith('code:')) return { bytes: await drawCode(picture), ratio: 1 };
  const bytes = await fetchFile(picture);
  const shrunk = bytes && (await shrinkPicture(bytes));
  return shrunk && { bytes: shrunk.bytes, ratio: shrunk.height / shrunk.width };
}

function drawLine({ text, x, y, size, colour, bold }: Line): string {
  const path = loadFont().getPath(text, x, y, size).toPathData(1);
  const stroke = bold ? ` stroke="${colour}" stroke-width="${String(size / 40)}"` : '';
  return path === '' ? '' : `<path d="${path}" fill="${colour}"${stroke}/>`;
}

function toSvg({ height, lines, boxes }: Layout): string {
  const back = boxes.map(
    ({ x, y, width, height: high, colour }) =>
      `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(high)}" rx="16" fill="${colour}"/>`,
  );
  const size = `width="${String(WIDTH)}" height="${String(height)}"`;
  const paper = `<rect ${size} fill="#ffffff"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paper}${back.join('')}${lines.map(drawLine).join('')}</svg>`;
}

/** `address`: where readers find the article, once it is published. */
export async function drawLongPicture(content: Content, words: string, address?: string): Promise<Buffer> {
  const code = address === undefined ? undefined : `code:${address}`;
  const wanted = [...bodyPictures(content), ...(code === undefined ? [] : [code])];
  const loaded = new Map<string, Loaded>();
  for (const picture of wanted) {
    const found = await loadPicture(picture);
    if (found) loaded.set(picture, found);
  }
  const measure = (text: string, size: number) => loadFont().getAdvanceWidth(text, size);
  const foot = { words, ...(code !== undefined && { code }) };
  const layout = layOut(content, foot, measure, (picture) => loaded.get(picture)?.ratio);
  const photos = await Promise.all(
    layout.photos.map(async ({ picture, x, y, width, height }) => ({
      input: await sharp(loaded.get(picture)?.bytes).resize(width, height, { fit: 'fill' }).toBuffer(),
      left: Math.round(x),
      top: y,
    })),
  );
  return sharp(Buffer.from(toSvg(layout)), { unlimited: true })
    .flatten({ background: '#ffffff' })
    .composite(photos)
    .jpeg({ quality: 86 })
    .toBuffer();
}
