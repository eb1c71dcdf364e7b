import type { Moved, MoveInput } from '../../../miniprogram/contract/reception';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer } from '../../../miniprogram/contract/wire';
import { above, absent, actField, append, put, type Changes, type Where } from '../../shared/conditions';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { ownShort } from './booking-ids';
import { boundsOn } from '../days/rules/bounds';
import type { OwnDay } from '../days/rules/day-document';
import { parsePlace, waitingKey } from '../days/rules/place-id';
import { explainMove } from './rules/refusal';
import { toMoved } from './rules/slip';
import { fitsTime } from './rules/wish';
import { moveInput } from './schemas';
import { changeDay, PUBLIC_FIELDS, readDay, underBounds } from '../days/store';
import { takePlace } from './take-place';

/** `day`: as it was read, where it was. */
function conditionsOf(
  call: Call,
  input: MoveInput,
  { short, day }: { short: string; day: OwnDay | undefined },
  place: string,
): Where {
  const { account, now, key } = call;
  const { booking, from } = input;
  return {
    state: 'published',
    [`closesAt.${parsePlace(from).home}`]: above(now),
    [`closesAt.${parsePlace(place).home}`]: above(now),
    [`bookings.${account}.${short}.state`]: 'booked',
    [`bookings.${account}.${short}.p`]: from,
    [`place.${from}`]: booking,
    [`place.${place}`]: 0,
    [`visits.${from}`]: absent,
    [`blocked.${place}`]: absent,
    [`waiting.${waitingKey(place)}.0`]: absent,
    ...underBounds(day),
    [`moves.${account}.${boundsOn(day).moves - 1}`]: absent,
    [`tries.${account}.${LIMITS.actsPerAccount - 1}`]: absent,
    [`acts.${account}.${actField(key)}`]: absent,
  };
}

function changesOf(call: Call, input: MoveInput, short: string, place: string): Changes {
  const { account, now, key, bodyHash } = call;
  const { date, booking, from } = input;
  return {
    [`place.${from}`]: put(0),
    [`place.${place}`]: put(booking),
    [`bookings.${account}.${short}.p`]: put(place),
    [`moves.${account}`]: append([place]),
    [`tries.${account}`]: append([0]),
    [`acts.${account}.${actField(key)}`]: put({ h: bodyHash, b: booking, p: place }),
    ...recordAct({
      at: now,
      by: account,
      act: 'move',
      of: booking,
      from,
      to: place,
      key,
      event: 'booking-moved',
      about: { date, booking, from, place },
    }),
  };
}

/**
 * Both places change in one write: the person is never without a place and never has two. Refusals in this
 * order: not-found, same-place, key-reused, past-day, not-published, closed, booking-changed, too-many-moves,
 * too-many-acts, waiting or full; busy.
 */
async function run(call: Call, input: MoveInput): Promise<Answer<Moved>> {
  const { township, date, booking, from, place } = input;
  const { account, now } = call;
  const wish = { ...input, home: parsePlace(place).home };
  if (!fitsTime(place, wish)) return refuse('bad-input', { field: 'place' });
  const short = ownShort(account, booking);
  if (short === undefined) return refuse('not-found');
  if (place === from) return refuse('same-place');
  let day: OwnDay | undefined;
  const own = ['bounds', `moves.${account}`, `tries.${account}`, `acts.${account}.${actField(call.key)}`];
  const homes = [...new Set([parsePlace(from).home, wish.home])];
  const taken = await takePlace(call, {
    place,
    wish,
    write: (to, sits) =>
      changeDay(
        township,
        date,
        { ...conditionsOf(call, input, { short, day }, to), ...sits },
        changesOf(call, input, short, to),
      ),
    read: async () => {
      const fields = [...PUBLIC_FIELDS, ...own, `bookings.${account}.${short}`, `visits.${from}`];
      day = await readDay(township, date, fields);
      return day;
    },
    explain: (read) => explainMove(read, { account, date, now, booking, short, from, homes }),
  });
  return taken.ok ? ok(toMoved(date, booking, taken.data)) : taken;
}

export const move: Action<MoveInput, Moved> = { write: true, input: moveInput, run };
