import { BSONRegExp, EJSON, ObjectId } from 'bson';
import { errors } from '../errors';
import { MAX_DEPTH } from '../limits';
import { type Document, isDocument } from '../values/value';

/**
 * Reads a field of the wire that holds EJSON: text (the SDK writes the canonical form) or, from old
 * SDKs, the object itself. Numbers become JavaScript numbers, as the SDK reads them back;
 * `{$tcb_server_date: {offset}}` becomes the time of the server.
 *
 * @param now epoch milliseconds of the server
 */
export function parseEjson(source: unknown, field: string, now: number): unknown {
  let value: unknown;
  try {
    value =
      typeof source === 'string'
        ? EJSON.parse(source, { relaxed: true })
        : EJSON.deserialize(source as object, { relaxed: true });
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

function fromWire(value: unknown, now: number, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) throw errors.refused(`nested too deeply: more than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) return value.map((element) => fromWire(element, now, depth + 1));
  if (value instanceof Date || value instanceof ObjectId || value instanceof BSONRegExp) return value;
  const type: unknown = (value as { _bsontype?: unknown })._bsontype;
  if (typeof type === 'string') throw errors.notEmulated(`values of type ${type}`);
  return objectFromWire(value as Document, now, depth);
}

function objectFromWire(value: Document, now: number, depth: number): unknown {
  const result: Document = {};
  for (const name of Object.keys(value)) {
    if (name === '__proto__') throw errors.notEmulated('a field named __proto__');
    if (name === '$tcb_server_date') return serverDate(value[name], now);
    result[name] = fromWire(value[name], now, depth + 1);
  }
  return result;
}

function serverDate(spec: unknown, now: number): Date {
  const offset = isDocument(spec) ? (spec['offset'] ?? 0) : undefined;
  if (typeof offset !== 'number') throw errors.invalidParam('the offset of a server date must be a number');
  return new Date(now + offset);
}

/** Writes a document as the service does: EJSON text, an ObjectId as its plain hex text. */
export function stringifyDocument(document: Document): string {
  return JSON.stringify(toWire(document));
}

export function toWire(value: unknown): unknown {
  if (typeof value === 'number') return numberToWire(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => (element === undefined ? null : toWire(element)));
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof BSONRegExp) {
    return { $regularExpression: { pattern: value.pattern, options: value.options } };
  }
  const result: Document = {};
  for (const [name, inner] of Object.entries(value)) if (inner !== undefined) result[name] = toWire(inner);
  return result;
}

function numberToWire(value: number): unknown {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
}
