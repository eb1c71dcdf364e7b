/** The half-days on which somebody sits, with who comes then. */
import type { Half, Instant, LocalDate, LocalTime } from '../../../miniprogram/contract/wire';
import type { DayDocument, StoredBooking } from '../../reception/days/rules/day-document';
import { isOver } from '../../reception/booking/rules/free-places';
import { parsePlace } from '../../reception/days/rules/place-id';
import { listVisitors, type Visitor } from '../../reception/desk/rules/visits';

export type DutyDay = Pick<DayDocument, 'date' | 'state' | 'homes' | 'seats' | 'plan' | 'place'> &
  Partial<Pick<DayDocument, 'bookings' | 'visits'>>;

export const DUTY_FIELDS: readonly (keyof DutyDay)[] = [
  'date',
  'state',
  'homes',
  'seats',
  'plan',
  'place',
  'bookings',
  'visits',
];

/** A live booking at one of the person's places. */
export interface Coming {
  booking: string;
  time: LocalTime;
  number: number;
  stored: StoredBooking;
}

export interface DutyFound {
  date: LocalDate;
  home: string;
  half: Half;
  start: LocalTime;
  end: LocalTime;
  coming: Coming[];
}

/** In the order of numbers, walk-ins on added places included. */
function listComing(visitors: readonly Visitor[], seat: string): Coming[] {
  return visitors
    .filter((visitor) => visitor.seat === seat && visitor.stored.state === 'booked')
    .map(({ booking, place, number, stored }) => ({ booking, time: parsePlace(place).time, number, stored }));
}

function dutiesOnDay(day: DutyDay, person: string): DutyFound[] {
  const visitors = listVisitors(day);
  return Object.entries(day.seats).flatMap(([seat, receiver]) => {
    const [home, half] = seat.split('-') as [string, Half];
    const times = day.homes[home]?.[half];
    if (receiver.person !== person || !times) return [];
    return [{ date: day.date, home, half, ...times, coming: listComing(visitors, seat) }];
  });
}

/** Published days that are not over, nearest first; morning before afternoon. */
export function findDuties(days: readonly DutyDay[], person: string, now: Instant): DutyFound[] {
  return days
    .filter((day) => day.state === 'published' && !isOver(day, now))
    .flatMap((day) => dutiesOnDay(day, person))
    .sort((one, other) => (`${one.date}${one.start}` < `${other.date}${other.start}` ? -1 : 1));
}
