/** Cancelling, one's own or on behalf; leaving the waiting list is the same act. */
import type { CancelInput } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../../miniprogram/contract/wire';
import {
  above,
  absent,
  actField,
  drop,
  oneOf,
  put,
  take,
  type Changes,
  type Where,
} from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Call } from '../../shared/serve';
import { ownShort, splitKeys } from './booking-ids';
import { isWaitingPlace, parsePlace, waitingKey } from '../days/rules/place-id';
import { explainCancel } from './rules/refusal';
import { changeDay, PUBLIC_FIELDS, readDay } from '../days/store';
import { findAct } from './take-place';

export interface Cancelled {
  booking: string;
  place: string;
}

/** Whose booking it is, who acts, and for which villages; absent: whichever. */
export interface Cancelling {
  account: string;
  by: string;
  villages?: readonly string[];
}

function conditionsOf(call: Call, input: CancelInput, own: string, { villages }: Cancelling): Where {
  const { booking, from, keys } = input;
  const stands: Where = isWaitingPlace(from)
    ? { [`${own}.state`]: 'waiting' }
    : { [`${own}.state`]: 'booked', [`place.${from}`]: booking, [`visits.${from}`]: absent };
  return {
    [`closesAt.${parsePlace(from).home}`]: above(call.now),
    ...stands,
    [`${own}.p`]: from,
    [`${own}.keys`]: keys,
    ...(villages && { [`${own}.village`]: oneOf(villages) }),
    [`acts.${call.account}.${actField(call.key)}`]: absent,
  };
}

function changesOf(call: Call, input: CancelInput, own: string, { account, by }: Cancelling): Changes {
  const { now, key, bodyHash } = call;
  const { date, booking, from, keys } = input;
  const waits = isWaitingPlace(from);
  return {
    ...(waits ? { [`waiting.${waitingKey(from)}`]: take(booking) } : { [`place.${from}`]: put(0) }),
    [`${own}.state`]: put('cancelled'),
    ...Object.fromEntries(splitKeys(keys).map((person) => [`by.${person}`, drop])),
    [`of.${account}`]: take(booking),
    [`acts.${call.account}.${actField(key)}`]: put({ h: bodyHash, b: booking, p: from }),
    ...recordAct({
      at: now,
      by,
      act: waits ? 'leave' : 'cancel',
      of: booking,
      from,
      to: '',
      key,
      event: waits ? 'waiting-left' : 'booking-cancelled',
      about: { date, booking, place: from },
    }),
  };
}

/** Somebody may move the booking away and back, or the office reopen a home, between the write and the read. */
const ROUNDS = 3;

/**
 * One call; refused two. Refusals in this order: not-found, key-reused, past-day, not-published, closed,
 * booking-changed; busy.
 */
export async function cancelBooking(
  call: Call,
  input: CancelInput,
  cancelling: Cancelling,
): Promise<Answer<Cancelled>> {
  const { township, date, booking, from, keys } = input;
  const { account, villages } = cancelling;
  const { now } = call;
  const short = ownShort(account, booking);
  if (short === undefined) return refuse('not-found');
  const own = `bookings.${account}.${short}`;
  const fields = [...PUBLIC_FIELDS, own, `visits.${from}`, `acts.${call.account}.${actField(call.key)}`];
  const asked = { account, date, now, booking, short, from, home: parsePlace(from).home, keys };
  for (let round = 0; round < ROUNDS; round++) {
    const where = conditionsOf(call, input, own, cancelling);
    if (await changeDay(township, date, where, changesOf(call, input, own, cancelling)))
      return ok({ booking, place: from });
    const day = await readDay(township, date, fields);
    const before = findAct(call, day);
    if (before) return before.ok ? ok({ booking, place: from }) : before;
    const village = day?.bookings?.[account]?.[short]?.village ?? '';
    if (villages && !villages.includes(village)) return refuse('not-found');
    const why = explainCancel(day, asked);
    if (why) return why;
  }
  return refuse('busy');
}
