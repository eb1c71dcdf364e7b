/** The collection of what the clock was reminded of: one document a township. */
import { oneOf, put } from '../../shared/conditions';
import { changeOne, createOne, readAcross, type CollectionSpecs, type Stored } from '../../shared/database';
import type { Done } from './rules/reminders';

const REMINDERS = 'reminders';

export const collections = { [REMINDERS]: { indexes: [] } } satisfies CollectionSpecs;

interface Reminders extends Stored, Done {}

export const NEVER: Done = { eve: '', digest: '', cleared: '' };

export async function readDone(townships: readonly string[]): Promise<Map<string, Done>> {
  if (townships.length === 0) return new Map();
  const where = { _id: oneOf(townships) };
  const found = await readAcross<Reminders>(REMINDERS, townships, {
    where,
    order: [],
    limit: townships.length,
  });
  return new Map(found.map((one) => [one.township, one]));
}

export async function markDone(township: string, what: Partial<Done>): Promise<void> {
  const changes = Object.fromEntries(Object.entries(what).map(([name, value]) => [name, put(value)]));
  if (await changeOne(REMINDERS, township, township, {}, changes)) return;
  const born: Reminders = { ...NEVER, ...what, _id: township, township, rev: 1 };
  if (!(await createOne(REMINDERS, born))) await changeOne(REMINDERS, township, township, {}, changes);
}
