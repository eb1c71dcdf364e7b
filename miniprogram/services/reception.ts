import type { DeskActions } from '../contract/desk';
import type { BookInput, CancelInput, DayView, Moved, MoveInput, Slip } from '../contract/reception';
import type { CalendarYear, RosterView, Swap } from '../contract/roster';
import type { LocalDate, Output } from '../contract/wire';
import { ask, write } from '../platform/cloud';
import type { Result } from '../contract/result';
import { township } from '../platform/whereabouts';
import { partAt, readParts } from './parts';

/** One day's homes, receivers and free times; without a date the next one. */
export function getDay(date?: LocalDate): Promise<Result<DayView>> {
  return ask('reception', 'day', { township: township(), ...(date !== undefined && { date }) });
}

/** The first later day on which some home still takes bookings. */
export function getLaterDay(after: LocalDate): Promise<Result<DayView>> {
  return ask('reception', 'day', { township: township(), after });
}

export function book(input: Omit<BookInput, 'township'>, key: string): Promise<Result<Slip>> {
  return write('reception', 'book', { township: township(), ...input }, key);
}

export function move(input: Omit<MoveInput, 'township'>, key: string): Promise<Result<Moved>> {
  return write('reception', 'move', { township: township(), ...input }, key);
}

export function cancel(
  input: Omit<CancelInput, 'township'>,
  key: string,
): Promise<Result<{ booking: string; place: string }>> {
  return write('reception', 'cancel', { township: township(), ...input }, key);
}

/** Joins the waiting list of a home and time. */
export function wait(
  input: Omit<DeskActions['wait']['input'], 'township'>,
  key: string,
): Promise<Result<Slip>> {
  return write('reception', 'wait', { township: township(), ...input }, key);
}

/** The slip of an on-behalf booking comes to this phone. */
export function takeOver(
  input: Omit<DeskActions['takeOver']['input'], 'township'>,
  key: string,
): Promise<Result<{ booking: string }>> {
  return write('reception', 'takeOver', { township: township(), ...input }, key);
}

/** Slips of past days, newest first. */
export function listPast(before?: LocalDate): Promise<Result<{ slips: readonly Slip[]; next?: LocalDate }>> {
  return ask('reception', 'listMine', { township: township(), ...(before !== undefined && { before }) });
}

export function getCalendarYear(year: number): Promise<Result<CalendarYear>> {
  return readParts((after) =>
    ask('reception', 'calendarYear', { township: township(), year, ...partAt(after) }),
  );
}

/** Days from `from` on that are not published; seats set by hand stay. */
export function proposeRoster(year: number, from: LocalDate, key: string): Promise<Result<RosterView>> {
  return write('reception', 'proposeRoster', { township: township(), year, from, of: 'coming' }, key);
}

interface SeatEdit {
  year: number;
  date: LocalDate;
  seat: string;
  person?: string;
  rev: number;
}

export function editSeat(edit: SeatEdit, key: string): Promise<Result<{ rev: number }>> {
  return write('reception', 'editSeat', { township: township(), ...edit }, key);
}

interface Absence {
  year: number;
  person: string;
  from: LocalDate;
  to: LocalDate;
  undo?: true;
}

export function setAbsence(absence: Absence, key: string): Promise<Result<{ rev: number }>> {
  return write('reception', 'setAbsence', { township: township(), ...absence }, key);
}

/** `words`: why the chief overrules the days of notice. */
export function publishDay(
  day: { year: number; date: LocalDate; words?: string },
  key: string,
): Promise<Result<{ rev: number }>> {
  return write('reception', 'publishDay', { township: township(), ...day }, key);
}

/** Every draft of the year that may be. */
export function publishRest(year: number, key: string): Promise<Result<Output<'reception', 'publishRest'>>> {
  return write('reception', 'publishRest', { township: township(), year }, key);
}

export function withdrawDay(
  day: { year: number; date: LocalDate },
  key: string,
): Promise<Result<{ rev: number }>> {
  return write('reception', 'withdrawDay', { township: township(), ...day }, key);
}

/** Without `to` the seat goes back to the office; `undo`: one comes after all. */
export function askSwap(
  seat: { year: number; date: LocalDate; seat: string; to?: string; undo?: true },
  key: string,
): Promise<Result<Pick<Swap, 'swap' | 'state'>>> {
  return write('reception', 'askSwap', { township: township(), ...seat }, key);
}

export function answerSwap(
  answer: { year: number; swap: string; accept: boolean },
  key: string,
): Promise<Result<Pick<Swap, 'state'>>> {
  return write('reception', 'answerSwap', { township: township(), ...answer }, key);
}

/** Own duties and what is asked come first, colleagues in further parts. */
export function getMyDuties(after?: string): Promise<Result<Output<'reception', 'myDuties'>>> {
  return ask('reception', 'myDuties', { township: township(), ...partAt(after) });
}
