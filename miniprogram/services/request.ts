import type {
  Acted,
  RequestActions,
  RequestView,
  Route,
  RouteQuestion,
  SubmitInput,
} from '../contract/request';
import type { StepInput } from '../contract/request-life';
import type { Input } from '../contract/wire';
import { ask, write } from '../platform/cloud';
import type { Result } from '../platform/result';
import { township } from '../platform/whereabouts';

/** Where it would go, before sending. */
export function previewRoute(question: RouteQuestion): Promise<Result<Route>> {
  return ask('request', 'previewRoute', question);
}

export function submit(input: SubmitInput, key: string): Promise<Result<RequestActions['submit']['output']>> {
  return write('request', 'submit', input, key);
}

export function submitFromVisit(
  input: Input<'request', 'submitFromVisit'>,
  key: string,
): Promise<Result<RequestActions['submit']['output']>> {
  return write('request', 'submitFromVisit', input, key);
}

export function listRequests(after?: string): Promise<Result<RequestActions['listMine']['output']>> {
  return ask('request', 'listMine', { township: township(), ...(after !== undefined && { after }) });
}

export function getRequest(request: string): Promise<Result<RequestView>> {
  return ask('request', 'get', { township: township(), request });
}

/** «收到，我来联系». */
export function takeRequest(request: string, key: string): Promise<Result<Acted>> {
  return act(request, { act: 'take' }, key);
}

/** One step of the life cycle; which ones are legal `RequestView.acts` tells. */
export function act(request: string, step: StepInput, key: string): Promise<Result<Acted>> {
  return write('request', 'act', { township: township(), request, step }, key);
}
