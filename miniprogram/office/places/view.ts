/** From the desk's list to the places of one half-day: open, closed (午休, 开会), added (加号). */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { HALF_LABELS } from '../../contract/labels';
import type { DeskRow } from '../../contract/desk';
import type { LocalDate, LocalTime } from '../../contract/wire';
import { sayDayFrom, sayTime } from '../../view/dates';
import type { Desk } from '../services/reception-desk';

export interface TimeLine {
  time: LocalTime;
  text: string;
  words: string;
  tag: string;
  closed: boolean;
  chosen: boolean;
}

export interface PlacesScreen {
  day: string;
  /** Why nothing can be closed; empty: it can. */
  stop: string;
  homes: readonly Choice[];
  home: string;
  halves: readonly Choice[];
  half: string;
  lines: readonly TimeLine[];
  /** Of what is chosen: something to close, something to open again. */
  closes: boolean;
  opens: boolean;
  /** Whose places it is about; none to choose from when one person sits there. */
  receivers: readonly Choice[];
  receiver: string;
  /** Where places can be added (加号): one time of one receiver is chosen. */
  adds?: { seat: string; time: LocalTime; words: string };
}

export const EVERYBODY = 'all';
/** How many may be added in one go from this page. */
export const COUNTS: readonly Choice[] = ['1', '2', '3', '5'].map((n) => ({ id: n, text: `加 ${n} 个` }));

/** The time of a place: 'h1-0930-4' → 09:30. */
function timeOf(place: string): LocalTime {
  const clock = place.split('-')[1] ?? '';
  return `${clock.slice(0, 2)}:${clock.slice(2)}`;
}

/** Every place of this time in the half-day shown. */
export function placesAt({ free, rows, blocked }: Desk, time: LocalTime): string[] {
  const all = [...free, ...rows.map(({ place }) => place), ...blocked.map(({ place }) => place)];
  return [...new Set(all)].filter((place) => timeOf(place) === time && !place.endsWith('x')).sort();
}

function sayPlaces(desk: Desk, time: LocalTime): string {
  const people = desk.rows.filter((row) => row.time === time).length;
  const open = desk.free.filter((place) => timeOf(place) === time);
  const shut = new Set(desk.blocked.map(({ place }) => place));
  const kept = open.filter((place) => place.endsWith('w') && !shut.has(place)).length;
  const bookable = open.filter((place) => !place.endsWith('w') && !shut.has(place)).length;
  return [
    people > 0 ? `${String(people)} 人约了` : '',
    bookable > 0 ? `空 ${String(bookable)} 个` : '',
    kept > 0 ? `留给直接来的 ${String(kept)} 个` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function toLines(desk: Desk, chosen: ReadonlySet<LocalTime>): TimeLine[] {
  const places = [...desk.free, ...desk.rows.map(({ place }) => place), ...desk.blocked.map((b) => b.place)];
  const times = [...new Set(places.map(timeOf))].sort();
  return times.map((time) => {
    const here = placesAt(desk, time);
    const reasons = desk.blocked.filter(({ place }) => here.includes(place));
    const closed = reasons.length > 0 && reasons.length === here.length;
    return {
      time,
      text: sayTime(time),
      words: sayPlaces(desk, time),
      closed,
      chosen: chosen.has(time),
      tag: reasons[0] ? `${closed ? '' : '部分'}不开放：${reasons[0].reason}` : '开放',
    };
  });
}

function sayStop({ state, date }: Desk, today: LocalDate): string {
  if (state === 'unpublished') return '这一天的值班表还没有公布。公布以后再来关时间。';
  return date < today || state === 'past' ? '这一天已经过去了。' : '';
}

function toAdds({ seats }: Desk, picked: readonly TimeLine[], receiver: string): PlacesScreen['adds'] {
  const [line] = picked;
  const sits = seats.length === 1 ? seats[0] : seats.find(({ seat }) => seat === receiver);
  if (picked.length !== 1 || !line || !sits) return undefined;
  return { seat: sits.seat, time: line.time, words: `${line.text}，${sits.receiver.name} 多接待几位` };
}

export function toPlacesScreen(
  desk: Desk,
  chosen: ReadonlySet<LocalTime>,
  today: LocalDate,
  receiver: string,
): PlacesScreen {
  const { seats } = desk;
  const lines = toLines(desk, chosen);
  const picked = lines.filter((line) => line.chosen);
  const adds = toAdds(desk, picked, receiver);
  const everybody = { id: EVERYBODY, text: '所有人' };
  const own = seats.map(({ seat, receiver: { name } }) => ({ id: seat, text: name }));
  const halves = desk.homes.find(({ home }) => home === desk.home)?.halves ?? [];
  return {
    day: sayDayFrom(desk.date, today),
    stop: sayStop(desk, today),
    homes: desk.homes.map(({ home, name }) => ({ id: home, text: name.replace(/代表之家$/, '') || name })),
    home: desk.home,
    halves: halves.map((half) => ({ id: half, text: HALF_LABELS[half] })),
    half: desk.half,
    lines,
    closes: picked.some(({ closed }) => !closed),
    opens: picked.length > 0 && picked.every(({ tag }) => tag !== '开放'),
    receivers: seats.length > 1 ? [everybody, ...own] : [],
    receiver,
    ...(adds && { adds }),
  };
}

/** Who booked there, before it is closed: they keep their place and are told. */
export function sayTouched(touched: readonly DeskRow[]): string {
  const people = touched.map(({ number, name, time }) => `${sayTime(time)} 第${String(number)}号 ${name}`);
  return `${people.join('；')}。他们的号都留着，会收到通知；要改时间请打电话商量。`;
}

/** 'h1-0830-13', 'h1-0830-14' → which numbers they are. */
export function sayAdded(places: readonly string[]): string {
  const numbers = places.map((place) => `第${place.split('-')[2] ?? ''}号`);
  return `加好了：${numbers.join('、')}。有人候补的，先给候补的人，并通知他们。`;
}
