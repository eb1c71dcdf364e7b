/** What submitting for oneself and for others have in common: what may be sent, and which slot of the day it takes. */
import type { RequestActions, SubmitInput } from '../../../miniprogram/contract/request';
import type { Answer, LocalDate } from '../../../miniprogram/contract/wire';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import { liesIn } from '../../media/intake/rules/kept-files';
import type { Directory } from '../../registry/directory/rules/directory';
import { replay } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import { toRoute } from '../routing/rules/decide-route';
import { daysFor, slotOrder } from './rules/slots';
import type { RequestDocument } from '../rules/request-document';
import { createRequest, readRequests } from '../store';
import { requestId } from './born-request';

type Output = RequestActions['submit']['output'];

/** Slots that one look reads. */
const AHEAD = 10;

function answerOf(request: RequestDocument, directory: Directory): Output {
  const { _id, number, due } = request;
  return { request: _id, number, route: toRoute(directory, request), nextDate: due };
}

/** The slot's request, if it came by the same key: its answer, or key-reused where the body differs. */
function replayed(call: Call, request: RequestDocument, directory: Directory): Answer<Output> | undefined {
  const { k, h } = request.born;
  return k === call.key ? replay(call, { hash: h, answer: answerOf(request, directory) }) : undefined;
}

/** Whose slots they are, and how many of them a day has. */
interface Slots {
  whose: string;
  most: number;
}

/** A few slots of a day: what this key answered in one of them, and the first that is free. */
async function look(
  call: Call,
  whose: string,
  day: LocalDate,
  slots: readonly number[],
  directory: Directory,
) {
  const ids = slots.map((slot) => requestId(call.township, whose, day, slot));
  const found = await readRequests(call.township, ids);
  const before = found
    .map((request) => replayed(call, request, directory))
    .find((each) => each !== undefined);
  return { before, free: slots.find((slot) => found.every((request) => request.n !== slot)) };
}

/** What this key answered on that day. Slots are never given back: beyond the first free one it cannot be. */
async function findKey(call: Call, { whose, most }: Slots, day: LocalDate, directory: Directory) {
  const order = slotOrder(call.key, most);
  for (let from = 0; from < order.length; from += AHEAD) {
    const { before, free } = await look(call, whose, day, order.slice(from, from + AHEAD), directory);
    if (before) return before;
    if (free !== undefined) return undefined;
  }
  return undefined;
}

/** Creates in the first free slot of that day from the key's own on; undefined: none is free. */
async function takeSlot(
  call: Call,
  { whose, most }: Slots,
  day: LocalDate,
  directory: Directory,
  make: (day: LocalDate, n: number) => RequestDocument,
): Promise<Answer<Output> | undefined> {
  const order = slotOrder(call.key, most);
  for (let from = 0; from < order.length;) {
    const request = make(day, order[from] ?? 1);
    if (await createRequest(request)) return ok(answerOf(request, directory));
    const slots = order.slice(from, from + AHEAD);
    const { before, free } = await look(call, whose, day, slots, directory);
    if (before) return before;
    from = free === undefined ? from + slots.length : order.indexOf(free);
  }
  return undefined;
}

/**
 * One call, two more where the key's own slot is taken; a phone that tries again costs one more, for yesterday.
 * `day`: slots that are not the server's day's, a visit's. Refusals: key-reused, too-many-requests; busy in the
 * first seconds of a day to a phone that tries again.
 */
export async function submitOnce(
  call: Call,
  slots: Slots,
  directory: Directory,
  make: (day: LocalDate, n: number) => RequestDocument,
  day?: LocalDate,
): Promise<Answer<Output>> {
  const days = day === undefined ? daysFor(call) : { today: day, look: [], wait: false };
  for (const each of days.look) {
    const found = await findKey(call, slots, each, directory);
    if (found) return found;
  }
  if (days.wait) return refuse('busy');
  return (
    (await takeSlot(call, slots, days.today, directory, make)) ??
    refuse('too-many-requests', { most: slots.most })
  );
}

export function checkContent(
  call: Call,
  { township, text, photos, recordings }: Pick<SubmitInput, 'township' | 'text' | 'photos' | 'recordings'>,
) {
  const files = [...photos, ...recordings.map(({ file }) => file)];
  if (text === undefined && files.length === 0) return refuse('nothing-said');
  const folder = ownFolder(township, call.account);
  return files.every((file) => liesIn(file, folder)) ? undefined : refuse('not-your-file');
}
