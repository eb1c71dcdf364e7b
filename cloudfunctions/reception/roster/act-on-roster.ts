/**
 * Every act on a roster goes this way: read once, decide by a rule, write once on the version that was read.
 * Somebody else's act in between means reading and deciding again; the relay's clearing up does not.
 */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { add, append, type Changes } from '../../shared/conditions';
import { actOnce, actorOf, findAct, isRefused, markOf } from '../../shared/act';
import { recordActs, type Act } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { ACTS_KEPT, emptyRoster, type RosterDocument, type StoredRosterAct } from './rules/roster-document';
import { changeRoster, createRoster, readRosters } from './store';

type Recorded = Omit<Act, 'key' | 'at' | 'by'>;

export interface RosterAct {
  changes: Changes;
  /** What the audit and the consumers hear, one for each thing done. */
  record: Recorded | readonly Recorded[];
  answer: StoredRosterAct['answer'];
}

/** Two calls (three for the first act of a year), two more for each act that came in between; refused: one. */
export async function actOnRoster(
  call: Call,
  year: number,
  decide: (roster: RosterDocument) => Refused | RosterAct | Promise<Refused | RosterAct>,
): Promise<Answer<StoredRosterAct['answer']>> {
  const { township, now, key } = call;
  return actOnce<RosterDocument | undefined, StoredRosterAct['answer']>(call, {
    read: async () => (await readRosters(township, [year]))[0],
    seen: (roster) => {
      const act = findAct(call, roster?.acts);
      return act && { hash: act.h, answer: act.answer };
    },
    decide: async (found) => {
      const roster = found ?? emptyRoster(township, year);
      const decided = await decide(roster);
      if (isRefused(decided)) return decided;
      const { changes, record, answer } = decided;
      const act: StoredRosterAct = { ...markOf(call), answer };
      const all = {
        ...changes,
        ...recordActs([record].flat().map((each) => ({ ...each, key, at: now, by: actorOf(call) }))),
        version: add(1),
        acts: append([act], ACTS_KEPT),
      };
      const write = async () => {
        if (!found) await createRoster(township, year);
        return changeRoster(township, year, { version: roster.version }, all);
      };
      return { answer, write };
    },
  });
}
