import type { OwnDay } from '../../../../../cloudfunctions/reception/days/rules/day-document';
import {
  explainBooking,
  explainCancel,
  explainFull,
  explainMove,
  explainOthers,
} from '../../../../../cloudfunctions/reception/booking/rules/refusal';
import { CLOSES_AT, DATE, makeDay, MORNING_BEFORE } from '../../support/days';

const asked = { account: 'acc', date: DATE, now: MORNING_BEFORE };
const toBook = { ...asked, home: 'h1', personKeys: ['acc', 'np'], banKeys: ['acc', 'np'] };
const toMove = { ...asked, booking: 'acc-b1', short: 'b1', from: 'h1-0830-1', homes: ['h1', 'h2'] };
const toCancel = { ...asked, booking: 'acc-b1', short: 'b1', from: 'h1-0830-1', home: 'h1', keys: 'acc' };

/** A day on which acc holds h1-0830-1. */
function withBooking(): OwnDay {
  const day = makeDay();
  day.place['h1-0830-1'] = 'acc-b1';
  day.by = { acc: 'acc-b1' };
  day.of = { acc: ['acc-b1'] };
  day.bookings = { acc: { b1: { state: 'booked', p: 'h1-0830-1', keys: 'acc' } as never } };
  return day;
}

const codeOf = (refused: { code: string } | undefined) => refused?.code;

describe('reasons of the day, before any of the person', () => {
  const full = { ...withBooking(), tries: { acc: Array<number>(25).fill(0) } };

  test('a day before today is past, whether it has a roster or not', () => {
    const tomorrow = { ...toBook, now: Date.parse('2026-12-08T00:00:00+08:00') };
    expect(codeOf(explainBooking(full, tomorrow))).toBe('past-day');
    expect(codeOf(explainBooking(undefined, tomorrow))).toBe('past-day');
  });
  test('today after the last half-day is past', () => {
    expect(codeOf(explainBooking(full, { ...toBook, now: Date.parse('2026-12-07T17:00:00+08:00') }))).toBe(
      'past-day',
    );
    expect(codeOf(explainBooking(full, { ...toBook, now: Date.parse('2026-12-07T16:59:59+08:00') }))).toBe(
      'closed',
    );
  });
  test('no roster, a draft, or a home that does not receive: not published', () => {
    expect(codeOf(explainBooking(undefined, toBook))).toBe('not-published');
    expect(codeOf(explainBooking({ ...full, state: 'draft' }, toBook))).toBe('not-published');
    expect(codeOf(explainBooking(full, { ...toBook, home: 'h9' }))).toBe('not-published');
  });
  test('closed says since when', () => {
    const refused = explainBooking(full, { ...toBook, now: CLOSES_AT });
    expect(refused).toEqual({ ok: false, code: 'closed', details: { closesAt: CLOSES_AT } });
    expect(codeOf(explainBooking(full, { ...toBook, now: CLOSES_AT - 1 }))).toBe('already-booked');
  });
  test('a move is closed when either home is, and says which instant', () => {
    const day = { ...withBooking(), closesAt: { h1: CLOSES_AT, h2: 7 } };
    expect(explainMove(day, toMove)).toMatchObject({ code: 'closed', details: { closesAt: 7 } });
  });
});

describe('booking', () => {
  test.each(['acc', 'np'])(
    'a live booking of one’s own under either person key (%s) is already-booked',
    (key) => {
      expect(codeOf(explainBooking({ ...makeDay(), by: { [key]: 'acc-b1' } }, toBook))).toBe(
        'already-booked',
      );
    },
  );
  test('of somebody else one hears the same word, whether booked or banned, and no reason; the office hears which', () => {
    const elsewhere = { ...makeDay(), by: { np: 'other-b1' } };
    const barred = { ...makeDay(), banned: { np: { until: '2026-12-20', reason: '总不来' } } };
    for (const day of [elsewhere, barred]) {
      expect(explainBooking(day, toBook)).toBeUndefined();
      expect(explainOthers(day, toBook)).toEqual({ ok: false, code: 'book-in-person' });
    }
    expect(codeOf(explainBooking(elsewhere, { ...toBook, office: true }))).toBe('already-booked');
  });
  test('a bar of one’s own account says until when and why, before all else', () => {
    const banned = { acc: { until: '2026-12-20', reason: '总不来' } };
    const refused = explainBooking({ ...withBooking(), banned }, toBook);
    expect(refused).toMatchObject({ code: 'barred', details: { until: '2026-12-20', reason: '总不来' } });
    expect(codeOf(explainBooking({ ...makeDay(), banned }, { ...toBook, banKeys: [] }))).toBeUndefined();
  });
  test('the third live booking is allowed, the fourth is not', () => {
    expect(explainBooking({ ...makeDay(), of: { acc: ['1', '2'] } }, toBook)).toBeUndefined();
    expect(codeOf(explainBooking({ ...makeDay(), of: { acc: ['1', '2', '3'] } }, toBook))).toBe(
      'too-many-bookings',
    );
  });
  test('a day that was published with other bounds goes by them, and the refusal says so', () => {
    const bounds = { bookings: 1, moves: 2 };
    const one = { ...makeDay(), bounds, of: { acc: ['1'] } };
    expect(explainBooking(one, toBook)).toMatchObject({ code: 'too-many-bookings', details: { most: 1 } });
    const moved = { ...withBooking(), bounds, moves: { acc: ['p', 'q'] } };
    expect(explainMove(moved, toMove)).toMatchObject({ code: 'too-many-moves', details: { most: 2 } });
  });
  test('the 25th act is allowed, the 26th is not', () => {
    const tries = (n: number) => ({ ...makeDay(), tries: { acc: Array<number>(n).fill(0) } });
    expect(explainBooking(tries(24), toBook)).toBeUndefined();
    expect(codeOf(explainBooking(tries(25), toBook))).toBe('too-many-acts');
  });
  test('only the place was lost: no reason against the person', () => {
    expect(explainBooking(makeDay(), toBook)).toBeUndefined();
  });
});

describe('moving', () => {
  test('a booking still at its place may move', () => {
    expect(explainMove(withBooking(), toMove)).toBeUndefined();
  });
  test('a booking that never was is not found', () => {
    expect(codeOf(explainMove(makeDay(), toMove))).toBe('not-found');
  });
  test.each([
    ['cancelled', { state: 'cancelled', p: 'h1-0830-1' }],
    ['moved', { state: 'booked', p: 'h1-0830-2' }],
  ])('a booking that was %s meanwhile has changed', (_, booking) => {
    const day = { ...withBooking(), bookings: { acc: { b1: booking as never } } };
    expect(codeOf(explainMove(day, toMove))).toBe('booking-changed');
  });
  test('the fifth move is allowed, the sixth is not, and comes before too-many-acts', () => {
    const moved = (n: number) => ({
      ...withBooking(),
      moves: { acc: Array<string>(n).fill('p') },
      tries: { acc: Array<number>(n === 5 ? 25 : 5).fill(0) },
    });
    expect(explainMove(moved(4), toMove)).toBeUndefined();
    expect(codeOf(explainMove(moved(5), toMove))).toBe('too-many-moves');
    expect(codeOf(explainMove({ ...moved(4), tries: { acc: Array<number>(25).fill(0) } }, toMove))).toBe(
      'too-many-acts',
    );
  });
});

describe('cancelling', () => {
  test('is not stopped by the bounds on acts', () => {
    const day = { ...withBooking(), tries: { acc: Array<number>(25).fill(0) } };
    expect(explainCancel(day, toCancel)).toBeUndefined();
  });
  test('with keys of another person the booking has changed', () => {
    expect(codeOf(explainCancel(withBooking(), { ...toCancel, keys: 'np' }))).toBe('booking-changed');
  });
  test('of a booking that never was is not found, after closing it is closed', () => {
    expect(codeOf(explainCancel(makeDay(), toCancel))).toBe('not-found');
    expect(codeOf(explainCancel(withBooking(), { ...toCancel, now: CLOSES_AT }))).toBe('closed');
    expect(codeOf(explainCancel(undefined, toCancel))).toBe('not-published');
  });
});

describe('no place fits', () => {
  const wish = { wish: { who: 'receiver', person: 'p4' }, home: 'h2' } as const;

  test('full says how many others are free in that home', () => {
    const day = makeDay();
    const noSuch = { ...wish, home: 'h1' };
    expect(explainFull(day, noSuch)).toEqual({ ok: false, code: 'full', details: { free: 12 } });
  });
  test('free places that people wait for are theirs', () => {
    const day = makeDay();
    for (const place of Object.keys(day.place)) if (place.startsWith('h2')) day.place[place] = 'x';
    day.place['h2-0900-2'] = 0;
    day.waiting = { 'h2-0900': ['somebody'] };
    expect(codeOf(explainFull(day, wish))).toBe('waiting');
    expect(codeOf(explainFull(day, { ...wish, time: '08:30' }))).toBe('full');
  });
});
