/** 下一个接访日 of one home, from the rosters that are out and the calendar. */
import type { NextDay } from '../../../miniprogram/contract/overview';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import type { Home, Directory } from '../../registry/directory/rules/directory';
import { toCalendarRule, toReceptionSettings } from '../../registry/directory/rules/reception-settings';
import type { PublicDay } from '../../reception/days/rules/day-document';
import {
  findEarliest,
  isOpen,
  isOver,
  listFree,
  listHalves,
} from '../../reception/booking/rules/free-places';
import type { ReceptionSettings } from '../../reception/calendar/rules/settings';
import { planDay, planNextDay, type PlannedPublicDay } from '../../reception/days/rules/unpublished-day';
import { planYear } from '../../reception/calendar/rules/year-calendar';
import { addDays, daysBetween, toInstant, toLocalDate } from '../../shared/china-time';

export type CalendarDirectory = Pick<Directory, 'settings' | 'homes' | 'calendar'>;

/** The township's settings with what this home does differently about its day. */
function settingsFor(directory: CalendarDirectory, home: Home): ReceptionSettings {
  const calendar = toCalendarRule({ ...directory.settings, ...home.own });
  return { ...toReceptionSettings(directory), calendar };
}

/** By the calendar: the reception day, a market day (赶集日) or a day by phone, whichever comes first. */
function planByCalendar(now: Instant, home: Home, settings: ReceptionSettings): PlannedPublicDay {
  const planned = planNextDay(now, [home.id], settings);
  const own = [...home.marketDays, ...(home.phoneDays ?? [])].sort();
  const more = own.map((date) => planDay(date, [home.id], settings)).find((day) => !isOver(day, now));
  return more && more.date < planned.date ? more : planned;
}

/**
 * The calendar's next day; if a published roster leaves this home out on it, or it is over, the day after
 * it.
 */
function planUnlessSaid(
  days: readonly PublicDay[],
  now: Instant,
  home: Home,
  settings: ReceptionSettings,
): PlannedPublicDay {
  const planned = planByCalendar(now, home, settings);
  const said = days.some((day) => day.date === planned.date && day.state === 'published');
  return said ? planByCalendar(toInstant(addDays(planned.date, 1)), home, settings) : planned;
}

/** The home's next day that is not over. */
function findNext(
  days: readonly PublicDay[],
  now: Instant,
  home: Home,
  settings: ReceptionSettings,
): PlannedPublicDay {
  const rostered = days.find(
    (day) => day.state === 'published' && day.homes[home.id] !== undefined && !isOver(day, now, home.id),
  );
  const planned = planUnlessSaid(days, now, home, settings);
  return rostered && rostered.date <= planned.date ? rostered : planned;
}

/** The ordinary day that was moved to `date`, and why. */
function shiftOf(date: LocalDate, directory: CalendarDirectory, home: Home) {
  const { days } = planYear(Number(date.slice(0, 4)), directory);
  const { shiftedFrom, why } = days.find((day) => day.date === date && day.homes.includes(home.id)) ?? {};
  return shiftedFrom === undefined || why === undefined ? {} : { shiftedFrom, why };
}

/** `days`: the township's from today on, nearest first. */
export function nextDayOf(
  directory: CalendarDirectory,
  home: Home,
  days: readonly PublicDay[],
  now: Instant,
): NextDay {
  const settings = settingsFor(directory, home);
  const day = findNext(days, now, home, settings);
  const open = isOpen(day, home.id, now);
  const earliest = open ? findEarliest(day, home.id) : undefined;
  const closesAt = day.state === 'published' ? day.closesAt[home.id] : undefined;
  return {
    date: day.date,
    daysLeft: daysBetween(toLocalDate(now), day.date),
    ...shiftOf(day.date, directory, home),
    ...(day.provisional && { provisional: day.provisional }),
    published: day.state === 'published',
    open,
    halves: listHalves(day, home.id),
    ...(closesAt !== undefined && { closesAt }),
    ...(earliest && { earliest }),
    free: open ? listFree(day, home.id).length : 0,
  };
}
