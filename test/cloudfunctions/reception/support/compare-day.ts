/** The day's document beside the model, and what an act has done to it. */
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import type { Act } from './day-acts';
import type { DayModel } from './day-model';
import { numberOf } from './day-state';

/** Empty: they are equal. */
export function findDifferences(day: DayDocument, model: DayModel): string {
  const { place, plan, highest, lists, blocked, visits } = model;
  const sorted = (entries: readonly (readonly [string, unknown])[]) => [...entries].sort().join(' ');
  const shown = (title: string, one: string, other: string) =>
    one === other ? [] : [`${title}: ${one} is not ${other}`];
  const lasting = (all: readonly (readonly [string, readonly string[]])[]) =>
    all.filter(([, who]) => who.length > 0);
  const states = Object.entries(day.visits ?? {}).map(([at, { s }]) => [at, s] as const);
  return [
    ...shown('plan', sorted(Object.entries(day.plan)), sorted([...plan])),
    ...shown('numbers', sorted(lastOf(day)), sorted([...highest])),
    ...shown('places', sorted(Object.entries(day.place)), sorted([...place])),
    ...shown('lists', sorted(lasting(Object.entries(day.waiting))), sorted(lasting([...lists]))),
    ...shown(
      'closed',
      Object.keys(day.blocked ?? {})
        .sort()
        .join(),
      [...blocked].sort().join(),
    ),
    ...shown('visits', sorted(states), sorted([...visits])),
  ].join('; ');
}

/** Home → the place with its highest number; all of these half-days are mornings. */
function lastOf({ last }: DayDocument): [string, string][] {
  return Object.entries(last ?? {}).map(([half, place]) => [half.replace('-am', ''), place]);
}

function listAdded(day: DayDocument, model: DayModel): string[] {
  const added = Object.keys(day.place).filter((place) => !model.place.has(place));
  return added.sort((one, other) => numberOf(one) - numberOf(other));
}

export function keysOf({ bookings }: DayDocument, booking: string): string {
  const [account = '', short = ''] = booking.split('-');
  return bookings[account]?.[short]?.keys ?? '';
}

/** Which place, or places, the answer names; undefined where it names none. */
export function tellPlace(act: Act['act'], data: unknown): string | undefined {
  const { place, places } = data as { place?: string; places?: readonly string[] };
  return act === 'visit' || act === 'block' || act === 'take-over' ? undefined : (places?.join() ?? place);
}

/** The place, and the booking, that the write was about. */
export function findHappened(act: Act, day: DayDocument, model: DayModel): [string, string] {
  const changed = Object.entries(day.place).find(
    ([place, now]) => now !== 0 && model.place.get(place) !== now,
  );
  const [place, booking] = [changed?.[0] ?? '', String(changed?.[1] ?? '')];
  switch (act.act) {
    case 'cancel':
      return [act.from, act.booking];
    case 'move':
      return [place, act.booking];
    case 'wait':
      return [`${act.list}-0`, day.waiting[act.list]?.at(-1) ?? ''];
    case 'visit':
      return [act.place, act.booking];
    case 'block':
      return ['', ''];
    case 'add':
      return [listAdded(day, model).join(), ''];
    default:
      return [place, booking];
  }
}
