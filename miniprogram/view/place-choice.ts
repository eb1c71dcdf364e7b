/** Which places fit a wish, and which of them to ask for. Pure. */
import { HALF_LABELS } from '../contract/labels';
import type { HomeDay, Receiver, Slip, Wish } from '../contract/reception';
import type { Half, LocalTime } from '../contract/wire';
import { halfOf, sayTime } from './dates';
import { sayHalfTime } from './words';

/** A free place that fits, earliest first. */
export interface FreePlace {
  place: string;
  time: LocalTime;
  half: Half;
  receiver: Receiver;
}

/** What is chosen: one time (`09:00`), any time of a half-day (`am`, `pm`), or nothing (empty). */
export type TimeWish = string;

export function receiversOf(home: HomeDay): Map<string, Receiver> {
  return new Map(home.halves.flatMap(({ seats }) => seats.map(({ seat, receiver }) => [seat, receiver])));
}

function fits(wish: Wish, receiver: Receiver): boolean {
  if (wish.who === 'any') return true;
  return wish.who === 'receiver' ? receiver.person === wish.person : receiver.group === wish.group;
}

/** Free places within the wish, in order of time. */
export function listFree(home: HomeDay, wish: Wish): FreePlace[] {
  const receivers = receiversOf(home);
  const times = [...home.times].sort((a, b) => a.time.localeCompare(b.time));
  return times.flatMap(({ time, half, free }) =>
    free.flatMap(({ place, seat }) => {
      const receiver = receivers.get(seat);
      return receiver && fits(wish, receiver) ? [{ place, time, half, receiver }] : [];
    }),
  );
}

/** Free places within the wish that also fit the chosen time. */
export function within(free: readonly FreePlace[], time: TimeWish): FreePlace[] {
  return free.filter((each) => each.time === time || each.half === time);
}

/**
 * The place to ask for: of all that fit, one at random, so that many phones that saw the same free places
 * do not all ask for the first one. `random` answers 0 ≤ x < 1.
 */
export function pickPlace(
  free: readonly FreePlace[],
  time: TimeWish,
  random: () => number,
): FreePlace | undefined {
  const fitting = within(free, time);
  return fitting[Math.floor(random() * fitting.length)];
}

/** Of the places that fit the time, those of the receiver one has already where there are any. */
export function keepReceiver(
  free: readonly FreePlace[],
  time: TimeWish,
  person: string | undefined,
): readonly FreePlace[] {
  const fitting = within(free, time);
  const same = fitting.filter(({ receiver }) => receiver.person === person);
  return same.length > 0 ? same : fitting;
}

/** How the chosen time goes over the wire: the server keeps to it when the named place has just gone. */
export function toTimeWish(time: TimeWish): { time?: LocalTime; half?: Half } {
  if (time === 'am' || time === 'pm') return { half: time };
  return time === '' ? {} : { time };
}

/** Who sits at a place, as far as this day was seen; a write's answer does not say it. */
export function withReceiver(slip: Slip, home: HomeDay): Slip {
  if (slip.receiver) return slip;
  const seat = home.times.flatMap(({ free }) => free).find(({ place }) => place === slip.place)?.seat;
  const receiver = seat === undefined ? undefined : receiversOf(home).get(seat);
  return receiver ? { ...slip, receiver } : slip;
}

/** `any`, `g:<group>` or `p:<person>`: a wish as the id of a choice. */
export function toWish(id: string): Wish {
  if (id.startsWith('g:')) return { who: 'group', group: id.slice(2) };
  return id.startsWith('p:') ? { who: 'receiver', person: id.slice(2) } : { who: 'any' };
}

/** A time to press. */
export interface TimeChoice {
  id: string;
  text: string;
  hint: string;
  /** Nothing free there within the wish. */
  off?: boolean;
}

/** The times of a half-day: the earliest free one says so, a full one too. */
export function listTimes(home: HomeDay, free: readonly FreePlace[], half: Half): TimeChoice[] {
  const earliest = free[0]?.time;
  const times = home.times.filter((each) => each.half === half).map(({ time }) => time);
  return times.sort().map((time) => {
    const left = within(free, time).length;
    if (left === 0) return { id: time, text: sayTime(time), hint: '已满', off: true };
    return { id: time, text: sayTime(time), hint: time === earliest ? '最早的' : `余 ${String(left)}` };
  });
}

/** Elder mode asks in three: 最早的, 上午, 下午. */
export function listLargeTimes(free: readonly FreePlace[]): TimeChoice[] {
  const first = free[0];
  if (!first) return [];
  const halves = (['am', 'pm'] as const).map((half) => {
    const left = within(free, half).length;
    const text = HALF_LABELS[half];
    return left > 0
      ? { id: half, text, hint: `还有 ${String(left)} 个位置` }
      : { id: half, text, hint: '已满', off: true };
  });
  return [{ id: first.time, text: '最早的', hint: sayHalfTime(first.half, first.time) }, ...halves];
}

/** 上午 9:00, or 上午 when any time of it will do. */
export function sayTimeWish(time: TimeWish): string {
  if (time === 'am' || time === 'pm') return HALF_LABELS[time];
  return time === '' ? '' : sayHalfTime(halfOf(time), time);
}
