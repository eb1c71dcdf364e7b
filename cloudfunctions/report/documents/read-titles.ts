/** What the activities behind rows of the ledger were called. */
import { openSaid, readActivitiesById } from '../../duty/activities/store';
import { toFactRow } from '../../duty/ledger/figures-store';
import type { StoredFact } from '../../duty/ledger/store';

/** Documents asked for in one call. */
const AT_ONCE = 100;

/** By the activity's id; one call for each hundred. */
export async function readTitles(
  township: string,
  rows: readonly StoredFact[],
): Promise<Map<string, string>> {
  const sources = rows.map((row) => toFactRow(row).source).filter(({ kind }) => kind === 'activity');
  const ids = [...new Set(sources.map(({ id }) => id))];
  const slices = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) =>
    ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
  const found = await Promise.all(slices.map((slice) => readActivitiesById(township, slice)));
  return new Map(found.flat().map((activity) => [activity._id, openSaid(activity).title ?? '']));
}
