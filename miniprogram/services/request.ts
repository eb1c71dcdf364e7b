import type {
  Acted,
  RequestActions,
  RequestView,
  Route,
  RouteQuestion,
  SubmitInput,
  Submitted,
} from '../contract/request';
import type { StepInput } from '../contract/request-life';
import type { Input } from '../contract/wire';
import type { RequestPage } from '../contract/request-lists';
import { ask, write } from '../platform/cloud';
import type { Sending } from '../platform/kept';
import type { Result } from '../contract/result';
import { township } from '../platform/whereabouts';

/** Where it would go, before sending. */
export function previewRoute(question: RouteQuestion): Promise<Result<Route>> {
  return ask('request', 'previewRoute', question);
}

export function submit(input: SubmitInput, { key, tried }: Sending): Promise<Result<Submitted>> {
  return write('request', 'submit', input, key, tried);
}

export function submitFromVisit(
  input: Input<'request', 'submitFromVisit'>,
  { key, tried }: Sending,
): Promise<Result<Submitted>> {
  return write('request', 'submitFromVisit', input, key, tried);
}

export function listRequests(after?: string): Promise<Result<RequestPage>> {
  return ask('request', 'listMine', { township: township(), ...(after !== undefined && { after }) });
}

export function getRequest(request: string): Promise<Result<RequestView>> {
  return ask('request', 'get', { township: township(), request });
}

/** One step of its life: taking it, assigning it, answering it, saying that it is solved. */
export function actOn(request: string, step: StepInput, key: string): Promise<Result<Acted>> {
  return write('request', 'act', { township: township(), request, step }, key);
}

/** Parts that the content check left to a person of the office. */
export function listHeld(after?: string): Promise<Result<RequestActions['listHeld']['output']>> {
  return ask('request', 'listHeld', { township: township(), ...(after !== undefined && { after }) });
}

export function settlePart(
  settled: Omit<Input<'request', 'settlePart'>, 'township'>,
  key: string,
): Promise<Result<RequestActions['settlePart']['output']>> {
  return write('request', 'settlePart', { township: township(), ...settled }, key);
}
