/** The long picture of an article: text as paths, drawn here; media lays the photos over it and makes one picture. */
import type { LaidPicture } from '../../../miniprogram/contract/media';
import type { Content } from '../../../miniprogram/contract/article';
import type { Answer } from '../../../miniprogram/contract/wire';
import { isKept, sizeOf } from '../../media/intake/rules/kept-files';
import { storeFile } from '../../shared/files';
import { callOwnFunction } from '../../shared/own-call';
import { loadFont } from './font';
import { layOut, WIDTH, type Layout, type Line } from './rules/long-picture';

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

/** Height over width; undefined for what is no copy of ours. */
function ratioOf(township: string, picture: string): number | undefined {
  if (picture.startsWith('code:')) return 1;
  const size = isKept(township, picture) ? sizeOf(picture) : undefined;
  return size && size.height / size.width;
}

/**
 * Answers the file's id. `name`: of what it shows. `address`: where readers find the article, once it is published. The
 * drawing travels as a file: as text it is larger than what a function may be called with.
 */
export async function drawLongPicture(
  { township, name }: { township: string; name: string },
  content: Content,
  words: string,
  address?: string,
): Promise<string | undefined> {
  const foot = { words, ...(address !== undefined && { code: `code:${address}` }) };
  const measure = (text: string, size: number) => loadFont().getAdvanceWidth(text, size);
  const layout = layOut(content, foot, measure, (picture) => ratioOf(township, picture));
  const drawing = await storeFile(`${township}/packs/${name}.svg`, Buffer.from(toSvg(layout)));
  const pictures: LaidPicture[] = layout.photos.map(({ picture, x, y, width, height }) => ({
    picture,
    left: x,
    top: y,
    width,
    height,
  }));
  const input = { township, drawing, pictures, name };
  const answer = (await callOwnFunction('media', 'drawSheet', input)) as Answer<{ file: string }>;
  return answer.ok ? answer.data.file : undefined;
}
