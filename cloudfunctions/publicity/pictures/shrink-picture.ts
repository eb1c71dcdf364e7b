/**
 * A photo as the official account takes it: jpg or png, below 1 MB, upright, without what the camera wrote into it
 * (place, time, device): sharp leaves metadata out unless told otherwise.
 */
import sharp from 'sharp';

export interface Shrunk {
  bytes: Buffer;
  type: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
}

/** uploadimg takes less than 1 MB. */
const BYTES = 1_000_000;
/** Pixels of a photo at most: a decoded one takes four bytes each. */
const PIXELS = 60_000_000;
/** Widths and qualities tried in turn. */
const TRIES = [
  [1_080, 84],
  [1_080, 70],
  [800, 70],
  [640, 60],
] as const;

/** A picture with see-through parts or few colours stays png where that is small enough. */
async function tryPng(bytes: Buffer, width: number) {
  return sharp(bytes, { limitInputPixels: PIXELS })
    .rotate()
    .resize({ width, withoutEnlargement: true })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
}

async function tryJpeg(bytes: Buffer, width: number, quality: number) {
  return sharp(bytes, { limitInputPixels: PIXELS })
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ width, withoutEnlargement: true })
    .jpeg({ quality, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
}

/** Undefined: no picture, or none that can be read. */
export async function shrinkPicture(bytes: Buffer): Promise<Shrunk | undefined> {
  try {
    const { format } = await sharp(bytes, { limitInputPixels: PIXELS }).metadata();
    if (format === 'png') {
      const { data, info } = await tryPng(bytes, TRIES[0][0]);
      if (data.length < BYTES)
        return { bytes: data, type: 'image/png', width: info.width, height: info.height };
    }
    for (const [width, quality] of TRIES) {
      const { data, info } = await tryJpeg(bytes, width, quality);
      if (data.length < BYTES)
        return { bytes: data, type: 'image/jpeg', width: info.width, height: info.height };
    }
    return undefined;
  } catch {
    return undefined;
  }
}
