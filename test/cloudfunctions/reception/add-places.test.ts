/** 加号: more places on a day that is published, numbered after the highest. */
import type { Slip } from '../../../miniprogram/contract/reception';
import { DAY_MORNING, openDesk, type Desk } from './support/desk';
import { findFaults } from './support/reception';

let desk: Desk;
beforeAll(async () => (desk = await openDesk()));
beforeEach(() => desk.reset());
afterAll(() => desk.close());

const add = (own: object = {}, key?: string) =>
  desk.ask('o-staff', 'addPlaces', { seat: 'h1-am-2', time: '08:30', count: 2, ...own }, key);
const refused = (code: string) => ({ ok: false, code });

test('numbers go on after the highest, at the time and before the receiver that was said', async () => {
  const highest = desk.day().last?.['h1-am'];
  const answer = await add();
  expect(highest).toBe('h1-1100-12');
  expect(answer).toMatchObject({ ok: true, cost: { calls: 3 } });
  expect(answer.data).toEqual({ places: ['h1-0830-13', 'h1-0830-14'] });
  expect(desk.day().plan).toMatchObject({ 'h1-0830-13': 'h1-am-2', 'h1-0830-14': 'h1-am-2' });
  const wish = { wish: { who: 'receiver', person: 'p2' } } as const;
  expect((await desk.book('o1', { place: 'h1-0830-14', ...wish })).data).toMatchObject({ number: 14 });
  expect(findFaults(desk.day(), 'uncounted')).toEqual([]);
});

test('whoever just comes goes on from there, at the end of the half-day', async () => {
  await add();
  await desk.setClock('2026-12-07T11:10:00+08:00');
  const came = [(await desk.view('o-staff')).next ?? ''];
  for (let n = 0; n < 2; n++) {
    const entered = (await desk.walkIn('o-staff', came.at(-1) ?? '')).data as Slip;
    came.push((await desk.view('o-staff')).next ?? '');
    expect(entered.place).toBe(came.at(-2));
  }
  expect(came.at(-1)).toBe('h1-1100-15x');
  expect((await add({ count: 1 })).data).toEqual({ places: ['h1-0830-15'] });
  expect((await desk.view('o-staff')).next).toBe('h1-1100-16x');
});

test('two of the office at once: every number once; the same key again: the same places', async () => {
  const both = await Promise.all([add({}, 'key-added-1'), add({ time: '09:00' }, 'key-added-2')]);
  const places = both.flatMap(({ data }) => (data as { places: string[] }).places);
  expect(new Set(places.map((place) => place.split('-')[2])).size).toBe(4);
  expect((await add({}, 'key-added-1')).data).toEqual(both[0].data);
  expect(await add({ count: 3 }, 'key-added-1')).toMatchObject(refused('key-reused'));
  expect(Object.keys(desk.day().plan)).toHaveLength(both.length * 2 + planned());
});

/** Places of the sample day as it was published. */
function planned(): number {
  return Object.keys(desk.day().plan).filter((place) => Number(/-(\d+)w?$/.exec(place)?.[1]) <= 12).length;
}

test('who waits for that time gets the place first', async () => {
  await desk.hold('o1', { place: 'h1-1430-1' });
  const waiting = (await desk.wait('o2')).data as Slip;
  await add({ seat: 'h1-pm-1', time: '14:30', count: 1 });
  expect(await desk.book('o3', { place: 'h1-1430-6', time: '14:30' })).toMatchObject(refused('waiting'));
  await desk.kick();
  expect(desk.day().place['h1-1430-6']).toBe(waiting.booking);
});

test('whoever joins the list while a place is added hears that one is free', async () => {
  await desk.hold('o1', { place: 'h1-1430-1' });
  const [joined] = await Promise.all([desk.wait('o2'), add({ seat: 'h1-pm-1', time: '14:30', count: 1 })]);
  await desk.kick();
  const given = desk.day().place['h1-1430-6'];
  expect(joined.ok ? given : joined.code).toBe(joined.ok ? (joined.data as Slip).booking : 'not-full');
});

test('closing the places of one receiver leaves those of the other', async () => {
  const places = ['h1-0830-1', 'h1-0830-2'];
  const closed = await desk.ask('o-staff', 'blockPlaces', {
    places,
    seat: 'h1-am-2',
    reason: '请假',
    confirmed: true,
  });
  expect(closed).toMatchObject({ data: { applied: true } });
  expect(Object.keys(desk.day().blocked ?? {})).toEqual(['h1-0830-2']);
  const none = { places: ['h1-0830-1'], seat: 'h1-am-2', reason: '请假', confirmed: true };
  expect(await desk.ask('o-staff', 'blockPlaces', none)).toMatchObject(refused('bad-input'));
});

test.each([
  [{ time: '08:40' }, 'bad-input'],
  [{ time: '14:30' }, 'bad-input'],
  [{ seat: 'h1-am-3' }, 'bad-input'],
  [{ count: 11 }, 'bad-input'],
  [{ date: '2026-12-08' }, 'not-published'],
])('%j: %s', async (own, code) => {
  expect(await add(own)).toMatchObject(refused(code));
});

test('until the day is over, also after booking has closed: the place is for whoever just comes', async () => {
  await desk.setClock(DAY_MORNING);
  expect(await add({ count: 1 })).toMatchObject({ ok: true });
  expect((await desk.walkIn('o-staff', 'h1-0830-13')).data).toMatchObject({ number: 13 });
  await desk.setClock('2026-12-07T23:00:00+08:00');
  expect(await add({ count: 1 })).toMatchObject(refused('past-day'));
});
