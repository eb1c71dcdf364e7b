/** Which day and slot a submit takes, so that trying again never makes a second request. */
import { daysFor, slotOrder } from '../../../../../cloudfunctions/request/submit/rules/slots';

const at = (time: string) => Date.parse(`2026-06-02T${time}+08:00`);
const TODAY = '2026-06-02';
const YESTERDAY = '2026-06-01';

test('the same key meets itself: it always begins at the same slot and tries each one once', () => {
  expect(slotOrder('key-slot-c', 5)).toEqual([2, 3, 4, 5, 1]);
  expect(slotOrder('key-slot-c', 5)).toEqual(slotOrder('key-slot-c', 5));
  for (const key of ['a', 'key-slot-b', '9f8e7d6c-5b4a-4321-8765-0123456789ab'])
    expect([...slotOrder(key, 5)].sort()).toEqual([1, 2, 3, 4, 5]);
});

test('other keys of one account begin elsewhere, so that they seldom meet', () => {
  const starts = Array.from({ length: 40 }, (_, n) => slotOrder(`key-${String(n)}`, 5)[0]);
  expect(new Set(starts)).toEqual(new Set([1, 2, 3, 4, 5]));
});

test('a long key gives slots like a short one', () => {
  expect([...slotOrder('x'.repeat(4000), 5)].sort()).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  // The first try of before midnight may be written yesterday, or may just be writing.
  ['again, a moment after midnight', true, at('00:00:00'), [YESTERDAY, TODAY], true],
  ['again, while the first try may still be under way', true, at('00:00:19.999'), [YESTERDAY, TODAY], true],
  ['again, when the first try is over', true, at('00:00:20'), [YESTERDAY], false],
  ['again, later in the day', true, at('15:00:00'), [YESTERDAY], false],
  // A phone that does not know that it tried: the gateway may have.
  ['new, a moment after midnight', false, at('00:00:19.999'), [YESTERDAY], false],
  ['new, 20 seconds after midnight', false, at('00:00:20'), [], false],
  ['new, at the end of the day', false, at('23:59:59.999'), [], false],
])('%s', (_name, again, now, look, wait) => {
  expect(daysFor({ again, now })).toEqual({ today: TODAY, look, wait });
});
