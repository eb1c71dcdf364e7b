/** 加号: more places on a published day, numbered after the highest of their half-day. */
import type { LocalTime } from '../../../../miniprogram/contract/wire';
import type { PublicDay } from './day-document';
import { formatPlace, parsePlace } from './place-id';

/** Three digits (PLACE_PATTERN). */
const HIGHEST = 999;

export interface Added {
  places: string[];
  /** The highest number from now on, at the half-day's last time: walk-ins get the numbers after it. */
  last: string;
}

/**
 * 'h1-1100-6w', 09:00, 2 → h1-0900-7 and h1-0900-8, highest h1-1100-8. Undefined: 999 numbers are given.
 */
export function planAdded(last: string, time: LocalTime, count: number): Added | undefined {
  const { home, time: end, number } = parsePlace(last);
  if (number + count > HIGHEST) return undefined;
  const at = (when: LocalTime, n: number) => formatPlace({ home, time: when, number: n, walkIn: false });
  return {
    places: Array.from({ length: count }, (_, n) => at(time, number + 1 + n)),
    last: at(end, number + count),
  };
}

/** Somebody sits there, and the half-day has places at that time. */
export function receivesAt(day: Pick<PublicDay, 'plan' | 'seats'>, seat: string, time: LocalTime): boolean {
  const [home = '', half = ''] = seat.split('-');
  const fits = (place: string) => {
    const at = parsePlace(place);
    return at.home === home && at.half === half && at.time === time;
  };
  return day.seats[seat] !== undefined && Object.keys(day.plan).some(fits);
}
