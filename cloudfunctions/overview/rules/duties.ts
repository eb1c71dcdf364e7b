/** The half-days on which somebody sits, with who comes then. */
import type { Half, Instant, LocalDate, LocalTime } from '../../../miniprogram/contract/wire';
import type { DayDocument, StoredBooking } from '../../reception/rules/day-document';
import { isOver } from '../../reception/rules/free-places';
import { parsePlace } from '../../reception/rules/place-id';

export type DutyDay = Pick<DayDocument, 'date' | 'state' | 'homes' | 'seats' | 'plan' | 'place'> &
  Partial<Pick<DayDocument, 'bookings'>>;

export const DUTY_FIELDS: readonly (keyof DutyDay)[] = [
  ...(['date', 'state', 'homes', 'seats', 'plan', 'place', 'bookings'] as const),
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

function findStored(day: DutyDay, booking: string): StoredBooking | undefined {
  const [account = '', short = ''] = booking.split('-');
  return day.bookings?.[account]?.[short];
}

/** In the order of time. */
function listComing(day: DutyDay, seat: string): Coming[] {
  const taken = Object.entries(day.plan).flatMap(([place, at]) => {
    const booking = at === seat ? day.place[place] : undefined;
    const stored = typeof booking === 'string' ? findStored(day, booking) : undefined;
    if (typeof booking !== 'string' || stored?.state !== 'booked') return [];
    const { time, number } = parsePlace(place);
    return [{ booking, time, number, stored }];
  });
  return taken.sort((one, other) => one.number - other.number);
}

function dutiesOnDay(day: DutyDay, person: string): DutyFound[] {
  return Object.entries(day.seats).flatMap(([seat, receiver]) => {
    const [home, half] = seat.split('-') as [string, Half];
    const times = day.homes[home]?.[half];
    if (receiver.person !== person || !times) return [];
    return [{ date: day.date, home, half, ...times, coming: listComing(day, seat) }];
  });
}

/** Published days that are not over, nearest first; morning before afternoon. */
export function findDuties(days: readonly DutyDay[], person: string, now: Instant): DutyFound[] {
  return days
    .filter((day) => day.state === 'published' && !isOver(day, now))
    .flatMap((day) => dutiesOnDay(day, person))
    .sort((one, other) => (`${one.date}${one.start}` < `${other.date}${other.start}` ? -1 : 1));
}
