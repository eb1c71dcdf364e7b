/** The places of a half-day: one for each seat, time and turn, numbered by time, then seat. */
import type { Half, LocalTime } from '../../../../miniprogram/contract/wire';
import type { HalfTimes } from './day-document';
import { formatPlace } from './place-id';
import type { HomeSettings } from '../../calendar/rules/settings';

export interface PlannedPlace {
  place: string;
  seat: string;
}

export function seatId(home: string, half: Half, n: number): string {
  return `${home}-${half}-${n}`;
}

function toMinutes(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function toTime(minutes: number): LocalTime {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** 08:30–11:30 in 30 minutes: 08:30, 09:00 … 11:00; a rest shorter than a slot is not offered. */
export function listSlots({ start, end }: HalfTimes, slotMinutes: number): LocalTime[] {
  if (!(slotMinutes >= 1)) throw new Error('a slot lasts at least a minute');
  const slots: LocalTime[] = [];
  for (let at = toMinutes(start); at + slotMinutes <= toMinutes(end); at += slotMinutes)
    slots.push(toTime(at));
  return slots;
}

/**
 * Walk-in places are spread so that every receiver keeps bookable ones: of seat s (from 0) the turn t (from 0)
 * is for walk-ins when t + s leaves walkInEvery - 1. With three and one seat: h1-0830-1, h1-0900-2, h1-0930-3w,
 * h1-1000-4, h1-1030-5, h1-1100-6w. With 0 none is: nothing is left of a division by it.
 */
function isWalkIn(turn: number, seat: number, walkInEvery: number): boolean {
  return (turn + seat) % walkInEvery === walkInEvery - 1;
}

export function planPlaces(
  home: string,
  half: Half,
  times: HalfTimes,
  seats: number,
  settings: Pick<HomeSettings, 'slotMinutes' | 'capacity' | 'walkInEvery'>,
): PlannedPlace[] {
  const { slotMinutes, capacity, walkInEvery } = settings;
  const planned: PlannedPlace[] = [];
  listSlots(times, slotMinutes).forEach((time, slot) => {
    for (let seat = 0; seat < seats; seat++) {
      for (let k = 0; k < capacity; k++) {
        const walkIn = isWalkIn(slot * capacity + k, seat, walkInEvery);
        const place = formatPlace({ home, time, number: planned.length + 1, walkIn });
        planned.push({ place, seat: seatId(home, half, seat + 1) });
      }
    }
  });
  return planned;
}
