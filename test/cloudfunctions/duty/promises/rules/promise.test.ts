import { promisesOfDay } from '../../../../../cloudfunctions/duty/promises/rules/promise';

const PLACE = 'h1-0830-1';

function dayWith(booking: object): Parameters<typeof promisesOfDay>[0] {
  const stored = { state: 'booked', p: PLACE, whom: 'self', keys: '', openid: '', at: 0, ...booking };
  return {
    date: '2026-12-07',
    state: 'published',
    homes: {},
    closesAt: {},
    waiting: {},
    seats: { 'h1-am-1': { person: 'p5' } },
    plan: { [PLACE]: 'h1-am-1' },
    place: { [PLACE]: 'a-b1' },
    bookings: { a: { b1: stored } },
    visits: { [PLACE]: { s: 'met', o: 'visit' } },
  } as unknown as Parameters<typeof promisesOfDay>[0];
}

test('a visit agreed at the desk differs once its booking forgot the name, so that the promise forgets it too', () => {
  const due = () => '2026-12-21';
  expect(promisesOfDay(dayWith({ name: 'x' }), due)).toMatchObject([{ person: 'p5', name: 'x' }]);
  expect(promisesOfDay(dayWith({ name: 'x' }), due)[0]).not.toHaveProperty('bare');
  expect(promisesOfDay(dayWith({ name: 'y', bare: true }), due)).toMatchObject([{ name: 'y', bare: true }]);
});
