/** A bound that is kept in the instance. */
import { windowOf } from '../../../cloudfunctions/shared/window';

const AT = 1_000_000_000_000;

test('so many within a minute, then the seconds to wait; each account for itself', () => {
  const window = windowOf(3);
  expect([0, 1, 2].map((n) => window.admits('a', AT + n * 1_000))).toEqual([0, 0, 0]);
  expect(window.admits('a', AT + 10_000)).toBe(50);
  expect(window.admits('b', AT + 10_000)).toBe(0);
  expect(window.admits('a', AT + 60_000)).toBe(0);
  expect(window.admits('a', AT + 60_000)).toBe(1);
});

test('a clock that was set back does not lock anybody out', () => {
  const window = windowOf(1);
  expect([window.admits('a', AT), window.admits('a', AT - 1)]).toEqual([0, 0]);
});

test('it remembers some thousand accounts and no more', () => {
  const window = windowOf(1);
  for (let n = 0; n <= 5_000; n++) window.admits(`a${String(n)}`, AT);
  expect(window.admits('a0', AT)).toBe(0);
  expect(window.admits('a5000', AT)).toBeGreaterThan(0);
});
