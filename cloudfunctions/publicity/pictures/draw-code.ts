/** An ordinary QR code of a place's scene, for the preview and the long picture; the push takes WeChat's own. */
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
