import { giveBack, sendBooking } from '../../../../miniprogram/more/booking/send';
import type { Act } from '../../../../miniprogram/more/booking/send';
import { emptyForm } from '../../../../miniprogram/more/booking/view';
import type { HomeDay } from '../../../../miniprogram/contract/reception';
import { day, NOW, slip } from '../../../support/sample-answers';
import { installFakeWx, NO_NETWORK } from '../../../support/fake-wx';
import type { FakeWx } from '../../../support/fake-wx';

let fake: FakeWx;
const act: Act = {
  date: day.date,
  home: day.homes[0] as HomeDay,
  form: { ...emptyForm(), name: ' 李婶 ', time: '10:00' },
  pending: undefined,
};

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  fake = installFakeWx();
  fake.storage.set('v1.whereabouts', { township: 'bh' });
});
afterEach(() => {
  jest.useRealTimers();
});

async function send(more: Partial<Act> = {}) {
  const work = sendBooking({ ...act, ...more });
  await jest.advanceTimersByTimeAsync(60_000);
  return work;
}

const booked = (): FakeWx['calls'] => fake.calls.filter(({ name }) => name === 'reception');

test('a wish for 10:00 goes out as a free place of 10:00, and keeps the server to that time', async () => {
  fake.answer = () => ({ ok: true, data: slip });
  await send();
  const input = booked()[0]?.data.input;
  expect(input).toMatchObject({
    township: 'bh',
    home: 'h1',
    wish: { who: 'any' },
    time: '10:00',
    name: '李婶',
  });
  expect(input?.['place']).toMatch(/^h1-1000-/);
  expect(input).not.toHaveProperty('phone');
});

test('the answer was lost: the next press asks for the same place under the same key', async () => {
  fake.answer = () => {
    throw NO_NETWORK as unknown as Error;
  };
  const first = await send();
  expect(first?.result).toEqual({ ok: false, code: 'offline' });
  fake.answer = () => ({ ok: true, data: slip });
  await send({ pending: first?.pending });
  const bodies = new Set(booked().map(({ data }) => JSON.stringify([data.key, data.input])));
  expect(bodies.size).toBe(1);
});

test('another time is another intention: new key, new place', async () => {
  fake.answer = () => ({ ok: false, code: 'full', details: { free: 2 } });
  const first = await send();
  await send({ pending: first?.pending, form: { ...act.form, time: '15:00' } });
  const keys = booked().map(({ data }) => data.key);
  expect(new Set(keys).size).toBe(2);
});

test('what is booked is kept on the phone with its receiver, the name for next time', async () => {
  const { receiver: _unsaid, ...written } = slip;
  fake.answer = () => ({ ok: true, data: { ...written, place: 'h1-1000-10' } });
  await send();
  const [kept] = fake.storage.get('v1.slips') as (typeof slip)[];
  expect(kept?.receiver?.name).toBe('陈样样');
  expect(fake.storage.get('v1.self')).toEqual({ name: '李婶', phone: '' });
});

test('a time that is full by now is not even asked for', async () => {
  expect(await send({ form: { ...act.form, time: '08:30' } })).toBeUndefined();
  expect(fake.calls).toEqual([]);
});

test.each([
  ['with a place there', 'booked', ['cancel'], []],
  ['who only waits there keeps the place', 'waiting', [], ['b0']],
] as const)('moved to another day, %s: the old slip', async (_story, state, sent, kept) => {
  fake.storage.set('v1.slips', [{ ...slip, booking: 'b0' }]);
  fake.answer = () => ({ ok: true, data: {} });
  expect(await giveBack('b0', { state })).toBe(true);
  expect(booked().map(({ data }) => data.action)).toEqual(sent);
  expect((fake.storage.get('v1.slips') as (typeof slip)[]).map(({ booking }) => booking)).toEqual(kept);
});

test('a slip that this phone no longer has cannot be given back, and that is told', async () => {
  expect(await giveBack('gone', { state: 'booked' })).toBe(false);
  expect(await giveBack('', { state: 'booked' })).toBe(true);
});
