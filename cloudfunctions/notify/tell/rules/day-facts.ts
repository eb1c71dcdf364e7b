/** From a reception day's document to what its notices say. */
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import type { DayDocument, StoredBooking } from '../../../reception/days/rules/day-document';
import { isWaitingPlace, parsePlace } from '../../../reception/days/rules/place-id';
import { parseSeat } from '../../../reception/roster/rules/roster-document';
import { settingsOfHome } from '../../../reception/calendar/rules/settings';
import type { Home, Directory } from '../../../registry/directory/rules/directory';
import { toReceptionSettings } from '../../../registry/directory/rules/reception-settings';
import { toInstant } from '../../../shared/china-time';
import type { BookingFacts } from './notices/booking';
import type { ClosedFacts } from './notices/closed-places';
import type { Seat, SeatFacts } from './notices/duty';

export type NoticeDay = Pick<DayDocument, 'date' | 'state' | 'homes' | 'seats' | 'plan'> &
  Partial<Pick<DayDocument, 'bookings'>>;

export const NOTICE_FIELDS: readonly string[] = ['date', 'state', 'homes', 'seats', 'plan'];

export interface Where {
  directory: Directory;
  today: LocalDate;
  /** When somebody may be disturbed with what could as well have waited. */
  morning: Instant;
}

function homeOf({ directory }: Where, id: string): Pick<Home, 'name' | 'address' | 'landline' | 'phoneDays'> {
  return (
    directory.homes.find((home) => home.id === id) ?? { name: '人大代表之家', address: '', landline: '' }
  );
}

/** `<account>-<short>`. */
export function splitBooking(booking: string): { account: string; short: string } {
  const [account = '', short = ''] = booking.split('-');
  return { account, short };
}

function toFacts(where: Where, day: NoticeDay, booking: string, stored: StoredBooking): BookingFacts {
  const { home, time, half, number } = parsePlace(stored.p);
  const { account } = splitBooking(booking);
  const receiver = isWaitingPlace(stored.p) ? undefined : day.seats[stored.seat ?? day.plan[stored.p] ?? ''];
  const { name, address, landline, phoneDays = [] } = homeOf(where, home);
  const { openid, phone, operator } = stored;
  return {
    today: where.today,
    township: where.directory.township,
    booking,
    state: stored.state,
    booker: { account, openid, name: stored.name, ...(phone !== undefined && { phone }) },
    ...(operator !== undefined && { operator }),
    date: day.date,
    time,
    half,
    number,
    home: name,
    address,
    ...(phoneDays.includes(day.date) && { call: landline }),
    ...(receiver && { receiver: { person: receiver.person, name: receiver.name } }),
    startsAt: toInstant(day.date, time),
  };
}

/** Undefined: no such booking any more. */
export function toBookingFacts(where: Where, day: NoticeDay, booking: string): BookingFacts | undefined {
  const { account, short } = splitBooking(booking);
  const stored = day.bookings?.[account]?.[short];
  return stored && toFacts(where, day, booking, stored);
}

/** Undefined: the place is open again, or the booking is elsewhere by now: there is nothing to tell. */
export function toClosedFacts(
  where: Where,
  day: NoticeDay & Partial<Pick<DayDocument, 'blocked'>>,
  booking: string,
): ClosedFacts | undefined {
  const { account, short } = splitBooking(booking);
  const place = day.bookings?.[account]?.[short]?.p;
  const reason = place === undefined ? undefined : day.blocked?.[place];
  const facts = reason === undefined ? undefined : toBookingFacts(where, day, booking);
  return facts && reason !== undefined ? { ...facts, reason } : undefined;
}

/** Everybody who has a place on that day. */
export function listBooked(where: Where, day: NoticeDay): BookingFacts[] {
  return Object.entries(day.bookings ?? {}).flatMap(([account, own]) =>
    Object.entries(own).flatMap(([short, stored]) =>
      stored.state === 'booked' ? [toFacts(where, day, `${account}-${short}`, stored)] : [],
    ),
  );
}

const readSettings = new WeakMap<Where['directory'], ReturnType<typeof toReceptionSettings>>();

/** Read once for each directory: an eve asks for every seat once for every booking. */
function settingsOfDirectory(directory: Where['directory']): ReturnType<typeof toReceptionSettings> {
  const known = readSettings.get(directory);
  if (known) return known;
  const settings = toReceptionSettings(directory);
  readSettings.set(directory, settings);
  return settings;
}

/** Where and when a seat is, from the settings: a roster's day may not be published yet. */
function seatOf(where: Where, seat: string): Omit<Seat, 'person' | 'name'> {
  const { home, half } = parseSeat(seat);
  const { halves } = settingsOfHome(settingsOfDirectory(where.directory), home);
  const start = halves[half]?.start ?? (half === 'am' ? '08:30' : '14:30');
  return { home: homeOf(where, home).name, half, start };
}

function listSeats(where: Where, day: NoticeDay | undefined): Seat[] {
  return Object.entries(day?.seats ?? {}).map(([seat, { person, name }]) => ({
    ...seatOf(where, seat),
    person,
    name,
  }));
}

export interface SeatEvent {
  date: LocalDate;
  seat?: string;
  from?: string;
  to?: string;
}

export function toSeatFacts(where: Where, day: NoticeDay | undefined, event: SeatEvent): SeatFacts {
  const { date, seat, from = '', to = '' } = event;
  const nameOf = (person: string) =>
    where.directory.people.find(({ id }) => id === person)?.name ?? '有一位同志';
  const sitting = seat === undefined ? undefined : day?.seats[seat];
  const bookings = day ? listBooked(where, day) : [];
  return {
    today: where.today,
    date,
    from,
    to,
    fromName: nameOf(from),
    toName: nameOf(to),
    ...(seat !== undefined && { seat: seatOf(where, seat) }),
    published: day?.state === 'published',
    sits: sitting?.person ?? '',
    seats: listSeats(where, day),
    bookings: bookings.filter(({ receiver, half, home }) => {
      const at = seat === undefined ? undefined : seatOf(where, seat);
      return at !== undefined && receiver?.person === sitting?.person && at.half === half && at.home === home;
    }),
  };
}
