/** The collection of reception days: its indexes, its reads and its one kind of write. */
import type { Slip } from '../../miniprogram/contract/reception';
import type { LocalDate } from '../../miniprogram/contract/wire';
import { decryptField } from '../shared/cipher';
import { atLeast, below, type Changes, type Where } from '../shared/conditions';
import { changeOne, readOne, readPage, type CollectionSpecs } from '../shared/database';
import { bookingId, codeOf } from './booking-ids';
import type { DayDocument, OwnDay, StoredBooking } from './rules/day-document';
import { dayId } from './rules/publish-day';
import { orderSlips, toSlip, type OpenBooking } from './rules/slip';

export type { DayDocument } from './rules/day-document';

const DAYS = 'days';

export const collections = {
  [DAYS]: {
    indexes: [
      {
        name: 'township_date',
        fields: [
          ['township', 1],
          ['date', 1],
        ],
      },
      {
        name: 'township_outboxAt',
        fields: [
          ['township', 1],
          ['outboxAt', 1],
        ],
      },
    ],
  },
} as const satisfies CollectionSpecs;

/** What everybody may see (PublicDay). Place values hold booking ids: they stay on the server. */
export const PUBLIC_FIELDS: readonly string[] = [
  'date',
  'state',
  'homes',
  'closesAt',
  'seats',
  'plan',
  'place',
  'waiting',
];

/** The account's own bookings with what their slips say. */
export function slipFields(account: string): string[] {
  return ['date', 'state', 'homes', 'seats', 'plan', `bookings.${account}`];
}

export function changeDay(
  township: string,
  date: LocalDate,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(DAYS, township, dayId(township, date), where, changes);
}

export function readDay(
  township: string,
  date: LocalDate,
  fields: readonly string[],
): Promise<OwnDay | undefined> {
  return readOne<DayDocument>(DAYS, township, dayId(township, date), fields);
}

/** Days from `from` on, nearest first. */
export function readDaysFrom(
  township: string,
  from: LocalDate,
  limit: number,
  fields: readonly string[],
): Promise<OwnDay[]> {
  const order = [['date', 'asc']] as const;
  return readPage<DayDocument>(DAYS, township, { where: { date: atLeast(from) }, order, limit, fields });
}

/** Days before `before`, newest first. */
export function readDaysBefore(
  township: string,
  before: LocalDate,
  limit: number,
  fields: readonly string[],
): Promise<OwnDay[]> {
  const order = [['date', 'desc']] as const;
  return readPage<DayDocument>(DAYS, township, { where: { date: below(before) }, order, limit, fields });
}

/** A stored booking with its name and phone decrypted; only for its owner, or a role that may see it. */
export function openBooking(account: string, short: string, stored: StoredBooking): OpenBooking {
  const { state, p, whom, name, phone, keys, category } = stored;
  const booking = bookingId(account, short);
  return {
    ...{ booking, code: codeOf(booking), state, place: p, whom, keys },
    name: decryptField(name),
    ...(phone !== undefined && { phone: decryptField(phone) }),
    ...(category !== undefined && { category }),
  };
}

/** The account's own slips of one day, live ones first, by time. */
export function slipsOf(day: Pick<OwnDay, 'date' | 'plan' | 'seats' | 'bookings'>, account: string): Slip[] {
  const own = Object.entries(day.bookings?.[account] ?? {});
  return orderSlips(
    own.map(([short, stored]) => {
      const receiver = day.seats[day.plan[stored.p] ?? ''];
      return toSlip(day.date, openBooking(account, short, stored), receiver);
    }),
  );
}
