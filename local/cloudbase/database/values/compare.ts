import { type BSONRegExp, type ObjectId } from 'bson';
import { type Document, Rank, rankOf } from './value';

/** Orders any two values as MongoDB does: by type first, then by value. Missing comes before null. */
export function compareValues(left: unknown, right: unknown): number {
  const rank = rankOf(left);
  const difference = rank - rankOf(right);
  if (difference !== 0) return difference;
  switch (rank) {
    case Rank.missing:
    case Rank.null:
      return 0;
    case Rank.number:
      return compareNumbers(left as number, right as number);
    case Rank.string:
      return compareStrings(left as string, right as string);
    case Rank.boolean:
      return Number(left) - Number(right);
    case Rank.date:
      return compareNumbers((left as Date).getTime(), (right as Date).getTime());
    case Rank.objectId:
      return Buffer.compare((left as ObjectId).id, (right as ObjectId).id);
    case Rank.array:
      return compareArrays(left as unknown[], right as unknown[]);
    case Rank.object:
      return compareDocuments(left as Document, right as Document);
    case Rank.regex:
      return compareRegexes(regexParts(left), regexParts(right));
  }
}

export function equalValues(left: unknown, right: unknown): boolean {
  return compareValues(left, right) === 0;
}

/** NaN comes before every number and equals itself; the two zeros are equal. */
function compareNumbers(left: number, right: number): number {
  if (left === right) return 0;
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  if (Number.isNaN(right)) return 1;
  return left < right ? -1 : 1;
}

/** By code point, as the bytes of UTF-8 compare: JavaScript's own order differs above U+FFFF. */
export function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = left.charCodeAt(at) - right.charCodeAt(at);
    if (difference !== 0) return codeUnitOrder(left.charCodeAt(at)) - codeUnitOrder(right.charCodeAt(at));
  }
  return left.length - right.length;
}

/** Moves surrogates (which stand for U+10000 and above) behind U+E000–U+FFFF. */
function codeUnitOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

function compareArrays(left: unknown[], right: unknown[]): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = compareValues(left[at], right[at]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Field by field in their order: type of the value, then name, then value; the order of fields matters. */
function compareDocuments(left: Document, right: Document): number {
  const leftNames = Object.keys(left);
  const rightNames = Object.keys(right);
  const length = Math.min(leftNames.length, rightNames.length);
  for (let at = 0; at < length; at++) {
    const leftName = leftNames[at] ?? '';
    const rightName = rightNames[at] ?? '';
    const difference =
      rankOf(left[leftName]) - rankOf(right[rightName]) ||
      compareStrings(leftName, rightName) ||
      compareValues(left[leftName], right[rightName]);
    if (difference !== 0) return difference;
  }
  return leftNames.length - rightNames.length;
}

function compareRegexes(left: RegexParts, right: RegexParts): number {
  return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options);
}

export interface RegexParts {
  readonly pattern: string;
  readonly options: string;
}

export function regexParts(value: unknown): RegexParts {
  if (value instanceof RegExp) return { pattern: value.source, options: value.flags };
  const { pattern, options } = value as BSONRegExp;
  return { pattern, options };
}
