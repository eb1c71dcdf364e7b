/** Which place whoever just comes gets: one kept for that, a booked-out day's next number otherwise. */
import type { Half, Instant } from '../../../../miniprogram/contract/wire';
import { toLocalDate, toLocalTime } from '../../../shared/china-time';
import type { DayDocument, PublicDay } from '../../days/rules/day-document';
import { parsePlace, type Place } from '../../days/rules/place-id';

type Day = PublicDay & Partial<Pick<DayDocument, 'last'>>;

/** Three digits (PLACE_PATTERN). */
const HIGHEST = 999;

/** The place that follows the highest number: 'h1-1100-6w' → 'h1-1100-7x'. */
export function placeAfter(last: string): string | undefined {
  const number = parsePlace(last).number + 1;
  const [home = '', clock = ''] = last.split('-');
  return number > HIGHEST ? undefined : `${home}-${clock}-${String(number)}x`;
}

/** What `last` must be for an added place: any of the three kinds with the number before. */
export function placesBefore(added: string): string[] {
  const [home = '', clock = ''] = added.split('-');
  const before = `${home}-${clock}-${String(parsePlace(added).number - 1)}`;
  return [before, `${before}w`, `${before}x`];
}

/** Added to the plan for somebody who just came. */
export function isAdded(place: string): boolean {
  return place.endsWith('x');
}

/** After closing, a place that nobody booked is for whoever just comes. */
function mayWalkIn(day: Day, { home, walkIn }: Place, now: Instant): boolean {
  return walkIn || (day.closesAt[home] ?? 0) <= now;
}

/**
 * The first free place from the present time on, then an added one. With the slots 08:30 … 11:00 at 09:20: a place
 * of 09:00, else of 09:30, …, else h1-1100-7x. Undefined: the home does not receive then, or 999 came already.
 */
export function nextWalkInPlace(day: Day, home: string, half: Half, now: Instant): string | undefined {
  const held = Object.keys(day.plan)
    .filter((place) => place.startsWith(`${home}-`))
    .map((place) => ({ place, at: parsePlace(place) }))
    .filter(({ at }) => at.half === half);
  const today = toLocalDate(now) === day.date ? toLocalTime(now) : '00:00';
  const present = held
    .map(({ at }) => at.time)
    .filter((time) => time <= today)
    .sort()
    .at(-1);
  const open = held.filter(
    ({ place, at }) =>
      day.place[place] === 0 &&
      day.blocked?.[place] === undefined &&
      mayWalkIn(day, at, now) &&
      (present === undefined || at.time >= present),
  );
  const [first] = open.sort((one, other) => one.at.number - other.at.number);
  const last = day.last?.[`${home}-${half}`];
  return first?.place ?? (last === undefined ? undefined : placeAfter(last));
}
