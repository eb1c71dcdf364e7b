/** The course of a visit: what each step leaves, when it may be noted, and which place whoever just comes gets. */
import { explainLate, isBackEntry } from '../../../../../cloudfunctions/reception/desk/rules/late-entry';
import {
  hasCome,
  isStep,
  isUnrecorded,
  listVisitors,
  stateOf,
  visitAfter,
  type Step,
  type Visitor,
} from '../../../../../cloudfunctions/reception/desk/rules/visits';
import {
  isAdded,
  nextWalkInPlace,
  placeAfter,
  placesBefore,
} from '../../../../../cloudfunctions/reception/desk/rules/walk-in-place';
import { DATE, makeDay } from '../../support/days';

const at = (time: string, date = DATE) => Date.parse(`${date}T${time}:00+08:00`);

describe('a step', () => {
  const after = (from: Step['from'], to: Step['to'], more: Partial<Step> = {}) =>
    visitAfter({ from, to, now: 7, ...more });

  it('forwards says when it was; the first arrival stays', () => {
    expect(after('booked', 'arrived')).toEqual({ s: 'arrived', a: 7, c: null, t: null, e: null, o: null });
    expect(after('booked', 'called')).toEqual({ s: 'called', a: 7, c: 7, t: null, e: null, o: null });
    expect(after('booked', 'talking')).toEqual({ s: 'talking', a: 7, t: 7, e: null, o: null });
    expect(after('arrived', 'called')).toEqual({ s: 'called', c: 7, t: null, e: null, o: null });
    expect(after('called', 'talking')).toEqual({ s: 'talking', t: 7, e: null, o: null });
    expect(after('talking', 'met', { outcome: 'visit' })).toEqual({ s: 'met', e: 7, o: 'visit' });
    expect(after('arrived', 'met')).toEqual({ s: 'met', e: 7, o: null });
  });

  it('backwards takes away what is not true any more', () => {
    expect(after('talking', 'arrived')).toEqual({ s: 'arrived', c: null, t: null, e: null, o: null });
    expect(after('met', 'talking')).toEqual({ s: 'talking', e: null, o: null });
    expect(after('arrived', 'no-show')).toEqual({
      s: 'no-show',
      a: null,
      c: null,
      t: null,
      e: null,
      o: null,
    });
    expect(after('no-show', 'arrived')).toMatchObject({ a: 7 });
  });

  it('from met to met changes what came of it, not when', () => {
    expect(after('met', 'met', { outcome: 'explained' })).toEqual({ s: 'met', o: 'explained' });
  });

  it('entered on a later day knows no instants, and says that it was', () => {
    expect(after('booked', 'arrived', { now: null })).toMatchObject({ a: null, l: 1 });
    expect(after('arrived', 'called', { now: null })).not.toHaveProperty('l');
    expect(after('booked', 'arrived')).not.toHaveProperty('l');
  });

  it('takes the talk to the seat where it is', () => {
    expect(after('arrived', 'called', { seat: 'h1-am-2' })).toMatchObject({ seat: 'h1-am-2' });
    expect(after('called', 'talking', { seat: 'h1-am-2' })).toMatchObject({ seat: 'h1-am-2' });
    expect(after('talking', 'met', { seat: 'h1-am-2' })).toMatchObject({ seat: 'h1-am-2' });
    expect(after('booked', 'arrived', { seat: 'h1-am-2' })).not.toHaveProperty('seat');
  });

  it('is one of those that the desk may take', () => {
    expect([isStep('booked', 'talking'), isStep('booked', 'met'), isStep('met', 'arrived')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a visitor', () => {
  const visitor = (state: Visitor['state'], outcome?: string) =>
    ({ state, visit: outcome === undefined ? undefined : { o: outcome } }) as unknown as Visitor;

  it('has come from the arrival on, and is recorded once it is known what came of it', () => {
    const states = ['booked', 'arrived', 'called', 'talking', 'met', 'no-show'] as const;
    expect(states.filter((state) => hasCome(visitor(state)))).toEqual([
      'arrived',
      'called',
      'talking',
      'met',
    ]);
    expect(states.filter((state) => isUnrecorded(visitor(state)))).toEqual([
      'booked',
      'arrived',
      'called',
      'talking',
      'met',
    ]);
    expect(isUnrecorded(visitor('met', 'explained'))).toBe(false);
    expect(isUnrecorded({ ...visitor('met'), visit: { s: 'met' } as never })).toBe(true);
  });

  it('waits for the day until something is noted', () => {
    expect(stateOf({ visits: { 'h1-0830-1': { s: 'talking' } } }, 'h1-0830-1')).toBe('talking');
    expect([stateOf({ visits: {} }, 'h1-0830-1'), stateOf({}, 'h1-0830-1')]).toEqual(['booked', 'booked']);
  });
});

describe('the list of the day', () => {
  const account = '1'.repeat(16);
  const walkIn = `w${'2'.repeat(16)}`;
  const day = (changes: object = {}) =>
    ({
      place: {
        'h2-0830-1': `${account}-b3`,
        'h1-1430-1': `${account}-b2`,
        'h1-0830-10': `${walkIn}-b1`,
        'h1-0830-2': `${account}-b1`,
        'h1-0830-3': 0,
        'h1-0830-4': 'x-gone',
      },
      plan: { 'h1-0830-2': 'h1-am-2', 'h1-0830-10': 'h1-am-1' },
      bookings: {
        [account]: {
          b1: { p: 'h1-0830-2' },
          b2: { p: 'h1-1430-1', operator: 'p9' },
          b3: { p: 'h2-0830-1', seat: 'h2-am-5' },
        },
        [walkIn]: { b1: { p: 'h1-0830-10' } },
      },
      visits: { 'h1-0830-2': { s: 'met', seat: 'h1-am-7' } },
      ...changes,
    }) as unknown as Parameters<typeof listVisitors>[0];

  it('goes by home, half-day and number, and leaves out whom nobody knows', () => {
    expect(listVisitors(day()).map(({ place, number }) => [place, number])).toEqual([
      ['h1-0830-2', 2],
      ['h1-0830-10', 10],
      ['h1-1430-1', 1],
      ['h2-0830-1', 1],
    ]);
    expect(listVisitors(day({ bookings: undefined }))).toEqual([]);
  });

  it('says how each came, in which state and where', () => {
    expect(listVisitors(day()).map(({ origin, state, seat }) => [origin, state, seat])).toEqual([
      ['phone', 'met', 'h1-am-7'],
      ['walk-in', 'booked', 'h1-am-1'],
      ['behalf', 'booked', 'h1-pm-1'],
      ['phone', 'booked', 'h2-am-5'],
    ]);
    expect(listVisitors(day({ visits: undefined }))[0]).toMatchObject({ state: 'booked', seat: 'h1-am-2' });
    expect(listVisitors(day({ visits: undefined }))[0]).not.toHaveProperty('visit');
  });

  it('an account that begins with w is no walk-in', () => {
    const own = `w${'3'.repeat(15)}`;
    expect(
      listVisitors(day({ place: { 'h1-0830-2': `${own}-b1` }, bookings: { [own]: { b1: { p: '' } } } }))[0]
        ?.origin,
    ).toBe('phone');
    const longer = `a${'2'.repeat(16)}`;
    expect(
      listVisitors(
        day({ place: { 'h1-0830-2': `${longer}-b1` }, bookings: { [longer]: { b1: { p: '' } } } }),
      )[0]?.origin,
    ).toBe('phone');
  });
});

describe('a visit of the 7th', () => {
  const late = (date: string, more: object = {}) =>
    explainLate(
      { date: DATE, now: at('10:00', date), office: false, reason: undefined, ...more },
      { noteDays: 1, backEntryDays: 14 },
    );

  it('is noted on the day and the next by whoever sat there, not before', () => {
    expect(late('2026-12-06')).toEqual({ ok: false, code: 'not-today' });
    expect([late('2026-12-07'), late('2026-12-08')]).toEqual([undefined, undefined]);
  });

  it('from the 9th to the 21st by the office alone, with a reason', () => {
    expect(late('2026-12-09')).toEqual({ ok: false, code: 'office-only', details: { days: 1 } });
    expect(late('2026-12-09', { office: true })).toEqual({
      ok: false,
      code: 'bad-input',
      details: { field: 'reason' },
    });
    expect([
      late('2026-12-09', { office: true, reason: '停电' }),
      late('2026-12-21', { office: true, reason: '停电' }),
    ]).toEqual([undefined, undefined]);
  });

  it('then by nobody', () => {
    expect(late('2026-12-22', { office: true, reason: '停电' })).toEqual({
      ok: false,
      code: 'entry-over',
      details: { days: 14 },
    });
  });

  it('is entered back from the next midnight on', () => {
    expect([isBackEntry(DATE, at('23:59')), isBackEntry(DATE, at('00:00', '2026-12-08'))]).toEqual([
      false,
      true,
    ]);
  });
});

describe('a place for whoever just comes', () => {
  it('is numbered after the highest, to 999', () => {
    expect([placeAfter('h1-1100-6w'), placeAfter('h1-1100-6'), placeAfter('h1-1100-998x')]).toEqual([
      'h1-1100-7x',
      'h1-1100-7x',
      'h1-1100-999x',
    ]);
    expect(placeAfter('h1-1100-999')).toBeUndefined();
    expect(placesBefore('h1-1100-7x')).toEqual(['h1-1100-6', 'h1-1100-6w', 'h1-1100-6x']);
    expect([isAdded('h1-1100-7x'), isAdded('h1-1100-7w'), isAdded('h1-1100-7')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  const day = makeDay();
  const morning = Object.keys(day.plan).filter((place) => /^h1-(0|1[01])/.test(place));
  const next = (time: string, changes: object = {}, date = DATE) =>
    nextWalkInPlace({ ...day, ...changes }, 'h1', 'am', at(time, date));
  const timeOf = (place: string | undefined) => place?.split('-')[1];
  const closed = { closesAt: { h1: 0 } };

  it('before closing is one that is kept for walk-ins, after it any that nobody booked', () => {
    expect(next('08:00', {}, '2026-12-01')).toMatch(/w$/);
    expect(next('08:00', closed, '2026-12-01')).toBe('h1-0830-1');
    expect(next('08:00', { closesAt: {} }, '2026-12-01')).toBe('h1-0830-1');
    expect(next('08:00', { closesAt: { h1: at('08:00', '2026-12-01') } }, '2026-12-01')).toBe('h1-0830-1');
  });

  it('is of the present time, else of the next that is free, else an added one', () => {
    expect(timeOf(next('09:20', closed))).toBe('0900');
    const taken = (times: RegExp) => ({
      ...closed,
      place: Object.fromEntries(
        Object.keys(day.place).map((place) => [place, times.test(place) ? 'a-b' : 0]),
      ),
    });
    expect(timeOf(next('09:20', taken(/-0900-/)))).toBe('0930');
    const last = day.last?.['h1-am'] ?? '';
    expect(next('09:20', taken(/./))).toBe(placeAfter(last));
    expect(next('09:20', { ...taken(/./), last: {} })).toBeUndefined();
    expect(nextWalkInPlace({ ...day, ...closed }, 'h9', 'am', at('09:20'))).toBeUndefined();
    expect(morning.length).toBeGreaterThan(4);
  });

  it('before the first time of the day, or on another day, is the first of all', () => {
    expect(next('07:00', closed)).toBe('h1-0830-1');
    expect(next('11:00', closed, '2026-12-08')).toBe('h1-0830-1');
  });

  it('is none that was closed, and the lowest number of those that are free', () => {
    expect(next('07:00', { ...closed, blocked: { 'h1-0830-1': '停电' } })).toBe('h1-0830-2');
    expect(nextWalkInPlace({ ...day, ...closed }, 'h1', 'pm', at('07:00'))).toMatch(/^h1-1/);
  });
});
