/**
 * Seats of the running term that nobody holds (缺额; 选举法 2020 §57: a by-election is held by the constituency that elected
 * who left). They follow from the directory, and from which of them a by-election has filled.
 */
import type { Vacancy } from '../../../../miniprogram/contract/congress/change';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { nameOf, termOn, type Directory, type Membership } from '../../../registry/directory/rules/directory';
import { addDays } from '../../../shared/china-time';
import { SUSPENDED } from './apply-change';

/** Tells one vacancy from another: who was elected again and left again leaves two. */
export function seatOf({ person, since }: Pick<Vacancy, 'person' | 'since'>): string {
  return `${person}-${since}`;
}

/** What of a change tells which seats are filled; `seat`: of a by-election for one that was empty. */
export interface SeatChange {
  person: string;
  date: LocalDate;
  seat?: string;
}

/**
 * Of the changes, newest first: the seats that a by-election has filled, and how many by-elections for a seat came to
 * nothing. What a later change of the same person begins on that day or before it leaves nothing of one (apply-change.ts).
 */
export function fillsOf(changes: readonly SeatChange[]): {
  filled: Set<string>;
  lapsed: Map<string, number>;
} {
  const filled = new Set<string>();
  const lapsed = new Map<string, number>();
  changes.forEach(({ person, date, seat }, at) => {
    if (seat === undefined) return;
    const later = changes.slice(0, at);
    if (later.some((one) => one.person === person && one.date <= date))
      lapsed.set(seat, (lapsed.get(seat) ?? 0) + 1);
    else filled.add(seat);
  });
  return { filled, lapsed };
}

/** Of the town, or suspended: the seat is theirs all the same. */
function isSeat({ level, title }: Membership): boolean {
  return level === 'town' || title === SUSPENDED;
}

/**
 * On that day, the longest empty first. 马秋月 of c4, whose last day was 2026-11-22, leaves the seat of c4 empty since
 * 2026-11-23, until somebody is elected for it.
 */
export function vacanciesOn(
  { people, terms, constituencies }: Pick<Directory, 'people' | 'terms' | 'constituencies'>,
  date: LocalDate,
  filled: ReadonlySet<string>,
): Vacancy[] {
  const running = termOn(terms, date);
  if (!running) return [];
  const empty = people.flatMap(({ id: person, name, memberships }): Vacancy[] => {
    const seats = memberships
      .filter((row) => row.term === running.id && isSeat(row))
      .sort((one, other) => (one.from < other.from ? 1 : -1));
    const [last] = seats;
    if (last?.to === undefined || last.to >= date) return [];
    // A row of who is suspended names no constituency; the one before it does.
    const { constituency, group } = seats.find((row) => row.constituency !== undefined) ?? last;
    if (constituency === undefined) return [];
    const vacancy = {
      person,
      name,
      constituency,
      constituencyName: nameOf(constituencies, constituency),
      ...(group !== undefined && { group }),
      since: addDays(last.to, 1),
    };
    return filled.has(seatOf(vacancy)) ? [] : [vacancy];
  });
  return empty.sort((one, other) => (one.since < other.since ? -1 : 1));
}
