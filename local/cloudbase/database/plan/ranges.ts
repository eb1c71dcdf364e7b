import { AFTER, encodeValue, invert } from '../values/key';
import type { IndexField } from '../store/store';
import { type Branch, combine, type Range } from './constraints';

/** A stretch of keys, the end excluded. */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
  /** For each leading field that has one value in the whole stretch: how far its bytes reach. */
  readonly fixed: readonly number[];
  /** A field behind the fixed ones is bounded as well. */
  readonly bounded: boolean;
}

/** Ranges of one plan at most; beyond it, fewer fields are used and the scan filters. */
const MAX_RANGES = 2000;

interface Prefix {
  readonly bytes: Buffer;
  readonly fixed: readonly number[];
}

export interface Ranges {
  readonly ranges: readonly KeyRange[];
  /** Every constraint of the branch is in them. */
  readonly complete: boolean;
}

/**
 * The key ranges in which an index holds whatever a branch lets in.
 *
 * @param prefix beginning of all keys of the index
 * @param arrays whether the index holds arrays
 */
export function toRanges(
  prefix: Buffer,
  fields: readonly IndexField[],
  branch: Branch,
  arrays: boolean,
): Ranges {
  let prefixes: Prefix[] = [{ bytes: prefix, fixed: [] }];
  let used = 0;
  for (const { path, direction } of fields) {
    const constraint = combine(branch.get(path) ?? [], arrays && path !== '_id');
    if (constraint?.kind === 'range') {
      const ranges = prefixes.map((one) => rangeBehind(one, constraint, direction));
      return { ranges, complete: used + 1 === branch.size };
    }
    if (!constraint || prefixes.length * constraint.values.length > MAX_RANGES) break;
    const points = distinct(constraint.values.map(encodeValue)).map((point) => turn(point, direction));
    prefixes = prefixes.flatMap((one) => points.map((point) => extend(one, point)));
    used++;
  }
  return { ranges: prefixes.map(everythingBehind), complete: used === branch.size };
}

const AFTER_BYTE = Buffer.from([AFTER]);

function extend({ bytes, fixed }: Prefix, point: Buffer): Prefix {
  const longer = Buffer.concat([bytes, point]);
  return { bytes: longer, fixed: [...fixed, longer.length] };
}

function everythingBehind({ bytes, fixed }: Prefix): KeyRange {
  return { start: bytes, end: Buffer.concat([bytes, AFTER_BYTE]), fixed, bounded: false };
}

function turn(encoded: Buffer, direction: 1 | -1): Buffer {
  return direction === 1 ? encoded : invert(encoded);
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}

/** In a descending field the upper bound comes first among the keys. */
function rangeBehind({ bytes, fixed }: Prefix, range: Range, direction: 1 | -1): KeyRange {
  const [first, last] = direction === 1 ? [range.lower, range.upper] : [range.upper, range.lower];
  const rankByte = direction === 1 ? range.rank : ~range.rank & 0xff;
  const at = (value: unknown, behind: boolean): Buffer => {
    const encoded = turn(encodeValue(value), direction);
    return Buffer.concat(behind ? [bytes, encoded, AFTER_BYTE] : [bytes, encoded]);
  };
  return {
    start: first ? at(first.value, !first.inclusive) : Buffer.concat([bytes, Buffer.from([rankByte])]),
    end: last ? at(last.value, last.inclusive) : Buffer.concat([bytes, Buffer.from([rankByte + 1])]),
    fixed,
    bounded: true,
  };
}

/** Sorts ranges by their place among the keys and joins those that overlap. */
export function joinRanges(ranges: readonly KeyRange[]): KeyRange[] {
  const joined: KeyRange[] = [];
  for (const range of [...ranges].sort((left, right) => Buffer.compare(left.start, right.start))) {
    const previous = joined.at(-1);
    if (!previous || Buffer.compare(range.start, previous.end) >= 0) joined.push(range);
    else if (Buffer.compare(range.end, previous.end) > 0)
      joined[joined.length - 1] = { ...previous, end: range.end };
  }
  return joined;
}
