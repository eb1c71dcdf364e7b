/** What the doors of the booking actions accept; strict, so that unknown fields and operators are refused. */
import * as v from 'valibot';
import { PLACE_PATTERN } from '../../../miniprogram/contract/limits';
import type { BookInput, CancelInput, MoveInput } from '../../../miniprogram/contract/reception';
import { half, id, localDate, localTime, name, phone, township } from '../../shared/schemas';

/** A place that may be booked: those for walk-ins are refused by their name, without a read. */
const place = v.pipe(
  v.string(),
  v.regex(PLACE_PATTERN),
  v.check((text) => !/[wx]$/.test(text)),
);
/** Where a booking stands now: a place, or, with number 0, on the waiting list of a time. */
const placeNow = v.pipe(
  v.string(),
  v.check((text) => PLACE_PATTERN.test(text) || PLACE_PATTERN.test(text.replace(/-0$/, '-1'))),
);
/** As booking-ids.ts makes them; a letter more stands for whoever has no account. */
export const booking = v.pipe(v.string(), v.regex(/^[0-9a-z]{16,17}-b[0-9a-z]{8}$/));
const keys = v.pipe(v.string(), v.regex(/^[0-9a-z]{16,17}(~[0-9a-z]{16}){0,2}$/));

const wish = v.variant('who', [
  v.strictObject({ who: v.literal('any') }),
  v.strictObject({ who: v.literal('receiver'), person: id }),
  v.strictObject({ who: v.literal('group'), group: id }),
]);
export const wished = { wish, time: v.exactOptional(localTime), half: v.exactOptional(half) };

/** Where, and for whom; shared by booking, waiting and entering on behalf. */
export const bookedFields = {
  township,
  date: localDate,
  home: id,
  place,
  whom: v.picklist(['self', 'family']),
  name,
  phone: v.exactOptional(phone),
  category: v.exactOptional(id),
};

export const bookInput = v.strictObject({ ...bookedFields, ...wished }) satisfies v.GenericSchema<
  unknown,
  BookInput
>;

export const moveInput = v.strictObject({
  township,
  date: localDate,
  booking,
  from: placeNow,
  place,
  ...wished,
}) satisfies v.GenericSchema<unknown, MoveInput>;

export const cancelInput = v.strictObject({
  township,
  date: localDate,
  booking,
  from: placeNow,
  keys,
}) satisfies v.GenericSchema<unknown, CancelInput>;

export const dayInput = v.strictObject({
  township,
  date: v.exactOptional(localDate),
  after: v.exactOptional(localDate),
});

export const listMineInput = v.strictObject({ township, before: v.exactOptional(localDate) });
