import type { Answer, Input, Output, Refused } from '../../../miniprogram/contract/wire';
import { absent, actField, add, exists, put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actOnce, actorOf, type Decided } from '../../shared/act';
import { deskInputs } from '../desk/schemas';
import { planAdded, receivesAt } from './rules/add-places';
import { isOver } from '../booking/rules/free-places';
import { timeKey } from './rules/place-id';
import { changeDay, PUBLIC_FIELDS, readDay } from './store';
import { findStored } from '../booking/take-place';
import type { OwnDay } from './rules/day-document';

type AddInput = Input<'reception', 'addPlaces'>;
type Added = Output<'reception', 'addPlaces'>;

/** Others who give the half-day's next number meanwhile: desks, and the office itself. */
const TURNS = 20;

function decide(call: Call, input: AddInput, day: OwnDay | undefined): Refused | Decided<Added> {
  const { township, date, seat, time, count } = input;
  const { account, key, bodyHash, now } = call;
  const [home = '', half = ''] = seat.split('-');
  const [highest, act] = [`last.${home}-${half}`, `acts.${account}.${actField(key)}`];
  if (day?.state !== 'published') return refuse('not-published');
  if (isOver(day, now)) return refuse('past-day');
  if (!receivesAt(day, seat, time)) return refuse('bad-input', { field: 'time' });
  const last = day.last?.[`${home}-${half}`] ?? '';
  const added = planAdded(last, time, count);
  if (!added) return refuse('bad-input', { field: 'count' });
  const places = added.places.join(',');
  const where = { state: 'published', [highest]: last, [`seats.${seat}`]: exists, [act]: absent };
  const changes = {
    ...Object.fromEntries(added.places.map((place) => [`plan.${place}`, put(seat)])),
    ...Object.fromEntries(added.places.map((place) => [`place.${place}`, put(0)])),
    [highest]: put(added.last),
    [`added.${timeKey(home, time)}`]: add(count),
    [act]: put({ h: bodyHash, b: '', p: places }),
    ...recordAct({
      at: now,
      by: actorOf(call),
      act: 'add',
      of: places,
      from: '',
      to: seat,
      key,
      event: 'places-opened',
      about: { date, places },
    }),
  };
  return { answer: { places: added.places }, write: () => changeDay(township, date, where, changes) };
}

/**
 * One read, one write after admit, whose condition is the highest number that was read: no number twice, none left
 * out. The act's own key is kept with the places, so that its repetition answers the same. Refusals in this order:
 * key-reused, not-published, past-day, bad-input (nobody sits there, not a time of that half-day, no number left); busy.
 */
function run(call: Call, input: AddInput): Promise<Answer<Added>> {
  const { township, date, seat } = input;
  const [home = '', half = ''] = seat.split('-');
  const fields = [...PUBLIC_FIELDS, `last.${home}-${half}`, `acts.${call.account}.${actField(call.key)}`];
  return actOnce<OwnDay | undefined, Added>(call, {
    turns: TURNS,
    read: () => readDay(township, date, fields),
    seen: (day) => {
      const act = findStored(call, day);
      return act && { hash: act.h, answer: { places: act.p.split(',') } };
    },
    decide: (day) => decide(call, input, day),
  });
}

export const addPlaces: Action<AddInput, Added> = { write: true, input: deskInputs.addPlaces, run };
