import type { Instant } from '../../miniprogram/contract/wire';
import { readClock } from './clock';

/**
 * Does something for each of these, `atOnce` of them side by side, and begins no more once `endsAt` has come: what is
 * left is found by whoever looks next. Answers how many were begun. What `work` throws ends the others too.
 */
export async function sideBySide<T>(
  items: readonly T[],
  { atOnce, endsAt }: { readonly atOnce: number; readonly endsAt: Instant },
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length && readClock() < endsAt) {
      const item = items[next++] as T;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  return next;
}

/** The same items in groups of one township each, in their order. */
export function byTownship<T extends { readonly township: string }>(items: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.township);
    if (group) group.push(item);
    else groups.set(item.township, [item]);
  }
  return [...groups.values()];
}
