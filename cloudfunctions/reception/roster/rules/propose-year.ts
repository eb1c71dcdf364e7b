/** A proposal for the days of a year that are not published, over what stands there already. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { settingsOf } from '../../../registry/directory/rules/settings';
import { generateRoster } from './generate-roster';
import { seatId } from '../../days/rules/plan-places';
import { parseSeat, type RosterDocument, type StoredSeat } from './roster-document';
import { findObstacle, listRosterPeople } from './roster-people';
import type { RosterPerson, SeatAt } from './roster-sheet';
import { listHalfDays, type PlannedDay } from '../../calendar/rules/year-calendar';

/** Draft days of the proposal with their seats, and drafts that are no reception days any more. */
export interface YearProposal {
  seats: Record<LocalDate, Record<string, StoredSeat>>;
  gone: LocalDate[];
}

function seatsOfDay(date: LocalDate, seats: RosterDocument['seats'][string] = {}): SeatAt[] {
  return Object.entries(seats).map(([seat, { person }]) => ({ date, ...parseSeat(seat), person }));
}

/** Edits by hand, as far as the person may still sit there. */
function keptByHand(
  seats: RosterDocument['seats'][string] = {},
  date: LocalDate,
  people: readonly RosterPerson[],
): Record<string, StoredSeat> {
  return Object.fromEntries(
    Object.entries(seats).filter(([seat, { hand, person }]) => {
      const record = people.find((one) => one.person === person);
      return hand === true && findObstacle(record, date, seat, seats) === undefined;
    }),
  );
}

/** The last published day of the year before: who sat there should not sit first thing in January. */
function lastOfYearBefore(before: RosterDocument | undefined): SeatAt[] {
  const published = Object.keys(before?.days ?? {}).filter(
    (date) => before?.days[date]?.state === 'published',
  );
  const last = published.sort().at(-1);
  return last === undefined ? [] : seatsOfDay(last, before?.seats[last]);
}

/** Seats that stay and count: published days, days before `from`, edits by hand. Past drafts were never held. */
function listKept(
  roster: RosterDocument,
  from: LocalDate,
  today: LocalDate,
  byHand: Readonly<Record<LocalDate, Record<string, StoredSeat>>>,
): SeatAt[] {
  return Object.keys(roster.days).flatMap((date) => {
    const published = roster.days[date]?.state === 'published';
    if (published || (date < from && date >= today)) return seatsOfDay(date, roster.seats[date]);
    return seatsOfDay(date, byHand[date]);
  });
}

export function proposeYear(
  roster: RosterDocument,
  before: RosterDocument | undefined,
  directory: Directory,
  planned: readonly PlannedDay[],
  { from, today }: { from: LocalDate; today: LocalDate },
): YearProposal {
  const people = listRosterPeople(directory, roster.absences);
  const isOpen = (date: LocalDate) =>
    date >= from && date >= today && roster.days[date]?.state !== 'published';
  const toFill = planned.filter(({ date }) => isOpen(date));
  const dates = [...new Set(toFill.map(({ date }) => date))];
  const byHand = Object.fromEntries(
    dates.map((date) => [date, keptByHand(roster.seats[date], date, people)]),
  );
  const { seatsPerHalf, dutiesPerYear } = settingsOf(directory.settings);
  const proposed = generateRoster({
    year: roster.year,
    people,
    homes: directory.homes,
    halfDays: listHalfDays(toFill, directory),
    kept: [...lastOfYearBefore(before), ...listKept(roster, from, today, byHand)],
    seatsPerHalf,
    dutiesPerYear,
  });
  const seats: YearProposal['seats'] = Object.fromEntries(dates.map((date) => [date, { ...byHand[date] }]));
  for (const { date, home, half, n, person, why } of proposed) {
    (seats[date] ??= {})[seatId(home, half, n)] = { person, why, at: roster.version + 1 };
  }
  const gone = Object.keys(roster.days).filter((date) => isOpen(date) && !dates.includes(date));
  return { seats, gone };
}
