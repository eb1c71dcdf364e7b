/** The course of a visit (接待台): which steps there are, and what each leaves in the day's document. */
import {
  VISIT_STEPS,
  type Origin,
  type Outcome,
  type VisitState,
} from '../../../../miniprogram/contract/desk';
import type { Half, Instant } from '../../../../miniprogram/contract/wire';
import type { DayDocument, DeskDay, StoredBooking, StoredVisit } from '../../days/rules/day-document';
import { parsePlace } from '../../days/rules/place-id';

export function stateOf(day: Partial<Pick<DayDocument, 'visits'>>, place: string): VisitState {
  return day.visits?.[place]?.s ?? 'booked';
}

export function isStep(from: VisitState, to: VisitState): boolean {
  return VISIT_STEPS[from].includes(to);
}

/** Field of StoredVisit → its new value; null: it goes. */
export type VisitChanges = Readonly<Partial<Record<keyof StoredVisit, string | number | null>>>;

export interface Step {
  from: VisitState;
  to: Exclude<VisitState, 'booked'>;
  /** Null: entered on a later day, when nobody knows the instants. */
  now: Instant | null;
  outcome?: Outcome | undefined;
  seat?: string | undefined;
}

/**
 * Needs no read of the visit: instants that are no longer true are dropped, the first arrival stays. booked → talking
 * says that the visitor arrived now; talking → arrived takes the start back; met → met changes the outcome alone.
 */
export function visitAfter({ from, to, now, outcome, seat }: Step): VisitChanges {
  const arrives = from === 'booked' || from === 'no-show' ? { a: now, ...(now === null && { l: 1 }) } : {};
  const where = seat === undefined ? {} : { seat };
  switch (to) {
    case 'arrived':
      return { s: to, ...arrives, c: null, t: null, e: null, o: null };
    case 'called':
      return { s: to, ...arrives, ...where, c: now, t: null, e: null, o: null };
    case 'talking':
      return { s: to, ...arrives, ...where, ...(from !== 'met' && { t: now }), e: null, o: null };
    case 'met':
      return { s: to, ...where, ...(from !== 'met' && { e: now }), o: outcome ?? null };
    case 'no-show':
      return { s: to, a: null, c: null, t: null, e: null, o: null };
  }
}

/** Whoever has a place, with everything that stands about them in the document. */
export interface Visitor {
  booking: string;
  place: string;
  home: string;
  half: Half;
  number: number;
  seat: string;
  origin: Origin;
  state: VisitState;
  stored: StoredBooking;
  visit?: StoredVisit;
}

/** Came, or was to come, and no result stands there. */
export function isUnrecorded({ state, visit }: Visitor): boolean {
  return state === 'met' ? visit?.o === undefined : state !== 'no-show';
}

export function hasCome({ state }: Visitor): boolean {
  return state !== 'booked' && state !== 'no-show';
}

/** A walk-in's name in the document begins with `w` and is a letter longer than an account's. */
function originOf(booking: string, { operator }: StoredBooking): Origin {
  if (booking.startsWith('w') && booking.indexOf('-') === 17) return 'walk-in';
  return operator === undefined ? 'phone' : 'behalf';
}

/** Whoever has a place on this day, or one of those that `within` keeps, by home, then number in the half-day. */
export function listVisitors(
  day: Pick<DeskDay, 'place' | 'plan'> & Partial<Pick<DeskDay, 'bookings' | 'visits'>>,
  within: (place: string) => boolean = () => true,
): Visitor[] {
  const visitors = Object.entries(day.place).flatMap(([place, booking]): Visitor[] => {
    if (booking === 0 || !within(place)) return [];
    const [account = '', short = ''] = booking.split('-');
    const stored = day.bookings?.[account]?.[short];
    if (!stored) return [];
    const { home, half, number } = parsePlace(place);
    const visit = day.visits?.[place];
    const seat = visit?.seat ?? stored.seat ?? day.plan[place] ?? `${home}-${half}-1`;
    const about = { booking, place, home, half, number, seat, stored, origin: originOf(booking, stored) };
    return [{ ...about, state: visit?.s ?? 'booked', ...(visit && { visit }) }];
  });
  const half = ({ home, half: own }: Visitor) => `${home} ${own}`;
  const rank = (one: Visitor, other: Visitor) => {
    const [before, after] = [half(one), half(other)];
    return before === after ? one.number - other.number : before < after ? -1 : 1;
  };
  return visitors.sort(rank);
}
