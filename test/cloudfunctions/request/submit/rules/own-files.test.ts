import { isOwnFile } from '../../../../../cloudfunctions/request/submit/rules/own-files';

const folder = 'bh/u/abc';

it.each([
  'cloud://env.bucket/bh/u/abc/1.jpg',
  'cloud://env-1.6c6f-env-1-1300000000/bh/u/abc/2026-11-23-1/9.aac',
])('is %s', (file) => {
  expect(isOwnFile(file, folder)).toBe(true);
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
  expect(isOwnFile(file, folder)).toBe(false);
});
