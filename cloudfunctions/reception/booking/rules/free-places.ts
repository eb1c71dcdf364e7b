/** What is free on a day, for the phone's screens and for the choice of another place. */
import type { HalfDay, HomeDay, TimeChoice } from '../../../../miniprogram/contract/reception';
import type { Half, Instant } from '../../../../miniprogram/contract/wire';
import { toInstant } from '../../../shared/china-time';
import type { PublicDay } from '../../days/rules/day-document';
import { parsePlace, waitingKey, type Place } from '../../days/rules/place-id';

const HALVES: readonly Half[] = ['am', 'pm'];

/** A day of 200 bookings has seven hundred places: each is read once, and only the home's own. */
function readBookable(day: Pick<PublicDay, 'plan'>, home: string): { place: string; at: Place }[] {
  return Object.keys(day.plan)
    .filter((place) => place.startsWith(`${home}-`))
    .map((place) => ({ place, at: parsePlace(place) }))
    .filter(({ at }) => !at.walkIn)
    .sort((one, other) =>
      one.at.time === other.at.time ? one.at.number - other.at.number : one.at.time < other.at.time ? -1 : 1,
    );
}

/** Bookable places of a home in the order of time, then number. */
export function listBookable(day: Pick<PublicDay, 'plan'>, home: string): string[] {
  return readBookable(day, home).map(({ place }) => place);
}

/** Somebody waits for the time of this place. */
export function isAwaited({ waiting }: Pick<PublicDay, 'waiting'>, place: string): boolean {
  return (waiting[waitingKey(place)] ?? []).length > 0;
}

type Taken = Pick<PublicDay, 'place' | 'waiting' | 'blocked'>;

/** Nobody has it, it is not closed, and nobody waits for its time. */
export function isFree(day: Taken, place: string): boolean {
  return day.place[place] === 0 && day.blocked?.[place] === undefined && !isAwaited(day, place);
}

/** Times with at least one bookable place; a full one has no free places, and is listed all the same. */
export function listTimes(day: PublicDay, home: string): TimeChoice[] {
  const times = new Map<string, { time: string; half: Half; free: { place: string; seat: string }[] }>();
  for (const { place, at } of readBookable(day, home)) {
    const { time, half } = at;
    const choice = times.get(time) ?? { time, half, free: [] };
    if (isFree(day, place)) choice.free.push({ place, seat: day.plan[place] ?? '' });
    times.set(time, choice);
  }
  return [...times.values()];
}

export function listHalves(day: Pick<PublicDay, 'homes' | 'seats'>, home: string): HalfDay[] {
  return HALVES.flatMap((half) => {
    const times = day.homes[home]?.[half];
    if (!times) return [];
    const own = `${home}-${half}-`;
    const sitting = Object.entries(day.seats).filter(([seat]) => seat.startsWith(own));
    const numberOf = (seat: string) => Number(seat.slice(own.length));
    sitting.sort(([one], [other]) => numberOf(one) - numberOf(other));
    return [{ half, ...times, seats: sitting.map(([seat, receiver]) => ({ seat, receiver })) }];
  });
}

/** Booking is open: the roster is published and the closing instant has not come. */
export function isOpen(day: Pick<PublicDay, 'state' | 'closesAt'>, home: string, now: Instant): boolean {
  return day.state === 'published' && (day.closesAt[home] ?? 0) > now;
}

/** The last half-day of every home has ended (the homes of `only`, when given). */
export function isOver(day: Pick<PublicDay, 'date' | 'homes'>, now: Instant, only?: string): boolean {
  const homes = Object.entries(day.homes).filter(([home]) => only === undefined || home === only);
  const ends = homes.flatMap(([, halves]) => Object.values(halves).map(({ end }) => end));
  const last = ends.sort().at(-1);
  return now >= toInstant(day.date, last ?? '24:00');
}

export function listHomes(day: PublicDay, now: Instant): HomeDay[] {
  return Object.keys(day.homes)
    .sort()
    .map((home) => ({
      home,
      halves: listHalves(day, home),
      times: listTimes(day, home),
      closesAt: day.closesAt[home] ?? 0,
      open: isOpen(day, home, now),
    }));
}

export function listFree(day: Pick<PublicDay, 'plan'> & Taken, home: string): string[] {
  return listBookable(day, home).filter((place) => isFree(day, place));
}

/** 最早的: the first free place of a home, or undefined when it is full. */
export function findEarliest(
  day: PublicDay,
  home: string,
): { place: string; time: string; half: Half; receiver: string } | undefined {
  const [place] = listFree(day, home);
  if (place === undefined) return undefined;
  const { time, half } = parsePlace(place);
  return { place, time, half, receiver: day.seats[day.plan[place] ?? '']?.name ?? '' };
}
