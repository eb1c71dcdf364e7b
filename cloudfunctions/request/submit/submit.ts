import type { RequestActions, SubmitInput } from '../../../miniprogram/contract/request';
import type { Answer } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { datesAtBirth } from '../life/rules/deadline';
import { decideRoute, findUnknown } from '../routing/rules/decide-route';
import { submitInput } from './schemas';
import { bornRequest, slotsOf } from './born-request';
import { checkContent, submitOnce } from './submit-slots';

type Output = RequestActions['submit']['output'];

/**
 * One call; one more in an instance that has not read the directory for a minute. A taken slot costs a read and
 * leads to the first free one; refused two. Refusals in this order: nothing-said, not-your-file,
 * not-found (township), bad-input, key-reused, too-many-requests.
 */
async function run(call: Call, input: SubmitInput): Promise<Answer<Output>> {
  const wrong = checkContent(call, input);
  if (wrong) return wrong;
  const known = await recallTownship(input.township, call.now);
  if (!known) return refuse('not-found');
  const field = findUnknown(known.directory, input);
  if (field !== undefined) return refuse('bad-input', { field });
  const { directory, openByPerson } = known;
  const today = toLocalDate(call.now);
  const decision = decideRoute(directory, openByPerson, input, today);
  const dates = datesAtBirth(directory, today);
  const { deputy: _deputy, group: _group, ...said } = input;
  const slots = { whose: slotsOf(call), most: settingsOf(directory.settings).requestsPerDay };
  return submitOnce(call, slots, directory, (day, n) =>
    bornRequest(call, { ...said, day, n }, decision, dates),
  );
}

export const submit: Action<SubmitInput, Output> = { write: true, input: submitInput, run };
