import type { DeskRow } from '../../../miniprogram/contract/desk';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { append, drop, not, put, type Where } from '../../shared/conditions';
import { replay } from '../../shared/act';
import { ok, refuse } from '../../shared/errors';
import { recordAct } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../../shared/act';
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

/** Bookings that may come in between before the office is told to try again. */
const TURNS = 5;
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

/**
 * One read, one write after admit. Without `confirmed` nothing is written while somebody has one of the places.
 * Refusals: bad-input (a place that the day does not have, or two homes), past-day, not-published, key-reused; busy.
 */
async function run(call: Call, input: BlockInput): Promise<Answer<Blocked>> {
  const { township, date, seat, reason, confirmed } = input;
  const homes = new Set(input.places.map((place) => parsePlace(place).home));
  if (homes.size !== 1) return refuse('bad-input', { field: 'places' });
  if (date < toLocalDate(call.now)) return refuse('past-day');
  for (let turn = 0; turn < TURNS; turn++) {
    const fields = [...DESK_FIELDS, `deskActs.${call.account}`];
    const day = await readDay(township, date, fields);
    if (day?.state !== 'published') return refuse('not-published');
    if (input.places.some((place) => day.place[place] === undefined))
      return refuse('bad-input', { field: 'places' });
    const places = input.places.filter((place) => seat === undefined || day.plan[place] === seat);
    if (places.length === 0) return refuse('bad-input', { field: 'seat' });
    const there = listVisitors(day).filter(({ place }) => places.includes(place));
    const touched = reason === undefined ? [] : there.map(openRow);
    const before = replay(call, findSeen(call, day.deskActs?.[call.account], { applied: true, touched }));
    if (before) return before;
    if (touched.length > 0 && !confirmed) return ok({ applied: false, touched });
    const own = { ...input, places };
    const where = conditionsOf(call, own, day);
    if (await changeDay(township, date, where, changesOf(call, own, touched)))
      return ok({ applied: true, touched });
  }
  return refuse('busy');
}

export const blockPlaces: Action<BlockInput, Blocked> = {
  write: true,
  input: deskInputs.blockPlaces,
  run,
};
