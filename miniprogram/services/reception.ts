import type { BookInput, CancelInput, DayView, Moved, MoveInput, Slip } from '../contract/reception';
import type { LocalDate } from '../contract/wire';
import { ask, write } from '../platform/cloud';
import type { Result } from '../platform/result';
import { township } from '../platform/whereabouts';

/** One day's homes, receivers and free times; without a date the next one. */
export function getDay(date?: LocalDate): Promise<Result<DayView>> {
  return ask('reception', 'day', { township: township(), ...(date !== undefined && { date }) });
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

/** Slips of past days, newest first. */
export function listPast(before?: LocalDate): Promise<Result<{ slips: readonly Slip[]; next?: LocalDate }>> {
  return ask('reception', 'listMine', { township: township(), ...(before !== undefined && { before }) });
}
