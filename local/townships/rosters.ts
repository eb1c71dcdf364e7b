/**
 * Rosters as the rules propose them, published around today: two months back, the next day and the one after, as far as
 * their dates are certain. The sample's office waits for the announcement of the holidays like any other.
 */
import { projectDay } from '../../cloudfunctions/reception/days/rules/project-day';
import type { DayDocument } from '../../cloudfunctions/reception/days/rules/day-document';
import { isOver } from '../../cloudfunctions/reception/booking/rules/free-places';
import { proposeYear } from '../../cloudfunctions/reception/roster/rules/propose-year';
import {
  emptyRoster,
  type RosterDocument,
} from '../../cloudfunctions/reception/roster/rules/roster-document';
import { planDay } from '../../cloudfunctions/reception/days/rules/unpublished-day';
import { planYear, type PlannedDay } from '../../cloudfunctions/reception/calendar/rules/year-calendar';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import { toReceptionSettings } from '../../cloudfunctions/registry/directory/rules/reception-settings';
import { DAY_MS, toInstant, toLocalDate } from '../../cloudfunctions/shared/china-time';
import type { Instant, LocalDate } from '../../miniprogram/contract/wire';

const PAST_DAYS = 2;
const COMING_DAYS = 2;
/** Days before the reception day on which its roster was published. */
const PUBLISHED_BEFORE = 14;

/** Seats that the sample's office has set by hand on the coming day, so that its stories can be told. */
export type HandSeats = Readonly<Record<string, string>>;

function listDates(
  directory: Directory,
  now: Instant,
  older: number,
): Record<'older' | 'past' | 'coming' | 'drawnUp', LocalDate[]> {
  const year = Number(toLocalDate(now).slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((each) => planYear(each, directory).days);
  const settings = toReceptionSettings(directory);
  const over = (day: PlannedDay) => isOver(planDay(day.date, day.homes, settings), now);
  const past = days.filter(over).map(({ date }) => date);
  const coming = days.filter((day) => !over(day));
  return {
    older: past.slice(-PAST_DAYS - older, -PAST_DAYS),
    past: past.slice(-PAST_DAYS),
    coming: coming
      .filter(({ provisional }) => !provisional)
      .map(({ date }) => date)
      .slice(0, COMING_DAYS),
    drawnUp: coming.map(({ date }) => date).slice(0, COMING_DAYS),
  };
}

/** A year's roster proposed from its first day on, with `published` days out. */
function rosterOf(
  directory: Directory,
  year: number,
  published: readonly LocalDate[],
  before: RosterDocument | undefined,
): RosterDocument {
  const roster = { ...emptyRoster(directory.township, year), version: 1 };
  const from = `${year}-01-01`;
  const { days } = planYear(year, directory);
  const { seats } = proposeYear(roster, before, directory, days, { from, today: from });
  const states = Object.keys(seats).map((date): [LocalDate, RosterDocument['days'][string]] => [
    date,
    published.includes(date) ? { state: 'published', publication: 1 } : { state: 'draft', publication: 0 },
  ]);
  return { ...roster, seats, days: Object.fromEntries(states) };
}

/** Puts each of these persons onto the seat, and whoever sat there onto the seat from which the person came. */
function seatByHand(roster: RosterDocument, date: LocalDate, hand: HandSeats): void {
  const seats = roster.seats[date] ?? {};
  for (const [seat, person] of Object.entries(hand)) {
    const old = Object.keys(seats).find((each) => seats[each]?.person === person);
    const there = seats[seat];
    if (!there || old === seat) continue;
    if (old !== undefined) seats[old] = { ...there, why: '手工调整', hand: true };
    seats[seat] = { person, why: '手工调整', at: roster.version, hand: true };
  }
}

export interface SampleRosters {
  rosters: RosterDocument[];
  /** Before `past`, where asked for: days on which people came. */
  older: DayDocument[];
  past: DayDocument[];
  coming: DayDocument[];
}

export function sampleRosters(
  directory: Directory,
  now: Instant,
  hand: HandSeats,
  olderDays = 0,
): SampleRosters {
  const { older, past, coming, drawnUp } = listDates(directory, now, olderDays);
  const dates = [...older, ...past, ...coming];
  const years = [...new Set([...dates, ...drawnUp].map((date) => Number(date.slice(0, 4))))].sort();
  const rosters: RosterDocument[] = [];
  for (const year of years) rosters.push(rosterOf(directory, year, dates, rosters.at(-1)));
  const rosterFor = (date: LocalDate) => rosters.find(({ year }) => date.startsWith(String(year)));
  const [next] = coming;
  const nextRoster = next === undefined ? undefined : rosterFor(next);
  if (next !== undefined && nextRoster) seatByHand(nextRoster, next, hand);
  const publish = (date: LocalDate): DayDocument[] => {
    const roster = rosterFor(date);
    const at = Math.min(now - DAY_MS, toInstant(date) - PUBLISHED_BEFORE * DAY_MS);
    return roster ? [projectDay(roster, directory, date, at)] : [];
  };
  return {
    rosters,
    older: older.flatMap(publish),
    past: past.flatMap(publish),
    coming: coming.flatMap(publish),
  };
}
