import type { Answer, Half, Input, Output } from '../../../miniprogram/contract/wire';
import { halfOf, toLocalDate, toLocalTime } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { deskInputs } from './schemas';
import { isInHalf, parsePlace } from '../days/rules/place-id';
import type { StoredVisit } from '../days/rules/day-document';
import { readDay } from '../days/store';

type Wall = Output<'reception', 'wall'>;

/** Numbers only, from the courses of the visits alone: no name, no booking is read. One call. */
async function run({ now }: Call, input: Input<'reception', 'wall'>): Promise<Answer<Wall>> {
  const { township, date, home } = input;
  const day = await readDay(township, date, ['date', 'state', 'homes', 'visits']);
  if (day?.state !== 'published' || !day.homes[home]) return refuse('not-published');
  const { am, pm } = day.homes[home];
  const present: Half = toLocalDate(now) === date ? halfOf(toLocalTime(now)) : 'am';
  const half: Half = present === 'am' ? (am ? 'am' : 'pm') : pm ? 'pm' : 'am';
  const visits = Object.entries(day.visits ?? {}).filter(([place]) => isInHalf(place, home, half));
  const numbers = (state: StoredVisit['s']) =>
    visits
      .filter(([, { s }]) => s === state)
      .map(([place]) => parsePlace(place).number)
      .sort((one, other) => one - other);
  return ok({
    date,
    half,
    calling: numbers('called'),
    talking: numbers('talking'),
    arrived: numbers('arrived'),
    done: numbers('met').length,
  });
}

export const wall: Action<Input<'reception', 'wall'>, Wall> = {
  write: false,
  input: deskInputs.wall,
  run,
};
