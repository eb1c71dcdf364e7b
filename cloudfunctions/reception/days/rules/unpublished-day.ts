/** A reception day whose roster is not out: the calendar knows the day and the hours, nobody is named. */
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays, toLocalDate } from '../../../shared/china-time';
import { mergeHolidays, nextReceptionDate, receptionDate, type Known } from '../../calendar/rules/calendar';
import type { PublicDay } from './day-document';
import { isOver } from '../../booking/rules/free-places';
import { LIBRARY_HOLIDAYS } from '../../calendar/rules/holiday-table';
import { closingOf } from './publish-day';
import { settingsOfHome, type ReceptionSettings } from '../../calendar/rules/settings';

/** Whether the calendar has a reception on that very day; of a year not known yet, it is not said. */
export function isReceptionDate(date: LocalDate, settings: ReceptionSettings): boolean {
  const table = mergeHolidays(LIBRARY_HOLIDAYS, settings.holidays);
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  // A shift may carry a day over the end of its month.
  return [month - 1, month, month + 1].some((at) => {
    const found = receptionDate(Math.floor(at / 12), (at % 12) + 1, settings.calendar, table);
    return found !== 'unknown' && found.date === date;
  });
}

/** The day as it would be without a roster: hours, no seats, no places, closed. */
export function planDay(date: LocalDate, homes: readonly string[], settings: ReceptionSettings): PublicDay {
  const halves = Object.fromEntries(homes.map((home) => [home, settingsOfHome(settings, home).halves]));
  const closings = homes.map((home): [string, Instant] => [
    home,
    closingOf(date, halves[home] ?? {}, settings, home),
  ]);
  return {
    date,
    state: 'draft',
    homes: halves,
    closesAt: Object.fromEntries(closings),
    seats: {},
    plan: {},
    place: {},
    waiting: {},
  };
}

/**
 * The next reception day by the calendar, today's while it lasts. On 2026-12-07 at 16:59 the day itself, at
 * 17:00 January's: unknown, until that year's holidays are.
 */
export function planNextDay(
  now: Instant,
  homes: readonly string[],
  settings: ReceptionSettings,
): Known<PublicDay> {
  const table = mergeHolidays(LIBRARY_HOLIDAYS, settings.holidays);
  const today = toLocalDate(now);
  for (const from of [today, addDays(today, 1)]) {
    const next = nextReceptionDate(from, settings.calendar, table);
    if (next === 'unknown') return next;
    const day = planDay(next.date, homes, settings);
    if (!isOver(day, now)) return day;
  }
  return 'unknown';
}
