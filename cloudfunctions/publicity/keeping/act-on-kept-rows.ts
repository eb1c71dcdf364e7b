/** An act on what the office keeps: read once, decide, write once on the edition that was read. */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { actField, append, put, type Changes } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { actorOf, isRefused } from '../articles/act-on-article';
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
  const { township, account, key, bodyHash: h, now } = call;
  for (let turn = 0; turn < TURNS; turn++) {
    const rows = await readRows(township, name);
    const before = rows.acts.find((act) => act.k === actField(key) && act.by === account);
    if (before) return before.h === h ? ok({ edition: before.edition }) : refuse('key-reused');
    const decided = decide(rows);
    if (isRefused(decided)) return decided;
    const next = rows.edition + 1;
    const edition = decided.edition ?? next;
    if (rows.edition === 0) await createRows(township, name);
    const written = await changeRows(
      township,
      name,
      { edition: rows.edition },
      {
        ...decided.changes,
        edition: put(next),
        acts: append([{ k: actField(key), by: account, h, edition }], ACTS_KEPT),
        ...recordAct({
          at: now,
          by: actorOf(call),
          act: decided.event,
          of: decided.of,
          from: '',
          to: '',
          key,
          event: decided.event,
          about: { rows: name },
        }),
      },
    );
    if (written) return ok({ edition });
  }
  return refuse('busy');
}
