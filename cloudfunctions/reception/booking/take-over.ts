import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer, Input, Refused } from '../../../miniprogram/contract/wire';
import { decryptField } from '../../shared/cipher';
import { absent, actField, append, drop, not, put, take, type Changes } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import { actOnce, type Decided } from '../../shared/act';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { bookingId, codeOf, joinKeys, personKeysOf, shortOf, splitKeys } from './booking-ids';
import { deskInputs } from '../desk/schemas';
import { isBehalfAccount } from './helped-person';
import { boundsOn } from '../days/rules/bounds';
import { SHUT, type OwnDay, type StoredBooking } from '../days/rules/day-document';
import { parsePlace } from '../days/rules/place-id';
import { explainTakeOver } from './rules/refusal';
import { changeDay, readDay, underBounds } from '../days/store';
import { findStored } from './take-place';

type TakeOverInput = Input<'reception', 'takeOver'>;

/** Acts of others on this very booking that may come in between. */
const TURNS = 3;

interface OnBehalf {
  id: string;
  account: string;
  short: string;
  place: string;
  stored: StoredBooking;
}

/** The on-behalf booking with this number and code. */
function findOnBehalf(day: OwnDay, input: TakeOverInput): OnBehalf | undefined {
  for (const [place, id] of Object.entries(day.place)) {
    const { home, half, number } = parsePlace(place);
    if (id === 0 || home !== input.home || half !== input.half || number !== input.number) continue;
    const [account = '', short = ''] = id.split('-');
    const stored = day.bookings?.[account]?.[short];
    if (stored && isBehalfAccount(account) && codeOf(id) === input.code)
      return { id, account, short, place, stored };
  }
  return undefined;
}

/** The person's name under the account that takes the slip: the same person may not book there once more. */
function familyKeyOf(account: string, township: string, { name }: StoredBooking): string {
  const [key = ''] = personKeysOf(account, { township, whom: 'family', name: decryptField(name) });
  return key;
}

function holdsAlready(day: OwnDay, account: string, person: string): boolean {
  const own = Object.values(day.bookings?.[account] ?? {});
  return own.some(({ state, keys }) => state !== 'cancelled' && splitKeys(keys).includes(person));
}

function changesOf(call: Call, date: string, booking: string, before: OnBehalf, person: string): Changes {
  const { account, key, now, openid, bodyHash } = call;
  const { stored, place } = before;
  const keys = joinKeys([...splitKeys(stored.keys), person]);
  const taken: StoredBooking = { ...stored, openid, whom: 'family', code: codeOf(before.id), keys };
  return {
    [`place.${place}`]: put(booking),
    ...Object.fromEntries(splitKeys(keys).map((each) => [`by.${each}`, put(booking)])),
    [`of.${before.account}`]: take(before.id),
    [`of.${account}`]: append([booking]),
    // It was right, so it was no wrong try.
    [`wrong.${account}`]: take(bodyHash),
    [`bookings.${before.account}.${before.short}`]: drop,
    [`bookings.${account}.${booking.slice(account.length + 1)}`]: put(taken),
    [`acts.${account}.${actField(key)}`]: put({ h: bodyHash, b: booking, p: place }),
    ...recordAct({
      at: now,
      by: account,
      act: 'take-over',
      of: booking,
      from: before.id,
      to: booking,
      key,
      event: 'taken-over',
      about: { date, booking, from: before.id, place },
    }),
  };
}

/**
 * A try is counted before it is looked at, so that many sent at one instant are five together as well; once for each
 * place and code, whatever the key, since the same guess twice tells nothing new. False: counted before, or no more.
 */
function countTry({ account, bodyHash }: Call, { township, date }: TakeOverInput): Promise<boolean> {
  const wrong = `wrong.${account}`;
  const where = { [wrong]: not(bodyHash), [`${wrong}.${LIMITS.wrongCodes - 1}`]: absent };
  return changeDay(township, date, where, { [wrong]: append([bodyHash]) });
}

async function decide(
  call: Call,
  input: TakeOverInput,
  booking: string,
  day: OwnDay | undefined,
): Promise<Refused | Decided<{ booking: string }>> {
  const { township, date, home } = input;
  const { account, key, now, bodyHash } = call;
  const tried = day?.wrong?.[account] ?? [];
  const wrong = tried.filter((one) => one !== bodyHash);
  const why = explainTakeOver(day, { date, home, now, wrong: wrong.length });
  if (why) return why;
  const counted = tried.includes(bodyHash) || (await countTry(call, input));
  // Other tries were counted since the day was read: it is read again.
  if (!counted) return { answer: { booking }, write: () => Promise.resolve(false) };
  const found = day && findOnBehalf(day, input);
  if (!found) return refuse('code-wrong', { left: Math.max(0, LIMITS.wrongCodes - 1 - wrong.length) });
  const live = day.of?.[account]?.length ?? 0;
  const most = boundsOn(day).bookings;
  if (live >= most) return refuse('too-many-bookings', { most });
  const person = familyKeyOf(account, township, found.stored);
  if (holdsAlready(day, account, person)) return refuse('already-booked');
  const where = {
    state: 'published',
    [`closesAt.${home}`]: not(SHUT),
    [`place.${found.place}`]: found.id,
    [`bookings.${found.account}.${found.short}.state`]: 'booked',
    ...underBounds(day),
    [`of.${account}.${most - 1}`]: absent,
    [`by.${person}`]: absent,
    [`acts.${account}.${actField(key)}`]: absent,
  };
  const changes = changesOf(call, date, booking, found, person);
  return { answer: { booking }, write: () => changeDay(township, date, where, changes) };
}

/**
 * One read, one write that counts the try, one that takes it over. Refusals: key-reused, past-day, not-published,
 * township-closed, code-locked, code-wrong, too-many-bookings, already-booked; busy. A booking that has been taken over
 * is not found by its number and code again.
 */
function run(call: Call, input: TakeOverInput): Promise<Answer<{ booking: string }>> {
  const { township, date } = input;
  const { account, key } = call;
  const booking = bookingId(account, shortOf(account, date, key));
  const own = ['bounds', `of.${account}`, `acts.${account}.${actField(key)}`, `wrong.${account}`];
  return actOnce<OwnDay | undefined, { booking: string }>(call, {
    turns: TURNS,
    read: () => readDay(township, date, ['date', 'state', 'homes', 'closesAt', 'place', 'bookings', ...own]),
    seen: (day) => {
      const act = findStored(call, day);
      return act && { hash: act.h, answer: { booking } };
    },
    decide: (day) => decide(call, input, booking, day),
  });
}

export const takeOver: Action<TakeOverInput, { booking: string }> = {
  write: true,
  input: deskInputs.takeOver,
  run,
};
