import { makeDay } from './support/days';
import { DAY_MORNING, openDesk, type Desk } from './support/desk';
import { findFaults, newKey } from './support/reception';

jest.setTimeout(60_000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.reset();
  await desk.setClock(DAY_MORNING);
});
afterAll(() => desk.close());

interface Entered {
  booking: string;
  number: number;
  place: string;
}

const next = async () => (await desk.view('o-staff', { home: 'h1', half: 'am' })).next ?? '';
const entered = async (place: string, own?: object, key?: string) => {
  const answer = await desk.walkIn('o-staff', place, own, key);
  expect(answer).toMatchObject({ ok: true });
  return answer.data as Entered;
};

/** All 12 places of the morning at h1 are free at 08:20, for booking has closed. */
test('everybody gets a number: first what nobody booked, then a new one each, to no end', async () => {
  const numbers: number[] = [];
  for (let n = 0; n < 30; n++) numbers.push((await entered(await next(), { name: `客${n}` })).number);
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  expect(desk.day().last?.['h1-am']).toBe('h1-1100-30x');
  expect(desk.day().place['h1-1100-30x']).toMatch(/^w/);
  expect(findFaults(desk.day())).toEqual([]);
});

test('one admit and one write; two desks that name the same number: the slower gets the following one', async () => {
  const place = await next();
  const first = await desk.walkIn('o-staff', place);
  expect(first).toMatchObject({ ok: true, cost: { calls: 2 }, data: { number: 1 } });
  const second = await desk.walkIn('o-staff2', place);
  expect(second).toMatchObject({ ok: true, cost: { calls: 4 }, data: { number: 2 } });
});

test('twelve desks at once on a full morning: twelve numbers, nobody is refused', async () => {
  for (let n = 0; n < 12; n++) await entered(await next(), { name: `客${n}` });
  const place = await next();
  expect(place).toBe('h1-1100-13x');
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => desk.walkIn(n % 2 ? 'o-staff' : 'o-chief', place)),
  );
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  const numbers = answers.map(({ data }) => (data as Entered).number);
  expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 12 }, (_, n) => n + 13));
  expect(findFaults(desk.day())).toEqual([]);
});

test('before closing only the places kept for it are given away', async () => {
  await desk.replaceDay(makeDay({ settings: { closing: { daysBefore: 0, time: '08:30' } } }));
  expect(await next()).toBe('h1-0900-4w');
  expect((await entered('h1-0830-1')).place).toBe('h1-0900-4w');
});

test('a place of an hour that is over is not given: at 10:10 it is one of 10:00 or later', async () => {
  await desk.setClock('2026-12-07T10:10:00+08:00');
  expect(await next()).toBe('h1-1000-7');
});

test('the same key again is the same visitor; with another body it is refused', async () => {
  const key = newKey();
  const first = await entered(await next(), {}, key);
  const { rev } = desk.day();
  expect(await entered('h1-0830-1', {}, key).catch(() => undefined)).toEqual(first);
  expect(desk.day().rev).toBe(rev);
  expect(await desk.walkIn('o-staff', 'h1-0830-1', { name: '别人' }, key)).toMatchObject({
    code: 'key-reused',
  });
});

test('a number that nobody could have seen is not made: the next true one is given', async () => {
  expect((await entered('h1-1100-99x')).number).toBe(1);
  expect(Object.keys(desk.day().place)).not.toContain('h1-1100-99x');
});

test('who has booked, with the same phone, is found instead of entered twice', async () => {
  await desk.setClock('2026-12-01T09:00:00+08:00');
  await desk.hold('o1', { name: '周大顺', phone: '13900001234' });
  await desk.setClock(DAY_MORNING);
  expect(await desk.walkIn('o-staff', await next(), { name: '周大顺', phone: '13900001234' })).toMatchObject({
    ok: false,
    code: 'already-booked',
    details: { place: 'h1-0830-1' },
  });
});

test('who only waited, with the same phone, stops waiting and comes in', async () => {
  await desk.setClock('2026-12-01T09:00:00+08:00');
  await desk.hold('o1', { place: 'h1-1430-1' });
  const phone = '13900001234';
  expect(await desk.wait('o2', '14:30', { name: '周大顺', phone })).toMatchObject({ ok: true });
  await desk.setClock(DAY_MORNING);
  expect(await desk.walkIn('o-staff', await next(), { name: '周大顺', phone })).toMatchObject({
    ok: true,
    cost: { calls: 4 },
  });
  expect(desk.day().waiting['h1-1430']).toEqual([]);
  expect(findFaults(desk.day())).toEqual([]);
});

test('a receiver enters at the own seat alone; nobody at a half-day that is not held, nor the day before', async () => {
  const place = await next();
  expect(await desk.walkIn('o-p2', place)).toMatchObject({ code: 'not-allowed' });
  expect(await desk.walkIn('o-p2', place, { seat: 'h1-am-1' })).toMatchObject({ code: 'not-allowed' });
  expect(await desk.walkIn('o-p2', place, { seat: 'h1-am-2' })).toMatchObject({ ok: true });
  const afternoon = { home: 'h2', half: 'pm' };
  expect(await desk.walkIn('o-staff', 'h2-1430-1w', afternoon)).toMatchObject({ code: 'not-published' });
  await desk.setClock('2026-12-06T23:59:59+08:00');
  expect(await desk.walkIn('o-staff', place)).toMatchObject({ code: 'not-today' });
});
