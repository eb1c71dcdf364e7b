/** Pictures byte by byte: which part of a JPEG says how large it is, and what a broken one says. */
import sharp from 'sharp';
import { readPictureSize } from '../../../../../cloudfunctions/report/documents/rules/picture-size';

const half = { type: 'image/jpeg', ratio: 0.5 };
const made = sharp({ create: { width: 300, height: 150, channels: 3, background: '#123456' } });

test('a picture of a camera says how high it is by how wide, behind whatever is written before', async () => {
  const camera = made.clone().withExif({ IFD0: { Artist: 'camera'.repeat(200) } });
  for (const progressive of [false, true])
    expect(readPictureSize(await camera.clone().jpeg({ progressive }).toBuffer())).toEqual(half);
  const drawn = await made.clone().png().toBuffer();
  expect(readPictureSize(drawn)).toEqual({ type: 'image/png', ratio: 0.5 });
});

test('another kind of picture, one broken off and none at all have no size', async () => {
  expect(readPictureSize(await made.clone().webp().toBuffer())).toBeUndefined();
  const whole = await made.clone().jpeg().toBuffer();
  expect(readPictureSize(whole.subarray(0, 60))).toBeUndefined();
  expect(readPictureSize(new Uint8Array())).toBeUndefined();
});

/** A part of a JPEG: its marker, its length and what is in it. */
const part = (marker: number, ...bytes: readonly number[]) => [0xff, marker, 0, bytes.length + 2, ...bytes];
/** 300 wide, 150 high. */
const SIZE = [8, 0, 150, 1, 44, 3];
const jpeg = (...parts: readonly (readonly number[])[]) =>
  Uint8Array.from([0xff, 0xd8, ...parts.flat(), ...Array.from({ length: 24 }, () => 0)]);
/** As wide as high as is said, in the first 24 bytes. */
const png = (width: number, height: number) =>
  Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    0,
    0,
    0,
    13,
    0x49,
    0x48,
    0x44,
    0x52,
    0,
    0,
    width >> 8,
    width & 255,
    0,
    0,
    height >> 8,
    height & 255,
  ]);

test.each([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc7, 0xc9, 0xcb, 0xcd, 0xcf])(
  'marker %i begins a frame',
  (marker) => {
    expect(readPictureSize(jpeg(part(marker, ...SIZE)))).toEqual(half);
  },
);

test.each([0xbf, 0xc4, 0xc8, 0xcc, 0xd0, 0xda, 0xe1])('marker %i is passed over', (marker) => {
  const other = part(marker, 8, 0, 1, 0, 1, 3);
  expect(readPictureSize(jpeg(other))).toBeUndefined();
  expect(readPictureSize(jpeg(other, part(0xc0, ...SIZE)))).toEqual(half);
});

test('a PNG says it in its first 24 bytes, also in the middle of a larger buffer', () => {
  const wide = png(400, 100);
  expect(readPictureSize(wide)).toEqual({ type: 'image/png', ratio: 0.25 });
  const larger = Uint8Array.from([1, 2, 3, ...wide]);
  expect(readPictureSize(larger.subarray(3))).toEqual({ type: 'image/png', ratio: 0.25 });
  expect(readPictureSize(wide.subarray(0, 23))).toBeUndefined();
});

test.each([0, 1, 2, 3])('what differs from a PNG in byte %i is none', (at) => {
  const other = png(400, 100);
  other[at] = 0x51;
  expect(readPictureSize(other)).toBeUndefined();
});

test('what does not begin as a JPEG is none, though parts of one follow', () => {
  const other = jpeg(part(0xc0, ...SIZE));
  other[1] = 0xd9;
  expect(readPictureSize(other)).toBeUndefined();
});

test('a JPEG that ends where its size does has no picture, and one that loses its thread has no size', () => {
  const whole = jpeg(part(0xe0, ...Array.from({ length: 20 }, () => 0)), part(0xc0, ...SIZE));
  expect(readPictureSize(whole.subarray(0, 36))).toEqual(half);
  expect(readPictureSize(whole.subarray(0, 35))).toBeUndefined();
  expect(readPictureSize(jpeg([0, 0xc0, 0, 8, ...SIZE]))).toBeUndefined();
});

test('a picture without width or height has no proportion', () => {
  for (const [width, height] of [
    [0, 5],
    [5, 0],
    [0, 0],
  ] as const)
    expect(readPictureSize(png(width, height))).toBeUndefined();
  expect(readPictureSize(png(1, 1))).toEqual({ type: 'image/png', ratio: 1 });
});
