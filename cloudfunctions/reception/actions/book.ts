import type { BookInput, Slip } from '../../../miniprogram/contract/reception';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import { above, absent, actField, append, put, type Changes, type Where } from '../../shared/conditions';
import { grant, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { bookingId, codeOf, joinKeys, personKeysOf, shortOf } from '../booking-ids';
import type { StoredBooking } from '../rules/day-document';
import { waitingKey } from '../rules/place-id';
import { explainBook } from '../rules/refusal';
import { toSlip } from '../rules/slip';
import { fitsTime } from '../rules/wish';
import { bookInput } from '../schemas';
import { changeDay, PUBLIC_FIELDS, readDay } from '../store';
import { takePlace } from '../take-place';

interface Booking {
  id: string;
  short: string;
  personKeys: readonly string[];
}

function conditionsOf(call: Call, { home }: BookInput, { personKeys }: Booking, place: string): Where {
  const { account, now, key } = call;
  return {
    state: 'published',
    [`closesAt.${home}`]: above(now),
    [`place.${place}`]: 0,
    [`waiting.${waitingKey(place)}`]: absent,
    ...Object.fromEntries(personKeys.map((person) => [`by.${person}`, absent])),
    [`of.${account}.${LIMITS.bookingsPerAccount - 1}`]: absent,
    [`tries.${account}.${LIMITS.actsPerAccount - 1}`]: absent,
    [`acts.${account}.${actField(key)}`]: absent,
  };
}

function changesOf(call: Call, input: BookInput, { id, short, personKeys }: Booking, place: string): Changes {
  const { account, now, key, bodyHash, openid } = call;
  const { date, home, whom, name, phone, category } = input;
  const stored: StoredBooking = {
    ...{ state: 'booked', p: place, whom, keys: joinKeys(personKeys), openid, at: now },
    name: encryptField(name),
    ...(phone !== undefined && { phone: encryptField(phone) }),
    ...(category !== undefined && { category }),
  };
  return {
    [`place.${place}`]: put(id),
    ...Object.fromEntries(personKeys.map((person) => [`by.${person}`, put(id)])),
    [`of.${account}`]: append([id]),
    [`tries.${account}`]: append([0]),
    [`acts.${account}.${actField(key)}`]: put({ h: bodyHash, b: id, p: place }),
    [`bookings.${account}.${short}`]: put(stored),
    ...recordAct({
      ...{ at: now, by: account, act: 'book', of: id, from: '', to: place },
      ...{ key, event: 'booked', about: { date, home, booking: id, place } },
    }),
  };
}

/**
 * Refusals in this order: key-reused, past-day, not-published, closed, already-booked, too-many-bookings,
 * too-many-acts, waiting or full; busy. A place for walk-ins, or one outside the wish, is bad-input.
 */
async function run(call: Call, input: BookInput): Promise<Answer<Slip>> {
  if (!fitsTime(input.place, input)) return refuse('bad-input', { field: 'place' });
  const { township, date, home, whom, name, phone, category } = input;
  const { account, now } = call;
  const short = shortOf(account, date, call.key);
  const booking = { id: bookingId(account, short), short, personKeys: personKeysOf(account, input) };
  const { id, personKeys } = booking;
  const fields = [
    ...PUBLIC_FIELDS,
    ...personKeys.map((person) => `by.${person}`),
    ...[`of.${account}`, `tries.${account}`, `acts.${account}.${actField(call.key)}`],
  ];
  const taken = await takePlace(call, {
    place: input.place,
    wish: input,
    write: (place) =>
      changeDay(
        township,
        date,
        conditionsOf(call, input, booking, place),
        changesOf(call, input, booking, place),
      ),
    read: () => readDay(township, date, fields),
    explain: (day) => explainBook(day, { account, date, now, home, personKeys }),
  });
  if (!taken.ok) return taken;
  return grant(
    toSlip(date, {
      ...{ booking: id, code: codeOf(id), state: 'booked', whom, name, keys: joinKeys(personKeys) },
      ...{ place: taken.data, ...(phone !== undefined && { phone }) },
      ...(category !== undefined && { category }),
    }),
  );
}

export const book: Action<BookInput, Slip> = { write: true, input: bookInput, run };
