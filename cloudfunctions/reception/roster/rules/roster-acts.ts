/** What the office and the receivers may do with a roster; each answers the refusal or the paths to change. */
import type { Details, ErrorCode } from '../../../../miniprogram/contract/errors';
import type { Swap } from '../../../../miniprogram/contract/roster';
import type { Instant, LocalDate, Refused } from '../../../../miniprogram/contract/wire';
import { daysBetween } from '../../../shared/china-time';
import { seatId } from '../../days/rules/plan-places';
import {
  isHeld,
  isOpen,
  parseSeat,
  swapId,
  type RosterDocument,
  type StoredSeat,
  type StoredSpan,
  type StoredSwap,
} from './roster-document';
import { findObstacle } from './roster-people';
import type { RosterPerson } from './roster-sheet';

/** Stretches of days away that somebody may state for a year; more is a list, not an absence. */
const SPANS = 24;

export function because(code: ErrorCode, details?: Details): Refused {
  return details === undefined ? { ok: false, code } : { ok: false, code, details };
}

export interface Edit {
  date: LocalDate;
  seat: string;
  /** Absent: the seat is emptied. */
  person?: string;
  /** The version that the clerk saw. */
  rev: number;
}

export interface SeatChange {
  seat: StoredSeat | undefined;
  /** The seat's swap, when this settles it. */
  swap?: StoredSwap;
}

function settleByOffice(roster: RosterDocument, { date, seat, person }: Edit, now: Instant) {
  const swap = roster.swaps[swapId(date, seat)];
  if (!isOpen(swap) || person === undefined) return {};
  return { swap: { ...swap, to: person, state: 'accepted' as const, at: now } };
}

/** Refusals: past-day, not-found, roster-changed, seat-needed, cannot-sit. */
export function decideEdit(
  roster: RosterDocument,
  edit: Edit,
  people: readonly RosterPerson[],
  { today, now }: { today: LocalDate; now: Instant },
): Refused | SeatChange {
  const { date, seat, person, rev } = edit;
  const day = roster.days[date];
  if (date < today) return because('past-day');
  const seats = roster.seats[date] ?? {};
  const held = seats[seat];
  if (!day || (day.state === 'published' && !held)) return because('not-found');
  if ((held?.at ?? 0) > rev) return because('roster-changed');
  if (person === undefined) {
    return day.state === 'published' ? because('seat-needed') : { seat: undefined };
  }
  const record = people.find((one) => one.person === person);
  // On a published day one receiver may take a second queue of the same half-day and home.
  const counted = day.state === 'published' ? withoutNeighbours(seats, seat) : seats;
  const why = findObstacle(record, date, seat, counted);
  if (why) return because('cannot-sit', { why });
  const put: StoredSeat = { person, why: '手工调整', at: roster.version + 1, hand: true };
  return { seat: put, ...settleByOffice(roster, edit, now) };
}

function withoutNeighbours(seats: RosterDocument['seats'][string], seat: string) {
  const { home, half } = parseSeat(seat);
  return Object.fromEntries(
    Object.entries(seats).filter(([other]) => {
      const at = parseSeat(other);
      return at.home !== home || at.half !== half;
    }),
  );
}

/** Seats numbered from 1 without gaps in each half-day: the numbers that the day's places are planned by. */
export function closeGaps(seats: RosterDocument['seats'][string], version: number) {
  const next = new Map<string, number>();
  const inOrder = Object.entries(seats).sort(([one], [other]) => parseSeat(one).n - parseSeat(other).n);
  return Object.fromEntries(
    inOrder.map(([seat, held]): [string, StoredSeat] => {
      const { home, half } = parseSeat(seat);
      const n = (next.get(`${home}-${half}`) ?? 0) + 1;
      next.set(`${home}-${half}`, n);
      const moved = seatId(home, half, n);
      return [moved, moved === seat ? held : { ...held, at: version }];
    }),
  );
}

interface PublishRule {
  today: LocalDate;
  noticeDays: number;
  overruled: boolean;
  /** What the calendar says of the day (standingOf). */
  standing: 'held' | 'provisional' | 'none';
}

/**
 * Refusals: not-found, past-day, already-published, year-unknown (the date may still change), day-moved (it is no
 * reception day any more), nobody-on-duty, too-late-to-publish (`details.days` of notice) unless the chief overrules it
 * with words.
 */
export function decidePublish(
  roster: RosterDocument,
  date: LocalDate,
  { today, noticeDays, overruled, standing }: PublishRule,
): Refused | { seats: Record<string, StoredSeat>; publication: number } {
  const day = roster.days[date];
  if (!day) return because('not-found');
  if (date < today) return because('past-day');
  if (day.state === 'published') return because('already-published');
  if (standing !== 'held') return because(standing === 'none' ? 'day-moved' : 'year-unknown');
  const seats = roster.seats[date] ?? {};
  if (Object.keys(seats).length === 0) return because('nobody-on-duty');
  if (daysBetween(today, date) < noticeDays && !overruled) {
    return because('too-late-to-publish', { days: noticeDays });
  }
  return { seats: closeGaps(seats, roster.version + 1), publication: day.publication + 1 };
}

/** Refusals: past-day, not-your-seat, cannot-sit. Asking again replaces what was asked before. */
export function decideAsk(
  roster: RosterDocument,
  { date, seat, from, to }: { date: LocalDate; seat: string; from: string; to: string | undefined },
  people: readonly RosterPerson[],
  { today, now }: { today: LocalDate; now: Instant },
): Refused | StoredSwap {
  if (date < today) return because('past-day');
  const seats = roster.seats[date] ?? {};
  if (seats[seat]?.person !== from) return because('not-your-seat');
  if (to !== undefined) {
    const why =
      to === from
        ? 'busy'
        : findObstacle(
            people.find((one) => one.person === to),
            date,
            seat,
            seats,
          );
    if (why) return because('cannot-sit', { why });
  }
  return { date, seat, from, to: to ?? '', state: to === undefined ? 'office' : 'asked', at: now };
}

/** Whoever asked comes after all. Refusals: past-day, not-your-seat, swap-over (answered or settled meanwhile). */
export function decideUndo(
  roster: RosterDocument,
  { date, seat, from }: { date: LocalDate; seat: string; from: string },
  { today, now }: { today: LocalDate; now: Instant },
): Refused | StoredSwap {
  if (date < today) return because('past-day');
  if (roster.seats[date]?.[seat]?.person !== from) return because('not-your-seat');
  const swap = roster.swaps[swapId(date, seat)];
  if (!isOpen(swap) || swap.from !== from) return because('swap-over');
  return { ...swap, state: 'withdrawn', at: now };
}

/** Refusals: not-found, past-day, swap-over (asked of somebody else by now, answered, or the seat changed), cannot-sit. */
export function decideAnswer(
  roster: RosterDocument,
  { swap: id, me, accept }: { swap: string; me: string; accept: boolean },
  { today, now }: { today: LocalDate; now: Instant },
): Refused | { swap: StoredSwap; seat?: StoredSeat } {
  const swap = roster.swaps[id];
  if (!swap) return because('not-found');
  if (swap.date < today) return because('past-day');
  const seats = roster.seats[swap.date] ?? {};
  if (swap.state !== 'asked' || swap.to !== me || !isHeld(roster, swap)) return because('swap-over');
  const state: Swap['state'] = accept ? 'accepted' : 'declined';
  const answered: StoredSwap = { ...swap, state, at: now };
  if (!accept) return { swap: answered };
  const { half } = parseSeat(swap.seat);
  const busy = Object.entries(seats).some(
    ([seat, held]) => held.person === me && parseSeat(seat).half === half,
  );
  if (busy) return because('cannot-sit', { why: 'busy' });
  return { swap: answered, seat: { person: me, why: '换班', at: roster.version + 1, hand: true } };
}

/** Days away in order, overlapping and touching ones joined. */
function mergeSpans(spans: readonly StoredSpan[]): StoredSpan[] {
  const merged: StoredSpan[] = [];
  for (const span of [...spans].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && daysBetween(last.to, span.from) <= 1) {
      if (span.to > last.to) last.to = span.to;
    } else merged.push({ ...span });
  }
  return merged;
}

/** States an absence, or with `undo` takes away every stated span that touches these days. */
export function decideAbsence(
  stated: readonly StoredSpan[],
  span: StoredSpan,
  undo: boolean,
): Refused | StoredSpan[] {
  if (span.to < span.from) return because('bad-input', { field: 'to' });
  const spans = undo
    ? stated.filter(({ from, to }) => to < span.from || span.to < from)
    : mergeSpans([...stated, span]);
  return spans.length > SPANS ? because('bad-input', { field: 'from' }) : spans;
}
