import { createClock, parseInstant } from '../../../local/cloudbase/clock';

const NINE = Date.parse('2026-12-01T09:00:00+08:00');

describe('the virtual clock', () => {
  it('runs on from where it was set, as fast as the real one', () => {
    const clock = createClock(NINE);
    const early = clock.now();
    expect(early).toBeGreaterThanOrEqual(NINE);
    expect(early).toBeLessThan(NINE + 1000);
    expect(clock.offsetMs()).toBe(clock.now() - Date.now());
  });

  it('shows the real time unless it is told otherwise', () => {
    expect(createClock().offsetMs()).toBe(0);
  });

  it('tells of a jump after it happened, and nobody who has left', () => {
    const clock = createClock(NINE);
    const seen: number[] = [];
    const leave = clock.onJump(() => seen.push(clock.now()));
    clock.set(NINE + 86_400_000);
    leave();
    clock.set(NINE);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toBeGreaterThanOrEqual(NINE + 86_400_000);
  });

  it.each([Number.NaN, Infinity, 1.5, 8.64e15 + 1])('refuses %p, which is no instant', (instant) => {
    expect(() => {
      createClock().set(instant);
    }).toThrow(RangeError);
    expect(() => createClock(instant)).toThrow(RangeError);
  });
});

describe('reading an instant', () => {
  it('reads a time with a zone', () => {
    expect(parseInstant('2026-12-04T18:00:00+08:00')).toBe(Date.UTC(2026, 11, 4, 10));
    expect(parseInstant('2026-12-04T10:00Z')).toBe(Date.UTC(2026, 11, 4, 10));
    expect(parseInstant('2028-02-29T00:00:00.5+08:00')).toBe(Date.UTC(2028, 1, 28, 16, 0, 0, 500));
  });

  it.each([
    ['without a zone it would mean another moment on each machine', '2026-12-04T18:00:00'],
    ['a day alone', '2026-12-04'],
    ['30 February', '2026-02-30T09:00:00+08:00'],
    ['29 February of a common year', '2026-02-29T09:00:00+08:00'],
    ['the hour 24', '2026-12-04T24:00:00+08:00'],
    ['month 13', '2026-13-04T18:00:00+08:00'],
    ['words', 'tomorrow'],
    ['nothing', ''],
  ])('refuses %s', (_why, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
