/** An act on what the office keeps: read once, decide, write once on the edition that was read. */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { append, put, type Changes } from '../../shared/conditions';
import { actOnce, actorOf, findAct, isRefused, markOf } from '../../shared/act';
import { recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { changeRows, createRows, readRows, type Rows, type RowsName } from './store';

const TURNS = 4;
const ACTS_KEPT = 30;

export interface RowsAct {
  changes: Changes;
  /** What it was about, and the event. */
  of: string;
  event: string;
  /** What is answered; absent: the document's edition after it. */
  edition?: number;
}

/** Two calls after admit, three for the first act; two more for each act of others in between. */
export async function actOnRows(
  call: Call,
  name: RowsName,
  decide: (rows: Rows) => Refused | RowsAct,
): Promise<Answer<{ edition: number }>> {
  const { township, key, now } = call;
  return actOnce<Rows, { edition: number }>(call, {
    turns: TURNS,
    read: () => readRows(township, name),
    seen: (rows) => {
      const act = findAct(call, rows.acts);
      return act && { hash: act.h, answer: { edition: act.edition } };
    },
    decide: (rows) => {
      const decided = decide(rows);
      if (isRefused(decided)) return decided;
      const next = rows.edition + 1;
      const edition = decided.edition ?? next;
      const { event, of } = decided;
      const by = actorOf(call);
      const changes = {
        ...decided.changes,
        edition: put(next),
        acts: append([{ ...markOf(call), edition }], ACTS_KEPT),
        ...recordAct({ at: now, by, act: event, of, from: '', to: '', key, event, about: { rows: name } }),
      };
      const write = async () => {
        if (rows.edition === 0) await createRows(township, name);
        return changeRows(township, name, { edition: rows.edition }, changes);
      };
      return { answer: { edition }, write };
    },
  });
}
