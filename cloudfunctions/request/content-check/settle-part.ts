import * as v from 'valibot';
import type { ContentCheckActions } from '../../../miniprogram/contract/content-check';
import type { Answer } from '../../../miniprogram/contract/wire';
import { put, take, type Changes } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { HELD, partsIn, type CheckState } from './rules/content-check';
import { requestIdSchema } from '../life/step-schema';
import type { RequestDocument } from '../rules/request-document';
import { adjustRequest, readRequest } from '../store';

type SettlePart = ContentCheckActions['settlePart'];

const WANTED = { true: 'released', false: 'kept' } as const;

function changesFor(call: Call, input: SettlePart['input'], from: CheckState, left: number): Changes {
  const { request, part, release } = input;
  const to = WANTED[`${release}`];
  return {
    [`checks.${part}`]: put({ state: to, at: call.now }),
    ...(left === 0 && { tokens: take(HELD) }),
    ...recordAct({
      event: release ? 'request-part-released' : 'request-part-kept',
      at: call.now,
      by: call.admitted?.person ?? call.account,
      key: call.key,
      act: `part-${to}`,
      of: `${request}.${part}`,
      from,
      to,
      about: { request },
    }),
  };
}

/**
 * After admit two calls: which parts are still held decides whether the request leaves the list. What was released
 * can be kept back later, and the other way round. Refusals: not-found (no such request, no such part); busy.
 */
async function run(call: Call, input: SettlePart['input']): Promise<Answer<SettlePart['output']>> {
  const { request: id, part, release } = input;
  const request = await readRequest(input.township, id);
  const from = request?.checks?.[part]?.state;
  if (!request || from === undefined || isUnknown(call, request)) return refuse('not-found');
  const answer = ok({ request: id, part, released: release });
  if (from === WANTED[`${release}`]) return answer;
  const left = partsIn(request, 'held').filter((one) => one !== part).length;
  const changes = changesFor(call, input, from, left);
  // A verdict came, or somebody else acted, at the same moment: the phone sends the same once more.
  const done = await adjustRequest(input.township, id, { rev: request.rev }, changes);
  return done ? answer : refuse('busy');
}

/** Nobody judges what they may not know of, nor what they said themselves. */
function isUnknown({ account, admitted }: Call, request: RequestDocument): boolean {
  return request.account === account || request.hidden.includes(admitted?.person ?? '');
}

const part = v.pipe(v.string(), v.regex(/^(text|photo[0-8]|recording[0-2]|[a-zA-Z]{1,16}-\d{13})$/));

export const settlePart: Action<SettlePart['input'], SettlePart['output']> = {
  write: true,
  input: v.strictObject({ township, request: requestIdSchema, part, release: v.boolean() }),
  run,
};
