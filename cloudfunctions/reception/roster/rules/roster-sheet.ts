/** The sheet on which a roster is drawn up: who sits where so far, who may sit, who has just sat. */
import type { Half, LocalDate } from '../../../../miniprogram/contract/wire';
import { covers } from '../../../registry/directory/rules/directory';

export interface Span {
  from: LocalDate;
  /** Last day; absent: until further notice. */
  to?: LocalDate;
}

/** What somebody is for the roster during a span. */
export interface RosterRole extends Span {
  deputy: boolean;
  /** Badge of a party committee or presidium member, who leads (带头坐班); absent: does not lead. */
  lead?: string;
  home?: string;
}

export interface RosterPerson {
  person: string;
  roles: readonly RosterRole[];
  /** Days on which the person cannot come. */
  absent: readonly Span[];
}

/** One home's morning or afternoon. */
export interface HalfDayAt {
  date: LocalDate;
  home: string;
  half: Half;
}

/** A seat with its number (1, 2 …) in the half-day and who sits there. */
export interface SeatAt extends HalfDayAt {
  n: number;
  person: string;
}

export interface ProposedSeat extends SeatAt {
  /** In words a clerk understands; without names. */
  why: string;
}

/** Why the proposal put somebody there; `kept` seats were there before. */
export type Cause = 'kept' | 'lead' | 'turn' | 'cover';

export interface DraftSeat extends HalfDayAt {
  n: number;
  /** '' while nobody sits there. */
  person: string;
  cause: Cause;
}

export interface Sheet {
  year: number;
  people: ReadonlyMap<string, RosterPerson>;
  seats: DraftSeat[];
  /** Home → its reception days, in order; tells which days follow each other there. */
  daysOf: ReadonlyMap<string, readonly LocalDate[]>;
}

/** What the person is on that day; undefined when nothing, or away. */
export function roleOn(person: RosterPerson, date: LocalDate): RosterRole | undefined {
  if (person.absent.some((span) => covers(span, date))) return undefined;
  return person.roles.find((span) => covers(span, date));
}

export function openSheet(
  year: number,
  people: readonly RosterPerson[],
  halfDays: readonly HalfDayAt[],
  kept: readonly SeatAt[],
): Sheet {
  const daysOf = new Map<string, LocalDate[]>();
  for (const { home, date } of [...halfDays, ...kept]) {
    const days = daysOf.get(home) ?? [];
    if (!days.includes(date)) days.push(date);
    daysOf.set(home, days);
  }
  for (const days of daysOf.values()) days.sort();
  const seats = kept.map((seat): DraftSeat => ({ ...seat, cause: 'kept' }));
  return { year, people: new Map(people.map((one) => [one.person, one])), seats, daysOf };
}

export function seatsOf(sheet: Sheet, person: string): DraftSeat[] {
  return sheet.seats.filter((seat) => seat.person === person);
}

/** Duties within the sheet's year; seats kept from the year before only tell who has just sat. */
export function countDuties(sheet: Sheet, person: string): number {
  return seatsOf(sheet, person).filter(({ date }) => Number(date.slice(0, 4)) === sheet.year).length;
}

/** '' when the person has not sat before that day. */
export function lastDuty(sheet: Sheet, person: string, date: LocalDate): LocalDate {
  const before = seatsOf(sheet, person).filter((seat) => seat.date < date);
  return before.reduce((last, seat) => (seat.date > last ? seat.date : last), '');
}

/** Nobody is in two places at once: whether the person sits anywhere in that half-day. `leaving` is given up. */
export function isBusy(sheet: Sheet, person: string, at: HalfDayAt, leaving?: DraftSeat): boolean {
  return seatsOf(sheet, person).some(
    (seat) => seat !== leaving && seat.date === at.date && seat.half === at.half,
  );
}

/**
 * The person's seats that are too near: between this home's reception day before and the one after, both
 * included. A market day of another home in between therefore makes no pause.
 */
export function seatsNear(sheet: Sheet, person: string, at: HalfDayAt, leaving?: DraftSeat): DraftSeat[] {
  const days = sheet.daysOf.get(at.home) ?? [];
  const here = days.indexOf(at.date);
  const from = days[here - 1] ?? at.date;
  const to = days[here + 1] ?? at.date;
  return seatsOf(sheet, person).filter((seat) => seat !== leaving && from <= seat.date && seat.date <= to);
}

/** Whether sitting there would be twice in a row. */
export function isInRow(sheet: Sheet, person: string, at: HalfDayAt, leaving?: DraftSeat): boolean {
  return seatsNear(sheet, person, at, leaving).length > 0;
}

/** Who sits in that half-day. */
export function seatsAt(sheet: Sheet, at: HalfDayAt): DraftSeat[] {
  return sheet.seats.filter(({ date, home, half }) => {
    return date === at.date && home === at.home && half === at.half;
  });
}

/** Whether a leading member sits in that half-day. */
export function hasLead(sheet: Sheet, at: HalfDayAt): boolean {
  return seatsAt(sheet, at).some((seat) => {
    const person = sheet.people.get(seat.person);
    return person !== undefined && roleOn(person, at.date)?.lead !== undefined;
  });
}
