import type { DeskView } from '../../../miniprogram/contract/desk';
import type { Answer, Half, Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { halfOf, toLocalDate, toLocalTime } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { holdsOffice, homesFor } from './desk-rights';
import { openRow, packRowsOf } from './desk-rows';
import { deskInputs } from './schemas';
import type { DeskDay } from '../days/rules/day-document';
import { isOver } from '../booking/rules/free-places';
import { isInHalf, parsePlace } from '../days/rules/place-id';
import { listVisitors } from './rules/visits';
import { nextWalkInPlace } from './rules/walk-in-place';
import { DESK_FIELDS, readDay, readDaysFrom } from '../days/store';

type Which = Input<'reception', 'desk'>;
const HALVES: readonly Half[] = ['am', 'pm'];

async function readDeskDay(call: Call, { township, date }: Which): Promise<DeskDay | undefined> {
  if (date !== undefined) return readDay(township, date, DESK_FIELDS);
  const [next] = await readDaysFrom(township, toLocalDate(call.now), 1, DESK_FIELDS);
  return next;
}

/** The half that it is now, if the home holds it on that day. */
function halfNow(day: DeskDay, home: string, { now }: Call): Half {
  const held = HALVES.filter((half) => day.homes[home]?.[half]);
  const present = toLocalDate(now) === day.date ? halfOf(toLocalTime(now)) : 'am';
  return held.includes(present) ? present : (held[0] ?? present);
}

function toHalf(day: DeskDay, home: string, half: Half, { now }: Call) {
  const within = (place: string) => isInHalf(place, home, half);
  const pack = packRowsOf(day.date);
  const lists = Object.entries(day.waiting).filter(([key, who]) => within(`${key}-1`) && who.length > 0);
  const next = nextWalkInPlace(day, home, half, now);
  return {
    home,
    half,
    seats: Object.entries(day.seats)
      .filter(([seat]) => seat.startsWith(`${home}-${half}-`))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([seat, receiver]) => ({ seat, receiver })),
    rows: listVisitors(day, within).map((visitor) => pack(openRow(visitor))),
    waiting: lists.map(([key, who]) => ({ time: parsePlace(`${key}-1`).time, people: who.length })),
    free: Object.keys(day.place).filter((place) => day.place[place] === 0 && within(place)),
    blocked: Object.entries(day.blocked ?? {})
      .filter(([place]) => within(place))
      .map(([place, reason]) => ({ place, reason })),
    ...(next !== undefined && { next }),
  };
}

/**
 * Two reads after admit at most, whatever the length: the day, and the caller's other grants where the first is not
 * the office's; one more where the directory is older than a minute in this instance. not-allowed: a home where the
 * caller does not sit.
 */
async function run(call: Call, input: Which): Promise<Answer<DeskView>> {
  const { now, admitted } = call;
  const [day, office, known] = await Promise.all([
    readDeskDay(call, input),
    holdsOffice(call),
    recallTownship(input.township, now),
  ]);
  const nothing = { seats: [], rows: [], waiting: [], free: [], blocked: [] };
  const unheld = { home: input.home ?? '', half: input.half ?? 'am', homes: [], ...nothing };
  const date = day?.date ?? input.date ?? toLocalDate(now);
  if (day?.state !== 'published') return ok({ date, state: 'unpublished', ...unheld });
  const names = new Map(known?.directory.homes.map(({ id, name }) => [id, name]));
  const homes = homesFor(day, admitted?.person, office);
  const home = input.home ?? homes[0];
  if (home === undefined || !homes.includes(home)) return refuse('not-allowed');
  return ok({
    date,
    state: isOver(day, now) ? 'past' : 'published',
    homes: homes.map((id) => ({
      home: id,
      name: names.get(id) ?? '',
      halves: HALVES.filter((half) => day.homes[id]?.[half]),
    })),
    ...toHalf(day, home, input.half ?? halfNow(day, home, call), call),
  });
}

export const desk: Action<Which, DeskView> = { write: false, input: deskInputs.desk, run };
