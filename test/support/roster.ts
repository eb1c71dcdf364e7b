import { generateRoster, type RosterTask } from '../../cloudfunctions/reception/roster/rules/generate-roster';
import type {
  HalfDayAt,
  ProposedSeat,
  RosterPerson,
  SeatAt,
} from '../../cloudfunctions/reception/roster/rules/roster-sheet';

export const HOMES = [
  { id: 'bh', name: '白鹤桥代表之家' },
  { id: 'ls', name: '柳树城代表之家' },
  { id: 'qs', name: '青山代表之家' },
];
/** The 5th of each month of 2026. */
export const MONTHS = Array.from(
  { length: 12 },
  (_, month) => `2026-${String(month + 1).padStart(2, '0')}-05`,
);

export function deputy(person: string, home = 'bh', absent: RosterPerson['absent'] = []): RosterPerson {
  return { person, roles: [{ from: '2022-01-01', deputy: true, home }], absent };
}

export function lead(person: string, home?: string, absent: RosterPerson['absent'] = []): RosterPerson {
  const role = { from: '2022-01-01', deputy: false, lead: '主席团成员' };
  return { person, roles: [home === undefined ? role : { ...role, home }], absent };
}

export function halfDays(dates = MONTHS, homes = ['bh'], halves: ('am' | 'pm')[] = ['am']): HalfDayAt[] {
  return dates.flatMap((date) => homes.flatMap((home) => halves.map((half) => ({ date, home, half }))));
}

/** A proposal for 2026 with one seat in each half-day, unless told otherwise. */
export function propose(task: Partial<RosterTask>): ProposedSeat[] {
  return generateRoster({
    year: 2026,
    people: [],
    homes: HOMES,
    halfDays: halfDays(),
    kept: [],
    seatsPerHalf: 1,
    dutiesPerYear: 1,
    ...task,
  });
}

export function countSeats(seats: readonly SeatAt[], person: string): number {
  return seats.filter((seat) => seat.person === person).length;
}
