/** An act on the keys of a township's official account: read, decide, write on what was read. */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { actOnce, actorOf, findAct, isRefused, markOf } from '../../shared/act';
import { append, put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import { recordAct, type Act } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { changeKeys, readKeys, type OfficialKeys, type StoredRow } from './store';

const ACTS_KEPT = 10;
/** Those before are in the audit. */
const ROWS_KEPT = 10;

export interface KeysAct {
  rows: readonly StoredRow[];
  record: Pick<Act, 'act' | 'from' | 'to' | 'words'>;
}

/** Nobody's secret lives longer than its row: what ends loses it. */
export function endRow(row: StoredRow, until: number, words?: string): StoredRow {
  if (row.until !== undefined) return row;
  const { secret: _secret, ...rest } = row;
  return { ...rest, until, ...(words !== undefined && { words }) };
}

/** Two calls after admit, three for the first act. Refusals: row-changed, key-reused, busy. */
export async function actOnKeys(
  call: Call,
  edition: number,
  decide: (keys: OfficialKeys) => Refused | KeysAct,
): Promise<Answer<{ edition: number }>> {
  const { township, key, now: at } = call;
  return actOnce<OfficialKeys, { edition: number }>(call, {
    read: () => readKeys(township),
    seen: (keys) => {
      const act = findAct(call, keys.acts);
      return act && { hash: act.h, answer: { edition: act.edition } };
    },
    decide: (keys) => {
      if (keys.edition !== edition) return refuse('row-changed');
      const decided = decide(keys);
      if (isRefused(decided)) return decided;
      const next = edition + 1;
      const { rows, record } = decided;
      const act = { ...record, at, by: actorOf(call), of: township, key };
      const event = `official-keys-${record.act}`;
      const changes = {
        rows: put(rows.slice(0, ROWS_KEPT)),
        edition: put(next),
        acts: append([{ ...markOf(call), edition: next }], ACTS_KEPT),
        ...recordAct({ ...act, event, about: { township } }),
      };
      return { answer: { edition: next }, write: () => changeKeys(township, edition, changes) };
    },
  });
}
