import {
  orderSlips,
  toSlip,
  type OpenBooking,
} from '../../../../../cloudfunctions/reception/booking/rules/slip';
import { DATE, receiver } from '../../support/days';

const booking: OpenBooking = {
  booking: 'acc-b1',
  code: 'A1B2C',
  state: 'booked',
  whom: 'self',
  name: '王先生',
  keys: 'acc',
  place: 'h1-1430-2',
};

test('the place alone says home, time, half-day and number', () => {
  expect(toSlip(DATE, booking)).toEqual({
    ...booking,
    date: DATE,
    home: 'h1',
    time: '14:30',
    half: 'pm',
    number: 2,
  });
});

test('what was not given does not appear', () => {
  const slip = toSlip(DATE, { ...booking, phone: '5550100', category: 'road' }, receiver('p1'));
  expect(slip).toMatchObject({ phone: '5550100', category: 'road', receiver: { person: 'p1' } });
  for (const field of ['phone', 'category', 'receiver'])
    expect(toSlip(DATE, booking)).not.toHaveProperty(field);
});

test('live slips come first, each part by time', () => {
  const at = (place: string, state: 'booked' | 'cancelled') => toSlip(DATE, { ...booking, place, state });
  const slips = [at('h1-0830-1', 'cancelled'), at('h1-1430-1', 'booked'), at('h1-0900-2', 'booked')];
  expect(orderSlips(slips).map(({ place }) => place)).toEqual(['h1-0900-2', 'h1-1430-1', 'h1-0830-1']);
});

test('a place that one has comes before one that one waits for, and that before what was given back', () => {
  const waiting = toSlip(DATE, { ...booking, place: 'h1-0830-0', state: 'waiting' });
  const cancelled = toSlip(DATE, { ...booking, state: 'cancelled' });
  const inOrder = orderSlips([cancelled, waiting, toSlip(DATE, booking)]);
  expect(inOrder.map(({ state }) => state)).toEqual(['booked', 'waiting', 'cancelled']);
});
