import type { DayView, Slip } from '../../../miniprogram/contract/reception';
import { openDesk, type Desk } from './support/desk';
import { findFaults, newKey } from './support/reception';

jest.setTimeout(60_000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

/** h1 at 14:30 has one bookable place. */
const PLACE = 'h1-1430-1';
const refused = (code: string, details?: object) => ({ ok: false, code, ...(details && { details }) });
const join = async (openid: string) => {
  const answer = await desk.wait(openid);
  expect(answer).toMatchObject({ ok: true });
  return answer.data as Slip;
};
const holder = () => desk.day().place[PLACE];

test('joining: one read and one write; the slip waits, with no number yet', async () => {
  await desk.hold('o1', { place: PLACE });
  const answer = await desk.wait('o2');
  expect(answer).toMatchObject({ ok: true, cost: { calls: 2 } });
  expect(answer.data).toMatchObject({ state: 'waiting', number: 0, time: '14:30', home: 'h1', half: 'pm' });
  expect(desk.day().waiting).toEqual({ 'h1-1430': [(answer.data as Slip).booking] });
  expect(findFaults(desk.day())).toEqual([]);
});

test('nobody waits while a place is free; a home without that time; eleven are too many', async () => {
  expect(await desk.wait('o2')).toMatchObject(refused('not-full', { free: 1 }));
  expect(await desk.wait('o2', '12:30')).toMatchObject(refused('bad-input'));
  await desk.hold('o1', { place: PLACE });
  for (let n = 0; n < 10; n++) await join(`w${n}`);
  expect(await desk.wait('o2')).toMatchObject(refused('list-full'));
});

test('nobody waits and holds a place on the same day, in either order', async () => {
  await desk.hold('o1', { place: PLACE });
  expect(await desk.wait('o1')).toMatchObject(refused('already-booked'));
  await join('o2');
  expect(await desk.book('o2')).toMatchObject(refused('already-booked'));
  expect(await desk.wait('o2')).toMatchObject(refused('already-booked'));
});

test('a freed place goes to the head, and while it is on its way nobody else takes it', async () => {
  const slip = await desk.hold('o1', { place: PLACE });
  const [first, second] = [await join('o2'), await join('o3')];
  await desk.cancel('o1', slip);
  expect(await desk.book('o4', { place: PLACE, time: '14:30' })).toMatchObject(refused('waiting'));
  await desk.kick();
  expect(holder()).toBe(first.booking);
  expect(desk.day().waiting).toEqual({ 'h1-1430': [second.booking] });
  const { mine } = (await desk.ask('o2', 'day')).data as DayView;
  expect(mine).toMatchObject([{ booking: first.booking, state: 'booked', place: PLACE, number: 1 }]);
  expect(findFaults(desk.day(), 'shipped')).toEqual([]);
});

test('who does not want it cancels, and it goes on to the next; the last one frees it for all', async () => {
  const slip = await desk.hold('o1', { place: PLACE });
  const [first, second] = [await join('o2'), await join('o3')];
  await desk.cancel('o1', slip);
  await desk.kick();
  await desk.cancel('o2', { ...first, place: PLACE });
  await desk.kick();
  expect(holder()).toBe(second.booking);
  await desk.cancel('o3', { ...second, place: PLACE });
  await desk.kick();
  expect(await desk.book('o4', { place: PLACE })).toMatchObject({ ok: true });
});

test('leaving the list: the next one moves up', async () => {
  const slip = await desk.hold('o1', { place: PLACE });
  const [first, second] = [await join('o2'), await join('o3')];
  expect(await desk.cancel('o2', first)).toMatchObject({ ok: true, cost: { calls: 1 } });
  await desk.cancel('o1', slip);
  await desk.kick();
  expect(holder()).toBe(second.booking);
  expect(await desk.book('o2')).toMatchObject({ ok: true });
});

test('a place left by moving is given as well', async () => {
  const slip = await desk.hold('o1', { place: PLACE });
  const first = await join('o2');
  await desk.move('o1', slip, 'h1-1500-2');
  await desk.kick();
  expect(holder()).toBe(first.booking);
});

test('a place that is opened again goes to the head', async () => {
  const slip = await desk.hold('o1', { place: PLACE });
  const first = await join('o2');
  const block = { places: [PLACE], reason: '开会', confirmed: true };
  await desk.ask('o-staff', 'blockPlaces', block);
  await desk.cancel('o1', slip);
  await desk.kick();
  expect(holder()).toBe(0);
  await desk.ask('o-staff', 'blockPlaces', { places: [PLACE], confirmed: true });
  await desk.kick();
  expect(holder()).toBe(first.booking);
});

test('after closing nothing is given: the place is for whoever just comes', async () => {
  const slip = await desk.hold('o1', { place: PLACE });
  await join('o2');
  await desk.setClock('2026-12-06T17:59:59+08:00');
  await desk.cancel('o1', slip);
  await desk.setClock('2026-12-06T18:00:00+08:00');
  await desk.kick();
  expect(holder()).toBe(0);
  expect(desk.day().outbox).toEqual([]);
  expect(await desk.wait('o3')).toMatchObject(refused('closed'));
});

test('a repeated key joins once; ten at once under ten keys: one joins', async () => {
  await desk.hold('o1', { place: PLACE });
  const key = newKey();
  const first = await desk.wait('o2', '14:30', {}, key);
  expect((await desk.wait('o2', '14:30', {}, key)).data).toEqual(first.data);
  const answers = await Promise.all(Array.from({ length: 10 }, () => desk.wait('o3')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(desk.day().waiting['h1-1430']).toHaveLength(2);
});

test('many cancel, join and book at once: no place is lost and nobody is passed over', async () => {
  const slip = await desk.hold('o0', { place: PLACE });
  await Promise.all([
    desk.cancel('o0', slip),
    ...Array.from({ length: 6 }, (_, n) => desk.wait(`w${n}`)),
    ...Array.from({ length: 6 }, (_, n) => desk.book(`b${n}`, { place: PLACE, time: '14:30' })),
    desk.kick(),
  ]);
  await desk.kick();
  expect(holder()).not.toBe(0);
  expect(findFaults(desk.day(), 'shipped')).toEqual([]);
});
