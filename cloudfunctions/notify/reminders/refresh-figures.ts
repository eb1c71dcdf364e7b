/** Counts that routing goes by: open requests of each owner. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { markFigures, readFigures, writeFigures, type Figures } from '../../registry/store';
import { countOpenByOwner } from '../../request/store';
import type { Consumer } from '../../shared/outbox';

/** For every step of a request, whatever it changed: a count more is cheaper than a table of steps to keep. */
export const noteFigures: Consumer = ({ township }) => markFigures(township);

/** The office's requests (owner '') wait for a person and count for nobody. */
async function refreshOne(township: string, before: Figures | undefined, now: Instant): Promise<boolean> {
  const counted = await countOpenByOwner(township);
  counted.delete('');
  return writeFigures(township, Object.fromEntries(counted), now, before);
}

/**
 * One call; for each township in which something changed one count and one write. What changes between the two
 * stays marked (the write goes by `rev`), and the next minute counts again. Answers how many were counted.
 */
export async function refreshFigures(townships: readonly string[], now: Instant): Promise<number> {
  const figures = await readFigures(townships);
  let counted = 0;
  for (const township of townships) {
    const before = figures.find((each) => each.township === township);
    if (before?.stale === false) continue;
    if (await refreshOne(township, before, now)) counted++;
  }
  return counted;
}
