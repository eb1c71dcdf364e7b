/** A reception day whose roster is not out: the calendar knows the day and the hours, nobody is named. */
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays, toLocalDate } from '../../../shared/china-time';
import {
  mergeHolidays,
  nextReceptionDate,
  receptionDate,
  type ReceptionDate,
} from '../../calendar/rules/calendar';
import type { PublicDay } from './day-document';
import { isOver } from '../../booking/rules/free-places';
import { LIBRARY_HOLIDAYS } from '../../calendar/rules/holiday-table';
import { closingOf } from './publish-day';
import { settingsOfHome, type ReceptionSettings } from '../../calendar/rules/settings';

/** A day that the calendar alone knows. */
export type PlannedPublicDay = PublicDay & Pick<ReceptionDate, 'provisional'>;

/** The calendar's reception on that very day; undefined: it has none. */
export function findReception(date: LocalDate, settings: ReceptionSettings): ReceptionDate | undefined {
  const table = mergeHolidays(LIBRARY_HOLIDAYS, settings.holidays);
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  // A shift may carry a day over the end of its month.
  return [month - 1, month, month + 1]
    .map((at) => receptionDate(Math.floor(at / 12), (at % 12) + 1, settings.calendar, table))
    .find((found) => found.date === date);
}

/** The day as it would be without a roster: hours, no seats, no places, closed. */
export function planDay(
  date: LocalDate,
  homes: readonly string[],
  settings: ReceptionSettings,
  provisional?: true,
): PlannedPublicDay {
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
    ...(provisional && { provisional }),
  };
}

/**
 * The next reception day by the calendar, today's while it lasts. On 2026-12-07 at 16:59 the day itself, at
 * 17:00 January's, provisional until that year's holidays are announced.
 */
export function planNextDay(
  now: Instant,
  homes: readonly string[],
  settings: ReceptionSettings,
): PlannedPublicDay {
  const table = mergeHolidays(LIBRARY_HOLIDAYS, settings.holidays);
  const planFrom = (from: LocalDate) => {
    const { date, provisional } = nextReceptionDate(from, settings.calendar, table);
    return planDay(date, homes, settings, provisional);
  };
  const today = toLocalDate(now);
  const day = planFrom(today);
  return isOver(day, now) ? planFrom(addDays(today, 1)) : day;
}
