import { BSONRegExp, ObjectId } from 'bson';

/** A stored document: plain objects and arrays of the values MongoDB knows (see `Rank`). */
export type Document = Record<string, unknown>;

/**
 * The order of BSON types when values of several types are compared or indexed (MongoDB manual,
 * "Comparison/Sort Order"). `missing` stands for no value at all; an index stores null for it, and
 * `missing` itself only for an empty array.
 */
export const Rank = {
  missing: 0x05,
  null: 0x0a,
  number: 0x14,
  string: 0x1e,
  object: 0x28,
  array: 0x32,
  objectId: 0x3c,
  boolean: 0x46,
  date: 0x50,
  regex: 0x5a,
} as const;

export type Rank = (typeof Rank)[keyof typeof Rank];

export function rankOf(value: unknown): Rank {
  switch (typeof value) {
    case 'undefined':
      return Rank.missing;
    case 'number':
      return Rank.number;
    case 'string':
      return Rank.string;
    case 'boolean':
      return Rank.boolean;
    default:
      return rankOfObject(value);
  }
}

function rankOfObject(value: unknown): Rank {
  if (value === null) return Rank.null;
  // Most are plain ones: a class has a prototype of its own.
  if (Object.getPrototypeOf(value) === Object.prototype) return Rank.object;
  if (Array.isArray(value)) return Rank.array;
  if (value instanceof Date) return Rank.date;
  if (value instanceof ObjectId) return Rank.objectId;
  if (value instanceof BSONRegExp || value instanceof RegExp) return Rank.regex;
  return Rank.object;
}

export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && rankOfObject(value) === Rank.object;
}

/** Own property or undefined: names such as `constructor` are ordinary field names. */
export function fieldOf(document: Document, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(document, name) ? document[name] : undefined;
}

/** A deep copy that shares only immutable leaves. */
export function copyValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyValue) as T;
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const name of Object.keys(value)) copy[name] = copyValue(value[name]);
  return copy as T;
}

/** The name MongoDB's messages use for the type of a value. */
export function typeName(value: unknown): string {
  switch (rankOf(value)) {
    case Rank.missing:
      return 'missing';
    case Rank.null:
      return 'null';
    case Rank.number:
      return isInt32(value as number) ? 'int' : Number.isSafeInteger(value) ? 'long' : 'double';
    case Rank.string:
      return 'string';
    case Rank.object:
      return 'object';
    case Rank.array:
      return 'array';
    case Rank.objectId:
      return 'objectId';
    case Rank.boolean:
      return 'bool';
    case Rank.date:
      return 'date';
    case Rank.regex:
      return 'regex';
  }
}

/** The SDK's serialiser tells int from long and double by the value alone; so do we. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** A value in the manner of the MongoDB shell, for messages. */
export function printValue(value: unknown): string {
  return JSON.stringify(value);
}
