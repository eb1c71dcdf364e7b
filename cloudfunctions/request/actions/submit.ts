import type { RequestActions, SubmitInput } from '../../../miniprogram/contract/request';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer } from '../../../miniprogram/contract/wire';
import { ownFolder } from '../../registry/rules/own-folder';
import { recallTownship } from '../../registry/store';
import type { NameBook } from '../../registry/rules/name-book';
import { addDays, toLocalDate } from '../../shared/china-time';
import { actField } from '../../shared/conditions';
import { grant, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { contactBy } from '../rules/deadline';
import { decideRoute, findUnknown, toRoute } from '../rules/decide-route';
import { isOwnFile } from '../rules/own-files';
import type { RequestDocument } from '../rules/request-document';
import { submitInput } from '../schemas';
import { bornRequest, createRequest, readRequests, requestId } from '../store';

type Output = RequestActions['submit']['output'];

function answer(request: RequestDocument, book: NameBook): Answer<Output> {
  const { _id, number, n, due } = request;
  return grant({ request: _id, number, n, route: toRoute(book, request), nextDate: due });
}

/** The slot's request, if it came by the same key: its answer, or key-reused where the body differs. */
function replay(call: Call, request: RequestDocument, book: NameBook): Answer<Output> | undefined {
  const act = request.acts[actField(call.key)];
  if (!act) return undefined;
  return act.h === call.bodyHash ? answer(request, book) : refuse('key-reused');
}

/** The day's slots from the asked one on: what this key answered in one of them, and the first that is free. */
async function readSlots(call: Call, { township, day, n }: SubmitInput, book: NameBook) {
  const slots = Array.from({ length: LIMITS.requestsPerDay - n + 1 }, (_, at) => n + at);
  const ids = slots.map((slot) => requestId(township, call.account, day, slot));
  const found = await readRequests(township, ids);
  const replayed = found.map((request) => replay(call, request, book)).find((each) => each !== undefined);
  return { replayed, free: slots.find((slot) => found.every((request) => request.n !== slot)) };
}

/** A day too old to begin with may be the retry of a submit that once arrived: one read tells. */
async function replayOld(call: Call, input: SubmitInput, book: NameBook) {
  const { replayed } = await readSlots(call, input, book);
  return replayed ?? refuse('bad-input', { field: 'day' });
}

function checkContent(call: Call, { township, text, photos, recordings }: SubmitInput) {
  const files = [...photos, ...recordings.map(({ file }) => file)];
  if (text === undefined && files.length === 0) return refuse('nothing-said');
  const folder = ownFolder(township, call.account);
  return files.every((file) => isOwnFile(file, folder)) ? undefined : refuse('not-your-file');
}

async function create(
  call: Call,
  input: SubmitInput,
  book: NameBook,
  open: Readonly<Record<string, number>>,
) {
  const today = toLocalDate(call.now);
  const decision = decideRoute(book, open, input, today);
  const due = contactBy(book, today);
  // Slots are never given back: each lost try means that one more of the day's few is taken.
  let { n } = input;
  for (let turn = 0; turn < LIMITS.requestsPerDay; turn++) {
    const request = bornRequest(call, { ...input, n }, decision, due);
    if (await createRequest(request)) return answer(request, book);
    const { replayed, free } = await readSlots(call, input, book);
    if (replayed) return replayed;
    if (free === undefined) return refuse('too-many-requests');
    n = free;
  }
  return refuse('busy');
}

/**
 * One call; one more in an instance that has not read the name book for a minute. A taken slot costs a read and
 * leads to the first free one; refused two. Refusals in this order: nothing-said, not-your-file,
 * not-found (township), bad-input, key-reused, too-many-requests; busy.
 */
async function run(call: Call, input: SubmitInput): Promise<Answer<Output>> {
  const wrong = checkContent(call, input);
  if (wrong) return wrong;
  const known = await recallTownship(input.township, call.now);
  if (!known) return refuse('not-found');
  const field = findUnknown(known.book, input);
  if (field !== undefined) return refuse('bad-input', { field });
  const today = toLocalDate(call.now);
  if (input.day > today) return refuse('bad-input', { field: 'day' });
  if (input.day < addDays(today, -1)) return replayOld(call, input, known.book);
  return create(call, input, known.book, known.openByPerson);
}

export const submit: Action<SubmitInput, Output> = { write: true, input: submitInput, run };
