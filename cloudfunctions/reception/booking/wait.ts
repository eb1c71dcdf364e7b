import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Slip } from '../../../miniprogram/contract/reception';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { absent, append, exists, not, type Where } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import { actOnce } from '../../shared/act';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import {
  askedFor,
  explainPerson,
  nameBooking,
  personChanges,
  personConditions,
  personFields,
  slipOf,
} from './book-place';
import { countName, isKnownName } from './naming';
import { personKeysOf } from './booking-ids';
import { deskInputs } from '../desk/schemas';
import type { OwnDay } from '../days/rules/day-document';
import { timeKey, waitingPlace } from '../days/rules/place-id';
import { explainOthers } from './rules/refusal';
import { explainWait, placesAt } from './rules/waiting-list';
import { changeDay, PUBLIC_FIELDS, readDay } from '../days/store';
import { findStored } from './take-place';

type WaitInput = Input<'reception', 'wait'>;

/** Names one place that was not both closed and empty when read: where all are, nobody would ever get one. */
function mayComeFree(day: OwnDay, places: readonly string[]): Where {
  const open = places.find((place) => day.blocked?.[place] === undefined);
  if (open !== undefined) return { [`blocked.${open}`]: absent };
  const taken = places.find((place) => day.place[place] !== 0);
  return taken === undefined ? {} : { [`place.${taken}`]: not(0) };
}

/** Somebody waits already, or every bookable place of that time is still taken, or free and closed, and none was added. */
function nothingFree(day: OwnDay, { home, time }: WaitInput): Where {
  const key = timeKey(home, time);
  const bounded = { [`waiting.${key}.${LIMITS.waitingPerTime - 1}`]: absent };
  const places = placesAt(day, home, time);
  if ((day.waiting[key] ?? []).length > 0)
    return { ...bounded, [`waiting.${key}.0`]: exists, ...mayComeFree(day, places) };
  const taken = places.map((place) =>
    day.place[place] === 0 ? [`blocked.${place}`, exists] : [`place.${place}`, not(0)],
  );
  const added = { [`added.${key}`]: day.added?.[key] ?? absent };
  return { ...bounded, ...added, ...(Object.fromEntries(taken) as Where) };
}

/**
 * One read, one write whose condition names every bookable place of that time. Refusals in this order: those of
 * book up to too-many-acts, then bad-input (no such time), list-full, not-full, full, book-in-person; busy.
 */
function run(call: Call, input: WaitInput): Promise<Answer<Slip>> {
  const { township, date, home, time } = input;
  const { account, openid, key, now } = call;
  const personKeys = personKeysOf(account, input);
  const booking = nameBooking(call, date, { account, personKeys, own: { openid }, by: account });
  const list = timeKey(home, time);
  const stands = { state: 'waiting', p: waitingPlace(list) } as const;
  const fields = [...PUBLIC_FIELDS, `added.${list}`, ...personFields(call, booking)];
  const answer = slipOf(input, booking, stands);
  return actOnce<OwnDay | undefined, Slip>(call, {
    read: () => readDay(township, date, fields),
    seen: (day) => {
      const act = findStored(call, day);
      return act && { hash: act.h, answer };
    },
    decide: async (day) => {
      const why = explainPerson(call, day, input, booking);
      if (why) return why;
      if (!day) return refuse('not-published');
      const full = explainWait(day, home, time);
      if (full) return full;
      const others = explainOthers(day, askedFor(call, input, booking));
      if (others) {
        await countName(call, date, booking, day);
        return others;
      }
      const known = isKnownName(call, booking, day);
      const where = { ...personConditions(call, home, booking, { known, day }), ...nothingFree(day, input) };
      const changes = {
        [`waiting.${list}`]: append([booking.id]),
        ...personChanges(call, input, booking, stands, known),
        ...recordAct({
          at: now,
          by: account,
          act: 'wait',
          of: booking.id,
          from: '',
          to: list,
          key,
          event: 'waiting-joined',
          about: { date, home, booking: booking.id, list },
        }),
      };
      return { answer, write: () => changeDay(township, date, where, changes) };
    },
  });
}

export const wait: Action<WaitInput, Slip> = { write: true, input: deskInputs.wait, run };
