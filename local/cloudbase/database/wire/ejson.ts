import { BSONRegExp, ObjectId } from 'bson';
import { errors } from '../errors';
import { MAX_DEPTH } from '../limits';
import { type Document, isDocument } from '../values/value';

/**
 * Extended JSON, both ways. The SDK writes the canonical form and reads either. It is done here rather
 * than by `bson`, whose parser calls a function for every value and takes five times as long; the tests
 * hold the two together.
 */

/**
 * Reads a field of the wire: text or, from old SDKs, the object itself. Numbers become JavaScript
 * numbers, as the SDK reads them back; `{$tcb_server_date: {offset}}` becomes the time of the server.
 *
 * @param now epoch milliseconds of the server
 */
export function parseEjson(source: unknown, field: string, now: number): unknown {
  if (typeof source !== 'string') return fromWire(source, now, 0);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw errors.invalidParam(`${field} is not valid EJSON`);
  }
  return fromWire(value, now, 0);
}

export function parseDocument(source: unknown, field: string, now: number): Document {
  const value = parseEjson(source, field, now);
  if (!isDocument(value)) throw errors.invalidParam(`${field} must be an object`);
  return value;
}

/** Text that `toText` made. */
export function parseStored(text: string): Document {
  const value = JSON.parse(text) as Document;
  return text.includes('"$') ? (fromWire(value, 0, 0) as Document) : value;
}

function fromWire(value: unknown, now: number, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) throw errors.refused(`nested too deeply: more than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) return value.map((element) => fromWire(element, now, depth + 1));
  const names = Object.keys(value);
  const [first] = names;
  if (first?.startsWith('$') === true) {
    const read = READERS[first];
    if (read) return read((value as Document)[first], now);
    if (first in FOREIGN) throw errors.notEmulated(`values of type ${String(FOREIGN[first])}`);
  }
  const result: Document = {};
  for (const name of names) {
    if (name === '__proto__') throw errors.notEmulated('a field named __proto__');
    result[name] = fromWire((value as Document)[name], now, depth + 1);
  }
  return result;
}

const READERS: Readonly<Record<string, (operand: unknown, now: number) => unknown>> = {
  $numberInt: readNumber,
  $numberLong: readNumber,
  $numberDouble: readNumber,
  $date: readDate,
  $oid: readObjectId,
  $regularExpression: readRegex,
  $undefined: () => null,
  $tcb_server_date: readServerDate,
};

/** Types of BSON that the product never sends. */
const FOREIGN: Readonly<Record<string, string>> = {
  $binary: 'Binary',
  $uuid: 'UUID',
  $numberDecimal: 'Decimal128',
  $timestamp: 'Timestamp',
  $minKey: 'MinKey',
  $maxKey: 'MaxKey',
  $code: 'Code',
  $symbol: 'Symbol',
  $dbPointer: 'DBPointer',
  $ref: 'DBRef',
};

function readNumber(operand: unknown): number {
  const value = typeof operand === 'string' && operand !== '' ? Number(operand) : NaN;
  if (Number.isNaN(value) && operand !== 'NaN')
    throw errors.invalidParam('a number of EJSON must be its digits');
  return value;
}

function readDate(operand: unknown): Date {
  const spec = isDocument(operand) && '$numberLong' in operand ? readNumber(operand['$numberLong']) : operand;
  const date = typeof spec === 'string' || typeof spec === 'number' ? new Date(spec) : undefined;
  if (!date || Number.isNaN(date.getTime())) throw errors.invalidParam('a $date must be an instant');
  return date;
}

function readObjectId(operand: unknown): ObjectId {
  if (typeof operand !== 'string' || !/^[0-9a-f]{24}$/i.test(operand)) {
    throw errors.invalidParam('an $oid must be 24 hex digits');
  }
  return ObjectId.createFromHexString(operand);
}

function readRegex(operand: unknown): BSONRegExp {
  const { pattern, options } = isDocument(operand) ? operand : {};
  if (typeof pattern !== 'string' || typeof options !== 'string') {
    throw errors.invalidParam('a $regularExpression needs a pattern and options');
  }
  try {
    return new BSONRegExp(pattern, options);
  } catch {
    throw errors.invalidParam(`the regular expression options '${options}' are not supported`);
  }
}

function readServerDate(operand: unknown, now: number): Date {
  const offset = isDocument(operand) ? fromWire(operand['offset'] ?? 0, now, 0) : undefined;
  if (typeof offset !== 'number') throw errors.invalidParam('the offset of a server date must be a number');
  return new Date(now + offset);
}

/** A document as it is stored: EJSON text. Throws on what JSON cannot hold, such as functions. */
export function toText(document: Document): string {
  return JSON.stringify(isJson(document) ? document : toWire(document, false));
}

/** A document as the service sends it: EJSON text, an ObjectId as its plain hex digits. */
export function toReply(document: Document): string {
  return JSON.stringify(isJson(document) ? document : toWire(document, true));
}

/** Most documents hold nothing but what JSON writes as it is: then no copy has to be made. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isJson);
  if (!isDocument(value)) return false;
  for (const name in value) if (!isJson(value[name])) return false;
  return true;
}

/** A stored document as the service sends it: mostly its text. */
export function storedToReply(stored: { readonly text: string; readonly document: Document }): string {
  return stored.text.includes('"$oid"') ? toReply(stored.document) : stored.text;
}

function toWire(value: unknown, plainIds: boolean): unknown {
  if (typeof value === 'number') return numberToWire(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => toWire(element ?? null, plainIds));
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof ObjectId) return plainIds ? value.toHexString() : { $oid: value.toHexString() };
  if (value instanceof BSONRegExp) return regexToWire(value.pattern, value.options);
  if (value instanceof RegExp) return regexToWire(value.source, value.flags);
  const result: Document = {};
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== undefined) result[name] = toWire(inner, plainIds);
  }
  return result;
}

function regexToWire(pattern: string, options: string): Document {
  return { $regularExpression: { pattern, options } };
}

function numberToWire(value: number): unknown {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
}
