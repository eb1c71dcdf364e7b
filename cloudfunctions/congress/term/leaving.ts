/** 离任代表交接: who has left or leaves with the published list, what hangs on them. How it goes on: hand-over.ts. */
import type { LeavingRow } from '../../../miniprogram/contract/congress/term';
import type { Input, LocalDate, Output } from '../../../miniprogram/contract/wire';
import { membersOn, type Directory } from '../../registry/directory/rules/directory';
import { readWithFigures, type Hanging, type Township } from '../../registry/store';
import { countOpenByOwner } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { countHanging } from './hanging-store';
import { deputiesAmong, leaveSoon } from './rules/leave-soon';
import { leavingInput } from './schemas';

interface Counts {
  requests: Readonly<Record<string, number>>;
  hanging: Readonly<Record<string, Hanging>>;
}

/**
 * As the relay counted it, in the weeks in which a list waits; in the minute after something changed, and of who has left
 * already, it is counted here. What hangs on those goes on by itself: their requests are as they were counted last, and a
 * seat that nobody could take stands on the roster with its warning.
 */
async function countsOf(known: Township, today: LocalDate, waits: boolean): Promise<Counts> {
  const { directory, openByPerson, hanging } = known;
  if (!waits)
    return { requests: openByPerson, hanging: await countHanging(directory, today, { seats: false }) };
  if (hanging) return { requests: openByPerson, hanging };
  const [requests, counted] = await Promise.all([
    countOpenByOwner(directory.township),
    countHanging(directory, today),
  ]);
  return { requests: Object.fromEntries(requests), hanging: counted };
}

const NOTHING: Hanging = { suggestions: 0, visits: 0, ties: 0, seats: 0 };

function rowsOf(directory: Directory, { requests, hanging }: Counts, today: LocalDate): LeavingRow[] {
  const soon = leaveSoon(directory, today);
  const members = membersOn(directory.people, today);
  const able = deputiesAmong(members);
  const sits = new Set(members.map(({ person }) => person));
  const leaders = new Set(members.flatMap(({ person, leader }) => (leader === true ? [person] : [])));
  return directory.people.flatMap(({ id: person, name }): LeavingRow[] => {
    const lastDay = soon.get(person);
    if (lastDay === undefined && able.has(person)) return [];
    const { suggestions, visits, ties, seats } = hanging[person] ?? NOTHING;
    const row = {
      person,
      name,
      ...(lastDay !== undefined && { lastDay }),
      requests: requests[person] ?? 0,
      suggestions,
      visits: sits.has(person) && lastDay === undefined ? 0 : visits,
      ties,
      seats,
      leader: lastDay !== undefined && leaders.has(person),
    };
    const holds = row.requests + row.suggestions + row.visits + row.ties + row.seats > 0;
    return holds || lastDay !== undefined ? [row] : [];
  });
}

/** One call while a published list waits (six in the minute after something changed), four otherwise. */
export const leaving: Action<Input<'congress', 'leaving'>, Output<'congress', 'leaving'>> = {
  write: false,
  input: leavingInput,
  async run(call, { township }) {
    const today = toLocalDate(call.now);
    const known = await readWithFigures(township);
    if (!known) return refuse('not-found');
    const waits = leaveSoon(known.directory, today).size > 0;
    return ok({ people: rowsOf(known.directory, await countsOf(known, today, waits), today) });
  },
};
