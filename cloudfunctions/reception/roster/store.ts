/** The collection of rosters: one document a year. */
import { oneOf, type Changes, type Where } from '../../shared/conditions';
import { changeOne, createOne, OUTBOX_INDEX, readPage, type CollectionSpecs } from '../../shared/database';
import { emptyRoster, rosterId, type RosterDocument } from './rules/roster-document';

const ROSTERS = 'rosters';

export const collections = { [ROSTERS]: { indexes: [OUTBOX_INDEX] } } satisfies CollectionSpecs;

/** The rosters of these years, as far as there are any, by year; one call. */
export async function readRosters(township: string, years: readonly number[]): Promise<RosterDocument[]> {
  const where = { _id: oneOf(years.map((year) => rosterId(township, year))) };
  const found = await readPage<RosterDocument>(ROSTERS, township, { where, order: [], limit: years.length });
  return found.sort((one, other) => one.year - other.year);
}

/** False when the year has its roster already. */
export function createRoster(township: string, year: number): Promise<boolean> {
  return createOne(ROSTERS, emptyRoster(township, year));
}

export function changeRoster(
  township: string,
  year: number,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(ROSTERS, township, rosterId(township, year), where, changes);
}
