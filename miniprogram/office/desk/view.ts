/** From the desk's answer to the words of 接待台. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { DeskRow, VisitState } from '../../contract/desk';
import { HALF_LABELS, OUTCOME_LABELS, VISIT_LABELS } from '../../contract/labels';
import type { Half, Instant, LocalDate } from '../../contract/wire';
import { toLocalDate, toLocalTime } from '../../contract/time';
import { sayDayFrom, sayTime } from '../../view/dates';
import type { Desk } from '../services/reception-desk';

export type Tone = 'waiting' | 'in-hand' | 'done' | 'late';

export interface RowLine {
  booking: string;
  number: string;
  time: string;
  name: string;
  about: string;
  tag: string;
  tone: Tone;
  /** «人到了» stands in the row: one tap checks in. */
  arrives: boolean;
}

export interface DeskScreen {
  day: string;
  counts: string;
  /** Only to be looked at: before the day, after it, or without a roster. */
  still: string;
  homes: readonly Choice[];
  home: string;
  halves: readonly Choice[];
  half: Half;
  /** Of those still to come and to talk, as many as are drawn. */
  open: readonly RowLine[];
  /** Those behind them. */
  behind: number;
  /** Who is done, while they are asked for. */
  over: readonly RowLine[];
  done: number;
  waiting: string;
  /** Somebody who just comes can be entered. */
  walkIn: boolean;
  /** The day is over: the office says why it is entered only now. */
  late: boolean;
}

const TONES: Readonly<Record<VisitState, Tone>> = {
  booked: 'waiting',
  arrived: 'in-hand',
  called: 'in-hand',
  talking: 'in-hand',
  met: 'done',
  'no-show': 'late',
};

const ORIGIN_WORDS = { phone: '', behalf: '代填', 'walk-in': '直接来的' } as const;

export function isOver(state: VisitState): boolean {
  return state === 'met' || state === 'no-show';
}

/** Booked for today and not here yet. */
export function isExpected({ state }: Pick<DeskRow, 'state'>, date: LocalDate, now: Instant): boolean {
  return state === 'booked' && date === toLocalDate(now);
}

/** Past its time and nobody came yet. */
function isOverdue(row: DeskRow, date: LocalDate, now: Instant): boolean {
  return isExpected(row, date, now) && row.time < toLocalTime(now);
}

export function sayTag(row: DeskRow, date: LocalDate, now: Instant): Pick<RowLine, 'tag' | 'tone'> {
  if (isOverdue(row, date, now)) return { tag: '过点未到', tone: 'late' };
  if (row.outcome) return { tag: OUTCOME_LABELS[row.outcome], tone: 'done' };
  return { tag: VISIT_LABELS[row.state], tone: TONES[row.state] };
}

/** Receiver, category, and how they came, as far as known. */
export function sayAbout(
  row: DeskRow,
  desk: Pick<Desk, 'seats'>,
  categories: ReadonlyMap<string, string>,
): string {
  const receiver = desk.seats.find(({ seat }) => seat === row.seat)?.receiver.name ?? '';
  const category = row.category === undefined ? '' : (categories.get(row.category) ?? '');
  return [receiver && `找${receiver}`, category, ORIGIN_WORDS[row.origin]].filter(Boolean).join(' · ');
}

function toLine(row: DeskRow, shown: Shown): RowLine {
  const { desk, now, held, categories } = shown;
  const waits = held(row.booking);
  return {
    booking: row.booking,
    number: String(row.number),
    time: sayTime(row.time),
    name: row.name,
    about: sayAbout(row, desk, categories),
    arrives: !waits && isExpected(row, desk.date, now),
    ...(waits ? { tag: '等着送出', tone: 'waiting' as const } : sayTag(row, desk.date, now)),
  };
}

export interface Shown {
  desk: Desk;
  now: Instant;
  categories: ReadonlyMap<string, string>;
  /** Whether something pressed for this booking has not reached the server yet. */
  held: (booking: string) => boolean;
}

export function sayStill({ date, state }: Pick<Desk, 'date' | 'state'>, today: LocalDate): string {
  if (state === 'unpublished') return '这一天的值班表还没有公布，没有人可登记。';
  if (date > today) return '还没到这一天，先看看有谁要来。到了当天才能登记。';
  return state === 'past' ? '这一天已经过去了，只补记。' : '';
}

function sayCounts(rows: readonly DeskRow[]): string {
  const count = (...states: VisitState[]) => rows.filter(({ state }) => states.includes(state)).length;
  const said = [
    ['未到', count('booked')],
    ['已到', count('arrived', 'called')],
    ['在谈', count('talking')],
    ['办完', count('met')],
  ] as const;
  return said.map(([word, n]) => `${word} ${String(n)}`).join(' · ');
}

/** How much of the list is asked for: a day of a hundred is not brought to the screen at once. */
export interface Drawn {
  chosen: string;
  most: number;
  showOver: boolean;
}

function splitRows({ rows }: Desk): { open: DeskRow[]; over: DeskRow[] } {
  const of = (over: boolean) => rows.filter(({ state }) => isOver(state) === over);
  return { open: of(false), over: of(true) };
}

export function toDeskScreen(shown: Shown, drawn: Drawn): DeskScreen {
  const { desk, now } = shown;
  const today = toLocalDate(now);
  const halves = desk.homes.find(({ home }) => home === desk.home)?.halves ?? [];
  const { open, over } = splitRows(desk);
  const isDrawn = ({ booking }: DeskRow, at: number) => at < drawn.most || booking === drawn.chosen;
  return {
    day: sayDayFrom(desk.date, today),
    counts: desk.rows.length > 0 ? sayCounts(desk.rows) : '',
    still: sayStill(desk, today),
    homes: desk.homes.map(({ home, name }) => ({ id: home, text: name.replace(/代表之家$/, '') || name })),
    home: desk.home,
    halves: halves.map((half) => ({ id: half, text: HALF_LABELS[half] })),
    half: desk.half,
    open: open.filter(isDrawn).map((row) => toLine(row, shown)),
    behind: Math.max(0, open.length - drawn.most),
    over: drawn.showOver ? over.map((row) => toLine(row, shown)) : [],
    done: over.length,
    waiting: desk.waiting.map(({ time, people }) => `${sayTime(time)} ${String(people)} 人`).join('，'),
    walkIn: desk.state !== 'unpublished' && desk.date <= today && desk.next !== undefined,
    late: desk.state !== 'unpublished' && desk.date < today,
  };
}

/** The booking above or below in the whole list; from nothing the first. */
export function stepThrough(desk: Desk, { chosen, showOver }: Omit<Drawn, 'most'>, by: 1 | -1): string {
  const { open, over } = splitRows(desk);
  const rows = showOver ? [...open, ...over] : open;
  const at = rows.findIndex(({ booking }) => booking === chosen);
  const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  return rows[to]?.booking ?? '';
}
