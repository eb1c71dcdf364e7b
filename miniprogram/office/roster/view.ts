/** From the roster to the words of 值班表. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { HALF_LABELS } from '../../contract/labels';
import type { HomeCard } from '../../contract/registry';
import type { RosterDay, RosterView, Swap } from '../../contract/roster';
import type { Half, LocalDate } from '../../contract/wire';
import { sayDate, sayDay, sayDayFrom } from '../../view/dates';
import { isByPhone } from '../../view/words';

export interface DayLine {
  date: LocalDate;
  day: string;
  words: string;
  tag: string;
  tone: 'waiting' | 'done';
}

export interface SeatLine {
  seat: string;
  name: string;
  badge: string;
  why: string;
  person: string;
}

/** What an element says of itself when a seat is pressed. */
export interface SeatPressed {
  seat?: string;
  name?: string;
  person?: string;
}

export interface HalfPart {
  key: string;
  title: string;
  seats: readonly SeatLine[];
  /** The seat that one more person would get. */
  more: string;
}

/** Of a draft that cannot be published: its tag, and what stands in the place of the button. */
const STUCK: Readonly<Record<NonNullable<RosterDay['stuck']>, { tag: string; why: string }>> = {
  provisional: {
    tag: '可能改',
    why: '这一年的放假安排还没公布，日子可能改，先不公布。请在 设置 里录入放假和调休的日子，再回来公布。',
  },
  none: {
    tag: '不再接访',
    why: '放假安排变了，这一天已经不是接访日。请回到前面，把没公布的重新排一遍。',
  },
};

export interface DayDetail {
  date: LocalDate;
  day: string;
  tag: string;
  tone: 'waiting' | 'done';
  parts: readonly HalfPart[];
  /** Nothing of a past day can be changed. */
  open: boolean;
  published: boolean;
  /** Why it cannot be published; ''. */
  stuck: string;
}

export interface RosterScreen {
  coming: readonly DayLine[];
  past: readonly DayLine[];
  /** How many there are, read or not. */
  pastDays: number;
  notes: readonly string[];
  swaps: readonly string[];
  /** Some coming day is not published, or nothing is proposed at all. */
  proposable: boolean;
  /** Some coming day is drawn up and not public. */
  publishable: boolean;
  empty: boolean;
}

const HALVES: readonly Half[] = ['am', 'pm'];
/** A half-day of a home has at most nine seats (SEAT_PATTERN). */
const MOST_SEATS = 9;

export function toTag({ state, stuck }: RosterDay): Pick<DayLine, 'tag' | 'tone'> {
  if (stuck) return { tag: STUCK[stuck].tag, tone: 'waiting' };
  return state === 'published' ? { tag: '已公布', tone: 'done' } : { tag: '草稿', tone: 'waiting' };
}

function toLine(day: RosterDay, today: LocalDate): DayLine {
  const people = new Set(day.seats.map(({ person }) => person)).size;
  return {
    date: day.date,
    day: sayDay(day.date, today),
    words: `${String(people)} 人坐班，${String(day.seats.length)} 个席位`,
    ...toTag(day),
  };
}

/** What somebody asked for, while the office still has to know or to act. */
function saySwap({ date, seat, from, to, state }: Swap, homes: readonly HomeCard[]): string[] {
  const [home, half] = seat.split('-');
  const where = `${sayDate(date)}${HALF_LABELS[half as Half]}${homes.find(({ id }) => id === home)?.name ?? ''}`;
  if (state === 'office') return [`${from.name}交回了${where}的班，请换人`];
  if (state === 'asked' && to) return [`${from.name}请${to.name}替${where}的班，还没答复`];
  return state === 'declined' && to ? [`${to.name}替不了${from.name}${where}的班，请换人`] : [];
}

export function toRosterScreen(view: RosterView, homes: readonly HomeCard[], today: LocalDate): RosterScreen {
  const coming = view.days.filter(({ date }) => date >= today);
  const lines = (days: readonly RosterDay[]) => days.map((day) => toLine(day, today));
  return {
    coming: lines(coming),
    past: lines(view.days.filter(({ date }) => date < today)),
    notes: view.notes,
    swaps: view.swaps.filter(({ date }) => date >= today).flatMap((swap) => saySwap(swap, homes)),
    pastDays: view.past,
    publishable: view.drafts.length > 0,
    proposable: view.proposable,
    empty: view.days.length === 0 && view.past === 0,
  };
}

function toPart(home: HomeCard, half: Half, { date, seats }: RosterDay): HalfPart {
  const prefix = `${home.id}-${half}-`;
  const held = seats.filter(({ seat }) => seat.startsWith(prefix));
  const taken = new Set(held.map(({ seat }) => Number(seat.slice(prefix.length))));
  const next = Array.from({ length: MOST_SEATS }, (_, n) => n + 1).find((n) => !taken.has(n));
  return {
    key: prefix,
    title: `${home.name} · ${HALF_LABELS[half]}${isByPhone(home, date) ? ' · 电话接访' : ''}`,
    seats: held.map(({ seat, person, name, badge, why }) => ({ seat, person, name, badge, why })),
    more: next === undefined ? '' : `${prefix}${String(next)}`,
  };
}

export function toDayDetail(day: RosterDay, homes: readonly HomeCard[], today: LocalDate): DayDetail {
  const parts = homes.flatMap((home) => HALVES.map((half) => toPart(home, half, day)));
  return {
    date: day.date,
    day: sayDayFrom(day.date, today),
    ...toTag(day),
    parts: parts.filter(({ seats }) => day.date >= today || seats.length > 0),
    open: day.date >= today,
    published: day.state === 'published',
    stuck: day.stuck ? STUCK[day.stuck].why : '',
  };
}

/** The years that have a roster or get one: this one and the next. */
export function yearsFrom(today: LocalDate): Choice[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].map((one) => ({ id: String(one), text: `${String(one)}年` }));
}

/** The groups that somebody of the roster belongs to, «全部» first. */
function groupsOf({ counts, groups }: RosterView): Choice[] {
  const held = groups.filter(({ group }) => counts.some((one) => one.group === group));
  return [{ id: '', text: '全部' }, ...held.map(({ group, name }) => ({ id: group, text: name }))];
}

/** How somebody is looked for: by a part of the name, in a group; both may be empty. */
export interface Sought {
  text: string;
  group: string;
}

export interface Wanted extends Sought {
  date: LocalDate;
  /** The seat that is to be filled; who sits in the same half-day cannot. */
  seat: string;
}

export interface Candidates {
  groups: readonly Choice[];
  people: readonly Choice[];
  /** Those behind them: found by their names. */
  behind: number;
}

/** Who is shown at first: a township has up to three hundred people, and nobody reads so far. */
const PEOPLE = 30;

export function toCandidates(view: RosterView, wanted: Wanted): Candidates {
  const people = listPeople(view, wanted);
  return {
    groups: groupsOf(view),
    people: people.slice(0, PEOPLE),
    behind: Math.max(0, people.length - PEOPLE),
  };
}

/**
 * Who may be put on a seat, in the order of surname strokes: whoever is free that day first, then those who sit in the
 * other half-day. How often they sit this year stands beside the name; those away or sitting then cannot be chosen.
 */
function listPeople(view: RosterView, { date, seat, text, group }: Wanted): Choice[] {
  const away = new Set(
    view.absences.filter(({ from, to }) => from <= date && date <= to).map(({ person }) => person),
  );
  const seats = view.days.find((day) => day.date === date)?.seats ?? [];
  const own = seats.find((one) => one.seat === seat)?.person;
  const half = seat.split('-')[1];
  const sitting = (person: string) => seats.filter((one) => one.person === person);
  const people = view.counts
    .filter(({ name, badge }) => name.includes(text) || badge.includes(text))
    .filter((one) => (group === '' || one.group === group) && one.person !== own)
    .map(({ person, name, badge, duties }): { order: number; choice: Choice } => {
      if (away.has(person))
        return { order: 3, choice: { id: person, text: name, hint: '那天请假', off: true } };
      const here = sitting(person);
      const then = here.some((one) => one.seat.split('-')[1] === half);
      const words = then ? '这个半天在坐班' : here.length > 0 ? '当天已坐班' : '';
      const hint = [badge, `今年 ${String(duties)} 次`, words].filter(Boolean).join(' · ');
      return { order: then ? 2 : here.length > 0 ? 1 : 0, choice: { id: person, text: name, hint } };
    });
  return people.sort((one, other) => one.order - other.order).map(({ choice }) => choice);
}
