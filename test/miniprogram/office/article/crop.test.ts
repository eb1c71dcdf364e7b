import {
  frameStyle,
  middleCrop,
  moveCrop,
  SHAPES,
  zoomCrop,
} from '../../../../miniprogram/office/article/crop';
import type { Crop } from '../../../../miniprogram/contract/article';

const FOUR_BY_THREE = 4 / 3;

/** Width by height in pixels of a picture of this shape. */
function shapeOf({ x1, y1, x2, y2 }: Crop, picture: number): number {
  return ((x2 - x1) * picture) / (y2 - y1);
}

test.each([
  ['wide', FOUR_BY_THREE],
  ['square', FOUR_BY_THREE],
  ['wide', 4],
  ['square', 0.5],
] as const)('the %s frame keeps its shape in a picture of %d, moved and made smaller', (name, picture) => {
  const shape = SHAPES[name];
  let crop = middleCrop(shape, picture);
  expect(shapeOf(crop, picture)).toBeCloseTo(shape, 2);
  crop = moveCrop(zoomCrop(crop, 1, shape, picture), 0.03, -0.04);
  expect(shapeOf(crop, picture)).toBeCloseTo(shape, 2);
});

test('stops at the edges', () => {
  const crop = moveCrop(middleCrop(1, FOUR_BY_THREE), 5, -5);
  expect(crop).toEqual({ x1: 0.25, y1: 0, x2: 1, y2: 1 });
});

test('is never larger than the picture nor too small', () => {
  let crop = middleCrop(1, FOUR_BY_THREE);
  expect(zoomCrop(crop, -1, 1, FOUR_BY_THREE)).toEqual(crop);
  for (let n = 0; n < 20; n += 1) crop = zoomCrop(crop, 1, 1, FOUR_BY_THREE);
  expect(crop.y2 - crop.y1).toBeCloseTo(0.4, 3);
});

test('is drawn in per cent', () => {
  expect(frameStyle({ x1: 0.125, y1: 0, x2: 0.875, y2: 1 })).toBe('left:12.5%;top:0%;width:75%;height:100%');
});
