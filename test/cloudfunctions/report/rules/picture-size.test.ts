import sharp from 'sharp';
import { readPictureSize } from '../../../../cloudfunctions/report/documents/rules/picture-size';

const made = sharp({ create: { width: 300, height: 150, channels: 3, background: '#123456' } });

test('a JPEG and a PNG say how high they are by how wide, behind whatever a camera writes before', async () => {
  const jpeg = made.clone().withExif({ IFD0: { Artist: 'camera'.repeat(200) } });
  expect(readPictureSize(await jpeg.jpeg().toBuffer())).toEqual({ type: 'image/jpeg', ratio: 0.5 });
  expect(readPictureSize(await jpeg.jpeg({ progressive: true }).toBuffer())).toEqual({
    type: 'image/jpeg',
    ratio: 0.5,
  });
  expect(readPictureSize(await made.clone().png().toBuffer())).toEqual({ type: 'image/png', ratio: 0.5 });
});

test('what is neither, or broken off, has no size', async () => {
  expect(readPictureSize(await made.clone().webp().toBuffer())).toBeUndefined();
  const jpeg = await made.clone().jpeg().toBuffer();
  expect(readPictureSize(jpeg.subarray(0, 60))).toBeUndefined();
  expect(readPictureSize(new Uint8Array())).toBeUndefined();
});
