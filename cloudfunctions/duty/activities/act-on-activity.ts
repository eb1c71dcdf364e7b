/** One act on one activity: one conditional write; lost, one read that tells a repetition from a refusal. */
import type { Recorded } from '../../../miniprogram/contract/duty';
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { actorOf } from '../../shared/act';
import { hashParts } from '../../shared/cipher';
import { add, append, not, put, type Changes, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { listsOf, KEPT_ACTS, type ActivityDocument, type StoredAct } from './rules/activity-document';
import { isOfOffice } from './rules/check-activity';
import { changeActivity, readActivity } from './store';

export function isOffice(call: Call): boolean {
  return call.admitted !== undefined && isOfOffice(call.admitted);
}

export interface ActivityAct {
  act: string;
  event: string;
  where: Where;
  changes: Changes;
  words?: string;
  /** For whoever is told: ids. */
  about?: Readonly<Record<string, string>>;
  /** Answered again to a repetition: an opinion's id. */
  answer?: string;
}

function keyOf(call: Call): string {
  return hashParts(['act', call.account, call.key]);
}

/** How an activity remembers an act. */
export function markOf(call: Call, answer?: string): StoredAct {
  return { k: keyOf(call), h: call.bodyHash, ...(answer !== undefined && { o: answer }) };
}

/** The answer of this very act when it came before; `reused`: the key came with another body. */
export function findRepeated(
  call: Call,
  { acts }: Pick<ActivityDocument, 'acts'>,
): 'reused' | { answer: string } | undefined {
  const found = acts.find(({ k }) => k === keyOf(call));
  if (!found) return undefined;
  return found.h === call.bodyHash ? { answer: found.o ?? '' } : 'reused';
}

export function changesOf(call: Call, id: string, plan: Omit<ActivityAct, 'where'>): Changes {
  const { act, event, words, about = {}, answer, changes } = plan;
  return {
    ...changes,
    edition: add(1),
    acts: append([markOf(call, answer)], KEPT_ACTS),
    ...recordAct({
      at: call.now,
      by: actorOf(call),
      act,
      of: id,
      from: '',
      to: '',
      key: call.key,
      event,
      about: Object.assign({ activity: id, by: actorOf(call) }, about),
      ...(words !== undefined && { words }),
    }),
  };
}

/** `explain` says why it was lost; undefined: it moved meanwhile, and the caller may try again. */
export async function actOnActivity(
  call: Call,
  id: string,
  plan: ActivityAct,
  explain: (read: ActivityDocument) => Refused | undefined,
): Promise<Answer<ActivityDocument>> {
  const where: Where = { ...plan.where, 'acts.k': not(keyOf(call)) };
  const written = await changeActivity(call.township, id, where, changesOf(call, id, plan));
  if (written) return ok(written);
  const read = await readActivity(call.township, id);
  if (!read) return refuse('not-found');
  const repeated = findRepeated(call, read);
  if (repeated) return repeated === 'reused' ? refuse('key-reused') : ok(read);
  return explain(read) ?? refuse('busy');
}

export function toRecorded({ _id, edition, state }: ActivityDocument): Recorded {
  return { activity: _id, edition, state };
}

/** What lists find it by, after a change of who is concerned. */
export function putLists(activity: Parameters<typeof listsOf>[0]) {
  return put(listsOf(activity));
}
