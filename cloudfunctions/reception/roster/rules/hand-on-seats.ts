/**
 * Seats of whoever may sit on the roster no more (辞职, 终止, 去世, the term's end) go on with somebody else. From the
 * earliest day on, whoever is of the same kind (leading or deputy), did not just sit, is of that home, sat least this year
 * and longest ago, in the order of surname strokes. Where nobody is left, a neighbour of the same half-day takes a second
 * queue of a published day; a seat of a draft is emptied, and the roster says so.
 */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { seatId } from '../../days/rules/plan-places';
import { pick } from './generate-roster';
import { parseSeat, type RosterDocument } from './roster-document';
import { listRosterPeople, sits } from './roster-people';
import {
  countDuties,
  isInRow,
  lastDuty,
  openSheet,
  roleOn,
  seatsAt,
  type DraftSeat,
  type SeatAt,
  type Sheet,
} from './roster-sheet';

export interface SeatHandedOn {
  date: LocalDate;
  seat: string;
  from: string;
  /** Absent: nobody is left, and the seat of the draft is emptied. */
  to?: string;
}

function holds(sheet: Sheet, person: string, date: LocalDate): boolean {
  const record = sheet.people.get(person);
  return record !== undefined && sits(roleOn({ ...record, absent: [] }, date));
}

/** Whoever takes it, of those who are free in that half-day. */
function pickHeir(sheet: Sheet, at: DraftSeat): string | undefined {
  const led = sheet.people.get(at.person)?.roles.find(sits)?.lead !== undefined;
  return pick(
    sheet,
    at,
    (role) => sits(role),
    (role, person) => [
      (role.lead !== undefined) === led ? 0 : 1,
      isInRow(sheet, person, at) ? 1 : 0,
      role.home === at.home ? 0 : 1,
      countDuties(sheet, person),
      lastDuty(sheet, person, at.date),
    ],
  );
}

type Seats = Pick<RosterDocument, 'year' | 'seats' | 'absences'>;

function openDown({ year, seats, absences }: Seats, directory: Pick<Directory, 'people' | 'groups'>): Sheet {
  const kept = Object.entries(seats).flatMap(([date, held]) =>
    Object.entries(held).map(([seat, { person }]): SeatAt => ({ date, ...parseSeat(seat), person })),
  );
  return openSheet(year, listRosterPeople(directory, absences), [], kept);
}

const isGone = (sheet: Sheet, today: LocalDate) => (at: SeatAt) =>
  at.date >= today && !holds(sheet, at.person, at.date);

/** Person → seats from `today` on, on days on which they hold no role. */
export function countGoneSeats(
  roster: Seats,
  directory: Pick<Directory, 'people' | 'groups'>,
  today: LocalDate,
): Map<string, number> {
  const sheet = openDown(roster, directory);
  const counts = new Map<string, number>();
  for (const { person } of sheet.seats.filter(isGone(sheet, today)))
    counts.set(person, (counts.get(person) ?? 0) + 1);
  return counts;
}

/** Seats of `whose` on days from `today` on which they hold no role. A published one that nobody can take stays. */
export function handOnSeats(
  roster: Seats & Pick<RosterDocument, 'days'>,
  directory: Pick<Directory, 'people' | 'groups'>,
  { today, whose }: { today: LocalDate; whose: (person: string) => boolean },
): SeatHandedOn[] {
  const sheet = openDown(roster, directory);
  const gone = sheet.seats
    .filter(isGone(sheet, today))
    .filter(({ person }) => whose(person))
    .sort((one, other) => one.date.localeCompare(other.date) || one.n - other.n);
  return gone.flatMap((at): SeatHandedOn[] => {
    const { date, home, half, n, person: from } = at;
    const published = roster.days[date]?.state === 'published';
    const beside = () => seatsAt(sheet, at).find(({ person }) => holds(sheet, person, date))?.person;
    const to = pickHeir(sheet, at) ?? (published ? beside() : undefined);
    if (to === undefined && published) return [];
    at.person = to ?? '';
    return [{ date, seat: seatId(home, half, n), from, ...(to !== undefined && { to }) }];
  });
}
