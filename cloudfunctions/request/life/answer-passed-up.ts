import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { actOnce, findAct, markOf } from '../../shared/act';
import { put } from '../../shared/conditions';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { townshipOf } from '../../shared/township-of';
import type { RequestDocument } from '../rules/request-document';
import { answerPassedUpInput } from '../lists/schemas';
import { adjustRequest, readRequest } from '../store';

type Asked = Input<'request', 'answerPassedUp'>;
type Answered = Output<'request', 'answerPassedUp'>;

function decide(call: Call, request: RequestDocument | undefined, words: string) {
  if (request?.passedSeq === undefined) return refuse('not-found');
  const { _id, township, state, rev } = request;
  if (request.passedAnswer) return refuse('step-used', { state: 'answered' });
  if (state !== 'passed-up') return refuse('wrong-state', { state });
  const { account: by, key, now: at } = call;
  const changes = {
    passedAnswer: put({ words, on: toLocalDate(at), mark: markOf(call) }),
    ...recordAct({
      at,
      by,
      act: 'answer-passed-up',
      of: _id,
      from: state,
      to: state,
      key,
      event: 'request-district-answered',
      about: { request: _id, act: 'answer-passed-up', by },
    }),
  };
  return { answer: { request: _id }, write: () => adjustRequest(township, _id, { rev }, changes) };
}

/** Of whichever township the request is: all are this district's. One read and one write after admit. */
function run(call: Call, { request: id, words }: Asked): Promise<Answer<Answered>> {
  return actOnce<RequestDocument | undefined, Answered>(call, {
    read: () => readRequest(townshipOf(id), id),
    seen: (request) => {
      const act = request?.passedAnswer && findAct(call, [request.passedAnswer.mark]);
      return act && { hash: act.h, answer: { request: id } };
    },
    decide: (request) => decide(call, request, words),
  });
}

export const answerPassedUp: Action<Asked, Answered> = { write: true, input: answerPassedUpInput, run };
