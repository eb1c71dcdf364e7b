import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { handlingFigures } from './rules/figures';
import { figuresInput } from './schemas';
import { readFacts } from './store';

type Figures = Output<'congress', 'suggestionFigures'>;

/** One call beside the directory. A township has some dozens in a term; a thousand are counted. */
export const suggestionFigures: Action<Input<'congress', 'suggestionFigures'>, Figures> = {
  write: false,
  input: figuresInput,
  async run(call, { township, session }) {
    const [known, rows] = await Promise.all([
      recallTownship(township, call.now),
      readFacts(township, session, LIMITS.congressRows),
    ]);
    if (!known) return refuse('not-found');
    return ok(handlingFigures(known.directory, rows));
  },
};
