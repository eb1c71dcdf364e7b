/** The roster as the office reads it: names beside ids, counts, and what still needs somebody's eye. */
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type {
  CalendarDay,
  DutyCount,
  RosterDay,
  RosterSeat,
  RosterView,
  Swap,
} from '../../../../miniprogram/contract/roster';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { membersOn, type Directory } from '../../../registry/directory/rules/directory';
import {
  isHeld,
  isOpen,
  parseSeat,
  type RosterDocument,
  type StoredSeat,
  type StoredSwap,
} from './roster-document';
import { badgeOf, listRosterPeople } from './roster-people';
import { roleOn } from './roster-sheet';
import { listHalfDays, type PlannedDay } from '../../calendar/rules/year-calendar';
import { sayDate } from '../../../shared/say-date';

type Names = ReadonlyMap<string, string>;

export function namesOf(directory: Pick<Directory, 'people'>): Names {
  return new Map(directory.people.map(({ id, name }) => [id, name]));
}

export function toSwap(id: string, { date, seat, from, to, state, at }: StoredSwap, names: Names): Swap {
  const named = (person: string) => ({ person, name: names.get(person) ?? '' });
  return { swap: id, date, seat, from: named(from), ...(to !== '' && { to: named(to) }), state, at };
}

function inOrder(directory: Directory) {
  const homes = directory.homes.map(({ id }) => id);
  return ([one]: [string, StoredSeat], [other]: [string, StoredSeat]) => {
    const [a, b] = [parseSeat(one), parseSeat(other)];
    return homes.indexOf(a.home) - homes.indexOf(b.home) || a.half.localeCompare(b.half) || a.n - b.n;
  };
}

/** Why a draft of a coming day cannot be published. */
function stuckOf(
  date: LocalDate,
  roster: RosterDocument,
  planned: readonly PlannedDay[],
  today: LocalDate,
): RosterDay['stuck'] {
  if (date < today || roster.days[date]?.state === 'published') return undefined;
  const held = planned.filter((day) => day.date === date);
  if (held.length === 0) return 'none';
  return held.some(({ provisional }) => provisional) ? 'provisional' : undefined;
}

interface Context {
  roster: RosterDocument;
  directory: Directory;
  planned: readonly PlannedDay[];
  today: LocalDate;
  /** Days of people who cannot come then, `<date> <person>`. */
  away: ReadonlySet<string>;
}

function toDay(date: LocalDate, { roster, directory, planned, today, away }: Context): RosterDay {
  const stuck = stuckOf(date, roster, planned, today);
  const names = namesOf(directory);
  const seats = Object.entries(roster.seats[date] ?? {}).sort(inOrder(directory));
  const seated = new Set(seats.map(([, { person }]) => person));
  const people = directory.people.filter(({ id }) => seated.has(id));
  const members = new Map(membersOn(people, date).map((member) => [member.person, member]));
  return {
    date,
    state: roster.days[date]?.state ?? 'draft',
    ...(stuck && { stuck }),
    seats: seats.map(([seat, { person, why }]): RosterSeat => {
      const member = members.get(person);
      const named = {
        seat,
        person,
        name: names.get(person) ?? '',
        badge: member ? badgeOf(member) : '',
        why,
      };
      return away.has(`${date} ${person}`) ? Object.assign(named, { away: true as const }) : named;
    }),
    gaps: date < today ? [] : listGaps(roster, directory, planned, date),
  };
}

/** Everybody who may sit at some time of the year, in the order of surname strokes. */
function countAll(
  roster: RosterDocument,
  directory: Directory,
  today: LocalDate,
): (DutyCount & { deputy: boolean })[] {
  // A draft that was never published before its day was never held.
  const held = Object.keys(roster.seats).filter(
    (date) => date >= today || roster.days[date]?.state === 'published',
  );
  const sat = held.flatMap((date) => Object.values(roster.seats[date] ?? {}).map(({ person }) => person));
  const [first, last] = [`${roster.year}-01-01`, `${roster.year}-12-31`];
  const names = namesOf(directory);
  const people = listRosterPeople(directory, {}).filter(({ roles }) =>
    roles.some(({ from, to }) => from <= last && (to === undefined || to >= first)),
  );
  return people.map(({ person, roles }) => {
    const record = directory.people.find(({ id }) => id === person);
    const latest = [...(record?.memberships ?? [])].sort((one, other) => (one.from < other.from ? 1 : -1))[0];
    return {
      person,
      name: names.get(person) ?? '',
      badge: latest ? badgeOf(latest) : '',
      ...(latest?.group !== undefined && { group: latest.group }),
      duties: sat.filter((one) => one === person).length,
      deputy: roles.some(({ deputy }) => deputy),
    };
  });
}

const NAMED_DAYS = 3;

/** 1月5日、2月9日、3月5日等12天. */
function sayFew(days: readonly string[]): string {
  const named = days.slice(0, NAMED_DAYS).join('、');
  return days.length > NAMED_DAYS ? `${named}等${String(days.length)}天` : named;
}

/** Drafts whose date the calendar does not hold, or not yet. */
function noteStuck(days: readonly RosterDay[]): string[] {
  const saying = (stuck: RosterDay['stuck']) =>
    days.filter((day) => day.stuck === stuck).map(({ date }) => sayDate(date));
  const [moved, provisional] = [saying('none'), saying('provisional')];
  return [
    ...(moved.length > 0 ? [`${sayFew(moved)}已经不是接访日了，请把没公布的重新排一遍`] : []),
    ...(provisional.length > 0
      ? [`${sayFew(provisional)}：放假安排还没公布，日子可能改。在设置里录入放假安排以后，重新排一遍再公布`]
      : []),
  ];
}

/** Half-days of a day that are held and in which nobody sits. */
function listGaps(
  roster: RosterDocument,
  directory: Directory,
  planned: readonly PlannedDay[],
  day: LocalDate,
): string[] {
  const held = Object.keys(roster.seats[day] ?? {});
  const halves = listHalfDays(
    planned.filter(({ date }) => date === day),
    directory,
  ).map(({ home, half }) => `${home}-${half}`);
  return [...new Set(halves)].filter((half) => !held.some((seat) => seat.startsWith(`${half}-`)));
}

function noteEmpty(days: readonly RosterDay[], directory: Directory): string[] {
  const homes = new Map(directory.homes.map(({ id, name }) => [id, name]));
  return days.flatMap(({ date, gaps }) =>
    gaps.map((gap) => {
      const { home, half } = parseSeat(gap);
      return `${sayDate(date)}${HALF_LABELS[half]}，${homes.get(home) ?? ''}还没有人坐班`;
    }),
  );
}

/** Who sits on a coming day although they are away then, or hold no role any more; in the order of days. */
function listAway(roster: RosterDocument, directory: Directory, today: LocalDate): string[] {
  const people = new Map(listRosterPeople(directory, roster.absences).map((one) => [one.person, one]));
  const days = Object.keys(roster.seats)
    .filter((date) => date >= today)
    .sort();
  return days.flatMap((date) => {
    const seats = Object.values(roster.seats[date] ?? {});
    const away = [...new Set(seats.map(({ person }) => person))].filter((person) => {
      const record = people.get(person);
      return !record || !roleOn(record, date);
    });
    return away.map((person) => `${date} ${person}`);
  });
}

function noteAway(away: readonly string[], names: Names): string[] {
  return away.map((each) => {
    const [date = '', person = ''] = each.split(' ');
    return `${sayDate(date)}，${names.get(person) ?? person}不能到岗，请换人`;
  });
}

function noteWithoutDuty(counts: readonly (DutyCount & { deputy: boolean })[]): string[] {
  const without = counts.filter(({ deputy, duties }) => deputy && duties === 0).map(({ name }) => name);
  return without.length === 0
    ? []
    : [`席位不够，还有${without.length}位代表本年没有轮到：${without.join('、')}`];
}

export function toRosterView(
  roster: RosterDocument,
  directory: Directory,
  planned: readonly PlannedDay[],
  today: LocalDate,
): RosterView {
  const counts = countAll(roster, directory, today);
  const names = namesOf(directory);
  const dates = Object.keys(roster.days).sort();
  const drawnUp = dates.length > 0;
  const away = listAway(roster, directory, today);
  const context: Context = { roster, directory, planned, today, away: new Set(away) };
  const days = dates.map((date) => toDay(date, context));
  const coming = days.filter(({ date, state }) => date >= today && state === 'draft');
  return {
    year: roster.year,
    rev: roster.version,
    past: dates.filter((date) => date < today).length,
    proposable: !drawnUp || coming.length > 0,
    drafts: coming.filter(({ stuck }) => !stuck).map(({ date }) => date),
    days,
    notes: drawnUp
      ? [
          ...noteStuck(days),
          ...noteEmpty(days, directory),
          ...noteAway(away, names),
          ...noteWithoutDuty(counts),
        ]
      : [],
    counts: counts.map(({ deputy: _deputy, ...count }) => count),
    groups: directory.groups.map(({ id, name }) => ({ group: id, name })),
    swaps: Object.entries(roster.swaps)
      .filter(([, swap]) => !isOpen(swap) || isHeld(roster, swap))
      .map(([id, swap]) => toSwap(id, swap, names))
      .sort((one, other) => one.date.localeCompare(other.date) || one.at - other.at),
    absences: Object.entries(roster.absences).flatMap(([person, spans]) =>
      spans.map(({ from, to }) => ({ person, from, to })),
    ),
  };
}

/** The calendar with how far the roster of each day is. */
export function toCalendarDays(
  planned: readonly PlannedDay[],
  roster: Pick<RosterDocument, 'days'> | undefined,
  today: LocalDate,
): CalendarDay[] {
  return planned.map((day) => {
    const state = day.date < today ? 'past' : (roster?.days[day.date]?.state ?? 'none');
    return { ...day, state };
  });
}
