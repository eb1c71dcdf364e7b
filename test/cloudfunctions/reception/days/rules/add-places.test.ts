/** 加号, what a place's id says, and what one account may do on a day. */
import { planAdded, receivesAt } from '../../../../../cloudfunctions/reception/days/rules/add-places';
import { boundsOn, ownBounds } from '../../../../../cloudfunctions/reception/days/rules/bounds';
import {
  formatPlace,
  isWaitingPlace,
  parsePlace,
  timeKey,
  waitingKey,
  waitingPlace,
} from '../../../../../cloudfunctions/reception/days/rules/place-id';
import { clearingOf } from '../../../../../cloudfunctions/reception/days/rules/publish-day';
import { SETTINGS } from '../../../../../cloudfunctions/registry/directory/rules/settings';

it('added places are numbered after the highest, walk-ins after them; a number is never given twice', () => {
  expect(planAdded('h1-1100-6w', '09:00', 2)).toEqual({
    places: ['h1-0900-7', 'h1-0900-8'],
    last: 'h1-1100-8',
  });
  expect(planAdded('h1-1100-997', '09:00', 2)?.last).toBe('h1-1100-999');
  expect(planAdded('h1-1100-998', '09:00', 2)).toBeUndefined();
});

it('somebody receives at a time where a seat is held and its half-day has places then', () => {
  const day = {
    plan: { 'h1-0900-1': 0, 'h1-1430-1': 0, 'h2-1000-1': 0 },
    seats: { 'h1-am-1': {}, 'h2-am-1': {} },
  } as unknown as Parameters<typeof receivesAt>[0];
  expect(receivesAt(day, 'h1-am-1', '09:00')).toBe(true);
  const none: [string, string][] = [
    ['h1-am-1', '10:00'],
    ['h1-am-1', '14:30'],
    ['h1-am-2', '09:00'],
    ['h1-pm-1', '14:30'],
    ['h2-am-1', '09:00'],
  ];
  expect(none.map(([seat, time]) => receivesAt(day, seat, time))).toEqual(none.map(() => false));
});

it('a place says home, time, half, number and whether it is for walk-ins', () => {
  const place = { home: 'h1', time: '09:30', number: 4 };
  expect([formatPlace({ ...place, walkIn: false }), formatPlace({ ...place, walkIn: true })]).toEqual([
    'h1-0930-4',
    'h1-0930-4w',
  ]);
  expect(parsePlace('h1-0930-4')).toEqual({ ...place, half: 'am', walkIn: false });
  expect(parsePlace('h1-1430-12w')).toEqual({
    home: 'h1',
    time: '14:30',
    half: 'pm',
    number: 12,
    walkIn: true,
  });
  expect(parsePlace('h1-0930-5x').walkIn).toBe(true);
  // The letter at the end decides, not one in the name of the home.
  expect(parsePlace('wx1-0930-5').walkIn).toBe(false);
});

it('who waits stands for a time, at no number', () => {
  expect([waitingKey('h1-0930-4'), timeKey('h1', '09:30')]).toEqual(['h1-0930', 'h1-0930']);
  expect(waitingPlace('h1-0930')).toBe('h1-0930-0');
  expect(['h1-0930-0', 'h1-0930-10', 'h1-0930-4'].map(isWaitingPlace)).toEqual([true, false, false]);
});

it('a day keeps a township’s own bounds, and nothing where they are the usual ones', () => {
  const usual = { bookings: SETTINGS.bookingsPerAccount.value, moves: SETTINGS.movesPerDay.value };
  expect(ownBounds({})).toBeUndefined();
  expect(ownBounds({ bookingsPerAccount: usual.bookings, movesPerDay: usual.moves })).toBeUndefined();
  expect(ownBounds({ bookingsPerAccount: 1 })).toEqual({ ...usual, bookings: 1 });
  expect(ownBounds({ movesPerDay: usual.moves + 1 })).toEqual({ ...usual, moves: usual.moves + 1 });
  const own = { bookings: 1, moves: 1 };
  expect(boundsOn({ date: '2026-12-07', bounds: own })).toEqual(own);
  expect([boundsOn({ date: '2026-12-07' }), boundsOn(undefined)]).toEqual([usual, usual]);
});

it('a day is cleared at the midnight after the last day of entering', () => {
  const instant = clearingOf('2026-12-07', { backEntryDays: 14 });
  expect(new Date(instant).toISOString()).toBe('2026-12-21T16:00:00.000Z');
});
