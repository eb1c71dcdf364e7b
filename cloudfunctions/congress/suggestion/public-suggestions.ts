import type { PublicSuggestion } from '../../../miniprogram/contract/congress/suggestion';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { publishedInput } from './schemas';
import { handlingFigures } from './rules/figures';
import { readFacts, readSuggestions } from './store';

type Page = Output<'congress', 'publicSuggestions'>;

/**
 * As the office worded it (办理情况公开): no deputy's and no villager's text. One call beside the directory, two for the
 * first page.
 */
export const publicSuggestions: Action<Input<'congress', 'publicSuggestions'>, Page> = {
  write: false,
  input: publishedInput,
  async run(call, { township, after }) {
    const page = { where: {}, by: 'board', newest: true, limit: LIMITS.page + 1, after } as const;
    const [known, found, counted] = await Promise.all([
      recallTownship(township, call.now),
      readSuggestions(township, page),
      after === undefined ? readFacts(township, undefined, LIMITS.congressRows) : undefined,
    ]);
    if (!known) return refuse('not-found');
    const rows = found.slice(0, LIMITS.page);
    const next = found.length > rows.length ? rows.at(-1)?.board : undefined;
    const { categories, units } = known.directory;
    const shown = rows.flatMap(({ _id, number, published, category, unit, replies }): PublicSuggestion[] => {
      if (!published) return [];
      const last = replies.at(-1);
      const card = {
        suggestion: _id,
        number,
        title: published.title,
        result: published.result,
        categoryName: categories.find(({ id }) => id === category)?.name ?? '',
        unitName: units.find(({ id }) => id === unit)?.name ?? '',
      };
      return [last ? { ...card, class: last.class } : card];
    });
    const figures = counted && handlingFigures(known.directory, counted);
    return ok({ suggestions: shown, ...(figures && { figures }), ...(next !== undefined && { next }) });
  },
};
