/** Who leaves with the list that is published, and who is a deputy. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory, Member } from '../../../registry/directory/rules/directory';
import { addDays } from '../../../shared/china-time';
import { leaversOf } from './switch-directory';

/** Opening of the term whose list is published, from when it stands in the directory. */
function nextOpening({ terms }: Pick<Directory, 'terms'>, today: LocalDate): LocalDate | undefined {
  return terms.map(({ from }) => from).find((from) => from > today);
}

/** Whoever leaves with the published list, and the day. Empty while nothing is published. */
export function leaveSoon(
  directory: Pick<Directory, 'terms' | 'people'>,
  today: LocalDate,
): Map<string, LocalDate> {
  const opens = nextOpening(directory, today);
  if (opens === undefined) return new Map();
  const last = addDays(opens, -1);
  return new Map(leaversOf(directory.people, opens).map((person) => [person, last] as const));
}

export function deputiesAmong(members: readonly Member[]): Set<string> {
  return new Set(members.flatMap(({ person, level }) => (level === undefined ? [] : [person])));
}
