/**
 * What every change leaves behind in its own document: a row of history and an outbox entry, born in the same
 * atomic write. `notify` ships both (history to the audit, the entry to its consumers) and then removes them,
 * so it is notify that bounds their growth; it finds the document by the index (township, outboxAt).
 */
import type { Instant } from '../../miniprogram/contract/wire';
import { append, put, type Changes } from './conditions';

/** Who, when, from, to; words where somebody said something. */
export interface HistoryRow {
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
  /** Deterministic: the act's idempotency key with the event's name, so that consumers can tell repeats. */
  id: string;
  event: string;
  at: Instant;
  /** Ids that the consumer needs; never names, phones or texts. */
  about: Readonly<Record<string, string | number>>;
}

export interface Act extends HistoryRow {
  /** Idempotency key of the act. */
  key: string;
  event: string;
  about: OutboxEntry['about'];
}

function splitAct(act: Act): { row: HistoryRow; entry: OutboxEntry } {
  const { key, event, about, ...row } = act;
  return { row, entry: { id: `${key}~${event}`, event, at: act.at, about } };
}

/** The changes that record an act in an existing document. */
export function recordAct(act: Act): Changes {
  const { row, entry } = splitAct(act);
  return { history: append([row]), outbox: append([entry]), outboxAt: put(act.at) };
}

/** The same for a document that is being created. */
export function bornWith(act: Act): { history: HistoryRow[]; outbox: OutboxEntry[]; outboxAt: Instant } {
  const { row, entry } = splitAct(act);
  return { history: [row], outbox: [entry], outboxAt: act.at };
}
