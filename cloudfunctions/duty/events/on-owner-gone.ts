/** Promised visits of whoever holds no office any more (辞职, 终止, 去世, the term's end) are made by somebody else. */
import type { Directory } from '../../registry/directory/rules/directory';
import { recallTownship, readTownship } from '../../registry/store';
import type { Instant } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import type { Consumer } from '../../shared/outbox';
import { handOnVisitsOf } from '../promises/heirs-store';
import { visitorsOn } from '../promises/rules/heir';
import { countPromises } from '../promises/store';

async function handOnVisits(directory: Directory | undefined, now: Instant): Promise<number> {
  if (!directory) return 0;
  const able = visitorsOn(directory.people, toLocalDate(now));
  let done = 0;
  for (const person of (await countPromises(directory.township)).keys())
    if (!able.has(person)) done += await handOnVisitsOf(directory, person, { now });
  return done;
}

/** Once a day, for memberships that ended last night. */
export async function handOverVisits(township: string, now: Instant): Promise<number> {
  return handOnVisits((await recallTownship(township, now))?.directory, now);
}

/** For people-changed: what this instance remembers of the directory may be older than the change. */
export const onOwnerGone: Consumer = async ({ township }, now) => {
  await handOnVisits(await readTownship(township), now);
};
