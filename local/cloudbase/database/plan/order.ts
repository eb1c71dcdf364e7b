import type { IndexField } from '../store/store';
import type { SortField } from '../wire/body';
import type { KeyRange } from './ranges';

/** How reading an index's ranges gives the wanted order. */
export interface IndexOrder {
  readonly reverse: boolean;
  /**
   * Undefined: the ranges one after the other. Otherwise: side by side, always the next by the bytes
   * behind this many leading fields, which each range holds fixed.
   */
  readonly mergeBehind: number | undefined;
}

/**
 * Whether an index gives an order by itself. Fields that have one value in all ranges do not request; the
 * rest of the order must follow the index's fields, all in its direction or all against it.
 */
export function findOrder(
  order: readonly SortField[],
  fields: readonly IndexField[],
  ranges: readonly KeyRange[],
): IndexOrder | undefined {
  if (ranges.length === 0) return { reverse: false, mergeBehind: undefined };
  const constant = countConstant(ranges);
  const constants = new Set(fields.slice(0, constant).map(({ path }) => path));
  const wanted = order.filter(([path]) => !constants.has(path));
  const direct = follows(wanted, fields.slice(constant));
  if (direct !== undefined) return { reverse: direct, mergeBehind: undefined };
  const fixed = Math.min(...ranges.map((range) => range.fixed.length));
  for (let behind = fixed; behind > constant; behind--) {
    const reverse = follows(wanted, fields.slice(behind));
    if (reverse !== undefined) return { reverse, mergeBehind: behind };
  }
  return undefined;
}

/** How many leading fields have the same single value in all ranges. */
export function countConstant(ranges: readonly KeyRange[]): number {
  const [first, ...rest] = ranges;
  if (!first) return 0;
  let count = 0;
  for (const length of first.fixed) {
    const bytes = first.start.subarray(0, length);
    const same = rest.every((range) => {
      return range.fixed[count] === length && range.start.subarray(0, length).equals(bytes);
    });
    if (!same) break;
    count++;
  }
  return count;
}

/** Whether the order runs along the fields: false forwards, true backwards, undefined not at all. */
function follows(wanted: readonly SortField[], fields: readonly IndexField[]): boolean | undefined {
  let reverse: boolean | undefined;
  for (const [at, [path, direction]] of wanted.entries()) {
    const field = fields[at];
    if (field?.path !== path) return undefined;
    const against = field.direction !== direction;
    if (reverse !== undefined && reverse !== against) return undefined;
    reverse = against;
  }
  return reverse ?? false;
}
