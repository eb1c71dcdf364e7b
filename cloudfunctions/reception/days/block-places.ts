import type { DeskRow } from '../../../miniprogram/contract/desk';
import type { Answer, Input, Refused } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { append, drop, not, put, type Where } from '../../shared/conditions';
import { actOnce, actorOf, nothingToWrite, type Decided } from '../../shared/act';
import { refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { openRow } from '../desk/desk-rows';
import { deskInputs } from '../desk/schemas';
import type { DeskDay } from './rules/day-document';
import { parsePlace } from './rules/place-id';
import { listVisitors } from '../desk/rules/visits';
import { findSeen, markOf } from '../desk/seen-acts';
import { changeDay, DESK_FIELDS, readDay } from './store';

type BlockInput = Input<'reception', 'blockPlaces'>;
interface Blocked {
  applied: boolean;
  touched: DeskRow[];
}

/** Acts of one account that are told from repetitions. */
const SEEN = 20;

/** The places are as they were read: nobody booked there unseen. */
function conditionsOf(call: Call, { places }: BlockInput, day: DeskDay): Where {
  return {
    state: 'published',
    [`deskActs.${call.account}.k`]: not(markOf(call).k),
    ...Object.fromEntries(places.map((place) => [`place.${place}`, day.place[place] ?? 0])),
  };
}

function changesOf(call: Call, input: BlockInput, touched: readonly DeskRow[]) {
  const { date, places, reason } = input;
  const opens = reason === undefined;
  const bookings = touched.map(({ booking }) => booking).join(',');
  const about = { date, places: places.join(','), ...(bookings !== '' && { bookings }) };
  return {
    ...Object.fromEntries(places.map((place) => [`blocked.${place}`, opens ? drop : put(reason)])),
    [`deskActs.${call.account}`]: append([markOf(call)], SEEN),
    ...recordAct({
      at: call.now,
      by: actorOf(call),
      act: opens ? 'open' : 'block',
      of: places.join(','),
      key: call.key,
      from: '',
      to: '',
      ...(!opens && { words: reason }),
      event: opens ? 'places-opened' : 'places-blocked',
      about,
    }),
  };
}

/** Of the named places those of the seat, where one is named; and who has one of them. */
function findTouched({ places: named, seat, reason }: BlockInput, day: DeskDay) {
  const places = named.filter((place) => seat === undefined || day.plan[place] === seat);
  const there = listVisitors(day).filter(({ place }) => places.includes(place));
  return { places, touched: reason === undefined ? [] : there.map(openRow) };
}

/** What to do on this day as it was read. */
function decide(call: Call, input: BlockInput, day: DeskDay | undefined): Refused | Decided<Blocked> {
  if (day?.state !== 'published') return refuse('not-published');
  if (input.places.some((place) => day.place[place] === undefined))
    return refuse('bad-input', { field: 'places' });
  const { places, touched } = findTouched(input, day);
  if (places.length === 0) return refuse('bad-input', { field: 'seat' });
  if (touched.length > 0 && !input.confirmed)
    return { answer: { applied: false, touched }, write: nothingToWrite };
  const own = { ...input, places };
  return {
    answer: { applied: true, touched },
    write: () =>
      changeDay(call.township, input.date, conditionsOf(call, own, day), changesOf(call, own, touched)),
  };
}

/**
 * One read, one write after admit. Without `confirmed` nothing is written while somebody has one of the places.
 * Refusals: bad-input (two homes), past-day, key-reused, not-published, bad-input (a place that the day does not have); busy.
 */
async function run(call: Call, input: BlockInput): Promise<Answer<Blocked>> {
  const { township, date } = input;
  const homes = new Set(input.places.map((place) => parsePlace(place).home));
  if (homes.size !== 1) return refuse('bad-input', { field: 'places' });
  if (date < toLocalDate(call.now)) return refuse('past-day');
  return actOnce<DeskDay | undefined, Blocked>(call, {
    read: () => readDay(township, date, [...DESK_FIELDS, `deskActs.${call.account}`]),
    seen: (day) =>
      day &&
      findSeen(call, day.deskActs?.[call.account], {
        applied: true,
        touched: findTouched(input, day).touched,
      }),
    decide: (day) => decide(call, input, day),
  });
}

export const blockPlaces: Action<BlockInput, Blocked> = {
  write: true,
  input: deskInputs.blockPlaces,
  run,
};
