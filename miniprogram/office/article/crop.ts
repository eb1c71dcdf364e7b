/** The part of a cover that is shown. Parts of its width and height, 0 to 1; `shape` is width by height in pixels. */
import type { Crop } from '../../contract/article';

/** 2.35:1 heads the list, 1:1 stands in lists and when it is forwarded. */
export const SHAPES = { wide: 2.35, square: 1 } as const;
export type CropName = keyof typeof SHAPES;

/** What a frame can be made smaller to, as part of the largest that fits. */
const SMALLEST = 0.4;
const STEP = 0.1;

function round(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}

/** The largest frame of this shape that fits into a picture of that shape: its width and height as parts. */
function largest(shape: number, picture: number): { width: number; height: number } {
  return picture > shape ? { width: shape / picture, height: 1 } : { width: 1, height: picture / shape };
}

function place(x: number, y: number, width: number, height: number): Crop {
  const x1 = Math.min(Math.max(x, 0), 1 - width);
  const y1 = Math.min(Math.max(y, 0), 1 - height);
  return { x1: round(x1), y1: round(y1), x2: round(x1 + width), y2: round(y1 + height) };
}

/** The largest frame, in the middle. */
export function middleCrop(shape: number, picture: number): Crop {
  const { width, height } = largest(shape, picture);
  return place((1 - width) / 2, (1 - height) / 2, width, height);
}

/** Moved by parts of the picture; it stops at the edge. */
export function moveCrop({ x1, y1, x2, y2 }: Crop, dx: number, dy: number): Crop {
  return place(x1 + dx, y1 + dy, x2 - x1, y2 - y1);
}

/** One step closer (1) or wider (-1) around the same middle. */
export function zoomCrop(crop: Crop, by: 1 | -1, shape: number, picture: number): Crop {
  const most = largest(shape, picture);
  const now = (crop.x2 - crop.x1) / most.width;
  const size = Math.min(Math.max(now - by * STEP, SMALLEST), 1);
  const [width, height] = [most.width * size, most.height * size];
  const [midX, midY] = [(crop.x1 + crop.x2) / 2, (crop.y1 + crop.y2) / 2];
  return place(midX - width / 2, midY - height / 2, width, height);
}

/** Where the frame lies, as CSS. */
export function frameStyle({ x1, y1, x2, y2 }: Crop): string {
  const percent = (part: number): string => `${String(round(part) * 100)}%`;
  return `left:${percent(x1)};top:${percent(y1)};width:${percent(x2 - x1)};height:${percent(y2 - y1)}`;
}
