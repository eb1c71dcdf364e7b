/** The outboxes of all other functions' documents, as the relay reads and settles them. It has no collection. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { collections as activities } from '../../duty/activities/store';
import { collections as disputes } from '../../duty/record/store';
import { collections as invitations } from '../../registry/invitations/store';
import { collections as changes } from '../../congress/changes/store';
import { collections as presidium } from '../../congress/presidium/store';
import { sessionCollections as sessions } from '../../congress/session/store';
import { collections as suggestions } from '../../congress/suggestion/store';
import { collections as articles } from '../../publicity/articles/store';
import { collections as kept } from '../../publicity/keeping/store';
import { collections as bans } from '../../reception/bans/store';
import { collections as days } from '../../reception/days/store';
import { collections as rosters } from '../../reception/roster/store';
import { collections as townships } from '../../registry/store';
import { collections as requests } from '../../request/store';
import { absent, above, drop, put, takeWhere, type Changes, type Where } from '../../shared/conditions';
import { changeOne, readAcross, readOne, type CollectionSpecs } from '../../shared/database';
import type { HistoryRow, OutboxEntry } from '../../shared/outbox';
import type { Shipment } from './rules/shipment';

export const collections = {} satisfies CollectionSpecs;

/** Collections whose documents have an outbox, in the order in which they are looked at. */
export const SOURCES: readonly string[] = [
  townships,
  invitations,
  days,
  rosters,
  bans,
  requests,
  activities,
  disputes,
  suggestions,
  sessions,
  changes,
  presidium,
  articles,
  kept,
].flatMap((names) => Object.keys(names));

export interface Due {
  _id: string;
  township: string;
  outboxAt: Instant;
  /** Until when another relay has it in hand; absent: nobody. */
  lease?: Instant;
}

export interface Outbox extends Due {
  rev: number;
  outbox: readonly OutboxEntry[];
  history: readonly HistoryRow[];
}

/** Documents with something to ship, longest due first; one call. */
export async function readDue(
  collection: string,
  townships: readonly string[],
  now: Instant,
  limit: number,
): Promise<Due[]> {
  const found = await readAcross<Due>(collection, townships, {
    where: { outboxAt: above(0) },
    order: [['outboxAt', 'asc']],
    limit,
    fields: ['township', 'outboxAt', 'lease'],
  });
  return found.filter(({ outboxAt, lease = 0 }) => outboxAt <= now && lease <= now);
}

/** Takes the document in hand; false when another relay was faster. */
export function takeLease(collection: string, due: Due, until: Instant): Promise<boolean> {
  const where: Where = { lease: due.lease ?? absent };
  return changeOne(collection, due.township, due._id, where, { lease: put(until) });
}

export function readOutbox(collection: string, { township, _id }: Due): Promise<Outbox | undefined> {
  return readOne<Outbox>(collection, township, _id, ['township', 'rev', 'outboxAt', 'outbox', 'history']);
}

/**
 * Takes out what was shipped and lets go of the document. True: nothing else happened meanwhile, the outbox is
 * settled. Otherwise only what was shipped goes, what came meanwhile stays due.
 */
export async function settleOutbox(collection: string, read: Outbox, shipment: Shipment): Promise<boolean> {
  const { shipped, rows, remaining, nextAt } = shipment;
  const { township, _id, rev } = read;
  const history: Changes = rows.length > 0 ? { history: takeWhere('id', rows) } : {};
  const settled = { ...history, outbox: put(remaining), outboxAt: put(nextAt), lease: drop };
  if (await changeOne(collection, township, _id, { rev }, settled)) return true;
  const outbox: Changes = shipped.length > 0 ? { outbox: takeWhere('id', shipped) } : {};
  await changeOne(collection, township, _id, {}, { ...history, ...outbox, lease: drop });
  return false;
}
