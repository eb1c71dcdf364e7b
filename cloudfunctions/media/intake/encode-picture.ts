/**
 * A picture made anew: upright, in sizes that phones and the official account take, without anything that the camera
 * wrote into it (place, time, device). The same bytes give the same bytes.
 */
import sharp from 'sharp';

interface Encoded {
  bytes: Buffer;
  kind: 'jpg' | 'png';
  width: number;
  height: number;
}

/** Pixels of a picture at most: a decoded one takes four bytes each. */
const PIXELS = 60_000_000;
/** Of a jpeg, which is read at half or a quarter of its size at once: phones take 108 million. */
const JPEG_PIXELS = 120_000_000;
/** What is read: kinds that phones make, and no drawing, which could name other files. */
const KINDS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif']);

/** What one use takes: bytes below `most`; widths or longer sides and qualities tried in turn. */
interface Wish {
  most: number;
  side: 'longer' | 'width';
  tries: readonly (readonly [pixels: number, quality: number])[];
}

/** uploadimg of the official account takes less than 1 MB, and shows 1,080 pixels of width. */
const ARTICLE: Wish = {
  most: 1_000_000,
  side: 'width',
  tries: [
    [1_080, 84],
    [1_080, 70],
    [800, 70],
    [640, 60],
  ],
};
/** Small print on a photographed paper can still be read. */
const REQUEST: Wish = {
  most: 4_000_000,
  side: 'longer',
  tries: [
    [2_400, 82],
    [1_600, 75],
  ],
};
export const WISHES = { picture: ARTICLE, photo: REQUEST } as const;

function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

function open(bytes: Buffer) {
  return sharp(bytes, { limitInputPixels: isJpeg(bytes) ? JPEG_PIXELS : PIXELS });
}

function fit(bytes: Buffer, { side }: Wish, pixels: number) {
  const box = side === 'width' ? { width: pixels } : { width: pixels, height: pixels };
  return open(bytes)
    .rotate()
    .resize({ ...box, fit: 'inside', withoutEnlargement: true });
}

/** A picture with see-through parts or few colours stays png where that is small enough. */
async function tryPng(bytes: Buffer, wish: Wish): Promise<Encoded | undefined> {
  const [[pixels] = [0]] = wish.tries;
  const { data, info } = await fit(bytes, wish, pixels)
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return data.length < wish.most ? { bytes: data, kind: 'png', width, height } : undefined;
}

async function tryJpeg(bytes: Buffer, wish: Wish): Promise<Encoded | undefined> {
  for (const [pixels, quality] of wish.tries) {
    const { data, info } = await fit(bytes, wish, pixels)
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    if (data.length < wish.most) return { bytes: data, kind: 'jpg', width, height };
  }
  return undefined;
}

/** Undefined: no picture by its content, or none that can be read to its end. */
export async function encodePicture(bytes: Buffer, wish: Wish): Promise<Encoded | undefined> {
  try {
    const { format } = await open(bytes).metadata();
    if (!KINDS.has(format)) return undefined;
    const png = format === 'png' ? await tryPng(bytes, wish) : undefined;
    return png ?? (await tryJpeg(bytes, wish));
  } catch {
    return undefined;
  }
}
