/** Which part of a cover is shown: what was chosen, else the middle. */
import type { Crop } from '../../../../miniprogram/contract/article';

function share(value: number): string {
  return String(Math.round(Math.min(1, Math.max(0, value)) * 1e6) / 1e6);
}

/** The largest middle part of that ratio; (1080 × 720, 1) → 0.1667 to 0.8333 of the width. */
function middle(width: number, height: number, ratio: number): Crop {
  if (width <= 0 || height <= 0) return { x1: 0, y1: 0, x2: 1, y2: 1 };
  const wide = Math.min(1, (height * ratio) / width);
  const high = Math.min(1, width / ratio / height);
  return { x1: (1 - wide) / 2, y1: (1 - high) / 2, x2: (1 + wide) / 2, y2: (1 + high) / 2 };
}

/** `X1_Y1_X2_Y2` as draft/add wants it. */
export function cropText(
  chosen: Crop | undefined,
  { width, height }: { width: number; height: number },
  ratio: number,
): string {
  const { x1, y1, x2, y2 } = chosen ?? middle(width, height, ratio);
  return [x1, y1, x2, y2].map(share).join('_');
}
