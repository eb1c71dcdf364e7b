/**
 * Proposes the roster (值班表) of a year.
 *
 * For each reception day, earliest first:
 * 1. Leading members (party committee, presidium) take the first seat of each half-day, whoever led least
 *    first, one's own home preferred; nobody leads on two consecutive reception days or twice on one day.
 *    While they last: the homes take turns at being served first, mornings before afternoons.
 * 2. Deputies take the other seats in fair turn (fewest duties this year, then longest ago, then the order of
 *    the list): first those of the home who did not just sit, then others who did not just sit. Only a half-day that
 *    would have nobody at all gets one who did.
 * 3. A deputy left without a duty takes over the seat of one who has more than the least, if need be along a
 *    chain of exchanges (cover-deputies.ts).
 *
 * Nobody sits in two places at once or on a day of absence; where nobody is left a seat stays empty. The same
 * task gives the same roster.
 *
 * Example: home `bh`, deputies d1 d2 d3, presidium member p1, two seats, mornings of 5 January, 5 February and
 * 5 March; d2 is away in February.
 *   5 January:  p1 (leads), d1 (first in the order)
 *   5 February: d3 (p1 and d1 have just sat, d2 is away); the second seat stays empty
 *   5 March:    p1 (leads), d2 (has not sat yet)
 */
import type { Half, LocalDate } from '../../../../miniprogram/contract/wire';
import { coverDeputies } from './cover-deputies';
import { explainSeats } from './explain-seats';
import {
  countDuties,
  hasLead,
  isBusy,
  isInRow,
  lastDuty,
  openSheet,
  roleOn,
  seatsAt,
  type Cause,
  type DraftSeat,
  type HalfDayAt,
  type ProposedSeat,
  type RosterPerson,
  type RosterRole,
  type SeatAt,
  type Sheet,
} from './roster-sheet';

export interface RosterTask {
  year: number;
  /** In the order in which equals are asked (surname strokes). */
  people: readonly RosterPerson[];
  homes: readonly { id: string; name: string }[];
  /** Half-days to fill; those of published days are not among them. */
  halfDays: readonly HalfDayAt[];
  /** Seats that stay: published or past days, edits by hand, the last day of the year before. */
  kept: readonly SeatAt[];
  seatsPerHalf: number;
  dutiesPerYear: number;
}

const HALVES: readonly Half[] = ['am', 'pm'];

/** Half-days of a day in the order in which they are served: the first home changes from day to day. */
function inServingOrder(task: RosterTask, date: LocalDate, turn: number): HalfDayAt[] {
  const ids = task.homes.map(({ id }) => id);
  const first = turn % Math.max(ids.length, 1);
  const rotated = [...ids.slice(first), ...ids.slice(0, first)];
  return HALVES.flatMap((half) =>
    rotated.flatMap(
      (home) =>
        task.halfDays.find((one) => one.date === date && one.home === home && one.half === half) ?? [],
    ),
  );
}

/** Of those who may sit there, who comes first by `rank`; equals in the order of the list. */
export function pick(
  sheet: Sheet,
  at: HalfDayAt,
  may: (role: RosterRole, person: string) => boolean,
  rank: (role: RosterRole, person: string) => readonly (string | number)[],
): string | undefined {
  let best: { person: string; rank: readonly (string | number)[] } | undefined;
  for (const [person, record] of sheet.people) {
    const role = roleOn(record, at.date);
    if (!role || isBusy(sheet, person, at) || !may(role, person)) continue;
    const own = rank(role, person);
    if (!best || isBefore(own, best.rank)) best = { person, rank: own };
  }
  return best?.person;
}

function isBefore(one: readonly (string | number)[], other: readonly (string | number)[]): boolean {
  for (const [at, value] of one.entries()) {
    const against = other[at];
    if (against !== undefined && value !== against) return value < against;
  }
  return false;
}

function pickLead(sheet: Sheet, at: HalfDayAt): string | undefined {
  return pick(
    sheet,
    at,
    (role, person) => role.lead !== undefined && !isInRow(sheet, person, at),
    (role, person) => [
      countDuties(sheet, person),
      role.home === at.home ? 0 : 1,
      lastDuty(sheet, person, at.date),
    ],
  );
}

function seat(sheet: Sheet, open: DraftSeat, person: string, cause: Cause): void {
  open.person = person;
  open.cause = cause;
  sheet.seats.push(open);
}

/** The seats of a half-day that nobody keeps, lowest number first. */
function openSeats(sheet: Sheet, at: HalfDayAt, seatsPerHalf: number): DraftSeat[] {
  const taken = seatsAt(sheet, at);
  return Array.from({ length: seatsPerHalf }, (_, index) => index + 1)
    .filter((n) => !taken.some((one) => one.n === n))
    .map((n) => ({ ...at, n, person: '', cause: 'turn' }));
}

/** Who may take a deputy's seat, step by step wider. */
const STEPS: readonly { ownHome: boolean; rested: boolean }[] = [
  { ownHome: true, rested: true },
  { ownHome: false, rested: true },
  { ownHome: true, rested: false },
  { ownHome: false, rested: false },
];

function seatDeputies(sheet: Sheet, open: DraftSeat[]): DraftSeat[] {
  let left = open;
  for (const step of STEPS) {
    left = left.filter((one) => {
      if (!step.rested && seatsAt(sheet, one).length > 0) return true;
      const person = pick(
        sheet,
        one,
        (role, candidate) =>
          role.deputy &&
          role.lead === undefined &&
          (!step.ownHome || role.home === one.home) &&
          (!step.rested || !isInRow(sheet, candidate, one)),
        (_role, candidate) => [countDuties(sheet, candidate), lastDuty(sheet, candidate, one.date)],
      );
      if (person !== undefined) seat(sheet, one, person, 'turn');
      return person === undefined;
    });
  }
  return left;
}

/** Fills one reception day; answers the seats for which nobody was left. */
function fillDay(sheet: Sheet, task: RosterTask, date: LocalDate, turn: number): DraftSeat[] {
  const open: DraftSeat[] = [];
  for (const at of inServingOrder(task, date, turn)) {
    const [first, ...others] = openSeats(sheet, at, task.seatsPerHalf);
    if (!first) continue;
    const lead = hasLead(sheet, at) ? undefined : pickLead(sheet, at);
    if (lead === undefined) open.push(first, ...others);
    else {
      seat(sheet, first, lead, 'lead');
      open.push(...others);
    }
  }
  return seatDeputies(sheet, open);
}

/** Proposed seats in the order of date, home, half, number; kept ones are not among them. */
export function generateRoster(task: RosterTask): ProposedSeat[] {
  const sheet = openSheet(task.year, task.people, task.halfDays, task.kept);
  const dates = [...new Set(task.halfDays.map(({ date }) => date))].sort();
  const empty = dates.flatMap((date, turn) => fillDay(sheet, task, date, turn));
  coverDeputies(sheet, empty, task.dutiesPerYear);
  const homes = task.homes.map(({ id }) => id);
  return explainSeats(sheet, task.homes, task.dutiesPerYear).sort(
    (one, other) =>
      one.date.localeCompare(other.date) ||
      homes.indexOf(one.home) - homes.indexOf(other.home) ||
      one.half.localeCompare(other.half) ||
      one.n - other.n,
  );
}
