/** What booking and closing places leave: in the day, in the audit, for whoever is told; and under the same key again. In process. */
import { codeOf } from '../../../cloudfunctions/reception/booking/booking-ids';
import { onPlaceFreed } from '../../../cloudfunctions/reception/events/on-place-freed';
import type { Slip } from '../../../miniprogram/contract/reception';
import { accountOf, decryptField } from '../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../support/in-process';
import { DATE } from './support/days';
import { bookInput } from './support/reception';
import {
  day,
  last,
  ask,
  hold,
  bookingOf,
  any,
  delivered,
  once,
  resetDay,
  startDay,
} from './support/day-in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startDay();
});
beforeEach(resetDay);

test('booked: whose, for whom, when, about what; the day’s event names the place', async () => {
  const input = bookInput({ phone: '13712345678', category: 'road', whom: 'family' });
  const slip = (await once('o1', 'book', input, { name: '别人' })).data as Slip;
  expect(slip).toMatchObject({
    state: 'booked',
    place: 'h1-0830-1',
    phone: '13712345678',
    category: 'road',
    whom: 'family',
  });
  const stored = bookingOf(slip);
  expect(stored).toMatchObject({
    state: 'booked',
    p: slip.place,
    whom: 'family',
    category: 'road',
    openid: 'o1',
    at: cloud.clock.now(),
  });
  expect(decryptField(stored?.phone ?? '')).toBe('13712345678');
  const account = accountOf('o1');
  expect(day().of[account]).toEqual([slip.booking]);
  expect(last()).toMatchObject({
    row: { act: 'book', of: slip.booking, by: account, from: '', to: slip.place },
    event: { event: 'booked', about: { date: DATE, home: 'h1', booking: slip.booking, place: slip.place } },
  });
  const without = await hold('o2', { place: 'h1-0830-2' });
  expect(without).not.toHaveProperty('phone');
  expect(bookingOf(without)).not.toHaveProperty('phone');
  expect(await ask('o3', 'book', { ...bookInput(), place: 'h2-0830-1' })).toMatchObject({
    code: 'bad-input',
  });
});

test('moved: both places, from where to where; not to a place that is none of the wish', async () => {
  const slip = await hold('o1');
  const [booking, from, place] = [slip.booking, slip.place, 'h1-0830-2'];
  await once('o1', 'move', { booking, from, place, ...any }, { wish: { who: 'group', group: 'g1' } });
  expect(day().place).toMatchObject({ [from]: 0, [place]: booking });
  expect(bookingOf(slip)?.p).toBe(place);
  expect(last()).toMatchObject({
    row: { act: 'move', of: booking, by: accountOf('o1'), from, to: place },
    event: { event: 'booking-moved', about: { date: DATE, booking, from, place } },
  });
  const wrong = { booking, from: place, place: from, ...any, time: '10:00' };
  expect(await ask('o1', 'move', wrong)).toMatchObject({ code: 'bad-input', details: { field: 'place' } });
  expect(await ask('o1', 'move', { booking, from: place, place, ...any })).toMatchObject({
    code: 'same-place',
  });
  expect(await ask('o2', 'move', { booking, from: place, place: from, ...any })).toMatchObject({
    code: 'not-found',
  });
});

/** Every place of that time is somebody’s. */
async function fill(time: string): Promise<Slip[]> {
  const slips: Slip[] = [];
  const places = Object.keys(day().place).filter((place) => place.startsWith(`h1-${time}-`));
  for (const [n, place] of places.entries()) {
    const slip = await ask(`o-full${String(n)}`, 'book', bookInput({ place, name: `满${String(n)}` }));
    if (slip.ok) slips.push(slip.data as Slip);
  }
  return slips;
}

test('who waits gets the place that is left, and nobody after closing', async () => {
  const [full] = await fill('1430');
  const wish = { home: 'h1', time: '14:30', whom: 'self', name: '王先生' };
  expect(await ask('o1', 'wait', { ...wish, time: '08:30' })).toMatchObject({ code: 'not-full' });
  const slip = (await once('o1', 'wait', wish, { name: '别人' })).data as Slip;
  expect(last()).toMatchObject({
    row: { act: 'wait', of: slip.booking, from: '', to: 'h1-1430' },
    event: {
      event: 'waiting-joined',
      about: { date: DATE, home: 'h1', booking: slip.booking, list: 'h1-1430' },
    },
  });
  const next = (await ask('o2', 'wait', { ...wish, name: '李先生' })).data as Slip;
  const { booking, place, keys } = full as Slip;
  await once('o-full0', 'cancel', { booking, from: place, keys }, { from: 'h1-0830-1' });
  expect(last()).toMatchObject({
    row: { act: 'cancel', of: booking, from: place, to: '' },
    event: { event: 'booking-cancelled', about: { date: DATE, booking, place } },
  });
  expect([day().place[place], bookingOf(full as Slip)?.state, day().of[accountOf('o-full0')]]).toEqual([
    0,
    'cancelled',
    [],
  ]);
  const freed = delivered('booking-cancelled', { date: DATE, booking, place });
  await onPlaceFreed(freed, Date.parse('2026-12-06T18:00:00+08:00'));
  expect(day().place[place]).toBe(0);
  await onPlaceFreed(freed, cloud.clock.now());
  expect(day().place[place]).toBe(slip.booking);
  expect(bookingOf(slip)).toMatchObject({ state: 'booked', p: place });
  expect(last()).toMatchObject({
    row: { act: 'give', of: slip.booking, by: 'system', from: 'h1-1430', to: place },
    event: { event: 'place-given', about: { date: DATE, booking: slip.booking, place } },
  });
  await onPlaceFreed(freed, cloud.clock.now());
  expect(bookingOf(next)?.state).toBe('waiting');
  const left = { booking: next.booking, from: next.place, keys: next.keys };
  expect(await ask('o2', 'cancel', left)).toMatchObject({ ok: true });
  expect(last()).toMatchObject({ row: { act: 'leave' }, event: { event: 'waiting-left' } });
  expect(day().waiting['h1-1430']).toEqual([]);
});

test('where all that is free is closed nobody waits; where one that is taken is closed somebody may', async () => {
  const places = Object.keys(day().place).filter((place) => place.startsWith('h1-1430-'));
  const wish = { home: 'h1', time: '14:30', whom: 'self', name: '王先生' };
  const block = (some: readonly string[]) =>
    ask('o-staff', 'blockPlaces', { places: some, reason: '停电', confirmed: true });
  await block(places);
  expect(await ask('o1', 'wait', wish)).toMatchObject({ code: 'full' });
  await ask('o-staff', 'blockPlaces', { places, confirmed: true });
  await fill('1430');
  await block(places);
  expect(await ask('o1', 'wait', wish)).toMatchObject({ ok: true });
  expect(await ask('o2', 'wait', { ...wish, name: '李先生' })).toMatchObject({ ok: true });
});

test('for somebody without a phone: who entered it, for which village, and whose it is once taken over', async () => {
  const input = {
    ...any,
    home: 'h1',
    place: 'h1-0830-1',
    name: '柳奶奶',
    village: 'v1',
    phone: '13900001234',
  };
  const slip = (await once('o-helper', 'bookFor', input, { name: '别人' })).data as Slip;
  expect(bookingOf(slip)).toMatchObject({ operator: 'p93', village: 'v1', openid: '', whom: 'self' });
  expect(last().row).toMatchObject({ act: 'book', by: 'p93', to: slip.place });
  const code = codeOf(slip.booking);
  const taken = { home: 'h1', half: 'am', number: slip.number, code };
  const wrong = { ...taken, code: code === 'AAAAA' ? 'BBBBB' : 'AAAAA' };
  expect(await ask('o-child', 'takeOver', wrong)).toMatchObject({ code: 'code-wrong', details: { left: 4 } });
  const { booking } = (await once('o-child', 'takeOver', taken, { number: 99 })).data as Slip;
  const account = accountOf('o-child');
  expect(day().place[slip.place]).toBe(booking);
  expect(bookingOf({ booking })).toMatchObject({ openid: 'o-child', whom: 'family', code, village: 'v1' });
  expect(bookingOf(slip)).toBeUndefined();
  expect(day().of[account]).toEqual([booking]);
  expect(day().wrong?.[account]).toHaveLength(1);
  expect(last()).toMatchObject({
    row: { act: 'take-over', of: booking, by: account, from: slip.booking, to: booking },
    event: { event: 'taken-over', about: { date: DATE, booking, from: slip.booking, place: slip.place } },
  });
  const gone = { booking: slip.booking, from: slip.place, keys: slip.keys };
  expect(await ask('o-helper', 'cancelFor', gone)).toMatchObject({ ok: false });
  expect(await ask('o-helper', 'cancelFor', { ...gone, booking })).toMatchObject({ code: 'not-found' });
});

test('a helper cancels for the own village alone, whoever entered it', async () => {
  const input = { ...any, home: 'h1', place: 'h1-0830-1', name: '柳奶奶', village: 'v2' };
  const slip = (await ask('o-staff', 'bookFor', input)).data as Slip;
  const cancelled = { booking: slip.booking, from: slip.place, keys: slip.keys };
  expect(await ask('o-helper', 'cancelFor', cancelled)).toMatchObject({ code: 'not-found' });
  expect(await ask('o-staff2', 'cancelFor', cancelled)).toMatchObject({
    ok: true,
    data: { booking: slip.booking, place: slip.place },
  });
  expect(last().row).toMatchObject({ act: 'cancel', by: 'p91' });
});

test('places closed and opened: with why, for which bookings; those of one seat alone where it is named', async () => {
  const slip = await hold('o1');
  const places = ['h1-0830-1', 'h1-0830-2'];
  const close = { places, reason: '停电' };
  const asked = await ask('o-staff', 'blockPlaces', { ...close, confirmed: false });
  expect(asked.data).toMatchObject({ applied: false, touched: [{ booking: slip.booking }] });
  expect(day().blocked ?? {}).toEqual({});
  const done = await once('o-staff', 'blockPlaces', { ...close, confirmed: true }, { reason: '停水' });
  expect(done.data).toMatchObject({ applied: true, touched: [{ booking: slip.booking, name: '王先生' }] });
  expect(day().blocked).toEqual({ 'h1-0830-1': '停电', 'h1-0830-2': '停电' });
  const { row, event } = last();
  expect(row).toMatchObject({ act: 'block', of: places.join(), by: 'p90', from: '', to: '' });
  expect(decryptField(row?.words ?? '')).toBe('停电');
  expect(event).toMatchObject({
    event: 'places-blocked',
    about: { date: DATE, places: places.join(), bookings: slip.booking },
  });
  const seat = day().plan['h1-0830-2'];
  expect((await ask('o-staff', 'blockPlaces', { places, seat, confirmed: true })).data).toEqual({
    applied: true,
    touched: [],
  });
  const opened = places.filter((place) => day().plan[place] === seat);
  expect(last()).toMatchObject({
    row: { act: 'open', of: opened.join() },
    event: { event: 'places-opened', about: { places: opened.join() } },
  });
  expect(last().row).not.toHaveProperty('words');
  expect(last().event?.about).not.toHaveProperty('bookings');
  const elsewhere = { places: ['h1-0830-1', 'h2-0830-1'], confirmed: true };
  expect(await ask('o-staff', 'blockPlaces', elsewhere)).toMatchObject({
    code: 'bad-input',
    details: { field: 'places' },
  });
  expect(await ask('o-staff', 'blockPlaces', { places, seat: 'h1-pm-1', confirmed: true })).toMatchObject({
    code: 'bad-input',
    details: { field: 'seat' },
  });
});

test('places added behind the last number, as many as were asked for', async () => {
  const input = { seat: 'h1-am-1', time: '08:30', count: 2 };
  const { places } = (await once('o-staff', 'addPlaces', input, { count: 3 })).data as { places: string[] };
  expect(places).toHaveLength(2);
  for (const place of places) expect([day().place[place], day().plan[place]]).toEqual([0, 'h1-am-1']);
  expect(last()).toMatchObject({
    row: { act: 'add', of: places.join(), by: 'p90', from: '', to: 'h1-am-1' },
    event: { event: 'places-opened', about: { date: DATE, places: places.join() } },
  });
  expect(await ask('o-staff', 'addPlaces', { ...input, time: '14:30' })).toMatchObject({
    details: { field: 'time' },
  });
  // Numbers have three digits.
  cloud.replace('days', [{ ...day(), last: { ...day().last, 'h1-am': 'h1-1100-990x' } }]);
  const numbers = (count: number) => ask('o-staff', 'addPlaces', { ...input, count });
  expect(await numbers(10)).toMatchObject({ code: 'bad-input', details: { field: 'count' } });
  expect(await numbers(9)).toMatchObject({ ok: true });
  expect(await numbers(1)).toMatchObject({ code: 'bad-input', details: { field: 'count' } });
});
