import type { Slip } from '../../../miniprogram/contract/reception';
import type { Answer } from '../../support/cloud';
import { makeDay, receiver } from './support/days';
import { findFaults, newKey, openReception, resetReception, type Reception } from './support/reception';

/** A storm is hundreds of invocations on as many processors as the machine has. */
jest.setTimeout(120_000);

let reception: Reception;
beforeAll(async () => {
  reception = await openReception({ instancesPerFunction: 8, processes: true });
});
beforeEach(() => resetReception(reception));
afterAll(() => reception.close());

const people = (count: number) => Array.from({ length: count }, (_, n) => `o${n}`);

/** An afternoon of five half-hours with `seats` receivers, nothing kept for walk-ins. */
async function openAfternoon(seats: number): Promise<string[]> {
  const pm = Array.from({ length: seats }, (_, n) => receiver(`p${n}`));
  const day = makeDay({ homes: { h1: { pm } }, settings: { walkInEvery: 0 } });
  await reception.replaceDay(day);
  return Object.keys(day.place);
}

/** Exactly so many got a place, each another one, and everybody else was told that it is full. */
function expectSold(answers: readonly Answer[], count: number): void {
  const slips = answers.flatMap((answer) => (answer.ok ? [answer.data as Slip] : []));
  expect(slips).toHaveLength(count);
  expect(new Set(slips.map(({ place }) => place)).size).toBe(count);
  expect(new Set(slips.map(({ booking }) => booking)).size).toBe(count);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
  expect(new Set(refused)).toEqual(new Set(refused.length > 0 ? ['full'] : []));
  expect(Object.values(reception.day().place).filter((booking) => booking !== 0)).toHaveLength(count);
  expect(findFaults(reception.day())).toEqual([]);
}

test.each([
  ['all at once', 0],
  ['with a round trip of 5 ms', 5],
])('200 people at 20 places, each naming one by lot, %s', async (_, latencyMs) => {
  const places = await openAfternoon(4);
  await reception.control({ faults: { latencyMs } });
  const answers = await Promise.all(
    people(200).map((openid, n) => reception.book(openid, { place: places[(n * 7) % 20] as string })),
  );
  expectSold(answers, 20);
});

test('200 people who all tapped the earliest', async () => {
  const [earliest = ''] = await openAfternoon(4);
  expectSold(await Promise.all(people(200).map((openid) => reception.book(openid, { place: earliest }))), 20);
});

test('40 people at one place', async () => {
  const [only = ''] = await openAfternoon(1);
  const time = { place: only, time: '14:30' };
  expectSold(await Promise.all(people(40).map((openid) => reception.book(openid, time))), 1);
});

test('one person at one place', async () => {
  const [only = ''] = await openAfternoon(1);
  expectSold([await reception.book('o0', { place: only, time: '14:30' })], 1);
});

test('the same person taps ten times under one key: one booking, ten equal answers', async () => {
  const key = newKey();
  const answers = await Promise.all(people(10).map(() => reception.book('o1', {}, key)));
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, data: answers[0]?.data });
  expect(reception.day().rev).toBe(2);
});

test('the same person taps ten times under ten keys: one booking, nine refusals', async () => {
  const answers = await Promise.all(people(10).map(() => reception.book('o1')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ code }) => code === 'already-booked')).toHaveLength(9);
});

test('one account books ten family members at once: three bookings', async () => {
  const answers = await Promise.all(people(10).map((name) => reception.book('o1', { whom: 'family', name })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
  expect(answers.filter(({ code }) => code === 'too-many-bookings')).toHaveLength(7);
  expect(findFaults(reception.day())).toEqual([]);
});

test('everybody swaps places at once: nobody loses theirs, nobody has two', async () => {
  const places = await openAfternoon(4);
  const slips = await Promise.all(
    people(10).map((openid, n) => reception.hold(openid, { place: places[n] as string })),
  );
  const moves = slips.map((slip, n) => reception.move(`o${n}`, slip, places[(n % 4) + 10] as string));
  const answers = await Promise.all(moves);
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  expect(new Set(answers.map(({ data }) => (data as Slip).place)).size).toBe(10);
  expect(findFaults(reception.day())).toEqual([]);
});
