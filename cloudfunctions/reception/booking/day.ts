import type { DayView } from '../../../miniprogram/contract/reception';
import type { Answer, Input, Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { toReceptionSettings } from '../../registry/directory/rules/reception-settings';
import { recallTownship } from '../../registry/store';
import { addDays, toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import type { OwnDay } from '../days/rules/day-document';
import { isOpen, isOver, listHomes } from './rules/free-places';
import { findReception, planDay, planNextDay } from '../days/rules/unpublished-day';
import { dayInput } from './schemas';
import { PUBLIC_FIELDS, readDay, readDaysFrom, slipsOf } from '../days/store';

/** Rosters are out for a few months at most. */
const DAYS_AHEAD = 6;
/** Today's day may be over already; the one after it is the next. */
const DAYS_TO_LOOK_AT = 2;

/** Names and places of a draft stay in the office. */
function toDayView(day: OwnDay & Pick<DayView, 'provisional'>, account: string, now: Instant): DayView {
  const published = day.state === 'published';
  const state = isOver(day, now) ? 'past' : published ? 'published' : 'unpublished';
  const homes = listHomes(published ? day : { ...day, seats: {}, plan: {} }, now);
  const { date, provisional } = day;
  return { date, state, homes, mine: slipsOf(day, account), ...(provisional && { provisional }) };
}

async function recallOffice(township: string, now: Instant) {
  const known = await recallTownship(township, now);
  return (
    known && {
      settings: toReceptionSettings(known.directory),
      homes: known.directory.homes.map(({ id }) => id),
    }
  );
}

async function readDate({ account, now }: Call, township: string, date: LocalDate, fields: string[]) {
  const day = await readDay(township, date, fields);
  if (day) return toDayView(day, account, now);
  const office = await recallOffice(township, now);
  const reception = office && findReception(date, office.settings);
  if (office && reception)
    return toDayView(planDay(date, office.homes, office.settings, reception.provisional), account, now);
  const state = date < toLocalDate(now) ? 'past' : 'unpublished';
  return { date, state, homes: [], mine: [] } as const;
}

async function readNext({ account, now }: Call, township: string, fields: string[]) {
  const [days, office] = await Promise.all([
    readDaysFrom(township, toLocalDate(now), DAYS_TO_LOOK_AT, fields),
    recallOffice(township, now),
  ]);
  const found = days.find((day) => !isOver(day, now));
  const planned = office && planNextDay(now, office.homes, office.settings);
  // A day that the roster has already ended today is not the next one by the calendar's hours either.
  const ended = days.some((day) => day.date === planned?.date && day !== found);
  const next = !planned || ended || (found && found.date <= planned.date) ? found : planned;
  return next && toDayView(next, account, now);
}

/** Where this day is closed, or another suits better: the first one later that can still be booked. */
async function readLater({ account, now }: Call, township: string, after: LocalDate, fields: string[]) {
  const days = await readDaysFrom(township, addDays(after, 1), DAYS_AHEAD, fields);
  const later = days.find((day) => Object.keys(day.homes).some((home) => isOpen(day, home, now)));
  return later && toDayView(later, account, now);
}

/**
 * One read (one more where the township's settings are older than a minute in this instance). A day without a
 * roster shows the calendar's hours and no names; not-found: there is no such township.
 */
async function run(
  call: Call,
  { township, date, after }: Input<'reception', 'day'>,
): Promise<Answer<DayView>> {
  const fields = [...PUBLIC_FIELDS, `bookings.${call.account}`];
  if (date !== undefined) return ok(await readDate(call, township, date, fields));
  const next = await (after === undefined
    ? readNext(call, township, fields)
    : readLater(call, township, after, fields));
  return next ? ok(next) : refuse('not-found');
}

export const day: Action<Input<'reception', 'day'>, DayView> = { write: false, input: dayInput, run };
