/** The QR code of a poster's scene, as the posters print it (docs/limits.md says which scanner reads it). */
import qrcode from 'qrcode-generator';
import sharp from 'sharp';

const PIXELS = 430;

/** `picture` is render-article's codePicture: 'code:bh.h1' draws 'bh.h1'. */
export async function drawCode(picture: string): Promise<Buffer> {
  const code = qrcode(0, 'M');
  code.addData(picture.slice(picture.indexOf(':') + 1));
  code.make();
  const svg = code.createSvgTag({ cellSize: 8, margin: 32, scalable: true });
  return sharp(Buffer.from(svg)).resize(PIXELS, PIXELS).flatten({ background: '#ffffff' }).png().toBuffer();
}
