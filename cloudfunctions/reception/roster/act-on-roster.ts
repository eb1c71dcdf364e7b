/**
 * Every act on a roster goes this way: read once, decide by a rule, write once on the version that was read.
 * Somebody else's act in between means reading and deciding again; the relay's clearing up does not.
 */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { actField, add, append, type Changes } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct, type Act } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { ACTS_KEPT, emptyRoster, type RosterDocument, type StoredRosterAct } from './rules/roster-document';
import { changeRoster, createRoster, readRosters } from './store';

/** Acts of others that may come in between before the phone is told to try again. */
const TURNS = 5;

export interface RosterAct {
  changes: Changes;
  record: Omit<Act, 'key' | 'at' | 'by'>;
  answer: StoredRosterAct['answer'];
}

/** The person of the grant; an office worker who is nobody in the directory goes by the account. */
export function actorOf(call: Call): string {
  return call.admitted?.person ?? call.account;
}

function findAct(roster: RosterDocument, call: Call): Answer<StoredRosterAct['answer']> | undefined {
  const act = roster.acts.find(({ k, by }) => k === actField(call.key) && by === call.account);
  if (!act) return undefined;
  return act.h === call.bodyHash ? ok(act.answer) : refuse('key-reused');
}

function isRefused(decided: Refused | RosterAct): decided is Refused {
  return 'ok' in decided;
}

/** Two calls (three for the first act of a year), two more for each act that came in between; refused: one. */
export async function actOnRoster(
  call: Call,
  year: number,
  decide: (roster: RosterDocument) => Refused | RosterAct | Promise<Refused | RosterAct>,
): Promise<Answer<StoredRosterAct['answer']>> {
  const { township, account, now, key, bodyHash } = call;
  for (let turn = 0; turn < TURNS; turn++) {
    const [found] = await readRosters(township, [year]);
    const roster = found ?? emptyRoster(township, year);
    const before = findAct(roster, call);
    if (before) return before;
    const decided = await decide(roster);
    if (isRefused(decided)) return decided;
    if (!found) await createRoster(township, year);
    const { changes, record, answer } = decided;
    const act: StoredRosterAct = { k: actField(key), by: account, h: bodyHash, answer };
    const written = await changeRoster(
      township,
      year,
      { version: roster.version },
      {
        ...changes,
        ...recordAct({ ...record, key, at: now, by: actorOf(call) }),
        version: add(1),
        acts: append([act], ACTS_KEPT),
      },
    );
    if (written) return ok(answer);
  }
  return refuse('busy');
}
