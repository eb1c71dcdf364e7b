import {
  afterAnswer,
  listOf,
  SEND_ATTEMPTS,
  withJitter,
} from '../../../../../cloudfunctions/notify/messages/rules/delivery';

const MINUTE_MS = 60_000;
const NOW = Date.parse('2026-12-01T09:00:00+08:00');
const message = { id: 'bh~0123456789abcdefghjk', attempts: 0 };

test('sent, refused and wrong are the end, each of its own kind', () => {
  expect(afterAnswer(message, 'sent', NOW)).toEqual({ state: 'sent', nextAt: 0, attempts: 1 });
  expect(afterAnswer(message, 'refused', NOW)).toEqual({ state: 'refused', nextAt: 0, attempts: 1 });
  expect(afterAnswer(message, 'wrong', NOW)).toEqual({ state: 'dead', nextAt: 0, attempts: 1 });
});

test('without a consent nothing was tried', () => {
  expect(afterAnswer(message, 'none-left', NOW)).toEqual({ state: 'unreached', nextAt: 0, attempts: 0 });
  expect(afterAnswer(message, 'off', NOW)).toEqual({ state: 'unreached', nextAt: 0, attempts: 0 });
});

test('what may pass is tried again after 1, 2, 4 … 60 minutes, each shortened by up to a half', () => {
  for (const [attempts, minutes] of [1, 2, 4, 8, 16, 32, 60, 60, 60].entries()) {
    const { state, nextAt } = afterAnswer({ ...message, attempts }, 'passing', NOW);
    expect(state).toBe('queued');
    expect(nextAt - NOW).toBeGreaterThanOrEqual((minutes * MINUTE_MS) / 2);
    expect(nextAt - NOW).toBeLessThanOrEqual(minutes * MINUTE_MS);
  }
  const last = afterAnswer({ ...message, attempts: SEND_ATTEMPTS - 1 }, 'passing', NOW);
  expect(last).toEqual({ state: 'dead', nextAt: 0, attempts: SEND_ATTEMPTS });
});

test('a quota that is used up waits and counts as no failure, however often', () => {
  const { state, nextAt, attempts } = afterAnswer({ ...message, attempts: 9 }, 'quota', NOW);
  expect({ state, attempts }).toEqual({ state: 'queued', attempts: 9 });
  expect(nextAt - NOW).toBeGreaterThanOrEqual(10 * MINUTE_MS);
  expect(nextAt - NOW).toBeLessThanOrEqual(20 * MINUTE_MS);
});

test('a crowd that failed together does not come back together', () => {
  const pauses = Array.from({ length: 100 }, (_, n) => withJitter(MINUTE_MS, `bh~${String(n)}message`));
  expect(new Set(pauses).size).toBeGreaterThan(50);
  expect(withJitter(MINUTE_MS, 'same')).toBe(withJitter(MINUTE_MS, 'same'));
});

test('on the call list stands who must hear and was not reached; with the dead letters what went wrong', () => {
  expect(listOf('refused', '说一声')).toBe('call');
  expect(listOf('unreached', '说一声')).toBe('call');
  expect(listOf('refused', '')).toBe('');
  expect(listOf('sent', '说一声')).toBe('');
  expect(listOf('dead', '说一声')).toBe('dead');
});
