import { now, setRight, today } from '../../../miniprogram/platform/clock';
import { NOW } from '../../support/sample-answers';

const DAY_MS = 86_400_000;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
  setRight(Date.now());
  jest.useRealTimers();
});

test.each([
  ['three days behind', -3 * DAY_MS],
  ['a day ahead', DAY_MS],
  ['ten minutes fast before midnight', 600_000],
])('a phone %s goes by the server’s clock, and knows that its own is wrong', (_which, wrongBy) => {
  jest.setSystemTime(NOW + wrongBy);
  expect(setRight(NOW)).toBe(true);
  expect([now(), today()]).toEqual([NOW, '2026-11-23']);
});

test('seconds on the way and a few minutes are no wrong clock; one set right again is believed', () => {
  jest.setSystemTime(NOW + 60_000);
  expect(setRight(NOW)).toBe(false);
  expect(now()).toBe(NOW + 60_000);
  setRight(NOW + DAY_MS);
  expect(setRight(NOW)).toBe(false);
  expect(today()).toBe('2026-11-23');
});
