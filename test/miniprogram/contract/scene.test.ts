import { parseScene, sceneOfScan } from '../../../miniprogram/contract/scene';

test('a poster at a home, in a village, anywhere in the township', () => {
  expect(parseScene('bh.h1')).toEqual({ township: 'bh', home: 'h1' });
  expect(parseScene('bh.v3')).toEqual({ township: 'bh', village: 'v3' });
  expect(parseScene('bh')).toEqual({ township: 'bh' });
});

test('the platform hands it over percent-encoded', () => {
  expect(parseScene('bh%2Eh1')).toEqual({ township: 'bh', home: 'h1' });
});

test.each([
  undefined,
  '',
  '.',
  'bh.',
  '.h1',
  'bh.x1',
  'bh.h1.h2',
  'BH.h1',
  '1bh',
  'bh.h 1',
  '%',
  '%E0%A4%A',
  "bh.h1'",
])('a code that is not ours (%p) leads nowhere', (scene) => {
  expect(parseScene(scene)).toBeUndefined();
});

test('the scanner gives a page path with the scene, or the bare scene', () => {
  expect(sceneOfScan('pages/home/home?scene=bh.h1')).toEqual({ township: 'bh', home: 'h1' });
  expect(sceneOfScan('pages/home/home?a=1&scene=bh%2Ev3&b=2')).toEqual({ township: 'bh', village: 'v3' });
  expect(sceneOfScan('bh.h2')).toEqual({ township: 'bh', home: 'h2' });
  expect(sceneOfScan('https://example.com/pay?sum=1')).toBeUndefined();
});
