import * as v from 'valibot';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { tellParts } from '../../shared/cut-lists';
import { refuse } from '../../shared/errors';
import { inParts, township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { toPlaces } from './rules/directory';
import { recallTownship } from '../store';

export const places: Action<Input<'registry', 'places'>, Output<'registry', 'places'>> = {
  write: false,
  input: v.strictObject({ township, ...inParts }),
  async run(call, asked) {
    const known = await recallTownship(call.township, call.now);
    if (!known) return refuse('not-found');
    const { township: card, ...lists } = toPlaces(known.directory, toLocalDate(call.now));
    return tellParts(lists, { township: card }, asked);
  },
};
