/** Waiting, taking over and cancelling: what stands in the way, in the order in which a person should hear it. */
import {
  explainCancel,
  explainOthers,
  explainTakeOver,
} from '../../../../../cloudfunctions/reception/booking/rules/refusal';
import {
  explainWait,
  heirOf,
  placesAt,
} from '../../../../../cloudfunctions/reception/booking/rules/waiting-list';
import { SHUT, type OwnDay } from '../../../../../cloudfunctions/reception/days/rules/day-document';
import { LIMITS } from '../../../../../miniprogram/contract/limits';
import { CLOSES_AT, DATE, makeDay, MORNING_BEFORE } from '../../support/days';

const day = makeDay();
const TIME = '08:30';
const places = placesAt(day, 'h1', TIME);
const changed = (changes: object): OwnDay => ({ ...day, ...changes });
const taken = { place: { ...day.place, ...Object.fromEntries(places.map((place) => [place, 'a-b'])) } };
const key = 'h1-0830';

describe('the list of a time', () => {
  const wait = (changes: object, home = 'h1', time = TIME) => explainWait(changed(changes), home, time);

  it('has the places of that home and time that can be booked', () => {
    expect(places.length).toBeGreaterThan(1);
    expect(places.every((place) => place.startsWith('h1-0830-') && !place.endsWith('w'))).toBe(true);
    expect(placesAt(day, 'h9', TIME)).toEqual([]);
  });

  it('is joined where every place is taken', () => {
    expect(wait(taken)).toBeUndefined();
    expect(wait({ ...taken, waiting: { [key]: ['x'] } })).toBeUndefined();
  });

  it('is refused where there is no such time, where it is full, or where a place is free', () => {
    expect(wait(taken, 'h1', '08:31')).toEqual({ ok: false, code: 'bad-input', details: { field: 'time' } });
    const full = Array.from({ length: LIMITS.waitingPerTime }, (_, n) => String(n));
    expect(wait({ ...taken, waiting: { [key]: full } })).toEqual({ ok: false, code: 'list-full' });
    expect(wait({ ...taken, waiting: { [key]: full.slice(1) } })).toBeUndefined();
    expect(wait({})).toEqual({ ok: false, code: 'not-full', details: { free: places.length } });
  });

  it('is refused where all its places are closed, since nobody would ever get one', () => {
    const blocked = Object.fromEntries(places.map((place) => [place, '停电']));
    const refused = wait({ blocked });
    expect(refused).toMatchObject({ code: 'full' });
    expect(refused?.details?.['free']).toBeGreaterThan(0);
    // Whoever has a place that was closed since may give it back.
    expect(wait({ blocked, ...taken })).toBeUndefined();
  });
});

describe('a place that became free', () => {
  const [place = ''] = places;
  const heir = (changes: object, now = MORNING_BEFORE, of = place) =>
    heirOf(changed({ waiting: { [key]: ['first', 'second'] }, ...changes }), of, now);

  it('is the first one’s who waits for its time, until booking closes', () => {
    expect(heir({})).toBe('first');
    expect(heir({}, CLOSES_AT - 1)).toBe('first');
    expect(heir({}, CLOSES_AT)).toBeUndefined();
    expect(heir({ waiting: {} })).toBeUndefined();
    expect(heir({ waiting: { 'h2-0830': ['other'] } })).toBeUndefined();
  });

  it('is nobody’s while it is taken or closed, or kept for whoever just comes, or the day is withdrawn', () => {
    expect(heir(taken)).toBeUndefined();
    expect(heir({ blocked: { [place]: '停电' } })).toBeUndefined();
    expect(heir({ state: 'draft' })).toBeUndefined();
    const walkIn = Object.keys(day.plan).find((one) => one.startsWith('h1-0830-') && one.endsWith('w')) ?? '';
    if (walkIn !== '')
      expect(heir({ place: { ...day.place, [walkIn]: 0 } }, MORNING_BEFORE, walkIn)).toBeUndefined();
  });
});

describe('taking over a slip', () => {
  const take = (changes: object | undefined, asked: object = {}) =>
    explainTakeOver(changes && changed(changes), {
      date: DATE,
      home: 'h1',
      now: MORNING_BEFORE,
      wrong: 0,
      ...asked,
    });

  it('may be tried on a published day that is not over', () => {
    expect(take({})).toBeUndefined();
    expect(take({}, { now: Date.parse(`${DATE}T12:00:00+08:00`) })).toBeUndefined();
  });

  it.each([
    ['a day that is past', {}, { now: Date.parse('2026-12-08T00:00:00+08:00') }, 'past-day'],
    ['the evening of the day', {}, { now: Date.parse(`${DATE}T23:00:00+08:00`) }, 'past-day'],
    ['a day that is not there', undefined, {}, 'not-published'],
    ['a draft', { state: 'draft' }, {}, 'not-published'],
    ['a township that closed', { closesAt: { h1: SHUT } }, {}, 'township-closed'],
    ['the last wrong code', {}, { wrong: LIMITS.wrongCodes }, 'code-locked'],
  ])('not on %s', (_what, changes, asked, code) => {
    expect(take(changes, asked)).toMatchObject({ ok: false, code });
  });

  it('one wrong code fewer is no reason', () => {
    expect(take({}, { wrong: LIMITS.wrongCodes - 1 })).toBeUndefined();
  });
});

describe('cancelling', () => {
  const account = '1'.repeat(16);
  const [place = ''] = places;
  const own = {
    bookings: { [account]: { b1: { state: 'booked', p: place, keys: 'k' } } },
    place: { ...day.place, [place]: `${account}-b1` },
  };
  const cancel = (changes: object, asked: object = {}) =>
    explainCancel(changed({ ...own, ...changes }), {
      account,
      date: DATE,
      now: MORNING_BEFORE,
      booking: `${account}-b1`,
      short: 'b1',
      from: place,
      home: 'h1',
      keys: 'k',
      ...asked,
    });

  it('goes through for what one has', () => {
    expect(cancel({})).toBeUndefined();
  });

  it.each([
    ['what never was', {}, { short: 'b2' }, 'not-found'],
    ['another’s', {}, { account: 'x' }, 'not-found'],
    ['what is at another place by now', {}, { from: 'h1-0830-9' }, 'booking-changed'],
    [
      'what was cancelled',
      { bookings: { [account]: { b1: { state: 'cancelled', p: place, keys: 'k' } } } },
      {},
      'booking-changed',
    ],
    ['what somebody else has now', { place: { ...day.place, [place]: 'x-y' } }, {}, 'booking-changed'],
    ['who has come', { visits: { [place]: { s: 'arrived' } } }, {}, 'booking-changed'],
    ['what has other keys', {}, { keys: 'z' }, 'booking-changed'],
    ['a home that is not held', {}, { home: 'h9' }, 'not-published'],
    ['after closing', {}, { now: CLOSES_AT }, 'closed'],
    ['in a township that closed', { closesAt: { h1: SHUT } }, {}, 'township-closed'],
    ['on a day that is over', {}, { now: Date.parse('2026-12-08T00:00:00+08:00') }, 'past-day'],
    ['on a draft', { state: 'draft' }, {}, 'not-published'],
  ])('not %s', (_what, changes, asked, code) => {
    expect(cancel(changes, asked)).toMatchObject({ ok: false, code });
  });

  it('of a place that one waits for needs no place', () => {
    const waiting = { bookings: { [account]: { b1: { state: 'waiting', p: 'h1-0830-0', keys: 'k' } } } };
    expect(cancel(waiting, { from: 'h1-0830-0' })).toBeUndefined();
    expect(
      cancel(
        { bookings: { [account]: { b1: { state: 'booked', p: 'h1-0830-0', keys: 'k' } } } },
        { from: 'h1-0830-0' },
      ),
    ).toMatchObject({ code: 'booking-changed' });
  });
});

describe('of somebody else', () => {
  const account = '1'.repeat(16);
  const others = (changes: object, asked: object = {}) =>
    explainOthers(changed(changes), {
      account,
      date: DATE,
      now: MORNING_BEFORE,
      home: 'h1',
      personKeys: ['n'],
      banKeys: ['n'],
      ...asked,
    });

  it('one word says whatever stands in the way', () => {
    expect(others({})).toBeUndefined();
    expect(others({ banned: { n: { until: DATE, reason: 'r' } } })).toEqual({
      ok: false,
      code: 'book-in-person',
    });
    expect(others({ by: { n: 'x-b1' } })).toEqual({ ok: false, code: 'book-in-person' });
    expect(others({ banned: { m: {} }, by: { m: 'x' } })).toBeUndefined();
  });

  it('and the same word where no further name may be asked for', () => {
    const names = Array.from({ length: LIMITS.namesPerAccount }, (_, n) => `n${String(n)}`);
    const asked = (list: readonly string[], named?: string) =>
      others({ asked: { [account]: list } }, { ...(named !== undefined && { named }) });
    expect(asked(names, 'new')).toEqual({ ok: false, code: 'book-in-person' });
    expect(asked(names, 'n0')).toBeUndefined();
    expect(asked(names)).toBeUndefined();
    expect(asked(names.slice(1), 'new')).toBeUndefined();
    expect(others({}, { named: 'new' })).toBeUndefined();
  });
});
