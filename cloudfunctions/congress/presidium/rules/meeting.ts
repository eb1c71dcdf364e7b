/**
 * A meeting of the presidium: held with more than half of its members, decided by a majority of all of them, not of those
 * present. Eleven members: six must be there, and six for it.
 */
import type { MeetingItem } from '../../../../miniprogram/contract/congress/presidium';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { membersOn, type Directory, type Member } from '../../../registry/directory/rules/directory';

export function presidiumOn({ people }: Pick<Directory, 'people'>, date: LocalDate): Member[] {
  return membersOn(people, date).filter(({ presidium }) => presidium === true);
}

export function isMajority(n: number, all: number): boolean {
  return n * 2 > all;
}

/** The field that keeps it from being a meeting; undefined: it is one. */
export function faultOfMeeting(
  due: readonly string[],
  persons: readonly string[],
  items: readonly MeetingItem[],
): string | undefined {
  const present = new Set(persons);
  if (![...present].every((person) => due.includes(person))) return 'persons';
  if (!isMajority(present.size, due.length)) return 'persons';
  const fits = items.every(({ for: agreed, against, abstain }) => agreed + against + abstain <= present.size);
  return fits ? undefined : 'items';
}

export function decide(
  items: readonly MeetingItem[],
  due: number,
): readonly (MeetingItem & { passed: boolean })[] {
  return items.map((item) => ({ ...item, passed: isMajority(item.for, due) }));
}
