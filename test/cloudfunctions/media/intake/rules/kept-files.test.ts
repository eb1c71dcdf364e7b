import { isKept, liesIn, sizeOf } from '../../../../../cloudfunctions/media/intake/rules/kept-files';

const folder = 'bh/u/abc';

it.each([
  'cloud://env.bucket/bh/u/abc/1.jpg',
  'cloud://env-1.6c6f-env-1-1300000000/bh/u/abc/2026-11-23-1/9.aac',
])('is %s', (file) => {
  expect(liesIn(file, folder)).toBe(true);
});

it.each([
  'cloud://env.bucket/bh/u/abc',
  'cloud://env.bucket/bh/u/abc/',
  'cloud://env.bucket/bh/u/abcd/1.jpg',
  'cloud://env.bucket/qs/u/abc/1.jpg',
  'cloud://env.bucket/x/bh/u/abc/1.jpg',
  'cloud://env.bucket/bh/u/abc/../xyz/1.jpg',
  'cloud://env.bucket/bh/u/abc/./1.jpg',
  'cloud://env.bucket/bh/u/abc//1.jpg',
  'cloud://env.bucket/bh/u/abc/.hidden',
  'cloud://env.bucket/bh/u/abc/1.jpg?x=../y',
  'cloud://env.bucket/bh/u/abc/%2e%2e/1.jpg',
  'cloud://env.bucket/bh/u/abc/1.jpg\n',
  'cloud://env/bh/u/abc/1.jpg',
  'https://env.bucket/bh/u/abc/1.jpg',
  'bh/u/abc/1.jpg',
  '',
])('is not %j', (file) => {
  expect(liesIn(file, folder)).toBe(false);
});

it('tells a copy of ours from what a phone may write, and the size of a picture', () => {
  expect(isKept('bh', 'cloud://e.b/bh/kept/k3-1080x720.jpg')).toBe(true);
  expect(isKept('bh', 'cloud://e.b/bh/pictures/abc/k3-1080x720.jpg')).toBe(true);
  expect(isKept('bh', 'cloud://e.b/bh/activities/f1/k3-1080x720.jpg')).toBe(true);
  expect(isKept('bh', 'cloud://e.b/bh/u/abc/kept/1.jpg')).toBe(false);
  expect(isKept('bh', 'cloud://e.b/qs/kept/k3.jpg')).toBe(false);
  expect(sizeOf('cloud://e.b/bh/kept/k3-1080x720.jpg')).toEqual({ width: 1080, height: 720 });
  expect(sizeOf('cloud://e.b/bh/kept/k3.mp3')).toBeUndefined();
});
