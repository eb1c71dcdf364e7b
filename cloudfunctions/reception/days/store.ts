/** The collection of reception days. */
import type { VisitState } from '../../../miniprogram/contract/desk';
import type { Slip } from '../../../miniprogram/contract/reception';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import type { Directory } from '../../registry/directory/rules/directory';
import { isClosedNow, readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { decryptField } from '../../shared/cipher';
import { sealedFields } from '../../shared/sealed';
import {
  absent,
  atLeast,
  atMost,
  below,
  drop,
  exists,
  put,
  type Changes,
  type Where,
} from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readAcross,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../../shared/database';
import { bookingId, codeOf } from '../booking/booking-ids';
import type { Bounded } from './rules/bounds';
import { SHUT, type DayDocument, type OwnDay, type StoredBooking } from './rules/day-document';
import type { ProjectedFields } from './rules/project-day';
import { parsePlace } from './rules/place-id';
import { dayId } from './rules/publish-day';
import { stateOf } from '../desk/rules/visits';
import { orderSlips, toSlip, type OpenBooking } from '../booking/rules/slip';

export type { DayDocument } from './rules/day-document';

const DAYS = 'days';
export const collections = {
  [DAYS]: {
    indexes: [inTownship('township_date', 'date'), inTownship('township_clearAt', 'clearAt'), OUTBOX_INDEX],
  },
} satisfies CollectionSpecs;

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
  'blocked',
];

/** What the desk shows of a day. */
export const DESK_FIELDS: readonly string[] = [...PUBLIC_FIELDS, 'bookings', 'visits', 'words', 'last'];

/** The account's own bookings with what their slips say. */
export function slipFields(account: string): string[] {
  return ['date', 'state', 'homes', 'seats', 'plan', `bookings.${account}`];
}

/** Who is banned until when and why is encrypted, as in the ban itself; conditions only ask whether a mark is there. */
const MARKS = sealedFields('banned.*');

function openMarks<D extends Partial<OwnDay>>(day: D): D {
  const { banned } = day;
  return banned ? { ...day, ...MARKS.open({ banned }) } : day;
}

export function changeDay(
  township: string,
  date: LocalDate,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(DAYS, township, dayId(township, date), where, MARKS.closeChanges(changes));
}

export async function readDay(
  township: string,
  date: LocalDate,
  fields: readonly string[],
): Promise<OwnDay | undefined> {
  const found: OwnDay | undefined = await readOne<DayDocument>(DAYS, township, dayId(township, date), fields);
  return found && openMarks(found);
}

/** Days from `from` on, nearest first. */
export async function readDaysFrom(
  township: string,
  from: LocalDate,
  limit: number,
  fields: readonly string[],
): Promise<OwnDay[]> {
  const page = { where: { date: atLeast(from) }, order: [['date', 'asc']], limit, fields } as const;
  return (await readPage<DayDocument>(DAYS, township, page)).map(openMarks);
}

/** Days that may be published ahead: a year's, with market days. */
const DAYS_AHEAD = 200;

async function shutDay(
  township: string,
  { date, closesAt, closedBefore }: OwnDay,
  closed: boolean,
): Promise<void> {
  if (closed && !closedBefore) {
    const shut = Object.fromEntries(Object.keys(closesAt).map((home) => [home, SHUT]));
    const changes = { closesAt: put(shut), closedBefore: put(closesAt) };
    await changeDay(township, date, { closedBefore: absent }, changes);
  }
  if (!closed && closedBefore) {
    const changes = { closesAt: put(closedBefore), closedBefore: drop };
    await changeDay(township, date, { closedBefore: exists }, changes);
  }
}

/**
 * Days ahead are closed as at their closing time, or open again, as the directory stands now. Three calls, and one for
 * each day that changes. Throws when the township was closed or opened meanwhile; the relay tries again.
 */
export async function bringClosing(township: string, now: Instant): Promise<void> {
  const closed = await isClosedNow(township);
  const fields = ['date', 'closesAt', 'closedBefore'];
  for (const day of await readDaysFrom(township, toLocalDate(now), DAYS_AHEAD, fields))
    await shutDay(township, day, closed);
  if ((await isClosedNow(township)) !== closed)
    throw new Error('the township was closed or opened meanwhile');
}

/** For a day that came meanwhile: one call in a township that is open. */
export async function bringClosingWhereClosed(township: string, now: Instant): Promise<void> {
  if (await isClosedNow(township)) await bringClosing(township, now);
}

/** Days before `before`, newest first. */
export async function readDaysBefore(
  township: string,
  before: LocalDate,
  limit: number,
  fields: readonly string[],
): Promise<OwnDay[]> {
  const page = { where: { date: below(before) }, order: [['date', 'desc']], limit, fields } as const;
  return (await readPage<DayDocument>(DAYS, township, page)).map(openMarks);
}

/** A stored booking with its name and phone decrypted; only for its owner, or a role that may see it. */
export function openBooking(account: string, short: string, stored: StoredBooking): OpenBooking {
  const { state, p, whom, name, phone, keys, category } = stored;
  const booking = bookingId(account, short);
  return {
    booking,
    code: stored.code ?? codeOf(booking),
    state,
    place: p,
    whom,
    keys,
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

/** One talk of the day, with who it was with: undefined where the place is not this booking's. */
export async function readTalk(
  township: string,
  { date, place, booking }: { date: LocalDate; place: string; booking: string },
): Promise<Talk | undefined> {
  const [account = '', short = ''] = booking.split('-');
  const own = `bookings.${account}.${short}`;
  const fields = ['state', 'seats', `place.${place}`, `visits.${place}`, own];
  const day: OwnDay | undefined = await readDay(township, date, fields);
  const stored = day?.bookings?.[account]?.[short];
  if (day?.state !== 'published' || !stored || day.place[place] !== booking) return undefined;
  const { home } = parsePlace(place);
  const sitting = Object.entries(day.seats).filter(([seat]) => seat.startsWith(`${home}-`));
  const { name, phone } = openBooking(account, short, stored);
  return {
    account,
    openid: stored.openid,
    name,
    ...(phone !== undefined && { phone }),
    state: stateOf(day, place),
    sitting: sitting.map(([, { person }]) => person),
  };
}

/** `sitting`: person ids of who sits at that home on that day. */
export interface Talk {
  account: string;
  openid: string;
  name: string;
  phone?: string;
  state: VisitState;
  sitting: readonly string[];
}

/** How the day stands to its roster (project-day.ts). */
const PROJECTED_FIELDS = ['date', 'state', 'seats', 'publication', 'rosterRev', 'rev', 'of'];

export function readProjectedDay(
  township: string,
  date: LocalDate,
): Promise<(ProjectedFields & Partial<Pick<DayDocument, 'of'>>) | undefined> {
  return readOne<DayDocument>(DAYS, township, dayId(township, date), PROJECTED_FIELDS);
}

/**
 * The directory as it is now: a day keeps the names and hours that it was made from, and a minute-old directory may not
 * know whoever was just entered.
 */
export async function readDirectory(township: string): Promise<Directory> {
  const directory = await readTownship(township);
  if (!directory) throw new Error('an event of a township that is not there');
  return directory;
}

/** That the day has the bounds by which the other conditions were written. */
export function underBounds(day: Bounded | undefined): Where {
  const bounds = day?.bounds;
  if (!bounds) return { bounds: absent };
  return { 'bounds.bookings': bounds.bookings, 'bounds.moves': bounds.moves };
}

/** False when the day has its document already. */
export function createDay(day: DayDocument): Promise<boolean> {
  return createOne(DAYS, day);
}

/** Days whose clearing is due, longest due first; one call over all townships. */
export function readDaysToClear(
  townships: readonly string[],
  now: Instant,
  limit: number,
): Promise<Pick<DayDocument, '_id' | 'township' | 'date' | 'clearAt'>[]> {
  if (townships.length === 0) return Promise.resolve([]);
  return readAcross<DayDocument>(DAYS, townships, {
    where: { clearAt: atMost(now) },
    order: [['clearAt', 'asc']],
    limit,
    fields: ['township', 'date', 'clearAt'],
  });
}
