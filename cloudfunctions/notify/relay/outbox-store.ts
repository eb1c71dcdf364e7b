/** The outboxes of all other functions' documents, as the relay reads and settles them. It has no collection. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { collections as activities } from '../../duty/activities/store';
import { collections as dutyReports } from '../../duty/duty-reports/store';
import { collections as disputes } from '../../duty/record/store';
import { collections as ties } from '../../duty/ties/store';
import { collections as invitations } from '../../registry/invitations/store';
import { collections as changes } from '../../congress/changes/store';
import { collections as presidium } from '../../congress/presidium/store';
import { collections as sessions } from '../../congress/session/store';
import { collections as suggestions } from '../../congress/suggestion/store';
import { collections as articles } from '../../publicity/articles/store';
import { collections as kept } from '../../publicity/keeping/store';
import { collections as keys } from '../../publicity/keys/store';
import { collections as bans } from '../../reception/bans/store';
import { collections as days } from '../../reception/days/store';
import { collections as rosters } from '../../reception/roster/store';
import { collections as townships } from '../../registry/store';
import { collections as requests } from '../../request/store';
import { absent, above, drop, put, takeWhere, type Changes, type Where } from '../../shared/conditions';
import { changeOne, readAcross, readOne, type CollectionSpecs } from '../../shared/database';
import type { HistoryRow, OutboxEntry } from '../../shared/outbox';
import type { Look } from './rules/choose-looks';
import type { Shipment } from './rules/shipment';

export const collections = {} satisfies CollectionSpecs;

/** Collections whose documents have an outbox, by the function whose acts write there. */
const BY_FUNCTION: Readonly<Record<string, readonly CollectionSpecs[]>> = {
  registry: [townships, invitations],
  reception: [days, rosters, bans],
  request: [requests],
  duty: [activities, disputes, ties, dutyReports],
  congress: [suggestions, sessions, changes, presidium],
  publicity: [articles, kept, keys],
};

/** The same in the order in which they are looked at. */
export const SOURCES: readonly Look[] = Object.entries(BY_FUNCTION).flatMap(([of, stores]) =>
  stores.flatMap((names) => Object.keys(names).map((name) => ({ name, of }))),
);

/** What villagers write passes no door of a role, and has the worst network. */
const OPEN_TO_ALL = [invitations, days, requests].flatMap((names) => Object.keys(names));

/** Collections that are looked into each minute, and all others. */
export const VILLAGERS: readonly Look[] = SOURCES.filter(({ name }) => OPEN_TO_ALL.includes(name));
export const QUIET: readonly Look[] = SOURCES.filter(({ name }) => !OPEN_TO_ALL.includes(name));

/** Where acts of this function leave their events. */
export function sourcesOf(fn: string): readonly string[] {
  return SOURCES.flatMap(({ name, of }) => (of === fn ? [name] : []));
}

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

export interface FoundDue {
  due: readonly Due[];
  /** When the next of those that were seen and are not due comes due, or its lease ends. */
  next: Instant;
}

/** Documents with something to ship, longest due first; one call. */
export async function readDue(
  collection: string,
  townships: readonly string[],
  now: Instant,
  limit: number,
): Promise<FoundDue> {
  const found = await readAcross<Due>(collection, townships, {
    where: { outboxAt: above(0) },
    order: [['outboxAt', 'asc']],
    limit,
    fields: ['township', 'outboxAt', 'lease'],
  });
  const freeAt = ({ outboxAt, lease = 0 }: Due): Instant => Math.max(outboxAt, lease);
  const due = found.filter((one) => freeAt(one) <= now);
  return { due, next: Math.min(...found.filter((one) => freeAt(one) > now).map(freeAt)) };
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
