import * as v from 'valibot';
import type { Places } from '../../../miniprogram/contract/registry';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { toPlaces } from './rules/directory';
import { recallTownship } from '../store';

export const places: Action<{ township: string }, Places> = {
  write: false,
  input: v.strictObject({ township }),
  async run(call) {
    const known = await recallTownship(call.township, call.now);
    if (!known) return refuse('not-found');
    return ok(toPlaces(known.directory, toLocalDate(call.now)));
  },
};
