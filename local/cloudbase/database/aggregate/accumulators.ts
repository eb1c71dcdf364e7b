import { compareValues } from '../values/compare';
import { encodeValue } from '../values/key';

/** What an accumulator makes of the values of a group, in the order of its rows; undefined is a missing field. */
export type Accumulator = (values: readonly unknown[]) => unknown;

/** The extreme value by MongoDB's order over all types; null and missing do not count. */
const extreme =
  (sign: 1 | -1): Accumulator =>
  (values) => {
    let best: unknown = null;
    for (const value of values) {
      if (value === null || value === undefined) continue;
      if (best === null || sign * compareValues(value, best) > 0) best = value;
    }
    return best;
  };

/** What the report needs; `$avg`, `$last`, `$push` and the others are refused. */
export const accumulators: ReadonlyMap<string, Accumulator> = new Map<string, Accumulator>([
  [
    '$sum',
    (values) => {
      let sum = 0;
      for (const value of values) if (typeof value === 'number') sum += value;
      return sum;
    },
  ],
  ['$min', extreme(-1)],
  ['$max', extreme(1)],
  ['$first', ([first]) => first ?? null],
  ['$addToSet', (values) => distinct(values)],
]);

/** Missing adds nothing, null is a value. Documents are the same only with their fields in the same order. */
function distinct(values: readonly unknown[]): unknown[] {
  const byKey = new Map<string, unknown>();
  for (const value of values) {
    if (value === undefined) continue;
    const key = encodeValue(value).toString('latin1');
    if (!byKey.has(key)) byKey.set(key, value);
  }
  return [...byKey.values()];
}
