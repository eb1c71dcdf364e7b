import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { bookInputs } from '../directory/schemas';
import { applyEdits } from '../directory/rules/edit-directory';
import { routeRequest } from './rules/route-request';
import { readTownship, tagOf } from '../store';

type Tried = Output<'registry', 'tryRoute'>;

/** By the same rule that sends a request, over the table with the edits that are not saved yet. */
async function run(call: Call, input: Input<'registry', 'tryRoute'>): Promise<Answer<Tried>> {
  const { edits, date, village, villagerGroup, category } = input;
  const directory = await readTownship(call.township);
  if (!directory) return refuse('not-found');
  const tried = applyEdits(directory, 'route', edits, { today: toLocalDate(call.now), tagOf });
  if ('ok' in tried) return tried;
  const request = { village, category, ...(villagerGroup !== undefined && { villagerGroup }) };
  const { rule, words, group, home } = routeRequest(tried.directory, request, date);
  return ok({ rule, words, ...(group !== undefined && { group }), ...(home !== undefined && { home }) });
}

export const tryRoute: Action<Input<'registry', 'tryRoute'>, Tried> = {
  write: false,
  input: bookInputs.tryRoute,
  run,
};
