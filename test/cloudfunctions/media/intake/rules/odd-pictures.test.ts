/** Files that call themselves photos: made right, or refused. */
import sharp from 'sharp';
import { encodePicture, WISHES } from '../../../../../cloudfunctions/media/intake/encode-picture';

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#d02020' } });
/** Noise, so that what is cut off was needed. */
const noise = () =>
  sharp(Buffer.from(Array.from({ length: 120 * 90 * 3 }, (_, at) => (at * 7919) % 251)), {
    raw: { width: 120, height: 90, channels: 3 },
  });
const frames = () =>
  sharp(Buffer.concat([0, 90, 180].map((grey) => Buffer.alloc(40 * 30 * 3, grey))), {
    raw: { width: 40, height: 90, channels: 3, pageHeight: 30 },
  });
const cut = async (bytes: Promise<Buffer>, share: number) => {
  const whole = await bytes;
  return whole.subarray(0, Math.floor(whole.length * share));
};
const encode = async (bytes: Buffer | Promise<Buffer>) => encodePicture(await bytes, WISHES.photo);

test.each([
  ['no bytes', () => Promise.resolve(Buffer.alloc(0))],
  ['half a jpeg', () => cut(noise().jpeg().toBuffer(), 0.5)],
  ['a jpeg without its last lines', () => cut(noise().jpeg().toBuffer(), 0.95)],
  ['half a png', () => cut(noise().png().toBuffer(), 0.5)],
  [
    'a HEIC',
    () =>
      Promise.resolve(
        Buffer.concat([Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(900, 1)]),
      ),
  ],
  ['an AVIF', () => flat(40, 30).avif().toBuffer()],
  ['a TIFF', () => flat(40, 30).tiff().toBuffer()],
  [
    'an SVG that names a file',
    () =>
      Promise.resolve(
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hosts"/></svg>'),
      ),
  ],
  ['a png of more pixels than can be held', () => flat(9_000, 9_000).png().toBuffer()],
])('%s is refused', async (_what, make) => {
  expect(await encode(make())).toBeUndefined();
});

test.each([
  ['a png, whatever it is called', () => flat(200, 120).png().toBuffer(), 'png', 200, 120],
  [
    'a photo held upright',
    () => flat(200, 120).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    'jpg',
    120,
    200,
  ],
  ['the first picture of a moving gif', () => frames().gif().toBuffer(), 'jpg', 40, 30],
  ['the first picture of a moving webp', () => frames().webp().toBuffer(), 'jpg', 40, 30],
  ['64 million pixels', () => flat(8_000, 8_000).jpeg().toBuffer(), 'jpg', 2_400, 2_400],
] as const)('%s is made right', async (_what, make, kind, width, height) => {
  expect(await encode(make())).toMatchObject({ kind, width, height });
});

test('colours meant for a printer are those of a screen, in the same hue', async () => {
  const made = await encode(flat(60, 40).toColourspace('cmyk').jpeg().toBuffer());
  const picture = sharp(made?.bytes);
  expect(await picture.metadata()).toMatchObject({ space: 'srgb', channels: 3 });
  const { dominant } = await picture.stats();
  expect(dominant.r).toBeGreaterThan(dominant.g + 100);
});

test('a page behind a photo does not come along', async () => {
  const page = Buffer.from('<html><script>canary</script></html>');
  const made = await encode(Buffer.concat([await noise().jpeg().toBuffer(), page]));
  expect(made?.bytes.toString('latin1')).not.toMatch(/canary|script/);
  expect(made).toMatchObject({ kind: 'jpg', width: 120 });
});
