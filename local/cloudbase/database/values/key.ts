import { type ObjectId } from 'bson';
import { regexParts } from './compare';
import { type Document, Rank, rankOf } from './value';

/**
 * Values as bytes that sort as the values do, so that an lmdb key range is an index range.
 * Every encoding ends by itself and none is the beginning of another, so they can be joined;
 * the byte after a complete one is never 0xff, which therefore marks "after everything that
 * begins with this". Reversing all bits of an encoding reverses its order.
 */
export const AFTER = 0xff;

let bytes = Buffer.allocUnsafe(4096);
let length = 0;

export function encodeValue(value: unknown): Buffer {
  length = 0;
  putValue(value);
  return Buffer.from(bytes.subarray(0, length));
}

export function encodeValues(values: readonly unknown[]): Buffer {
  length = 0;
  for (const value of values) putValue(value);
  return Buffer.from(bytes.subarray(0, length));
}

/** The encoding of a value in a descending field of an index. */
export function invert(encoded: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(encoded.length);
  for (let at = 0; at < encoded.length; at++) inverted[at] = ~(encoded[at] ?? 0) & 0xff;
  return inverted;
}

function reserve(count: number): void {
  if (length + count <= bytes.length) return;
  const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, length + count));
  bytes.copy(larger, 0, 0, length);
  bytes = larger;
}

function putByte(byte: number): void {
  reserve(1);
  bytes[length++] = byte;
}

function putValue(value: unknown): void {
  const rank = rankOf(value);
  putByte(rank);
  putPayload(rank, value);
}

function putPayload(rank: Rank, value: unknown): void {
  switch (rank) {
    case Rank.missing:
    case Rank.null:
      return;
    case Rank.number: {
      putNumber(value as number);
      return;
    }
    case Rank.string: {
      putString(value as string);
      return;
    }
    case Rank.boolean: {
      putByte(value ? 2 : 1);
      return;
    }
    case Rank.date: {
      putNumber((value as Date).getTime());
      return;
    }
    case Rank.objectId: {
      putBytes((value as ObjectId).id);
      return;
    }
    case Rank.array:
      for (const element of value as unknown[]) putValue(element);
      putByte(0);
      return;
    case Rank.object: {
      putDocument(value as Document);
      return;
    }
    case Rank.regex: {
      const { pattern, options } = regexParts(value);
      putString(pattern);
      putString(options);
      return;
    }
  }
}

/** IEEE 754 with the sign turned so that bytes order like numbers; NaN is all zeros, the lowest. */
function putNumber(value: number): void {
  reserve(8);
  if (Number.isNaN(value)) bytes.fill(0, length, length + 8);
  else {
    bytes.writeDoubleBE(value === 0 ? 0 : value, length);
    const negative = (bytes[length] ?? 0) & 0x80;
    if (negative) for (let at = length; at < length + 8; at++) bytes[at] = ~(bytes[at] ?? 0) & 0xff;
    else bytes[length] = (bytes[length] ?? 0) | 0x80;
  }
  length += 8;
}

/** UTF-8; a zero byte becomes 00 FF and the end is 00 01, so a prefix sorts before what extends it. */
function putString(value: string): void {
  reserve(value.length * 3 + 2);
  if (!value.includes('\0')) length += bytes.write(value, length, 'utf8');
  else {
    const parts = value.split('\0');
    parts.forEach((part, index) => {
      if (index > 0) {
        putByte(0);
        putByte(0xff);
      }
      putBytes(Buffer.from(part, 'utf8'));
    });
  }
  putByte(0);
  putByte(1);
}

function putBytes(source: Uint8Array): void {
  reserve(source.length);
  bytes.set(source, length);
  length += source.length;
}

function putDocument(value: Document): void {
  for (const name of Object.keys(value)) {
    const rank = rankOf(value[name]);
    putByte(rank);
    putString(name);
    putPayload(rank, value[name]);
  }
  putByte(0);
}
