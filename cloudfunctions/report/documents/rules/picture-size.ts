/** Type and proportions of a picture, from its first bytes: JPEG and PNG, which a document takes. */

export interface PictureSize {
  type: 'image/jpeg' | 'image/png';
  /** Height by width. */
  ratio: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47];

function ratioOf(height: number, width: number, type: PictureSize['type']): PictureSize | undefined {
  return height > 0 && width > 0 ? { type, ratio: height / width } : undefined;
}

/** C0 to CF are frames, but for C4, C8 and CC, which are tables and extensions. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function readJpeg(bytes: DataView): PictureSize | undefined {
  for (let at = 2; at + 9 < bytes.byteLength && bytes.getUint8(at) === 0xff;) {
    const marker = bytes.getUint8(at + 1);
    if (isFrame(marker)) return ratioOf(bytes.getUint16(at + 5), bytes.getUint16(at + 7), 'image/jpeg');
    at += 2 + bytes.getUint16(at + 2);
  }
  return undefined;
}

/** Undefined: neither of them, or broken. */
export function readPictureSize(data: Uint8Array): PictureSize | undefined {
  const bytes = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 24) return undefined;
  if (PNG.every((byte, at) => data[at] === byte))
    return ratioOf(bytes.getUint32(20), bytes.getUint32(16), 'image/png');
  return bytes.getUint16(0) === 0xffd8 ? readJpeg(bytes) : undefined;
}
