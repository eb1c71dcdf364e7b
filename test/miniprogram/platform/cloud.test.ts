import { ask, write } from '../../../miniprogram/platform/cloud';
import { installFakeWx, NO_NETWORK } from '../../support/fake-wx';
import type { FakeWx } from '../../support/fake-wx';

let fake: FakeWx;

beforeEach(() => {
  jest.useFakeTimers();
  fake = installFakeWx();
});
afterEach(() => {
  jest.useRealTimers();
});

const input = { township: 'bh', request: 'r1', step: { act: 'take' } } as const;

/** Lets pauses between tries and time-outs pass. */
async function settle<T>(work: Promise<T>): Promise<T> {
  await jest.advanceTimersByTimeAsync(60_000);
  return work;
}

function failing(times: number, problem: unknown): void {
  fake.answer = () => {
    if (fake.calls.length <= times) throw problem as Error;
    return { ok: true, data: { request: 'r1', state: 'contacting', nextDate: '2026-11-26' } };
  };
}

test('a lost answer is asked for again under the same key, with the same body, and says so', async () => {
  failing(2, NO_NETWORK);
  const result = await settle(write('request', 'act', input, 'key-12345'));
  expect(result.ok).toBe(true);
  const taken = fake.calls.filter(({ name }) => name === 'request');
  expect(taken).toHaveLength(3);
  const event = { action: 'act', input, key: 'key-12345' };
  const later = { ...event, again: true };
  expect(taken.map(({ data }) => data)).toEqual([event, later, later]);
});

test('after three tries without a network it gives up and says offline', async () => {
  failing(99, NO_NETWORK);
  expect(await settle(write('request', 'act', input, 'key-12345'))).toEqual({ ok: false, code: 'offline' });
  expect(fake.calls).toHaveLength(3);
});

test('after something was written the relay is told, once, and nobody waits for it', async () => {
  failing(0, undefined);
  await settle(write('request', 'act', input, 'key-12345'));
  expect(fake.calls.slice(1)).toEqual([
    { name: 'notify', data: { action: 'kick', input: { township: 'bh', after: 'request' } } },
  ]);
  failing(99, NO_NETWORK);
  await settle(write('request', 'act', input, 'key-12345'));
  expect(fake.calls.filter(({ name }) => name === 'notify')).toHaveLength(1);
});

test('a function that fell over is busy, not offline: the network is there', async () => {
  failing(99, { errCode: -504002, errMsg: 'cloud.callFunction:fail functions execute fail' });
  expect(await settle(ask('request', 'get', input))).toEqual({ ok: false, code: 'busy' });
});

test('no answer in 15 seconds counts as offline', async () => {
  const phone = wx as unknown as { cloud: { callFunction: () => Promise<never> } };
  phone.cloud.callFunction = () => new Promise(() => undefined);
  expect(await settle(ask('request', 'get', input))).toEqual({ ok: false, code: 'offline' });
});

test('a refusal is an answer: it is not asked twice', async () => {
  fake.answer = () => ({ ok: false, code: 'closed', details: { closesAt: 1 } });
  expect(await settle(ask('request', 'get', input))).toEqual({
    ok: false,
    code: 'closed',
    details: { closesAt: 1 },
  });
  expect(fake.calls).toHaveLength(1);
});

test('a busy server is asked again', async () => {
  fake.answer = () => (fake.calls.length < 2 ? { ok: false, code: 'busy' } : { ok: true, data: 1 });
  expect(await settle(ask('request', 'get', input))).toEqual({ ok: true, data: 1 });
});

test.each([
  undefined,
  null,
  'text',
  {},
  { ok: 'yes' },
  { ok: false, code: 'toString' },
  { ok: false, code: 'new-code' },
])('what is none of the contract (%p) is shown as our own fault, not as it came', async (answer) => {
  fake.answer = () => answer;
  expect(await settle(ask('request', 'get', input))).toEqual({ ok: false, code: 'internal' });
});

test('reads carry no key', async () => {
  fake.answer = () => ({ ok: true, data: 1 });
  await settle(ask('request', 'get', input));
  expect(fake.calls[0]?.data).toEqual({ action: 'get', input });
});
