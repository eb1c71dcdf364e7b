import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import type { Answer } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { callerOf, doStep } from './do-step';
import { actManyInput } from '../lists/schemas';

type Many = RequestListActions['actMany'];

/** Each is an act of its own, under the same key; tried again, what was done is answered as before. */
async function run(call: Call, { township, acts }: Many['input']): Promise<Answer<Many['output']>> {
  const known = await recallTownship(township, call.now);
  if (!known) return refuse('not-found');
  const caller = callerOf(call, call.admitted);
  const done: Many['output']['done'][number][] = [];
  for (const { request, step } of acts) {
    const answer = await doStep(call, known, request, step, caller);
    done.push(answer.ok ? answer.data : { request, code: answer.code });
  }
  return ok({ done });
}

/** Two calls each after one admit, three where the caller's other role is the one that may. */
export const actMany: Action<Many['input'], Many['output']> = { write: true, input: actManyInput, run };
