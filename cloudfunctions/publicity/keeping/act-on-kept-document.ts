/** An act on one of the documents that the office keeps for its articles (templates, settings, a plan): read, decide, write on what was read. */
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { append, put, type Changes } from '../../shared/conditions';
import { actOnce, actorOf, findAct, isRefused, markOf } from '../../shared/act';
import { recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { changeKept, createKept, readKept, type KeptDocument, type KeptName } from './store';

const TURNS = 4;
const ACTS_KEPT = 30;

export interface KeptAct {
  changes: Changes;
  /** What it was about, and the event. */
  of: string;
  event: string;
  /** What is answered; absent: the document's edition after it. */
  edition?: number;
}

/** Two calls after admit, three for the first act; two more for each act of others in between. */
export async function actOnKept(
  call: Call,
  name: KeptName,
  decide: (kept: KeptDocument) => Refused | KeptAct,
): Promise<Answer<{ edition: number }>> {
  const { township, key, now } = call;
  return actOnce<KeptDocument, { edition: number }>(call, {
    turns: TURNS,
    read: () => readKept(township, name),
    seen: (kept) => {
      const act = findAct(call, kept.acts);
      return act && { hash: act.h, answer: { edition: act.edition } };
    },
    decide: (kept) => {
      const decided = decide(kept);
      if (isRefused(decided)) return decided;
      const next = kept.edition + 1;
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
        if (kept.edition === 0) await createKept(township, name);
        return changeKept(township, name, { edition: kept.edition }, changes);
      };
      return { answer: { edition }, write };
    },
  });
}
