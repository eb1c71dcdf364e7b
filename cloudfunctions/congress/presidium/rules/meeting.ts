/**
 * A meeting of the presidium: held with more than half of its members, decided by a majority of all of them, not of those
 * present. Eleven members: six must be there, and six for it.
 */
import type { MeetingItem } from '../../../../miniprogram/contract/congress/presidium';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { membersOn, termOn, type Directory, type Member } from '../../../registry/directory/rules/directory';
import { settingsOf } from '../../../registry/directory/rules/settings';
import { addMonths } from '../../../shared/china-time';

export function presidiumOn({ people }: Pick<Directory, 'people'>, date: LocalDate): Member[] {
  return membersOn(people, date).filter(({ presidium }) => presidium === true);
}

/**
 * The day by which the body is to meet: so many months (a setting) after its last meeting, in a new term after its opening
 * at the latest. Undefined: neither is known.
 */
export function nextMeetingBy(
  { terms, settings }: Pick<Directory, 'terms' | 'settings'>,
  last: LocalDate | undefined,
  today: LocalDate,
): LocalDate | undefined {
  const opened = termOn(terms, today)?.from;
  const since = last !== undefined && (opened === undefined || last > opened) ? last : opened;
  return since === undefined ? undefined : addMonths(since, settingsOf(settings).presidiumMonths);
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
