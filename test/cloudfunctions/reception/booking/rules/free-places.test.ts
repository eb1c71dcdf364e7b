import {
  findEarliest,
  isOpen,
  isOver,
  listBookable,
  listFree,
  listHomes,
  listTimes,
} from '../../../../../cloudfunctions/reception/booking/rules/free-places';
import { CLOSES_AT, makeDay, receiver } from '../../support/days';

const at = (text: string) => Date.parse(`${text}+08:00`);

test('times come in order, without the places for walk-ins', () => {
  const day = makeDay();
  const times = listTimes(day, 'h1');
  expect(times.map(({ time }) => time)).toEqual([
    '08:30',
    '09:00',
    '09:30',
    '10:00',
    '10:30',
    '11:00',
    '14:30',
    '15:00',
    '16:00',
    '16:30',
  ]);
  expect(times[0]).toEqual({
    time: '08:30',
    half: 'am',
    free: [
      { place: 'h1-0830-1', seat: 'h1-am-1' },
      { place: 'h1-0830-2', seat: 'h1-am-2' },
    ],
  });
});

test('numbers from 10 on do not come before 2', () => {
  const day = makeDay({ homes: { h1: { am: Array.from({ length: 12 }, (_, n) => receiver(`p${n}`)) } } });
  expect(listBookable(day, 'h1').slice(0, 8)).toEqual(
    [1, 2, 4, 5, 7, 8, 10, 11].map((number) => `h1-0830-${number}`),
  );
  const [home] = listHomes(day, 0);
  expect(home?.halves[0]?.seats.map(({ seat }) => seat).at(-1)).toBe('h1-am-12');
});

test('a full time stays in the list with nothing free', () => {
  const day = makeDay();
  day.place['h1-0900-3'] = 'somebody';
  expect(listTimes(day, 'h1').find(({ time }) => time === '09:00')).toMatchObject({ free: [] });
});

test('a place for which somebody waits is not free', () => {
  const day = makeDay();
  day.waiting = { 'h1-0830': ['somebody'] };
  expect(listFree(day, 'h1')).not.toContain('h1-0830-1');
  expect(listFree(day, 'h2')).toContain('h2-0830-1');
});

test('the earliest is the first free place by time, or none', () => {
  const day = makeDay();
  expect(findEarliest(day, 'h1')).toEqual({
    place: 'h1-0830-1',
    time: '08:30',
    half: 'am',
    receiver: '接访p1',
  });
  day.place['h1-0830-1'] = 'somebody';
  expect(findEarliest(day, 'h1')).toMatchObject({ place: 'h1-0830-2', receiver: '接访p2' });
  for (const place of Object.keys(day.place)) day.place[place] = 'somebody';
  expect(findEarliest(day, 'h1')).toBeUndefined();
});

test('booking is open until the closing instant, and not at it', () => {
  const day = makeDay();
  expect(isOpen(day, 'h1', CLOSES_AT - 1)).toBe(true);
  expect(isOpen(day, 'h1', CLOSES_AT)).toBe(false);
  expect(isOpen({ ...day, state: 'draft' }, 'h1', CLOSES_AT - 1)).toBe(false);
  expect(isOpen(day, 'h9', 0)).toBe(false);
});

test('the day is over when its last half-day ends, not at midnight', () => {
  const day = makeDay();
  expect(isOver(day, at('2026-12-07T16:59:59'))).toBe(false);
  expect(isOver(day, at('2026-12-07T17:00:00'))).toBe(true);
  expect(isOver(day, at('2026-12-07T11:30:00'), 'h2')).toBe(true);
  expect(isOver(day, at('2026-12-07T11:30:00'), 'h1')).toBe(false);
});

test('a day without half-days lasts until midnight', () => {
  const day = { date: '2026-12-31', homes: {} };
  expect(isOver(day, at('2026-12-31T23:59:59'))).toBe(false);
  expect(isOver(day, at('2027-01-01T00:00:00'))).toBe(true);
});

test('homes show their half-days with who sits there', () => {
  const [first, second] = listHomes(makeDay(), CLOSES_AT);
  expect(first).toMatchObject({ home: 'h1', open: false, closesAt: CLOSES_AT });
  expect(first?.halves.map(({ half, seats }) => [half, seats.length])).toEqual([
    ['am', 2],
    ['pm', 1],
  ]);
  expect(second?.halves).toEqual([
    expect.objectContaining({ half: 'am', start: '08:30', end: '11:30', seats: [expect.anything()] }),
  ]);
});
