import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { readProposed, toCandidates } from './proposed';
import { ofTownship } from './schemas';

/** Three reads beside the directory. */
export const keyCandidates: Action<
  Input<'congress', 'keyCandidates'>,
  Output<'congress', 'keyCandidates'>
> = {
  write: false,
  input: ofTownship,
  async run(call, { township }) {
    const [known, proposed] = await Promise.all([recallTownship(township, call.now), readProposed(township)]);
    return known ? ok({ candidates: toCandidates(known.directory, proposed) }) : refuse('not-found');
  },
};
