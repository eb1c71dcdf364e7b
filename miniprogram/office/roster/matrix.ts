/** The year's roster as a table: one line a day, one column a home, who sits there morning and afternoon. */
import { HALF_LABELS } from '../../contract/labels';
import type { HomeCard } from '../../contract/registry';
import type { RosterDay, RosterSeat, RosterView, Swap } from '../../contract/roster';
import type { Half, LocalDate } from '../../contract/wire';
import { sayDate, weekdayOf } from '../../view/dates';
import { toTag } from './view';

export interface MatrixSeat {
  seat: string;
  person: string;
  name: string;
  /** «请假», «交回», «在问李样样», «替陈样样»; empty: as planned. */
  mark: string;
  /** Somebody has to act. */
  wanting: boolean;
}

export interface MatrixHalf {
  key: string;
  label: string;
  seats: readonly MatrixSeat[];
  /** The first free seat, where the half-day has nobody and a draft may still get somebody. */
  add: string;
  /** «缺人»; empty: somebody sits there, or nobody has to. */
  gap: string;
}

export interface MatrixRow {
  date: LocalDate;
  day: string;
  weekday: string;
  tag: string;
  tone: 'waiting' | 'done';
  past: boolean;
  cells: readonly { home: string; halves: readonly MatrixHalf[] }[];
}

export interface Matrix {
  homes: readonly { id: string; name: string }[];
  rows: readonly MatrixRow[];
}

export type Span = 'year' | '1' | '2' | '3' | '4';

export const SPANS: readonly { id: Span; text: string }[] = [
  { id: 'year', text: '全年' },
  { id: '1', text: '一季度' },
  { id: '2', text: '二季度' },
  { id: '3', text: '三季度' },
  { id: '4', text: '四季度' },
];

const HALVES: readonly Half[] = ['am', 'pm'];
const MONTHS_OF_QUARTER = 3;

function isIn(span: string, date: LocalDate): boolean {
  return span === 'year' || String(Math.ceil(Number(date.slice(5, 7)) / MONTHS_OF_QUARTER)) === span;
}

function markOf(seat: RosterSeat, swap: Swap | undefined): Pick<MatrixSeat, 'mark' | 'wanting'> {
  if (swap?.state === 'office') return { mark: '交回', wanting: true };
  if (swap?.state === 'declined' && swap.to) return { mark: `${swap.to.name}替不了`, wanting: true };
  if (seat.away) return { mark: '请假', wanting: true };
  if (swap?.state === 'asked' && swap.to) return { mark: `在问${swap.to.name}`, wanting: false };
  const stands = swap?.state === 'accepted' && swap.to?.person === seat.person;
  return { mark: stands ? `替${swap.from.name}` : '', wanting: false };
}

function toHalf(
  { date, state, seats, gaps }: RosterDay,
  home: string,
  half: Half,
  swaps: readonly Swap[],
): MatrixHalf {
  const key = `${home}-${half}`;
  const gap = gaps.includes(key);
  return {
    key,
    label: HALF_LABELS[half],
    seats: seats
      .filter(({ seat }) => seat.startsWith(`${key}-`))
      .map((each) => {
        const { seat, person, name } = each;
        const swap = swaps.find((one) => one.date === date && one.seat === seat);
        return Object.assign({ seat, person, name }, markOf(each, swap));
      }),
    gap: gap ? '缺人' : '',
    add: gap && state === 'draft' ? `${key}-1` : '',
  };
}

/** Nodes of the table for one day: its line, its first cell with the tag, and what stands in each home's cell. */
export function nodesOfRow({ cells }: MatrixRow): number {
  const marked = (seats: readonly MatrixSeat[]) => seats.filter(({ mark }) => mark !== '').length;
  const halves = cells.flatMap((cell) => cell.halves);
  const seated = halves.map(({ seats, gap }) => 2 + seats.length + marked(seats) + (gap === '' ? 0 : 1));
  const closed = cells.filter((cell) => cell.halves.length === 0).length;
  return 9 + cells.length + closed + seated.reduce((sum, each) => sum + each, 0);
}

export function toMatrix(
  { days, swaps }: RosterView,
  homes: readonly HomeCard[],
  today: LocalDate,
  span: string,
): Matrix {
  const rows = days.filter(({ date }) => isIn(span, date));
  return {
    homes: homes.map(({ id, name }) => ({ id, name })),
    rows: rows.map((day) => ({
      date: day.date,
      day: sayDate(day.date),
      weekday: weekdayOf(day.date),
      ...(day.date < today && day.state === 'draft'
        ? { tag: '没公布', tone: 'waiting' as const }
        : toTag(day)),
      past: day.date < today,
      cells: homes.map(({ id }) => ({
        home: id,
        halves: HALVES.map((half) => toHalf(day, id, half, swaps)).filter(
          ({ seats, gap }) => seats.length > 0 || gap !== '',
        ),
      })),
    })),
  };
}
