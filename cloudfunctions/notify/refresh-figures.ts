/** Counts that routing goes by: open matters of each owner. */
import type { Instant } from '../../miniprogram/contract/wire';
import { readFigures, writeFigures, type Figures } from '../registry/store';
import { countOpenByOwner } from '../request/store';

function isSame(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return names.length === others.length && names.every((name) => one[name] === other[name]);
}

/** The office's matters (owner '') wait for a person and count for nobody. */
async function refreshOne(township: string, before: Figures | undefined, now: Instant): Promise<boolean> {
  const counted = await countOpenByOwner(township);
  counted.delete('');
  const openByPerson = Object.fromEntries(counted);
  if (before && isSame(openByPerson, before.openByPerson)) return false;
  return writeFigures(township, openByPerson, now, before);
}

/** One call, and for each township one count and at most one write. Answers how many changed. */
export async function refreshFigures(townships: readonly string[], now: Instant): Promise<number> {
  const figures = await readFigures(townships);
  let changed = 0;
  for (const township of townships) {
    const before = figures.find((each) => each.township === township);
    if (await refreshOne(township, before, now)) changed++;
  }
  return changed;
}
