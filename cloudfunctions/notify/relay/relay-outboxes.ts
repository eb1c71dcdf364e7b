/**
 * Ships what changes left behind: history to the audit, events to their consumers, both then taken out by id.
 * At least once: killed anywhere, the next run does the rest again, and every part may be repeated. A lease
 * keeps a crowd of kicks from doing the same work at once; it is no condition of correctness.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { readClock } from '../../shared/clock';
import type { OutboxEntry } from '../../shared/outbox';
import { consumersOf, leavesEvents } from './consumers';
import { afterFailure, isDue, toShipment } from './rules/shipment';
import { readDue, readOutbox, settleOutbox, SOURCES, takeLease, type Due, type Outbox } from './outbox-store';
import { writeAudit } from './audit-store';
import { writeDeadLetter } from '../dead-letters/store';

/** Documents of one collection that one look finds; the next look finds the rest. */
const DOCUMENTS = 20;
/** Looks of one run: consumers leave events of their own, others go on acting meanwhile. */
const LOOKS = 6;
/** No new document is begun after this (ms); the platform ends the function later, and its caller waits. */
const RUN_MS = 8_000;
/** A document that a relay died with is free again after this (ms); longer than the function may run. */
const LEASE_MS = 60_000;
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

/** True when another look is worth it: more than one turn's entries, others acted, or consumers left events. */
async function shipDocument(collection: string, due: Due, now: Instant, sum: Relayed): Promise<boolean> {
  if (!(await takeLease(collection, due, now + LEASE_MS))) return false;
  const read = await readOutbox(collection, due);
  if (!read) return false;
  const rows = await writeRows(collection, read);
  const { shipped, failed, consumed } = await deliverAll(collection, read, now);
  const shipment = toShipment(read.outbox, { shipped, failed, rows }, now);
  const settled = await settleOutbox(collection, read, shipment);
  sum.documents++;
  sum.events += shipped.length;
  sum.failed += failed.length;
  const more = shipment.nextAt > 0 && shipment.nextAt <= now;
  return consumed || more || !settled;
}

/** Everything that is due in these townships, as far as the time allows. */
export async function relayOutboxes(townships: readonly string[], now: Instant): Promise<Relayed> {
  const sum: Relayed = { documents: 0, events: 0, failed: 0 };
  let again = townships.length > 0;
  for (let look = 0; look < LOOKS && again; look++) {
    // Acts that came since the run began are due by now.
    const at = look === 0 ? now : readClock();
    const found = await Promise.all(
      SOURCES.map(async (collection) => {
        const due = await readDue(collection, townships, at, DOCUMENTS);
        return due.map((one) => ({ collection, one }));
      }),
    );
    again = found.some((due) => due.length === DOCUMENTS);
    for (const { collection, one } of found.flat()) {
      if (readClock() - now > RUN_MS) return sum;
      if (await shipDocument(collection, one, at, sum)) again = true;
    }
  }
  return sum;
}
