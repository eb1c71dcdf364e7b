/** Booking, for oneself or on behalf: who acts and who is served may be two. */
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { BookInput, Slip } from '../../../miniprogram/contract/reception';
import type { Answer, Refused } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { above, absent, actField, append, put, type Changes, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { bookingId, codeOf, joinKeys, shortOf } from './booking-ids';
import { countName, isKnownName, namedBy, namingOf } from './naming';
import { boundsOn } from '../days/rules/bounds';
import type { OwnDay, StoredBooking } from '../days/rules/day-document';
import { waitingKey } from '../days/rules/place-id';
import { explainBooking, explainOthers, type AskedFor } from './rules/refusal';
import { toSlip } from './rules/slip';
import { fitsTime } from './rules/wish';
import { changeDay, PUBLIC_FIELDS, readDay, underBounds } from '../days/store';
import { takePlace } from './take-place';

/** Whose booking it becomes. */
export interface Served {
  /** Account, or what stands for one. */
  account: string;
  personKeys: readonly string[];
  /** What the booking says of whoever entered it, and of where messages go. */
  own: Pick<StoredBooking, 'openid' | 'operator' | 'village'>;
  /** Who did it, in the history. */
  by: string;
  /** Entered by the office, which decides itself whether somebody may come: no ban holds. */
  office?: boolean;
}

export type Wanted = Pick<BookInput, 'township' | 'date' | 'home' | 'whom' | 'name' | 'phone' | 'category'>;

interface Booking extends Served {
  id: string;
  short: string;
}

export function nameBooking(call: Call, date: string, served: Served): Booking {
  const short = shortOf(call.account, date, call.key);
  return { ...served, short, id: bookingId(served.account, short) };
}

/** The act is bounded under the name of who acts; an operator may act more often than a villager. */
function countOf(call: Call, { account }: Served): { path: string; limit: number } {
  return account === call.account
    ? { path: `tries.${account}`, limit: LIMITS.actsPerAccount }
    : { path: `entered.${call.account}`, limit: LIMITS.entriesPerOperator };
}

/** Under which keys of the day a ban would stand in the way. */
function banKeysOf({ account, personKeys, office = false }: Served): string[] {
  return office ? [] : [...new Set([account, ...personKeys])];
}

/** What must hold for the person, wherever and whether there is a place. */
export function personConditions(
  call: Call,
  home: string,
  served: Served,
  { known, day }: { known: boolean; day: OwnDay | undefined },
): Where {
  const { path, limit } = countOf(call, served);
  return {
    state: 'published',
    [`closesAt.${home}`]: above(call.now),
    ...Object.fromEntries(served.personKeys.map((person) => [`by.${person}`, absent])),
    ...Object.fromEntries(banKeysOf(served).map((key) => [`banned.${key}`, absent])),
    ...underBounds(day),
    [`of.${served.account}.${boundsOn(day).bookings - 1}`]: absent,
    [`${path}.${limit - 1}`]: absent,
    [`acts.${call.account}.${actField(call.key)}`]: absent,
    ...namingOf(call, served, known).where,
  };
}

/** What a booking leaves behind for the person; the place, or the waiting list, comes with it. */
export function personChanges(
  call: Call,
  input: Wanted,
  booking: Booking,
  stands: Pick<StoredBooking, 'state' | 'p'>,
  known: boolean,
): Changes {
  const { account, personKeys, id, short, own } = booking;
  const { whom, name, phone, category } = input;
  const stored: StoredBooking = {
    ...stands,
    whom,
    keys: joinKeys(personKeys),
    ...own,
    at: call.now,
    name: encryptField(name),
    ...(phone !== undefined && { phone: encryptField(phone) }),
    ...(category !== undefined && { category }),
  };
  return {
    ...Object.fromEntries(personKeys.map((person) => [`by.${person}`, put(id)])),
    [`of.${account}`]: append([id]),
    [countOf(call, booking).path]: append([0]),
    [`acts.${call.account}.${actField(call.key)}`]: put({ h: call.bodyHash, b: id, p: stands.p }),
    [`bookings.${account}.${short}`]: put(stored),
    ...namingOf(call, booking, known).changes,
  };
}

/** Fields that explain why the person's side did not hold. */
export function personFields(call: Call, served: Served): string[] {
  return [
    'bounds',
    ...served.personKeys.map((person) => `by.${person}`),
    ...banKeysOf(served).map((key) => `banned.${key}`),
    `of.${served.account}`,
    countOf(call, served).path,
    `asked.${call.account}`,
    `acts.${call.account}.${actField(call.key)}`,
  ];
}

export function askedFor(
  call: Call,
  { date, home }: Pick<Wanted, 'date' | 'home'>,
  served: Served,
): AskedFor {
  const { account, personKeys, office = false } = served;
  const named = namedBy(call, served);
  const asked = { account, date, now: call.now, home, personKeys, banKeys: banKeysOf(served), office };
  return named === undefined ? asked : { ...asked, named };
}

/** Undefined: nothing but the place stands in the way, or what explainOthers says. */
export function explainPerson(
  call: Call,
  day: OwnDay | undefined,
  { date, home }: Pick<Wanted, 'date' | 'home'>,
  served: Served,
): Refused | undefined {
  const { account } = served;
  const why = explainBooking(day, askedFor(call, { date, home }, served));
  if (why) return why;
  const entered = day?.entered?.[call.account]?.length ?? 0;
  return account !== call.account && entered >= LIMITS.entriesPerOperator
    ? refuse('too-many-acts')
    : undefined;
}

export function slipOf(input: Wanted, booking: Booking, stands: Pick<StoredBooking, 'state' | 'p'>): Slip {
  const { whom, name, phone, category, date } = input;
  return toSlip(date, {
    booking: booking.id,
    code: codeOf(booking.id),
    state: stands.state,
    place: stands.p,
    whom,
    name,
    keys: joinKeys(booking.personKeys),
    ...(phone !== undefined && { phone }),
    ...(category !== undefined && { category }),
  });
}

/**
 * One call; refused two, three where it tells of somebody else (naming.ts). Refusals in this order: key-reused, past-day,
 * not-published, closed, barred, already-booked, too-many-bookings, too-many-acts, waiting or full, book-in-person; busy.
 * A place for walk-ins, or one outside the wish, is bad-input.
 */
export async function bookPlace(call: Call, input: BookInput, served: Served): Promise<Answer<Slip>> {
  if (!fitsTime(input.place, input)) return refuse('bad-input', { field: 'place' });
  const { township, date, home } = input;
  const booking = nameBooking(call, date, served);
  let read: OwnDay | undefined;
  const known = (): boolean => isKnownName(call, booking, read);
  const taken = await takePlace(call, {
    place: input.place,
    wish: input,
    write: (place, sits) =>
      changeDay(
        township,
        date,
        {
          ...personConditions(call, home, booking, { known: known(), day: read }),
          [`place.${place}`]: 0,
          [`blocked.${place}`]: absent,
          [`waiting.${waitingKey(place)}.0`]: absent,
          ...sits,
        },
        {
          [`place.${place}`]: put(booking.id),
          ...personChanges(call, input, booking, { state: 'booked', p: place }, known()),
          ...recordAct({
            at: call.now,
            by: served.by,
            act: 'book',
            of: booking.id,
            from: '',
            to: place,
            key: call.key,
            event: 'booked',
            about: { date, home, booking: booking.id, place },
          }),
        },
      ),
    read: async () => {
      read = await readDay(township, date, [...PUBLIC_FIELDS, ...personFields(call, booking)]);
      return read;
    },
    explain: (day) => explainPerson(call, day, input, booking),
    explainLast: (day) => explainOthers(day, askedFor(call, input, booking)),
  });
  if (taken.ok) return ok(slipOf(input, booking, { state: 'booked', p: taken.data }));
  if (taken.code === 'book-in-person') await countName(call, date, booking, read);
  return taken;
}
