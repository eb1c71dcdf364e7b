import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { callersOf } from './act-on-suggestion';
import { maySee } from './rules/actors';
import { QUEUES, queueOf } from './queues-store';
import { toSuggestionCard } from './rules/card';
import { listInput } from './schemas';
import { readSuggestions } from './store';

type Asked = Input<'congress', 'suggestions'>;
type Page = Output<'congress', 'suggestions'>;

export const suggestions: Action<Asked, Page> = {
  write: false,
  input: listInput,
  async run(call, asked) {
    const { roles } = QUEUES[asked.queue];
    const [known, callers] = await Promise.all([
      recallTownship(asked.township, call.now),
      callersOf(call, roles),
    ]);
    const [caller] = callers;
    if (!known) return refuse('not-found');
    if (!caller) return refuse('bad-input', { field: 'queue' });
    const { directory } = known;
    const { governmentUnit } = settingsOf(directory.settings);
    const queue = queueOf(asked, caller, governmentUnit);
    if (!queue) return refuse('bad-input', { field: 'queue' });
    const found = await readSuggestions(call.township, {
      ...queue,
      limit: LIMITS.page + 1,
      after: asked.after,
    });
    const rows = found.slice(0, LIMITS.page);
    const next = found.length > rows.length ? rows.at(-1)?.[queue.by] : undefined;
    const seen = rows.filter((row) => callers.some((one) => maySee(one, row, governmentUnit)));
    const cards = seen.map((row) => toSuggestionCard(directory, row));
    return ok({ suggestions: cards, ...(next !== undefined && { next }) });
  },
};
