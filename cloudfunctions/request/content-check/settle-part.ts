import * as v from 'valibot';
import type { ContentCheckActions } from '../../../miniprogram/contract/content-check';
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { append, put, take, type Changes } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import { actOnce, nothingToWrite, type Decided } from '../../shared/act';
import { recordAct } from '../../shared/outbox';
import { township } from '../../shared/schemas';
import type { Action, Call } from '../../shared/serve';
import { HELD, partsIn, type CheckState } from './rules/content-check';
import { findKept, keptKey } from '../life/kept-acts';
import { KEPT_ACTS } from '../life/rules/life-cycle';
import { requestIdSchema } from '../life/step-schema';
import type { RequestDocument } from '../rules/request-document';
import { adjustRequest, readRequest } from '../store';

type SettlePart = ContentCheckActions['settlePart'];

/** Of a file that was not taken in there is nothing to release. */
const NO_COPY: ReadonlySet<CheckState> = new Set(['intake', 'unusable']);
const WANTED = { true: 'released', false: 'kept' } as const;

function changesFor(call: Call, input: SettlePart['input'], from: CheckState, left: number): Changes {
  const { request, part, release } = input;
  const to = WANTED[`${release}`];
  return {
    [`checks.${part}`]: put({ state: to, at: call.now }),
    ...(left === 0 && { tokens: take(HELD) }),
    acts: append([{ k: keptKey(call), h: call.bodyHash }], KEPT_ACTS),
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

function decide(
  call: Call,
  input: SettlePart['input'],
  found: RequestDocument | undefined,
): Refused | Decided<SettlePart['output']> {
  const { request: id, part, release } = input;
  const from = found?.checks?.[part]?.state;
  if (!found || from === undefined || NO_COPY.has(from) || isUnknown(call, found)) return refuse('not-found');
  const answer = answerOf(input);
  if (from === WANTED[`${release}`]) return { answer, write: nothingToWrite };
  const left = partsIn(found, 'held').filter((one) => one !== part).length;
  const changes = changesFor(call, input, from, left);
  return { answer, write: () => adjustRequest(input.township, id, { rev: found.rev }, changes) };
}

function answerOf({ request, part, release }: SettlePart['input']): SettlePart['output'] {
  return { request, part, released: release };
}

/**
 * After admit two calls: which parts are still held decides whether the request leaves the list. What was released
 * can be kept back later, and the other way round. Refusals: key-reused, not-found (no such request, no such part); busy.
 */
function run(call: Call, input: SettlePart['input']): Promise<Answer<SettlePart['output']>> {
  return actOnce<RequestDocument | undefined, SettlePart['output']>(call, {
    read: () => readRequest(input.township, input.request),
    seen: (found) => {
      const kept = found && findKept(call, found);
      return kept && { hash: kept.h, answer: answerOf(input) };
    },
    decide: (found) => decide(call, input, found),
  });
}

/** Nobody judges what they may not know of, nor what they said themselves. */
function isUnknown({ account, admitted }: Call, request: RequestDocument): boolean {
  return request.account === account || request.hidden.includes(admitted?.person ?? '');
}

const part = v.pipe(v.string(), v.regex(/^(text|photo\d{1,2}|recording\d|[a-zA-Z]{1,16}-\d{13})$/));

export const settlePart: Action<SettlePart['input'], SettlePart['output']> = {
  write: true,
  input: v.strictObject({ township, request: requestIdSchema, part, release: v.boolean() }),
  run,
};
