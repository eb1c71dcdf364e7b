/**
 * What one account may do on a reception day: so many live bookings, so many moves. A day keeps the township's own
 * bounds from the moment it is published; where they are the usual ones it keeps nothing, and a booking stays one write.
 */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { SETTINGS, settingsOf, type Settings } from '../../../registry/directory/rules/settings';

export interface Bounds {
  bookings: number;
  moves: number;
}

const USUAL: Bounds = { bookings: SETTINGS.bookingsPerAccount.value, moves: SETTINGS.movesPerDay.value };

export interface Bounded {
  date: LocalDate;
  bounds?: Bounds;
}

/** Of a day that was not read: the usual ones, which the condition then asks for. */
export function boundsOn(day: Bounded | undefined): Bounds {
  return day?.bounds ?? USUAL;
}

/** What a day keeps of them; undefined: they are the usual ones. */
export function ownBounds(own: Partial<Settings>): Bounds | undefined {
  const { bookingsPerAccount: bookings, movesPerDay: moves } = settingsOf(own);
  return bookings === USUAL.bookings && moves === USUAL.moves ? undefined : { bookings, moves };
}
