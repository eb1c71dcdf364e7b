/** The desk as it is shown: who, where, in which order, what is free or closed, for whom; and what is entered too late. In process. */
import { codeOf } from '../../../cloudfunctions/reception/booking/booking-ids';
import { decryptField } from '../../../cloudfunctions/shared/cipher';
import type { DeskRow, DeskView } from '../../../miniprogram/contract/desk';
import type { Slip } from '../../../miniprogram/contract/reception';
import type { InProcessCloud } from '../../support/in-process';
import { any, ask, day, hold, last, plain, resetDay, startDay } from './support/day-in-process';
import { DATE } from './support/days';
import { DAY_MORNING } from './support/desk';
import { AT_START, bookInput } from './support/reception';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startDay();
});
beforeEach(resetDay);

const MINUTE = 60_000;
const morning = () => {
  cloud.clock.set(Date.parse(DAY_MORNING));
};
const view = async (own: object = {}, openid = 'o-staff') =>
  (await ask(openid, 'desk', own)).data as DeskView;
const step = (
  slip: Pick<Slip, 'booking' | 'place'>,
  from: string,
  to: string,
  own: object = {},
  openid = 'o-staff',
) => ask(openid, 'setVisit', { booking: slip.booking, place: slip.place, from, to, ...own });

test('a visitor’s whole course in one row: minutes of the day, what came of it, who entered it', async () => {
  const slip = await hold('o1', { phone: '13712345678', category: 'road' });
  const behalf = { ...any, home: 'h1', place: 'h1-0830-2', name: '柳奶奶', village: 'v1' };
  const other = (await ask('o-helper', 'bookFor', behalf)).data as Slip;
  morning();
  const seatOf = (place: string) => Number(day().plan[place]?.split('-')[2]);
  const { rows } = await view({ home: 'h1', half: 'am' });
  expect(rows).toEqual([
    [slip.booking, '0830-1', '王先生', 0, 0, seatOf(slip.place), '5678', 'road'],
    [other.booking, '0830-2', '柳奶奶', 0, 1, seatOf(other.place), '', '', 0, 0, 0, 0, 'p93'],
  ]);
  await step(slip, 'booked', 'arrived');
  cloud.clock.set(cloud.clock.now() + 5 * MINUTE);
  await step(slip, 'arrived', 'talking');
  cloud.clock.set(cloud.clock.now() + 7 * MINUTE);
  await step(slip, 'talking', 'met', { outcome: 'matter' });
  const visits = day().visits?.[slip.place];
  cloud.replace('days', [{ ...day(), visits: { ...day().visits, [slip.place]: { ...visits, r: 'r1' } } }]);
  const [first] = (await view({ home: 'h1', half: 'am' })).rows;
  expect(first).toEqual([
    slip.booking,
    '0830-1',
    '王先生',
    4,
    0,
    seatOf(slip.place),
    '5678',
    'road',
    500,
    505,
    512,
    2,
    '',
    0,
    'r1',
  ]);
});

test('found: the name masked, the note beside it, and each instant that is known', async () => {
  const slip = await hold('o1', { phone: '13712345678', category: 'road' });
  morning();
  const find = async () =>
    ((await ask('o-staff', 'findVisitor', { text: codeOf(slip.booking) })).data as { rows: DeskRow[] })
      .rows[0];
  const bare = await find();
  expect(bare).toMatchObject({
    booking: slip.booking,
    name: expect.stringContaining('*') as string,
    phoneTail: '5678',
    category: 'road',
    state: 'booked',
    origin: 'phone',
    time: '08:30',
  });
  for (const absent of [
    'operator',
    'arrivedAt',
    'startedAt',
    'endedAt',
    'outcome',
    'late',
    'request',
    'words',
  ])
    expect(bare).not.toHaveProperty(absent);
  const now = cloud.clock.now();
  await step(slip, 'booked', 'talking');
  await step(slip, 'talking', 'met', { outcome: 'visit', words: '约了去看' });
  expect(await find()).toMatchObject({
    state: 'met',
    arrivedAt: now,
    startedAt: now,
    endedAt: now,
    outcome: 'visit',
    words: '约了去看',
  });
  // Whoever sits in another home finds nobody of this one.
  expect((await plain('o-p4', 'findVisitor', { date: DATE, text: codeOf(slip.booking) })).data).toEqual({
    rows: [],
  });
});

test('free and closed places of the half-day, who sits there in order, who waits, and where the next one goes', async () => {
  const places = Object.keys(day().place).filter((place) => place.startsWith('h1-1430-'));
  for (const [n, place] of places.entries())
    await ask(`o-n${String(n)}`, 'book', bookInput({ place, name: `人${String(n)}` }));
  await ask('o-w', 'wait', { home: 'h1', time: '14:30', whom: 'self', name: '等的人' });
  await ask('o-staff', 'blockPlaces', { places: ['h1-0830-1'], reason: '停电', confirmed: true });
  morning();
  const am = await view({ home: 'h1', half: 'am' });
  expect(am).toMatchObject({
    date: DATE,
    state: 'published',
    home: 'h1',
    half: 'am',
    waiting: [],
    blocked: [{ place: 'h1-0830-1', reason: '停电' }],
  });
  expect(am.seats.map(({ seat, receiver }) => [seat, receiver.person])).toEqual([
    ['h1-am-1', 'p1'],
    ['h1-am-2', 'p2'],
  ]);
  expect(am.free.every((place) => day().place[place] === 0)).toBe(true);
  expect(am.free).toContain('h1-0830-2');
  expect(am.free.some((place) => place.startsWith('h2-') || places.includes(place))).toBe(false);
  expect(am.next).toEqual(expect.stringMatching(/^h1-/));
  const pm = await view({ home: 'h1', half: 'pm' });
  expect(pm).toMatchObject({ half: 'pm', blocked: [], waiting: [{ time: '14:30', people: 1 }] });
  expect(pm.rows).toHaveLength(places.filter((place) => day().place[place] !== 0).length);
  expect(pm.seats.map(({ seat }) => seat)).toEqual(['h1-pm-1']);
});

test('without more said: the first home, the half-day that it is now, today or the next day', async () => {
  morning();
  const now = async (own: object = {}) => {
    const { home, half, date, state } = (await plain('o-staff', 'desk', own)).data as DeskView;
    return [home, half, date, state];
  };
  expect(await now()).toEqual(['h1', 'am', DATE, 'published']);
  cloud.clock.set(Date.parse('2026-12-07T15:00:00+08:00'));
  expect(await now()).toEqual(['h1', 'pm', DATE, 'published']);
  expect(await now({ home: 'h2' })).toEqual(['h2', 'am', DATE, 'published']);
  cloud.clock.set(Date.parse(AT_START));
  expect(await now()).toEqual(['h1', 'am', DATE, 'published']);
  cloud.clock.set(Date.parse('2026-12-08T15:00:00+08:00'));
  expect(await now({ date: DATE })).toEqual(['h1', 'am', DATE, 'past']);
  expect(await now()).toEqual(['', 'am', '2026-12-08', 'unpublished']);
  expect(await now({ date: '2026-12-09', half: 'pm', home: 'h2' })).toEqual([
    'h2',
    'pm',
    '2026-12-09',
    'unpublished',
  ]);
});

test('a receiver sees the home where they sit, the office all with their half-days', async () => {
  morning();
  const homes = [
    { home: 'h1', name: '', halves: ['am', 'pm'] },
    { home: 'h2', name: '', halves: ['am'] },
  ];
  expect((await view()).homes).toEqual(homes);
  expect((await view({}, 'o-both')).homes).toEqual(homes);
  expect(await view({}, 'o-p4')).toMatchObject({ home: 'h2', homes: [homes[1]] });
  expect(await ask('o-p4', 'desk', { home: 'h1' })).toMatchObject({ code: 'not-allowed' });
  expect(await ask('o-p9', 'desk')).toMatchObject({ code: 'not-allowed' });
  expect(await ask('o-staff', 'desk', { home: 'h9' })).toMatchObject({ code: 'not-allowed' });
});

test('a step of whoever sits there names the own seat; of another’s, or none, it is the office’s', async () => {
  const slip = await hold('o1');
  morning();
  const arrive = (openid: string, own: object = {}) => step(slip, 'booked', 'arrived', own, openid);
  expect(await arrive('o-p1')).toMatchObject({ code: 'not-allowed' });
  expect(await arrive('o-p1', { seat: 'h1-am-2' })).toMatchObject({ code: 'not-allowed' });
  expect(await arrive('o-p1', { seat: 'h2-am-1' })).toMatchObject({ code: 'bad-input' });
  expect(await arrive('o-staff', { seat: 'h1-am-9' })).toMatchObject({
    code: 'bad-input',
    details: { field: 'seat' },
  });
  expect(await arrive('o-p1', { seat: 'h1-am-1' })).toMatchObject({ ok: true });
  expect(await step(slip, 'arrived', 'booked', {}, 'o-both')).toMatchObject({ ok: true });
  expect(await arrive('o-both', { seat: 'h1-am-1' })).toMatchObject({ ok: true });
  expect(
    await step(
      { ...slip, booking: slip.booking.replace(/.$/, (one) => (one === '0' ? '1' : '0')) },
      'arrived',
      'met',
    ),
  ).toMatchObject({ code: 'booking-changed' });
});

test('after the day: with a reason that stands in the audit, without instants; before it not at all', async () => {
  const slip = await hold('o1');
  expect(await step(slip, 'booked', 'arrived')).toMatchObject({ code: 'not-today' });
  cloud.clock.set(Date.parse('2026-12-08T09:00:00+08:00'));
  const reason = '当天没有网';
  expect(await step(slip, 'booked', 'met', { outcome: 'explained', reason })).toMatchObject({ ok: false });
  expect(await step(slip, 'booked', 'arrived', { reason })).toMatchObject({ ok: true });
  expect(day().visits?.[slip.place]).toEqual({ s: 'arrived', l: 1 });
  expect(decryptField(last().row?.words ?? '')).toBe(reason);
  const walkIn = { home: 'h1', half: 'am', place: 'h1-0830-2', name: '老周', reason };
  const { data } = await ask('o-staff', 'walkIn', walkIn);
  const { place } = data as { place: string };
  expect(day().visits?.[place]).toEqual({ s: 'arrived', l: 1 });
  expect(decryptField(last().row?.words ?? '')).toBe(reason);
});

test('who waited and comes all the same leaves the list for the visit', async () => {
  const places = Object.keys(day().place).filter((place) => place.startsWith('h1-1430-'));
  for (const [n, place] of places.entries())
    await ask(`o-n${String(n)}`, 'book', bookInput({ place, name: `人${String(n)}` }));
  const waits = { home: 'h1', time: '14:30', whom: 'self', name: '赵老师', phone: '13900001234' };
  const slip = (await ask('o-w', 'wait', waits)).data as Slip;
  morning();
  const { next } = await view({ home: 'h1', half: 'am' });
  const entered = await ask('o-staff', 'walkIn', {
    home: 'h1',
    half: 'am',
    place: next,
    name: '赵老师',
    phone: '13900001234',
  });
  expect(entered).toMatchObject({ ok: true });
  const [account = '', short = ''] = slip.booking.split('-');
  expect(day().bookings[account]?.[short]?.state).toBe('cancelled');
  expect([day().waiting['h1-1430'], day().of[account]]).toEqual([[], []]);
  expect(last().row).toMatchObject({ act: 'walk-in', from: slip.booking });
});
