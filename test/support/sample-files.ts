/** Files as phones send them, with what they tell about their sender. */
import type { TestCloud } from './cloud';

/** A photo of one colour that says where it was taken, and by which camera. */
export async function samplePhoto(colour = '#146c2e', width = 60): Promise<Buffer> {
  // Most who ask for a name or a key of this room need no picture.
  const { default: sharp } = await import('sharp');
  const height = Math.round(width * 0.7);
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({
      IFD0: { Artist: 'canary-camera' },
      IFD3: { GPSLatitude: '30/1 15/1 0/1', GPSLatitudeRef: 'N' },
    })
    .jpeg()
    .toBuffer();
}

/** ADTS: one frame, words for sound; what WeChat's stand-in searches is in the words. */
export function sampleSound(words = 'voice'): Buffer {
  const body = Buffer.from(words);
  const length = body.length + 7;
  const head = [
    0xff,
    0xf1,
    0x50,
    0x80 | (length >> 11),
    (length >> 3) & 0xff,
    ((length & 7) << 5) | 0x1f,
    0xfc,
  ];
  return Buffer.concat([Buffer.from(head), body]);
}

/** Uploads as `wx.cloud.uploadFile` does; answers the file's id. Throws where the storage refuses. */
export async function uploadFile(
  cloud: Pick<TestCloud, 'url'>,
  openid: string,
  path: string,
  bytes: string | Uint8Array,
): Promise<string> {
  const response = await fetch(`${cloud.url}/client/upload-metadata`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ cloudPath: path }),
  });
  const { url, fileID, errMsg } = (await response.json()) as {
    url: string;
    fileID: string;
    errMsg?: string;
  };
  if (errMsg !== undefined) throw new Error(errMsg);
  const body = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  const stored = await fetch(url, { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body });
  if (stored.status !== 200) throw new Error(`upload was refused: ${await stored.text()}`);
  return fileID;
}
