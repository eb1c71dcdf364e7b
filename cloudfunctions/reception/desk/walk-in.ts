import type { Answer, Input, Output, Refused } from '../../../miniprogram/contract/wire';
import { encryptField } from '../../shared/cipher';
import {
  absent,
  atMost,
  drop,
  exists,
  oneOf,
  put,
  take,
  type Changes,
  type Where,
} from '../../shared/conditions';
import { actorOf, writeOnce } from '../../shared/act';
import { refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { bookingId, joinKeys, personKeysOf, shortOf, splitKeys } from '../booking/booking-ids';
import { holdsOffice, isOffice } from './desk-rights';
import { deskInputs } from './schemas';
import { walkInAccount } from '../booking/helped-person';
import { refuseLate } from './late-rights';
import type { DeskDay, OwnDay, StoredBooking } from '../days/rules/day-document';
import { isBackEntry } from './rules/late-entry';
import { parsePlace, waitingKey } from '../days/rules/place-id';
import { isAdded, nextWalkInPlace, placesBefore } from './rules/walk-in-place';
import { changeDay, DESK_FIELDS, readDay } from '../days/store';

type WalkInInput = Input<'reception', 'walkIn'>;
type Entered = Output<'reception', 'walkIn'>;

/** Each lost try means that another desk gave the number; more desks than this are never at one home. */
const TURNS = 20;

/** The person waited for a time: the list and everything else of that booking is left for the visit. */
interface Waited {
  booking: string;
  stored: StoredBooking;
}

interface Entry {
  account: string;
  short: string;
  id: string;
  keys: readonly string[];
  office: boolean;
}

function ownPath(booking: string): string {
  return `bookings.${booking.replace('-', '.')}`;
}

function placeConditions({ now }: Call, place: string, half: string): Where {
  if (isAdded(place)) {
    const last = `last.${parsePlace(place).home}-${half}`;
    return { [`place.${place}`]: absent, [last]: oneOf(placesBefore(place)) };
  }
  const { home, walkIn } = parsePlace(place);
  const forAll = walkIn ? {} : { [`closesAt.${home}`]: atMost(now) };
  return { [`place.${place}`]: 0, [`blocked.${place}`]: absent, ...forAll };
}

function conditionsOf(call: Call, input: WalkInInput, entry: Entry, place: string, waited?: Waited): Where {
  const { half, seat } = input;
  const [, known] = entry.keys;
  const sits = entry.office ? exists : (call.admitted?.person ?? '');
  return {
    state: 'published',
    ...placeConditions(call, place, half),
    [`bookings.${entry.account}`]: absent,
    ...(known !== undefined && { [`by.${known}`]: waited ? waited.booking : absent }),
    ...(waited && { [`${ownPath(waited.booking)}.state`]: 'waiting' }),
    ...(seat !== undefined && { [`seats.${seat}${entry.office ? '' : '.person'}`]: sits }),
  };
}

function leaveList({ booking, stored }: Waited): Changes {
  const [account = ''] = booking.split('-');
  return {
    [`waiting.${waitingKey(stored.p)}`]: take(booking),
    [`${ownPath(booking)}.state`]: put('cancelled'),
    [`of.${account}`]: take(booking),
    ...Object.fromEntries(splitKeys(stored.keys).map((key) => [`by.${key}`, drop])),
  };
}

function changesOf(call: Call, input: WalkInInput, entry: Entry, place: string, waited?: Waited): Changes {
  const { date, home, half, name, phone, category, village } = input;
  const { account, short, id, keys } = entry;
  const seat = input.seat ?? (isAdded(place) ? `${home}-${half}-1` : undefined);
  const operator = actorOf(call);
  const stored: StoredBooking = {
    state: 'booked',
    p: place,
    whom: 'self',
    keys: joinKeys(keys),
    openid: '',
    at: call.now,
    name: encryptField(name),
    operator,
    h: call.bodyHash,
    ...(phone !== undefined && { phone: encryptField(phone) }),
    ...(category !== undefined && { category }),
    ...(village !== undefined && { village }),
    ...(seat !== undefined && { seat }),
  };
  return {
    ...(waited && leaveList(waited)),
    [`place.${place}`]: put(id),
    ...(isAdded(place) && { [`last.${home}-${half}`]: put(place) }),
    ...Object.fromEntries(keys.map((key) => [`by.${key}`, put(id)])),
    [`of.${account}`]: put([id]),
    [`bookings.${account}`]: put({ [short]: stored }),
    [`visits.${place}`]: put(
      isBackEntry(date, call.now) ? { s: 'arrived', l: 1 } : { s: 'arrived', a: call.now },
    ),
    ...recordAct({
      at: call.now,
      by: operator,
      act: 'walk-in',
      of: id,
      from: waited?.booking ?? '',
      to: place,
      ...(input.reason !== undefined && { words: input.reason }),
      key: call.key,
      event: 'walked-in',
      about: { date, home, booking: id, place },
    }),
  };
}

/** Whoever has the same name and phone on this day already. */
function findKnown(day: DeskDay & Pick<OwnDay, 'by'>, { keys }: Entry): Waited | Refused | undefined {
  const booking = day.by?.[keys[1] ?? ''];
  if (booking === undefined) return undefined;
  const [account = '', short = ''] = booking.split('-');
  const stored = day.bookings?.[account]?.[short];
  if (stored?.state === 'waiting') return { booking, stored };
  return refuse('already-booked', stored ? { place: stored.p } : {});
}

/** Undefined: another place may be tried. */
function explain(call: Call, input: WalkInInput, entry: Entry, day: OwnDay | undefined) {
  const { home, half, seat } = input;
  if (day?.state !== 'published' || !day.homes[home]?.[half]) return refuse('not-published');
  const receiver = seat === undefined ? undefined : day.seats[seat];
  if (seat !== undefined && entry.office && !receiver) return refuse('bad-input', { field: 'seat' });
  if (!entry.office && receiver?.person !== call.admitted?.person) return 'seat';
  return undefined;
}

/**
 * One call after admit; where another desk was faster one read and one write more for each number it gave. Refusals
 * in this order: bad-input, not-today, entry-over, office-only, not-allowed (a home where the caller does not sit); key-reused,
 * not-published, already-booked; busy.
 */
async function run(call: Call, input: WalkInInput): Promise<Answer<Entered>> {
  const { township, date, home, half, seat } = input;
  const at = parsePlace(input.place);
  if (at.home !== home || at.half !== half) return refuse('bad-input', { field: 'place' });
  if (seat !== undefined && !seat.startsWith(`${home}-${half}-`))
    return refuse('bad-input', { field: 'seat' });
  const late = await refuseLate(call, input);
  if (late) return late;
  const account = walkInAccount(call, date);
  const short = shortOf(call.account, date, call.key);
  const id = bookingId(account, short);
  const office = isOffice(call) || (seat === undefined && (await holdsOffice(call)));
  if (!office && seat === undefined) return refuse('not-allowed');
  const keys = personKeysOf(account, { ...input, whom: 'self' });
  const entry: Entry = { account, short, id, keys, office };
  const fields = [...DESK_FIELDS, ...keys.slice(1).map((key) => `by.${key}`)];
  const answerOf = (at: string): Entered => ({ booking: id, number: parsePlace(at).number, place: at });
  let [place, waited]: [string, Waited | undefined] = [input.place, undefined];
  return writeOnce<OwnDay | undefined, Entered>(call, {
    turns: TURNS,
    async write() {
      const where = conditionsOf(call, input, entry, place, waited);
      const changes = changesOf(call, input, entry, place, waited);
      return (await changeDay(township, date, where, changes)) ? answerOf(place) : undefined;
    },
    read: () => readDay(township, date, fields),
    seen(day) {
      const before = day?.bookings?.[account]?.[short];
      return before && { hash: before.h ?? '', answer: answerOf(before.p) };
    },
    async explain(day) {
      const why = explain(call, input, entry, day);
      if (why === 'seat') {
        if (!(await holdsOffice(call))) return refuse('not-allowed');
        entry.office = true;
      } else if (why) return why;
      const known = day && findKnown(day, entry);
      if (known && 'ok' in known) return known;
      waited = known;
      place = (day && nextWalkInPlace(day, home, half, call.now)) ?? place;
      return undefined;
    },
  });
}

export const walkIn: Action<WalkInInput, Entered> = { write: true, input: deskInputs.walkIn, run };
