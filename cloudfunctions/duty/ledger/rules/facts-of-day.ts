/** What follows from a reception day: one fact for each visitor who was received. */
import type { DayDocument, StoredBooking } from '../../../reception/days/rules/day-document';
import { listVisitors, type Visitor } from '../../../reception/desk/rules/visits';
import type { Fact } from './fact';

/** The day as far as facts follow from it. */
export type FactDay = Pick<
  DayDocument,
  'date' | 'state' | 'homes' | 'seats' | 'plan' | 'place' | 'waiting' | 'closesAt'
> &
  Partial<Pick<DayDocument, 'bookings' | 'visits'>>;

/** Keyed hash of who came; undefined: unknown. The account is the first part of the booking's id. */
export type PartyOfVisitor = (stored: StoredBooking, account: string) => string | undefined;

/** The talk began: who only booked, or did not come, is no visitor. */
function wasReceived({ state }: Visitor): boolean {
  return state === 'talking' || state === 'met';
}

function factOf(day: FactDay, visitor: Visitor, party: PartyOfVisitor): Fact {
  const { place, home, seat, stored, booking, visit } = visitor;
  const receiver = day.seats[seat];
  const { level, group } = receiver ?? {};
  const who = party(stored, booking.split('-')[0] ?? '');
  return {
    // A receiver who is no deputy is counted apart.
    kind: receiver?.level === undefined ? 'reception-other' : 'reception',
    part: place,
    date: day.date,
    persons: receiver ? [receiver.person] : [],
    home,
    heading: 'contact',
    ...(level !== undefined && { level }),
    ...(group !== undefined && { group }),
    ...(stored.village !== undefined && { village: stored.village }),
    ...(stored.category !== undefined && { category: stored.category }),
    ...(who !== undefined && { party: who }),
    ...(visit?.o !== undefined && { result: visit.o }),
    ...(visit?.l !== undefined && { entered: true }),
  };
}

export function factsOfDay(day: FactDay, party: PartyOfVisitor): Fact[] {
  if (day.state !== 'published') return [];
  return listVisitors(day)
    .filter(wasReceived)
    .map((visitor) => factOf(day, visitor, party));
}
