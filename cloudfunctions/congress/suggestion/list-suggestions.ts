import type { SuggestionQueue } from '../../../miniprogram/contract/congress/suggestion';
import type { SuggestionState } from '../../../miniprogram/contract/congress/suggestion';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { MEMBERS, OVERSEERS, UNIT_CLERKS, type Role } from '../../../miniprogram/contract/roles';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { oneOf, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { callersOf } from './act-on-suggestion';
import { maySee, type Caller } from './rules/actors';
import { toSuggestionCard } from './rules/view';
import { listInput } from './schemas';
import { readSuggestions } from './store';

type Asked = Input<'congress', 'suggestions'>;
type Page = Output<'congress', 'suggestions'>;

const QUEUES: Readonly<
  Record<SuggestionQueue, { roles: readonly Role[]; states?: readonly SuggestionState[]; facet?: string }>
> = {
  mine: { roles: MEMBERS, facet: 'p' },
  asked: { roles: MEMBERS, facet: 'c' },
  unit: { roles: UNIT_CLERKS, facet: 'u' },
  examine: { roles: OVERSEERS, states: ['submitted', 'sent-back'] },
  decide: { roles: OVERSEERS, states: ['examined', 'returned', 'review'] },
  waiting: { roles: OVERSEERS, states: ['entrusted', 'assigned', 'contacted', 'replied'] },
  promised: { roles: OVERSEERS, states: ['promised'] },
  key: { roles: OVERSEERS, facet: 'key' },
  all: { roles: OVERSEERS, facet: 'all' },
};

function facetOf(facet: string, { person, unit }: Caller): string | undefined {
  if (facet === 'u') return unit === undefined ? undefined : `u:${unit}`;
  if (facet === 'p' || facet === 'c') return person === undefined ? undefined : `${facet}:${person}`;
  return facet;
}

/** The government's clerk sees what waits for it besides what it handles itself. */
function whereOf({ queue, closed }: Asked, caller: Caller, government: string): Where | undefined {
  const { states, facet } = QUEUES[queue];
  if (states) return { open: true, state: oneOf(states) };
  const named = facetOf(facet ?? 'all', caller);
  if (named === undefined) return undefined;
  if (queue === 'unit' && caller.unit === government && closed !== true)
    return { open: true, facets: oneOf([named, 'g']) };
  if (queue === 'unit') return { open: closed !== true, facets: named };
  return { facets: named };
}

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
    const where = whereOf(asked, caller, governmentUnit);
    if (!where) return refuse('bad-input', { field: 'queue' });
    const byDate = 'open' in where;
    const by = byDate ? 'dueSeq' : 'seq';
    const newest = !byDate || asked.closed === true;
    const found = await readSuggestions(call.township, {
      where,
      by,
      newest,
      limit: LIMITS.page + 1,
      after: asked.after,
    });
    const rows = found.slice(0, LIMITS.page);
    const next = found.length > rows.length ? rows.at(-1)?.[by] : undefined;
    const seen = rows.filter((row) => callers.some((one) => maySee(one, row, governmentUnit)));
    const cards = seen.map((row) => toSuggestionCard(directory, row));
    return ok({ suggestions: cards, ...(next !== undefined && { next }) });
  },
};
