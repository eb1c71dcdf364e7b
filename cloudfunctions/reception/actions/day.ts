import type { DayView } from '../../../miniprogram/contract/reception';
import type { Answer, Input, Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { grant, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import type { OwnDay } from '../rules/day-document';
import { isOver, listHomes } from '../rules/free-places';
import { dayInput } from '../schemas';
import { PUBLIC_FIELDS, readDay, readDaysFrom, slipsOf } from '../store';

/** Today's day may be over already; the one after it is the next. */
const DAYS_TO_LOOK_AT = 2;

function toDayView(day: OwnDay, account: string, now: Instant): DayView {
  const over = isOver(day, now);
  const published = day.state === 'published';
  return {
    date: day.date,
    state: over ? 'past' : published ? 'published' : 'unpublished',
    homes: published ? listHomes(day, now) : [],
    mine: slipsOf(day, account),
  };
}

function withoutRoster(date: LocalDate, now: Instant): DayView {
  return { date, state: date < toLocalDate(now) ? 'past' : 'unpublished', homes: [], mine: [] };
}

/** One read. A day without a roster is `unpublished` (or `past`) with no homes; not-found: no day is known. */
async function run(call: Call, { township, date }: Input<'reception', 'day'>): Promise<Answer<DayView>> {
  const { account, now } = call;
  const fields = [...PUBLIC_FIELDS, `bookings.${account}`];
  if (date !== undefined) {
    const day = await readDay(township, date, fields);
    return grant(day ? toDayView(day, account, now) : withoutRoster(date, now));
  }
  const days = await readDaysFrom(township, toLocalDate(now), DAYS_TO_LOOK_AT, fields);
  const next = days.find((day) => !isOver(day, now));
  return next ? grant(toDayView(next, account, now)) : refuse('not-found');
}

export const day: Action<Input<'reception', 'day'>, DayView> = { write: false, input: dayInput, run };
