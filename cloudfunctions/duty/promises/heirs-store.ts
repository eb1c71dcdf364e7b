/** Promised visits of whoever holds no office any more go on with somebody else (rules/heir.ts). */
import type { Instant } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { toLocalDate } from '../../shared/china-time';
import type { CollectionSpecs } from '../../shared/database';
import { heirOf } from './rules/heir';
import { handOnPromise, readPromises } from './store';

/** It has no collection of its own. */
export const collections = {} satisfies CollectionSpecs;

/** Visits of one person in one run; the next run does the rest. */
const AT_ONCE = 50;

/** One read, and a write each. `leaving`: who is in office still, and shall not have it either. */
export async function handOnVisitsOf(
  directory: Directory,
  person: string,
  { now, leaving = new Set() }: { now: Instant; leaving?: ReadonlySet<string> },
): Promise<number> {
  let done = 0;
  for (const promise of await readPromises(directory.township, person, AT_ONCE)) {
    const heir = heirOf(directory, promise, { date: toLocalDate(now), leaving });
    if (heir !== undefined && (await handOnPromise(promise, heir))) done++;
  }
  return done;
}
