/** The same kind of act on any number of requests: in portions, each one's result by itself. */
import { LIMITS } from '../../contract/limits';
import type { Code } from '../../contract/result';
import type { StepInput } from '../../contract/request-life';
import { newKey } from '../../platform/keys';
import { actOnMany } from '../../services/request-lists';

export interface OneAct {
  request: string;
  step: StepInput;
}

export interface ManyDone {
  done: readonly string[];
  refused: readonly { request: string; code: Code }[];
}

/** Of a portion whose answer is lost for good each is told as not done. */
async function sendPortion(acts: readonly OneAct[]): Promise<ManyDone> {
  const result = await actOnMany(acts, newKey());
  if (!result.ok) {
    const { code } = result;
    return { done: [], refused: acts.map(({ request }) => ({ request, code })) };
  }
  return {
    done: result.data.done.flatMap((one) => ('code' in one ? [] : [one.request])),
    refused: result.data.done.flatMap((one) => ('code' in one ? [one] : [])),
  };
}

export async function actOnAll(acts: readonly OneAct[]): Promise<ManyDone> {
  const sum: { done: string[]; refused: ManyDone['refused'][number][] } = { done: [], refused: [] };
  for (let at = 0; at < acts.length; at += LIMITS.actAtOnce) {
    const { done, refused } = await sendPortion(acts.slice(at, at + LIMITS.actAtOnce));
    sum.done.push(...done);
    sum.refused.push(...refused);
  }
  return sum;
}
