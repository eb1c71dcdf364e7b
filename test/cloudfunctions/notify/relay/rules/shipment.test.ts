import fc from 'fast-check';
import {
  afterFailure,
  ATTEMPTS,
  backOffMs,
  isDue,
  toShipment,
  type Entry,
} from '../../../../../cloudfunctions/notify/relay/rules/shipment';

const MINUTE_MS = 60_000;
const NOW = 1_000_000;

test('waits 1, 2, 4, 8, 16, 32, then 60 minutes, never longer', () => {
  const minutes = Array.from({ length: 12 }, (_, n) => backOffMs(n + 1) / MINUTE_MS);
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60]);
});

test('fails nine times and goes on, fails the tenth and is dead', () => {
  let entry: Entry | undefined = { id: 'e' };
  for (let failed = 1; failed < ATTEMPTS; failed++) {
    entry = afterFailure(entry as Entry, NOW);
    expect(entry).toEqual({ id: 'e', attempts: failed, nextAt: NOW + backOffMs(failed) });
  }
  expect(afterFailure(entry as Entry, NOW)).toBeUndefined();
});

test('is due at the instant itself, not a millisecond before', () => {
  expect(isDue({ id: 'e', nextAt: NOW }, NOW)).toBe(true);
  expect(isDue({ id: 'e', nextAt: NOW + 1 }, NOW)).toBe(false);
  expect(isDue({ id: 'e' }, NOW)).toBe(true);
});

test('a document whose outbox is empty is due no more; one with a failed entry at its next try', () => {
  const rows = ['r'];
  const shipped = ['a', 'b'];
  const outbox = [{ id: 'a' }, { id: 'b' }];
  expect(toShipment(outbox, { shipped, failed: [], rows }, NOW)).toEqual({
    shipped,
    rows,
    remaining: [],
    nextAt: 0,
  });
  const failed = [{ id: 'b', attempts: 1, nextAt: NOW + MINUTE_MS }];
  expect(toShipment(outbox, { shipped: ['a'], failed, rows }, NOW)).toEqual({
    shipped: ['a'],
    rows,
    remaining: failed,
    nextAt: NOW + MINUTE_MS,
  });
});

test('whatever was done: shipped and remaining are the outbox, in order, and something left is due', () => {
  const fate = fc.constantFrom('shipped', 'failed', 'untried');
  fc.assert(
    fc.property(fc.array(fate, { maxLength: 12 }), (fates) => {
      const outbox = fates.map((_, n): Entry => ({ id: `e${n}` }));
      const of = (wanted: string) => outbox.filter((_, n) => fates[n] === wanted);
      const failed = of('failed').map((entry) => ({ ...entry, attempts: 1, nextAt: NOW + 1 }));
      const shipped = of('shipped').map(({ id }) => id);
      const { remaining, nextAt } = toShipment(outbox, { shipped, failed, rows: [] }, NOW);
      const rest = outbox.map(({ id }) => id).filter((id) => !shipped.includes(id));
      expect(remaining.map(({ id }) => id)).toEqual(rest);
      const due = fates.includes('untried') ? NOW : NOW + 1;
      expect(nextAt).toBe(rest.length === 0 ? 0 : due);
    }),
  );
});
