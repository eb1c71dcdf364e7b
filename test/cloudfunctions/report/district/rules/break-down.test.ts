import fc from 'fast-check';
import { breakDown } from '../../../../../cloudfunctions/report/district/rules/break-down';

it('breaks down nothing that counts one or two', () => {
  expect(breakDown(0, [0, 0])).toBeUndefined();
  expect(breakDown(2, [2, 0])).toBeUndefined();
  expect(breakDown(3, [3, 0])).toEqual([3, 0]);
});

it('keeps a small part to itself, and one more that it would follow from', () => {
  expect(breakDown(12, [6, 1, 5, 0])).toEqual([6, null, null, 0]);
  expect(breakDown(13, [2, 3, 5, 3])).toEqual([null, null, 5, null]);
  expect(breakDown(12, [7, 2, 3])).toEqual([7, null, null]);
});

it('tells nothing where only noughts could be told', () => {
  expect(breakDown(3, [1, 1, 1])).toBeUndefined();
  expect(breakDown(6, [4, 1, 1, 0])).toBeUndefined();
});

/** Every list of so many parts that come to the whole. */
function listWays(places: number, whole: number): number[][] {
  if (places === 0) return whole === 0 ? [[]] : [];
  return Array.from({ length: whole + 1 }, (_, n) => n).flatMap((n) =>
    listWays(places - 1, whole - n).map((others) => [n, ...others]),
  );
}

const asTold = (whole: number, parts: readonly number[]) =>
  JSON.stringify(breakDown(whole, parts) ?? 'nothing');

it('lets nobody who knows the whole and the rule reckon that a part is one, or that it is two', () => {
  const some = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(some, (own) => {
      const whole = own.reduce((sum, n) => sum + n, 0);
      // Two that are one each or two and nothing follow from their sum, which is told.
      if (whole < 3) return;
      const told = asTold(whole, own);
      const thinkable = listWays(own.length, whole).filter((parts) => asTold(whole, parts) === told);
      own.forEach((n, at) => {
        if (n === 0 || n > 2) return;
        const thought = new Set(thinkable.map((parts) => parts[at]));
        expect({ own, told, sure: thought.size === 1 }).toEqual({ own, told, sure: false });
      });
    }),
    { numRuns: 200 },
  );
});
