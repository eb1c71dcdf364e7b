/** Which places fit what somebody wants. */
import type { PlaceWish } from '../../../../miniprogram/contract/reception';
import type { PublicDay } from '../../days/rules/day-document';
import { listFree } from './free-places';
import { parsePlace } from '../../days/rules/place-id';

export type WishAt = PlaceWish & { home: string };

/** The time, half-day and home are right; whoever sits there. */
export function fitsTime(place: string, { home, time, half }: WishAt): boolean {
  const at = parsePlace(place);
  if (at.home !== home || at.walkIn) return false;
  return (time === undefined || at.time === time) && (half === undefined || at.half === half);
}

export function fitsWish(day: Pick<PublicDay, 'plan' | 'seats'>, place: string, wish: WishAt): boolean {
  const receiver = day.seats[day.plan[place] ?? ''];
  if (!receiver || !fitsTime(place, wish)) return false;
  if (wish.wish.who === 'receiver') return receiver.person === wish.wish.person;
  return wish.wish.who === 'any' || receiver.group === wish.wish.group;
}

export function listFitting(day: PublicDay, wish: WishAt): string[] {
  return listFree(day, wish.home).filter((place) => fitsWish(day, place, wish));
}
