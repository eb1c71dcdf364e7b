import type { RequestActions, SubmitInput } from '../../../miniprogram/contract/request';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import type { Directory } from '../../registry/directory/rules/directory';
import { addDays, toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { datesAtBirth } from '../life/rules/deadline';
import { decideRoute, findUnknown } from '../routing/rules/decide-route';
import { submitInput } from './schemas';
import { bornRequest, createRequest } from '../store';
import { answer, checkContent, readSlots } from './submit-slots';

type Output = RequestActions['submit']['output'];

/** A day too old to begin with may be the retry of a submit that once arrived: one read tells. */
async function replayOld(call: Call, input: SubmitInput, directory: Directory) {
  const { replayed } = await readSlots(call, input, directory);
  return replayed ?? refuse('bad-input', { field: 'day' });
}

async function create(
  call: Call,
  input: SubmitInput,
  directory: Directory,
  open: Readonly<Record<string, number>>,
) {
  const today = toLocalDate(call.now);
  const decision = decideRoute(directory, open, input, today);
  const dates = datesAtBirth(directory, today);
  // Slots are never given back: each lost try means that one more of the day's few is taken.
  const { n: first, deputy: _deputy, group: _group, ...said } = input;
  let n = first;
  for (let turn = 0; turn < LIMITS.requestsPerDay; turn++) {
    const request = bornRequest(call, { ...said, n }, decision, dates);
    if (await createRequest(request)) return answer(request, directory);
    const { replayed, free } = await readSlots(call, input, directory);
    if (replayed) return replayed;
    if (free === undefined) return refuse('too-many-requests');
    n = free;
  }
  return refuse('busy');
}

/**
 * One call; one more in an instance that has not read the directory for a minute. A taken slot costs a read and
 * leads to the first free one; refused two. Refusals in this order: nothing-said, not-your-file,
 * not-found (township), bad-input, key-reused, too-many-requests; busy.
 */
async function run(call: Call, input: SubmitInput): Promise<Answer<Output>> {
  const wrong = checkContent(call, input);
  if (wrong) return wrong;
  const known = await recallTownship(input.township, call.now);
  if (!known) return refuse('not-found');
  const field = findUnknown(known.directory, input);
  if (field !== undefined) return refuse('bad-input', { field });
  const today = toLocalDate(call.now);
  if (input.day > today) return refuse('bad-input', { field: 'day' });
  if (input.day < addDays(today, -1)) return replayOld(call, input, known.directory);
  return create(call, input, known.directory, known.openByPerson);
}

export const submit: Action<SubmitInput, Output> = { write: true, input: submitInput, run };
