import {
  activityFolder,
  endingOf,
  isKept,
  isPaper,
  isUpload,
  liesIn,
  paperFolder,
  pictureFolder,
  requestFolder,
  sizeOf,
} from '../../../../../cloudfunctions/media/intake/rules/kept-files';

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
  'see cloud://env.bucket/bh/u/abc/1.jpg',
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

it('what the server copies lies where it is known as a copy, and never where a phone may write', () => {
  const folders = [requestFolder('bh'), activityFolder('bh', 'f1'), pictureFolder('bh', 'abc')];
  const files = folders.map((one) => `cloud://e.b/${one}/k3.jpg`);
  expect(files.map((file) => [isKept('bh', file), isUpload('bh', file), isPaper('bh', file)])).toEqual(
    files.map(() => [true, false, false]),
  );
  // A township's own copies, and one folder for each picture of an activity and each account.
  expect(files.some((file) => isKept('qs', file))).toBe(false);
  expect(activityFolder('bh', 'f2')).not.toBe(activityFolder('bh', 'f1'));
  expect(pictureFolder('bh', 'xyz')).not.toBe(pictureFolder('bh', 'abc'));
});

it('a paper is no picture, and only in its own township', () => {
  const file = `cloud://e.b/${paperFolder('bh')}/k3.pdf`;
  expect([isPaper('bh', file), isPaper('qs', file), isKept('bh', file), isUpload('bh', file)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it('an upload is what lies in the township’s own folder for phones', () => {
  expect(isUpload('bh', 'cloud://e.b/bh/u/abc/1.jpg')).toBe(true);
  expect(isUpload('qs', 'cloud://e.b/bh/u/abc/1.jpg')).toBe(false);
});

it('the ending is what stands behind the last dot', () => {
  expect(endingOf('cloud://e-1.6c6f/bh/kept/k3-1080x720.jpg')).toBe('jpg');
});

it('only a whole name at the end says a size, so that no words of a path are taken for one', () => {
  expect(sizeOf('cloud://e.b/bh/kept/k3-1080x720.jpg.pdf')).toBeUndefined();
  expect(sizeOf('cloud://e.b/bh/kept/k3-1080x720.png')).toEqual({ width: 1080, height: 720 });
});
