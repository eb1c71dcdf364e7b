/** Waiting (候补): who may join the list of a home and time, and who gets a place that became free. */
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type { Instant, LocalTime, Refused } from '../../../../miniprogram/contract/wire';
import type { PublicDay } from '../../days/rules/day-document';
import { isFree, isOpen, listBookable, listFree } from './free-places';
import { parsePlace, timeKey, waitingKey } from '../../days/rules/place-id';

export function placesAt(day: Pick<PublicDay, 'plan'>, home: string, time: LocalTime): string[] {
  return listBookable(day, home).filter((place) => parsePlace(place).time === time);
}

/**
 * Undefined: the list may be joined. bad-input: the home has no such time; list-full; not-full: a place is free
 * and nobody waits for it; full: all places of that time are closed, nobody would ever get one.
 */
export function explainWait(day: PublicDay, home: string, time: LocalTime): Refused | undefined {
  const places = placesAt(day, home, time);
  if (places.length === 0) return { ok: false, code: 'bad-input', details: { field: 'time' } };
  const waiting = day.waiting[timeKey(home, time)] ?? [];
  if (waiting.length >= LIMITS.waitingPerTime) return { ok: false, code: 'list-full' };
  const free = places.filter((place) => isFree(day, place)).length;
  if (free > 0) return { ok: false, code: 'not-full', details: { free } };
  if (places.every((place) => day.blocked?.[place] !== undefined && day.place[place] === 0))
    return { ok: false, code: 'full', details: { free: listFree(day, home).length } };
  return undefined;
}

/** The head of the list, when the place is theirs now; undefined: there is nothing to give, or nobody. */
export function heirOf(
  day: Pick<PublicDay, 'state' | 'closesAt' | 'place' | 'waiting' | 'blocked'>,
  place: string,
  now: Instant,
): string | undefined {
  const { home, walkIn } = parsePlace(place);
  const toGive = day.place[place] === 0 && day.blocked?.[place] === undefined && !walkIn;
  return toGive && isOpen(day, home, now) ? day.waiting[waitingKey(place)]?.[0] : undefined;
}
