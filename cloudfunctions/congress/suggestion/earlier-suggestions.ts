import { LIMITS } from '../../../miniprogram/contract/limits';
import type { EarlierSuggestion } from '../../../miniprogram/contract/congress/suggestion';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { nameOf } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { counts } from './rules/figures';
import { earlierInput } from './schemas';
import { readReported } from './store';

type Earlier = Output<'congress', 'earlierSuggestions'>;

const SHOWN = 10;

/** One call beside the directory. Drafts, and what was taken back, are nobody's business. */
export const earlierSuggestions: Action<Input<'congress', 'earlierSuggestions'>, Earlier> = {
  write: false,
  input: earlierInput,
  async run(call, { township, category }) {
    const [known, rows] = await Promise.all([
      recallTownship(township, call.now),
      readReported(township, LIMITS.congressRows),
    ]);
    if (!known) return refuse('not-found');
    const { units } = known.directory;
    const suggestions = rows
      .filter((row) => row.category === category && counts(row))
      .flatMap(({ number, title, state, unit, submittedOn }): EarlierSuggestion[] => {
        if (submittedOn === undefined) return [];
        const named = unit === undefined ? {} : { unitName: nameOf(units, unit) };
        return [{ number, title, state, on: submittedOn, ...named }];
      });
    return ok({ suggestions: suggestions.slice(0, SHOWN) });
  },
};
