/** What the activities behind rows of the ledger were called. */
import { openSaid, readActivitiesById } from '../../duty/activities/store';
import { toFactRow } from '../../duty/ledger/figures-store';
import type { StoredFact } from '../../duty/ledger/store';
import { inSlices } from '../in-slices';

/** By the activity's id; one call for each hundred. */
export async function readTitles(
  township: string,
  rows: readonly StoredFact[],
): Promise<Map<string, string>> {
  const sources = rows.map((row) => toFactRow(row).source).filter(({ kind }) => kind === 'activity');
  const ids = [...new Set(sources.map(({ id }) => id))];
  const found = await Promise.all(inSlices(ids).map((slice) => readActivitiesById(township, slice)));
  return new Map(found.flat().map((activity) => [activity._id, openSaid(activity).title ?? '']));
}
