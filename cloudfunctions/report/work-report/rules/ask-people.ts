/** How many town deputies did nothing of a kind: a number for whoever writes, never a list (mission E9). */
import { membersOn } from '../../../registry/directory/rules/directory';
import type { Question } from './slots';
import type { Sources } from './sources';

type Which = Extract<Question, { ask: 'people' }>['which'];

const SPOKE = ['session-spoke', 'bill-moved'];
const SESSIONS = ['session-attended', 'session-missed', 'session-spoke', 'bill-moved'];
const TAUGHT = ['study', 'training', 'upper-training'];

function personsOf({ facts }: Sources, counts: (kind: string) => boolean): Set<string> {
  return new Set(facts.filter(({ kind }) => counts(kind)).flatMap(({ persons }) => persons));
}

/** Nothing is said of a span in which there was no session: nobody could speak. */
export function countPeople(sources: Sources, which: Which): number {
  const members = membersOn(sources.directory.people, sources.to);
  const town = members.filter(({ level }) => level === 'town').map(({ person }) => person);
  const attended = personsOf(sources, (kind) => kind === 'session-attended');
  switch (which) {
    case 'silent': {
      const spoke = personsOf(sources, (kind) => SPOKE.includes(kind));
      return town.filter((person) => attended.has(person) && !spoke.has(person)).length;
    }
    case 'sessionsOnly': {
      const active = personsOf(sources, (kind) => !SESSIONS.includes(kind));
      return town.filter((person) => attended.has(person) && !active.has(person)).length;
    }
    case 'untrained': {
      const taught = personsOf(sources, (kind) => TAUGHT.includes(kind));
      if (taught.size === 0) return 0;
      return town.filter((person) => !taught.has(person)).length;
    }
  }
}
