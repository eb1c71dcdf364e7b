/**
 * What the office wants sent by the new table as well: one document a township, with the latest version that was asked
 * for and how far its requests are looked through. A later wish begins anew, so there is never more than one.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { atMost, below, drop, put } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readAcross,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';

const REROUTES = 'reroutes';

export const collections = {
  [REROUTES]: { indexes: [inTownship('township_dueAt', 'dueAt')] },
} satisfies CollectionSpecs;

export interface Reroute extends Stored {
  version: number;
  /** When to go on; absent: it is done. */
  dueAt?: Instant;
  /** `dueSeq` of the last one seen. */
  after: string;
  /** One was moved since the beginning, so that it begins once more. */
  moved: boolean;
}

function idOf(township: string): string {
  return `${township}~reroute`;
}

/** Idempotent: a version that is not later than the known one changes nothing. */
export async function askReroute(township: string, version: number, dueAt: Instant): Promise<void> {
  const asked = { version, dueAt, after: '', moved: false };
  const id = idOf(township);
  const later = () =>
    changeOne(
      REROUTES,
      township,
      id,
      { version: below(version) },
      { version: put(version), dueAt: put(dueAt), after: put(''), moved: put(false) },
    );
  if (await later()) return;
  if (!(await createOne(REROUTES, { _id: id, township, rev: 1, ...asked }))) await later();
}

/** One call for all townships. */
export function readReroutes(townships: readonly string[], now: Instant): Promise<Reroute[]> {
  return readAcross<Reroute>(REROUTES, townships, {
    where: { dueAt: atMost(now) },
    order: [['dueAt', 'asc']],
    limit: townships.length,
  });
}

/** How far it is; `undefined`: through. False when a later wish, or another relay, came in between. */
export function settleReroute(
  { township, _id, rev }: Reroute,
  next: Pick<Reroute, 'after' | 'moved'> | undefined,
): Promise<boolean> {
  const changes = next ? { after: put(next.after), moved: put(next.moved) } : { dueAt: drop };
  return changeOne(REROUTES, township, _id, { rev }, changes);
}
