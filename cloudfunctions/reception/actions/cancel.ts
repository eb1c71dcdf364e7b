import type { CancelInput } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../../miniprogram/contract/wire';
import { above, absent, actField, drop, put, take, type Changes, type Where } from '../../shared/conditions';
import { grant, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { ownShort, splitKeys } from '../booking-ids';
import { parsePlace } from '../rules/place-id';
import { explainCancel } from '../rules/refusal';
import { cancelInput } from '../schemas';
import { changeDay, PUBLIC_FIELDS, readDay } from '../store';
import { findAct } from '../take-place';

interface Cancelled {
  booking: string;
  place: string;
}

function conditionsOf(call: Call, { booking, from, keys }: CancelInput, short: string): Where {
  const { account, now, key } = call;
  return {
    [`closesAt.${parsePlace(from).home}`]: above(now),
    [`bookings.${account}.${short}.state`]: 'booked',
    [`bookings.${account}.${short}.p`]: from,
    [`bookings.${account}.${short}.keys`]: keys,
    [`place.${from}`]: booking,
    [`acts.${account}.${actField(key)}`]: absent,
  };
}

function changesOf(call: Call, input: CancelInput, short: string): Changes {
  const { account, now, key, bodyHash } = call;
  const { date, booking, from, keys } = input;
  return {
    [`place.${from}`]: put(0),
    [`bookings.${account}.${short}.state`]: put('cancelled'),
    ...Object.fromEntries(splitKeys(keys).map((person) => [`by.${person}`, drop])),
    [`of.${account}`]: take(booking),
    [`acts.${account}.${actField(key)}`]: put({ h: bodyHash, b: booking, p: from }),
    ...recordAct({
      ...{ at: now, by: account, act: 'cancel', of: booking, from, to: '' },
      ...{ key, event: 'booking-cancelled', about: { date, booking, place: from } },
    }),
  };
}

/** Somebody may move the booking away and back, or the office reopen a home, between the write and the read. */
const ROUNDS = 3;

/** Refusals in this order: not-found, key-reused, past-day, not-published, closed, booking-changed; busy. */
async function run(call: Call, input: CancelInput): Promise<Answer<Cancelled>> {
  const { township, date, booking, from, keys } = input;
  const { account, now } = call;
  const short = ownShort(account, booking);
  if (short === undefined) return refuse('not-found');
  const own = [`acts.${account}.${actField(call.key)}`, `bookings.${account}.${short}`];
  const asked = { account, date, now, booking, short, from, home: parsePlace(from).home, keys };
  for (let round = 0; round < ROUNDS; round++) {
    const changes = changesOf(call, input, short);
    if (await changeDay(township, date, conditionsOf(call, input, short), changes))
      return grant({ booking, place: from });
    const day = await readDay(township, date, [...PUBLIC_FIELDS, ...own]);
    const before = findAct(call, day);
    if (before) return before.ok ? grant({ booking, place: from }) : before;
    const why = explainCancel(day, asked);
    if (why) return why;
  }
  return refuse('busy');
}

export const cancel: Action<CancelInput, Cancelled> = { write: true, input: cancelInput, run };
