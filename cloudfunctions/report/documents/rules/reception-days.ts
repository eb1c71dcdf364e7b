/** The reception days of a year as they can be told in print: calendar and published roster together. */
import type { DayKind } from '../../../../miniprogram/contract/roster';
import type { Half, LocalDate, LocalTime } from '../../../../miniprogram/contract/wire';
import { toReceptionSettings } from '../../../registry/directory/rules/reception-settings';
import { membersOn, type Home, type Directory } from '../../../registry/directory/rules/directory';
import { parseSeat, type RosterDocument } from '../../../reception/roster/rules/roster-document';
import { badgeOf } from '../../../reception/roster/rules/roster-people';
import { settingsOfHome } from '../../../reception/calendar/rules/settings';
import { planYear } from '../../../reception/calendar/rules/year-calendar';

export interface Seated {
  seat: string;
  home: string;
  half: Half;
  n: number;
  name: string;
  badge: string;
  deputy: boolean;
}

export interface PrintedDay {
  date: LocalDate;
  published: boolean;
  homes: readonly Home[];
  /** By home: market days and days by phone are told apart from the reception day. */
  kinds: ReadonlyMap<string, DayKind>;
  /** Nobody as long as the day is not published: names of a draft stay in the office. */
  seats: readonly Seated[];
}

export interface PrintedYear {
  /** False: holidays of the year are not announced yet; days that may change are left out. */
  known: boolean;
  days: readonly PrintedDay[];
}

/** Who sits where, by home, half-day and number; badges are those of that day. */
export function seatsOn(date: LocalDate, roster: RosterDocument, directory: Directory): Seated[] {
  const members = new Map(membersOn(directory.people, date).map((member) => [member.person, member]));
  const names = new Map(directory.people.map(({ id, name }) => [id, name]));
  const homes = directory.homes.map(({ id }) => id);
  const seats = Object.entries(roster.seats[date] ?? {}).map(([seat, { person }]): Seated => {
    const member = members.get(person);
    return {
      seat,
      ...parseSeat(seat),
      name: names.get(person) ?? '',
      badge: member ? badgeOf(member) : '',
      deputy: member?.level !== undefined,
    };
  });
  const rank = ({ home, half, n }: Seated) => homes.indexOf(home) * 100 + (half === 'am' ? 0 : 10) + n;
  return seats.sort((one, other) => rank(one) - rank(other));
}

/** Days that went by without a published roster are left out: nobody can use them. */
interface Asked {
  year: number;
  today: LocalDate;
}

/** The year's days by date; a published day stays although the calendar's rule changed since. */
export function listDays(
  { year, today }: Asked,
  directory: Directory,
  roster: RosterDocument | undefined,
): PrintedYear {
  const { known, days: calendar } = planYear(year, directory);
  // What is printed hangs for a year: a date that may still change is not on it.
  const fixed = calendar.filter(({ provisional }) => !provisional);
  const isOut = (date: LocalDate) => roster?.days[date]?.state === 'published';
  const published = Object.keys(roster?.days ?? {}).filter(isOut);
  const dates = [...new Set([...fixed.map(({ date }) => date), ...published])].sort();
  const days = dates.map((date): PrintedDay => {
    const planned = fixed.filter((day) => day.date === date);
    const seats = roster && isOut(date) ? seatsOn(date, roster, directory) : [];
    const held = new Set([...planned.flatMap(({ homes }) => homes), ...seats.map(({ home }) => home)]);
    return {
      date,
      published: isOut(date),
      seats,
      kinds: new Map(planned.flatMap(({ kind, homes }) => homes.map((home) => [home, kind] as const))),
      homes: directory.homes.filter(({ id }) => held.has(id)),
    };
  });
  return { known, days: days.filter(({ date, published }) => published || date >= today) };
}

/** 08:30–11:30 of that home's half-day; undefined: it holds none. */
export function hoursOf(directory: Directory, home: string, half: Half): string | undefined {
  const times: { start: LocalTime; end: LocalTime } | undefined = settingsOfHome(
    toReceptionSettings(directory),
    home,
  ).halves[half];
  return times && `${times.start}–${times.end}`;
}
