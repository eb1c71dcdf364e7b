/** Who makes a promised visit in the place of somebody who holds no office any more. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { membersOn, type Directory, type Member } from '../../../registry/directory/rules/directory';
import type { Promised } from './promise';

type Known = Pick<Directory, 'people' | 'constituencies'>;

/** Whoever may be promised a visit by: deputies, and receivers who are none. */
export function visitorsOn(people: Directory['people'], date: LocalDate): Set<string> {
  return new Set(
    membersOn(people, date).flatMap(({ person, level, receiver }) =>
      level !== undefined || receiver === true ? [person] : [],
    ),
  );
}

/** The group that they were in last. */
function lastGroup({ people }: Known, person: string): string | undefined {
  const rows = people.find(({ id }) => id === person)?.memberships ?? [];
  return [...rows]
    .sort((one, other) => (one.from < other.from ? 1 : -1))
    .find(({ group }) => group !== undefined)?.group;
}

/**
 * Of the deputies with an account who are there and stay: of the same group before others, then of the village, then who
 * leads a group. 马秋月 of the third group leaves a visit in v4: a deputy of the third group whom v4 elected, else the third
 * group's leader. Undefined: there is no deputy.
 */
export function heirOf(
  known: Known,
  { person, village }: Pick<Promised, 'person' | 'village'>,
  { date, leaving }: { date: LocalDate; leaving: ReadonlySet<string> },
): string | undefined {
  const group = lastGroup(known, person);
  const ofVillage = new Set(
    known.constituencies.flatMap(({ id, villages }) =>
      village !== undefined && villages.includes(village) ? [id] : [],
    ),
  );
  const weigh = (one: Member) =>
    (one.group !== undefined && one.group === group ? 4 : 0) +
    (one.constituency !== undefined && ofVillage.has(one.constituency) ? 2 : 0) +
    (one.leader === true ? 1 : 0);
  const able = membersOn(known.people, date).filter(
    (one) =>
      one.level !== undefined &&
      one.claimed &&
      !one.absent &&
      one.person !== person &&
      !leaving.has(one.person),
  );
  return able.sort((one, other) => weigh(other) - weigh(one))[0]?.person;
}
