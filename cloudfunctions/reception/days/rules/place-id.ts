/** Place ids: `<home>-<HHMM>-<n>`, n the number in the home's half-day (第N号), a trailing `w` for walk-ins, `x` for added ones. */
import type { Half, LocalTime } from '../../../../miniprogram/contract/wire';
import { halfOf } from '../../../shared/china-time';

export interface Place {
  home: string;
  time: LocalTime;
  half: Half;
  number: number;
  walkIn: boolean;
}

export function formatPlace({ home, time, number, walkIn }: Omit<Place, 'half'>): string {
  return `${home}-${time.replace(':', '')}-${number}${walkIn ? 'w' : ''}`;
}

const isWalkIn = (place: string): boolean => place.endsWith('w') || place.endsWith('x');

/**
 * Reads an id that matches PLACE_PATTERN; everything a slip says of its place stands in it.
 * 'h1-0930-4' → home h1, 09:30, morning, 第4号, bookable.
 */
export function parsePlace(place: string): Place {
  const [home = '', clock = '', number = ''] = place.split('-');
  const time = `${clock.slice(0, 2)}:${clock.slice(2)}`;
  return { home, time, half: halfOf(time), number: parseInt(number, 10), walkIn: isWalkIn(place) };
}

/** Only the home's own ids are read: a full day has seven hundred. */
export function isInHalf(place: string, home: string, half: Half): boolean {
  return place.startsWith(`${home}-`) && parsePlace(place).half === half;
}

/** Where people wait for a home and time: 'h1-0930-4' → 'h1-0930'. */
export function waitingKey(place: string): string {
  return place.slice(0, place.lastIndexOf('-'));
}

/** What stands for a place while somebody waits for a time: 'h1-0930' → 'h1-0930-0'. */
export function waitingPlace(key: string): string {
  return `${key}-0`;
}

export function isWaitingPlace(place: string): boolean {
  return place.endsWith('-0');
}

/** '09:30' of h1 → 'h1-0930'. */
export function timeKey(home: string, time: LocalTime): string {
  return `${home}-${time.replace(':', '')}`;
}
