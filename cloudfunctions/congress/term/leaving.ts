/** 离任代表交接: who has left or leaves with the published list, what hangs on them. How it goes on: hand-over.ts. */
import type { LeavingRow } from '../../../miniprogram/contract/congress/term';
import type { Input, LocalDate, Output } from '../../../miniprogram/contract/wire';
import { membersOn, type Directory, type Member } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { countSeatsToHandOn } from '../../reception/roster/seats-store';
import { countPromises } from '../../duty/promises/store';
import { readTied } from '../../duty/ties/store';
import { countOpenByOwner } from '../../request/store';
import { addDays, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { countToHandOver } from '../suggestion/store';
import { leaversOf } from './rules/switch-directory';
import { leavingInput } from './schemas';

/** Opening of the term whose list is published, from when it stands in the directory. */
function nextOpening({ terms }: Directory, today: LocalDate): LocalDate | undefined {
  return terms.map(({ from }) => from).find((from) => from > today);
}

/** Whoever leaves with the published list, and the day. Empty while nothing is published. */
export function leaveSoon(directory: Directory, today: LocalDate): Map<string, LocalDate> {
  const opens = nextOpening(directory, today);
  if (opens === undefined) return new Map();
  const last = addDays(opens, -1);
  return new Map(leaversOf(directory.people, opens).map((person) => [person, last] as const));
}

export function deputiesAmong(members: readonly Member[]): Set<string> {
  return new Set(members.flatMap(({ person, level }) => (level === undefined ? [] : [person])));
}

/**
 * Four calls, two more while a published list waits. What hangs on who has left goes on by itself: their requests are as
 * they were counted last, and a seat that nobody could take stands on the roster with its warning.
 */
export const leaving: Action<Input<'congress', 'leaving'>, Output<'congress', 'leaving'>> = {
  write: false,
  input: leavingInput,
  async run(call, { township }) {
    const today = toLocalDate(call.now);
    const [known, suggestions, visits, ties] = await Promise.all([
      recallTownship(township, call.now),
      countToHandOver(township),
      countPromises(township),
      readTied(township),
    ]);
    if (!known) return refuse('not-found');
    const { directory } = known;
    const soon = leaveSoon(directory, today);
    const waits = soon.size > 0;
    const [requests, seats] = await Promise.all([
      waits ? countOpenByOwner(township) : Promise.resolve(new Map(Object.entries(known.openByPerson))),
      waits ? countSeatsToHandOn(directory, today) : Promise.resolve(new Map<string, number>()),
    ]);
    const members = membersOn(directory.people, today);
    const able = deputiesAmong(members);
    const sits = new Set(members.map(({ person }) => person));
    const leaders = new Set(members.flatMap(({ person, leader }) => (leader === true ? [person] : [])));
    const rows = directory.people.flatMap(({ id: person, name }): LeavingRow[] => {
      const lastDay = soon.get(person);
      if (lastDay === undefined && able.has(person)) return [];
      const row = {
        person,
        name,
        ...(lastDay !== undefined && { lastDay }),
        requests: requests.get(person) ?? 0,
        suggestions: suggestions.get(person) ?? 0,
        visits: sits.has(person) && lastDay === undefined ? 0 : (visits.get(person) ?? 0),
        ties: ties.get(person) ?? 0,
        seats: seats.get(person) ?? 0,
        leader: lastDay !== undefined && leaders.has(person),
      };
      const holds = row.requests + row.suggestions + row.visits + row.ties + row.seats > 0;
      return holds || lastDay !== undefined ? [row] : [];
    });
    return ok({ people: rows });
  },
};
