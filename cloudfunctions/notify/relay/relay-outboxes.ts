/**
 * Ships what changes left behind: history to the audit, events to their consumers, both then taken out by id.
 * At least once: killed anywhere, the next run does the rest again, and every part may be repeated. A lease
 * keeps a crowd of kicks from doing the same work at once; it is no condition of correctness.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { markFigures } from '../../registry/store';
import { MINUTE_MS } from '../../shared/china-time';
import { readClock } from '../../shared/clock';
import type { OutboxEntry } from '../../shared/outbox';
import { consumersOf, leavesEvents } from './consumers';
import { afterFailure, isDue, toShipment } from './rules/shipment';
import { readDue, readOutbox, settleOutbox, SOURCES, takeLease, type Due, type Outbox } from './outbox-store';
import { writeAudit } from '../audit/store';
import { writeDeadLetter } from '../dead-letters/store';

/** Documents of one collection that one look finds; the next look finds the rest. */
const DOCUMENTS = 20;
/** Looks of one run: consumers leave events of their own, others go on acting meanwhile. */
const LOOKS = 6;
/** No new document is begun after this (ms); the platform ends the function later, and its caller waits. */
const RUN_MS = 8_000;
/** A document that a relay died with is free again after this (ms); longer than the function may run. */
const LEASE_MS = 60_000;
const ALL_SOURCES: readonly string[] = SOURCES.map(({ name }) => name);
/** Entries and rows of one document in one turn, and how many rows are written at once. */
const ROWS = 200;
const AT_ONCE = 10;

export interface Relayed {
  documents: number;
  events: number;
  failed: number;
}

async function writeRows(collection: string, read: Outbox): Promise<string[]> {
  const rows = read.history.slice(0, ROWS);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await Promise.all(rows.slice(from, from + AT_ONCE).map((row) => writeAudit(collection, read, row)));
  }
  return rows.map(({ id }) => id);
}

/** False when a consumer threw; which one is not told, for its message may hold personal data. */
async function deliver(collection: string, read: Outbox, entry: OutboxEntry, now: Instant): Promise<boolean> {
  const { township, _id: document } = read;
  try {
    for (const consume of consumersOf(entry.event)) {
      await consume({ ...entry, township, collection, document }, now);
    }
    return true;
  } catch {
    return false;
  }
}

/** What became of the entries that are due: those done with, and those to be tried again. */
async function deliverAll(collection: string, read: Outbox, now: Instant) {
  const shipped: string[] = [];
  const failed: OutboxEntry[] = [];
  let consumed = false;
  for (const entry of read.outbox.filter((one) => isDue(one, now)).slice(0, ROWS)) {
    consumed ||= leavesEvents(entry.event);
    const delivered = await deliver(collection, read, entry, now);
    const later = delivered ? undefined : afterFailure(entry, now);
    if (later) failed.push(later);
    else {
      if (!delivered) await writeDeadLetter(collection, read, entry, now);
      shipped.push(entry.id);
    }
  }
  return { shipped, failed, consumed };
}

/** What shipping one document says of its collection, and of others. */
interface Shipped {
  /** The document is due again then: more than one turn's entries, others acted, somebody else has it, a failure. */
  next: Instant;
  /** Consumers may have left events anywhere. */
  stirred: boolean;
}

async function shipDocument(collection: string, due: Due, now: Instant, sum: Relayed): Promise<Shipped> {
  if (!(await takeLease(collection, due, now + LEASE_MS))) return { next: now + MINUTE_MS, stirred: false };
  const read = await readOutbox(collection, due);
  if (!read) return { next: Infinity, stirred: false };
  const rows = await writeRows(collection, read);
  const { shipped, failed, consumed } = await deliverAll(collection, read, now);
  // Before the document is settled: dying in between, it is all done once more.
  await markFigures(due.township, { stirs: consumed });
  const shipment = toShipment(read.outbox, { shipped, failed, rows }, now);
  const settled = await settleOutbox(collection, read, shipment);
  sum.documents++;
  sum.events += shipped.length;
  sum.failed += failed.length;
  const next = shipment.nextAt === 0 ? Infinity : shipment.nextAt;
  return { next: settled ? next : now, stirred: consumed };
}

export interface Looks {
  /** Where the first look goes. */
  readonly sources?: readonly string[];
  /** No new document is begun after this; by default in RUN_MS. */
  readonly endsAt?: Instant;
  /** Hears of each look when something that was seen there is due next. */
  readonly onLook?: (source: string, at: Instant, next: Instant) => void;
}

interface Turn {
  readonly townships: readonly string[];
  readonly at: Instant;
  /** Nothing new is begun from then on. */
  readonly endsAt: Instant;
}

/** One look into each of these, and what is due there, one document after the other. */
async function shipFrom(places: readonly string[], { townships, at, endsAt }: Turn, sum: Relayed) {
  const found = await Promise.all(
    places.map(async (source) => {
      const { due, next } = await readDue(source, townships, at, DOCUMENTS);
      return { source, due, next: due.length === DOCUMENTS ? at : next };
    }),
  );
  let stirred = false;
  for (const place of found) {
    for (const one of place.due) {
      const shipped =
        readClock() > endsAt ? { next: at, stirred: false } : await shipDocument(place.source, one, at, sum);
      place.next = Math.min(place.next, shipped.next);
      stirred ||= shipped.stirred;
    }
  }
  return { found, stirred };
}

/**
 * Everything that is due there in these townships, as far as the time allows; and in all other collections too, once
 * consumers were at work that leave events.
 */
export async function relayOutboxes(
  townships: readonly string[],
  now: Instant,
  { sources = ALL_SOURCES, endsAt = now + RUN_MS, onLook }: Looks = {},
): Promise<Relayed> {
  const sum: Relayed = { documents: 0, events: 0, failed: 0 };
  let places = townships.length > 0 ? sources : [];
  for (let look = 0; look < LOOKS && places.length > 0; look++) {
    // Acts that came since the run began are due by now.
    const at = look === 0 ? now : readClock();
    const { found, stirred } = await shipFrom(places, { townships, at, endsAt }, sum);
    for (const { source, next } of found) onLook?.(source, at, next);
    if (readClock() > endsAt) break;
    const more = found.flatMap(({ source, next }) => (next <= at ? [source] : []));
    places = stirred ? ALL_SOURCES : more;
  }
  return sum;
}
