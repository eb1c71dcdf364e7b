/** Where each township's recount of the ledger stands: one document a township. */
import { add, drop, oneOf, put, type Changes } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  readAcross,
  readOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import type { Recount } from './rules/night';

const RECOUNTS = 'recounts';

export const collections = { [RECOUNTS]: { indexes: [] } } satisfies CollectionSpecs;

/** `step` rises with each slice: of two who do the same slice one is written down. */
export interface StoredRecount extends Stored, Recount {
  step: number;
}

/** One call, whatever the number of townships; those that were never counted are missing. */
export async function readRecounts(townships: readonly string[]): Promise<Map<string, StoredRecount>> {
  if (townships.length === 0) return new Map();
  const page = { where: { _id: oneOf(townships) }, order: [], limit: townships.length } as const;
  const found = await readAcross<StoredRecount>(RECOUNTS, townships, page);
  return new Map(found.map((one) => [one.township, one]));
}

export function readRecount(township: string): Promise<StoredRecount | undefined> {
  return readOne<StoredRecount>(RECOUNTS, township, township);
}

/** False: somebody else was faster, and what was found is theirs to tell. */
export async function writeRecount(
  township: string,
  before: StoredRecount | undefined,
  { night, place, suspects, looked, last }: Recount,
): Promise<boolean> {
  const after = {
    night,
    suspects,
    looked,
    ...(place && { place }),
    ...(last && { last }),
  };
  if (!before) {
    const born: StoredRecount = Object.assign({ _id: township, township, rev: 1, step: 1 }, after);
    return createOne(RECOUNTS, born);
  }
  const changes: Changes = {
    ...Object.fromEntries(Object.entries(after).map(([name, value]) => [name, put(value)])),
    ...(!place && { place: drop }),
    step: add(1),
  };
  return changeOne(RECOUNTS, township, township, { step: before.step }, changes);
}
