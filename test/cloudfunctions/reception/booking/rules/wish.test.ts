import type { PlaceWish } from '../../../../../miniprogram/contract/reception';
import { fitsTime, listFitting } from '../../../../../cloudfunctions/reception/booking/rules/wish';
import { makeDay } from '../../support/days';

const any: PlaceWish = { wish: { who: 'any' } };
const fitting = (wish: PlaceWish, home = 'h1') => listFitting(makeDay(), { ...wish, home });

test('whoever is free: every free bookable place of that home', () => {
  expect(fitting(any)).toHaveLength(8 + 4);
  expect(fitting(any, 'h2')).toHaveLength(4);
  expect(fitting(any, 'h9')).toEqual([]);
});

test('one receiver: only that seat', () => {
  expect(fitting({ wish: { who: 'receiver', person: 'p2' } })).toEqual([
    'h1-0830-2',
    'h1-0930-6',
    'h1-1000-8',
    'h1-1100-12',
  ]);
  expect(fitting({ wish: { who: 'receiver', person: 'p4' } })).toEqual([]);
});

test('any of a group: the seats of its members', () => {
  expect(fitting({ wish: { who: 'group', group: 'g1' } })).toHaveLength(12);
  expect(fitting({ wish: { who: 'group', group: 'g2' } })).toEqual([]);
  expect(fitting({ wish: { who: 'group', group: 'g2' } }, 'h2')).toHaveLength(4);
});

test('a time or a half-day narrows the choice', () => {
  expect(fitting({ ...any, time: '08:30' })).toEqual(['h1-0830-1', 'h1-0830-2']);
  expect(fitting({ ...any, half: 'pm' })).toEqual(['h1-1430-1', 'h1-1500-2', 'h1-1600-4', 'h1-1630-5']);
});

test('taken places and those for walk-ins never fit', () => {
  const day = makeDay();
  day.place['h1-0830-1'] = 'somebody';
  expect(listFitting(day, { ...any, home: 'h1', time: '08:30' })).toEqual(['h1-0830-2']);
  expect(fitsTime('h1-0930-5w', { ...any, home: 'h1' })).toBe(false);
});

test('a place whose seat nobody sits on is not chosen', () => {
  const day = makeDay();
  day.seats = {};
  expect(listFitting(day, { ...any, home: 'h1' })).toEqual([]);
});

test.each([
  ['another home', { home: 'h2' }],
  ['another time', { home: 'h1', time: '09:00' }],
  ['another half-day', { home: 'h1', half: 'pm' as const }],
])('a named place of %s does not fit', (_, wish) => {
  expect(fitsTime('h1-0830-1', { ...any, ...wish })).toBe(false);
});
