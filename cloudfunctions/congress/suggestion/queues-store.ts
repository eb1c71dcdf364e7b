/** The lists of suggestions: whose each is, and what is asked of the store for it. */
import type { SuggestionQueue, SuggestionState } from '../../../miniprogram/contract/congress/suggestion';
import { MEMBERS, OVERSEERS, UNIT_CLERKS, type Role } from '../../../miniprogram/contract/roles';
import { oneOf, type Where } from '../../shared/conditions';
import type { CollectionSpecs } from '../../shared/database';
import type { Caller } from './rules/actors';

/** The suggestions themselves are store.ts's. */
export const collections = {} satisfies CollectionSpecs;

export const QUEUES: Readonly<
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
function whereOf(
  { queue, closed }: { queue: SuggestionQueue; closed?: boolean },
  caller: Caller,
  government: string,
): Where | undefined {
  const { states, facet } = QUEUES[queue];
  if (states) return { open: true, state: oneOf(states) };
  const named = facetOf(facet ?? 'all', caller);
  if (named === undefined) return undefined;
  if (queue === 'unit' && caller.unit === government && closed !== true)
    return { open: true, facets: oneOf([named, 'g']) };
  if (queue === 'unit') return { open: closed !== true, facets: named };
  return { facets: named };
}

/** Undefined: the caller has no such list. */
export function queueOf(
  asked: { queue: SuggestionQueue; closed?: boolean },
  caller: Caller,
  government: string,
): { where: Where; by: 'dueSeq' | 'seq'; newest: boolean } | undefined {
  const where = whereOf(asked, caller, government);
  const byDate = where !== undefined && 'open' in where;
  return where && { where, by: byDate ? 'dueSeq' : 'seq', newest: !byDate || asked.closed === true };
}
