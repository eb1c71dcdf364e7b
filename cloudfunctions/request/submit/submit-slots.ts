/** What submitting for oneself and for a visitor have in common: what may be sent, and which slot of the day it takes. */
import type { RequestActions, SubmitInput } from '../../../miniprogram/contract/request';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer } from '../../../miniprogram/contract/wire';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import type { Directory } from '../../registry/directory/rules/directory';
import { replay } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import { toRoute } from '../routing/rules/decide-route';
import { isOwnFile } from './rules/own-files';
import type { RequestDocument } from '../rules/request-document';
import { readRequests, requestId } from '../store';

type Output = RequestActions['submit']['output'];

function answerOf(request: RequestDocument, directory: Directory): Output {
  const { _id, number, n, due } = request;
  return { request: _id, number, n, route: toRoute(directory, request), nextDate: due };
}

export function answer(request: RequestDocument, directory: Directory): Answer<Output> {
  return ok(answerOf(request, directory));
}

/** The slot's request, if it came by the same key: its answer, or key-reused where the body differs. */
function replayed(call: Call, request: RequestDocument, directory: Directory): Answer<Output> | undefined {
  const { k, h } = request.born;
  return k === call.key ? replay(call, { hash: h, answer: answerOf(request, directory) }) : undefined;
}

/** The day's slots from the asked one on: what this key answered in one of them, and the first that is free. */
export async function readSlots(
  call: Call,
  { township, day, n }: Pick<SubmitInput, 'township' | 'day' | 'n'>,
  directory: Directory,
  whose: string = call.account,
  last: number = LIMITS.requestsPerDay,
) {
  const slots = Array.from({ length: last - n + 1 }, (_, at) => n + at);
  const ids = slots.map((slot) => requestId(township, whose, day, slot));
  const found = await readRequests(township, ids);
  const before = found
    .map((request) => replayed(call, request, directory))
    .find((each) => each !== undefined);
  return { replayed: before, free: slots.find((slot) => found.every((request) => request.n !== slot)) };
}

export function checkContent(
  call: Call,
  { township, text, photos, recordings }: Pick<SubmitInput, 'township' | 'text' | 'photos' | 'recordings'>,
) {
  const files = [...photos, ...recordings.map(({ file }) => file)];
  if (text === undefined && files.length === 0) return refuse('nothing-said');
  const folder = ownFolder(township, call.account);
  return files.every((file) => isOwnFile(file, folder)) ? undefined : refuse('not-your-file');
}
