import * as v from 'valibot';
import sharp from 'sharp';
import type { LaidPicture, MediaActions } from '../../../miniprogram/contract/media';
import { ok, refuse } from '../../shared/errors';
import { readFile, removeFiles, storeFile } from '../../shared/files';
import { drawQrPng } from '../../shared/qr-png';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { isKept, liesIn } from '../intake/rules/kept-files';

type DrawSheet = MediaActions['drawSheet'];

const CODE = 'code:';
const pixels = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(40_000));
const picture = v.strictObject({
  picture: v.pipe(v.string(), v.maxLength(1_000)),
  left: pixels,
  top: pixels,
  width: v.pipe(pixels, v.minValue(1)),
  height: v.pipe(pixels, v.minValue(1)),
});

async function bytesOf(town: string, asked: string): Promise<Buffer | undefined> {
  if (asked.startsWith(CODE)) return drawQrPng(asked.slice(CODE.length));
  if (!isKept(town, asked)) return undefined;
  const read = await readFile(asked);
  return Buffer.isBuffer(read) ? read : undefined;
}

async function lay(town: string, { picture: asked, left, top, width, height }: LaidPicture) {
  const bytes = await bytesOf(town, asked);
  if (!bytes) return [];
  const size = [Math.round(width), Math.round(height)] as const;
  const input = await sharp(bytes)
    .resize(...size, { fit: 'fill' })
    .toBuffer();
  return [{ input, left: Math.round(left), top: Math.round(top) }];
}

/** The drawing is read, its pictures laid over it, and it is deleted. Refusals: not-found (no drawing of ours). */
export const drawSheet: Action<DrawSheet['input'], DrawSheet['output']> = {
  write: false,
  input: v.strictObject({
    township,
    drawing: v.pipe(v.string(), v.maxLength(400)),
    pictures: v.pipe(v.array(picture), v.maxLength(60)),
    name: v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/)),
  }),
  async run(_call, { township: town, drawing, pictures, name }) {
    const folder = `${town}/packs`;
    if (!liesIn(drawing, folder)) return refuse('not-found');
    const svg = await readFile(drawing);
    if (!Buffer.isBuffer(svg)) return refuse('not-found');
    const laid = await Promise.all(pictures.map((each) => lay(town, each)));
    const bytes = await sharp(svg, { unlimited: true })
      .flatten({ background: '#ffffff' })
      .composite(laid.flat())
      .jpeg({ quality: 86 })
      .toBuffer();
    const file = await storeFile(`${folder}/${name}.jpg`, bytes);
    await removeFiles([drawing]);
    return ok({ file });
  },
};
