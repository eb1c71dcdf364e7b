import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { countByCategory, countSuggestions } from './rules/figures';
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
    const names = new Map(known.directory.categories.map(({ id, name }) => [id, name]));
    const categories = countByCategory(rows).map(([category, count]) => ({
      category,
      name: names.get(category) ?? category,
      count,
    }));
    return ok({ ...countSuggestions(rows), categories });
  },
};
