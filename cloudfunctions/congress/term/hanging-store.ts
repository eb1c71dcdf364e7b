/** What hangs on everybody of a township besides requests: suggestions, promised visits, ties, seats of the roster. */
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { countPromises } from '../../duty/promises/store';
import { readTied } from '../../duty/ties/store';
import { countSeatsToHandOn } from '../../reception/roster/seats-store';
import type { Directory } from '../../registry/directory/rules/directory';
import type { Hanging } from '../../registry/store';
import type { CollectionSpecs } from '../../shared/database';
import { countToHandOver } from '../suggestion/store';

/** It has no collection of its own. */
export const collections = {} satisfies CollectionSpecs;

/** Three calls; one more with `seats`, which only somebody who is to leave can have to hand on by hand. */
export async function countHanging(
  directory: Directory,
  today: LocalDate,
  { seats: withSeats } = { seats: true },
): Promise<Record<string, Hanging>> {
  const { township } = directory;
  const [suggestions, visits, ties, seats] = await Promise.all([
    countToHandOver(township),
    countPromises(township),
    readTied(township),
    withSeats ? countSeatsToHandOn(directory, today) : new Map<string, number>(),
  ]);
  const persons = new Set([suggestions, visits, ties, seats].flatMap((counts) => [...counts.keys()]));
  const rows = [...persons].map((person): [string, Hanging] => [
    person,
    {
      suggestions: suggestions.get(person) ?? 0,
      visits: visits.get(person) ?? 0,
      ties: ties.get(person) ?? 0,
      seats: seats.get(person) ?? 0,
    },
  ]);
  return Object.fromEntries(rows);
}
