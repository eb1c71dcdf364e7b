/** What of a booking can be made bare, and what stays of it: that it was, not whose. */
import {
  bareBooking,
  mayErase,
  placeHeld,
  sweptBooking,
} from '../../../../../cloudfunctions/reception/own-data/rules/bare-bookings';

const stored = {
  state: 'booked',
  p: 'h1-0830-1',
  whom: 'self',
  name: 'x',
  phone: 'y',
  keys: 'k',
  openid: 'o',
  at: 5,
  operator: 'p9',
  village: 'v4',
  category: 'road',
  seat: 'h1-am-1',
} as never;
const poor = {
  state: 'booked',
  p: 'h1-0830-1',
  whom: 'self',
  name: 'x',
  keys: 'k',
  openid: 'o',
  at: 5,
} as never;
const bare = {
  state: 'booked',
  p: 'h1-0830-1',
  whom: 'self',
  name: '',
  keys: '',
  openid: '',
  at: 5,
  bare: true,
};

it('may be erased once it is over or cancelled; what is still to come is cancelled first', () => {
  expect(mayErase({ state: 'booked' }, '2026-12-06', '2026-12-07')).toBe(true);
  expect(mayErase({ state: 'booked' }, '2026-12-07', '2026-12-07')).toBe(false);
  expect(mayErase({ state: 'waiting' }, '2026-12-07', '2026-12-07')).toBe(false);
  expect(mayErase({ state: 'cancelled' }, '2026-12-20', '2026-12-07')).toBe(true);
});

it('by its person’s wish leaves where and what about, and that it was one person with others', () => {
  expect(bareBooking(stored, '', 'hash')).toStrictEqual({
    ...bare,
    party: 'hash',
    category: 'road',
    seat: 'h1-am-1',
  });
  expect(bareBooking(poor, '', undefined)).toStrictEqual(bare);
});

it('past its time leaves besides where they live and who entered them', () => {
  expect(sweptBooking(stored, '', 'hash')).toStrictEqual({
    ...bare,
    party: 'hash',
    category: 'road',
    seat: 'h1-am-1',
    operator: 'p9',
    village: 'v4',
  });
  expect(sweptBooking(poor, '', undefined)).toStrictEqual(bare);
});

it('holds its place only while that is its own', () => {
  expect(placeHeld({ place: { 'h1-0830-1': 'a-b' } }, 'a-b', 'h1-0830-1')).toBe('h1-0830-1');
  expect(placeHeld({ place: { 'h1-0830-1': 'x-y' } }, 'a-b', 'h1-0830-1')).toBeUndefined();
  expect(placeHeld({ place: {} }, 'a-b', 'h1-0830-1')).toBeUndefined();
});
