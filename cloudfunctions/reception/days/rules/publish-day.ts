/** A reception day's document from its roster: what the office publishes and the sample loads. */
import type { Receiver } from '../../../../miniprogram/contract/reception';
import type { Half, Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import { addDays, toInstant } from '../../../shared/china-time';
import type { Bounds } from './bounds';
import type { DayDocument, HalfTimes } from './day-document';
import { planPlaces, seatId } from './plan-places';
import { DEFAULT_SETTINGS, settingsOfHome, type ReceptionSettings } from '../../calendar/rules/settings';

export interface DayRoster {
  township: string;
  date: LocalDate;
  /** Home → half-day → who sits there, in the order of the seats. No receivers: the half-day is not held. */
  homes: Readonly<Record<string, Partial<Record<Half, readonly Receiver[]>>>>;
  settings: ReceptionSettings;
  /** Where they are not the usual ones. */
  bounds?: Bounds | undefined;
  /** Absent: a draft, which nobody can book. */
  publishedAt?: Instant;
}

const HALVES: readonly Half[] = ['am', 'pm'];

/** The set time before the day, but never after the home's first half-day has begun. */
export function closingOf(
  date: LocalDate,
  halves: Partial<Record<Half, HalfTimes>>,
  settings: ReceptionSettings,
  home: string,
): Instant {
  const { daysBefore, time } = settingsOfHome(settings, home).closing;
  const starts = Object.values(halves).map(({ start }) => toInstant(date, start));
  return Math.min(toInstant(addDays(date, -daysBefore), time), ...starts);
}

export function dayId(township: string, date: LocalDate): string {
  return `${township}~${date}`;
}

/** The midnight from which nobody enters anything of that day any more. */
export function clearingOf(
  date: LocalDate,
  { backEntryDays }: Pick<ReceptionSettings, 'backEntryDays'>,
): Instant {
  return toInstant(addDays(date, backEntryDays + 1));
}

export function emptyDay(
  township: string,
  date: LocalDate,
  settings: Pick<ReceptionSettings, 'backEntryDays'> = DEFAULT_SETTINGS,
): DayDocument {
  return {
    _id: dayId(township, date),
    township,
    date,
    rev: 1,
    state: 'draft',
    homes: {},
    closesAt: {},
    seats: {},
    plan: {},
    place: {},
    by: {},
    of: {},
    moves: {},
    tries: {},
    acts: {},
    bookings: {},
    waiting: {},
    clearAt: clearingOf(date, settings),
    history: [],
    outbox: [],
    outboxAt: 0,
  };
}

export function publishDay(roster: DayRoster): DayDocument {
  const last: Record<string, string> = {};
  const { bounds } = roster;
  const empty = emptyDay(roster.township, roster.date, roster.settings);
  const day: DayDocument & { last: typeof last } = { ...empty, last, ...(bounds && { bounds }) };
  for (const [home, sitting] of Object.entries(roster.homes)) {
    const settings = settingsOfHome(roster.settings, home);
    const halves: Partial<Record<Half, HalfTimes>> = {};
    for (const half of HALVES) {
      const [times, receivers] = [settings.halves[half], sitting[half] ?? []];
      if (!times || receivers.length === 0) continue;
      halves[half] = times;
      receivers.forEach((receiver, n) => (day.seats[seatId(home, half, n + 1)] = receiver));
      for (const { place, seat } of planPlaces(home, half, times, receivers.length, settings)) {
        day.plan[place] = seat;
        day.place[place] = 0;
        last[`${home}-${half}`] = place;
      }
    }
    if (Object.keys(halves).length === 0) continue;
    day.homes[home] = halves;
    day.closesAt[home] = closingOf(roster.date, halves, roster.settings, home);
  }
  if (roster.publishedAt === undefined) return day;
  return { ...day, state: 'published', publishedAt: roster.publishedAt };
}
