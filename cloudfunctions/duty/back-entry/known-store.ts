/** What is noted already, as back-entries are told apart from it. It has no collection of its own. */
import type { LocalDate } from '../../../miniprogram/contract/wire';
import type { CollectionSpecs } from '../../shared/database';
import { openSaid, walkActivities } from '../activities/store';
import { sameKey } from './rules/plan';

export const collections = {} satisfies CollectionSpecs;

/** Keys of what is noted in these days; one call for each 200. */
export async function readKnownKeys(
  township: string,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const activities of walkActivities(township, from, to)) {
    for (const activity of activities) {
      const { kind, date, persons, village, state } = activity;
      if (state !== 'held') continue;
      const { household, title, words } = openSaid(activity);
      const about = { kind, date, persons, village, household, title, words };
      const said = Object.entries(about).filter(([, value]) => value !== undefined);
      keys.add(sameKey(Object.fromEntries(said) as unknown as Parameters<typeof sameKey>[0]));
    }
  }
  return keys;
}
