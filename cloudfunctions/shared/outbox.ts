/**
 * What every change leaves behind in its own document: a row of history and an outbox entry, born in the same
 * atomic write. `notify` ships both (history to the audit, the entry to its consumers) and then removes them,
 * so it is notify that bounds their growth; it finds the document by the index (township, outboxAt).
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../../miniprogram/contract/wire';
import { encryptField } from './cipher';
import { append, put, type Changes } from './conditions';

/**
 * Who, when, from, to. `words`, encrypted: the reason of an act of office that stands nowhere else (a day published too
 * late, a row of the directory changed); what people said stays in its document and goes with it.
 */
export interface HistoryRow {
  /** The same as its outbox entry's; names the row in the audit. */
  id: string;
  at: Instant;
  /** Account or person id; `system` for timers. */
  by: string;
  act: string;
  /** What it was about: a booking, a place, an owner; ids only. */
  of: string;
  from: string;
  to: string;
  words?: string;
}

export interface OutboxEntry {
  /**
   * Deterministic: who, the act's idempotency key, the event's name, what was done to what; so that consumers can
   * tell repeats, nobody's act can pass for another's, and two acts under one key leave two rows in the audit.
   */
  id: string;
  event: string;
  at: Instant;
  /** Ids that the consumer needs; never names, phones or texts. */
  about: Readonly<Record<string, string | number>>;
  /** Set by the relay: how often a consumer threw, and the instant before which nothing is tried again. */
  attempts?: number;
  nextAt?: Instant;
}

/** An outbox entry on its way to a consumer, with the document it was born in. */
export interface Delivered extends OutboxEntry {
  township: string;
  collection: string;
  document: string;
}

/**
 * What a subject does when the relay brings it an event. It may be called twice, late, and by two relays at
 * once, so it brings things in line with what is true now rather than with what the event says happened.
 * Throws when it could not; the relay tries again.
 */
export type Consumer = (delivered: Delivered, now: Instant) => Promise<void>;

export interface Act extends Omit<HistoryRow, 'id'> {
  /** Idempotency key of the act. */
  key: string;
  event: string;
  about: OutboxEntry['about'];
  /** The relay delivers it no sooner: for what is to happen on a day. */
  notBefore?: Instant;
}

/** Of a fixed length, since what an act was about may be a long id. */
function tellApart({ act, of }: Pick<Act, 'act' | 'of'>): string {
  return createHash('sha256')
    .update(JSON.stringify([act, of]))
    .digest('hex')
    .slice(0, 8);
}

/** Under which the document, its events and the audit keep it. */
export function actId({ by, key, event, act, of }: Act): string {
  return `${by}~${key}~${event}~${tellApart({ act, of })}`;
}

function splitAct(act: Act): { row: HistoryRow; entry: OutboxEntry } {
  const { key: _key, event, about, words, notBefore, ...row } = act;
  const said = words !== undefined && words !== '' && { words: encryptField(words) };
  const id = actId(act);
  const entry: OutboxEntry = { id, event, at: act.at, about };
  if (notBefore !== undefined) entry.nextAt = notBefore;
  return { row: { id, ...row, ...said }, entry };
}

/** The changes that record an act in an existing document. */
export function recordAct(act: Act): Changes {
  const { row, entry } = splitAct(act);
  return { history: append([row]), outbox: append([entry]), outboxAt: put(act.at) };
}

/** The same for several acts in one write; their keys or events differ. No acts, no changes. */
export function recordActs(acts: readonly Act[]): Changes {
  const [first] = acts;
  if (!first) return {};
  const split = acts.map(splitAct);
  return {
    history: append(split.map(({ row }) => row)),
    outbox: append(split.map(({ entry }) => entry)),
    outboxAt: put(first.at),
  };
}

/** The same for a document that is being created. */
export function bornWith(act: Act): { history: HistoryRow[]; outbox: OutboxEntry[]; outboxAt: Instant } {
  const { row, entry } = splitAct(act);
  return { history: [row], outbox: [entry], outboxAt: act.at };
}
