import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { actField } from '../../shared/conditions';
import { grant, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { stepOf } from '../rules/life-cycle';
import type { RequestDocument } from '../rules/request-document';
import { oneRequest } from '../schemas';
import { readRequest, stepAsOwner } from '../store';

type Taken = Output<'request', 'take'>;

function answer({ _id, due }: RequestDocument): Answer<Taken> {
  return grant({ request: _id, state: stepOf('take').to, nextDate: due });
}

/** Why it did not happen: it did, by this key; there is none; somebody else has it; it is past this step. */
function explain(call: Call, request: RequestDocument | undefined, person: string): Answer<Taken> {
  if (!request) return refuse('not-found');
  const act = request.acts[actField(call.key)];
  if (act) return act.h === call.bodyHash ? answer(request) : refuse('key-reused');
  if (request.owner.person !== person) return refuse('not-owner');
  return refuse('wrong-state', { state: request.state });
}

/** One conditional write after admit; refused, one read more. */
async function run(call: Call, { township, request: id }: Input<'request', 'take'>): Promise<Answer<Taken>> {
  const person = call.admitted?.person;
  if (person === undefined) return refuse('not-allowed');
  const { now, key, bodyHash } = call;
  const taken = await stepAsOwner(township, id, { act: 'take', person, now, key, bodyHash });
  return taken ? answer(taken) : explain(call, await readRequest(township, id), person);
}

export const take: Action<Input<'request', 'take'>, Taken> = { write: true, input: oneRequest, run };
