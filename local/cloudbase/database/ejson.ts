import { EJSON, ObjectId } from 'bson';
import { errors } from './errors';

export type Document = Record<string, unknown>;

/**
 * Reads a field of the wire that holds EJSON text (the SDK writes the canonical form). Numbers
 * become JavaScript numbers, as the SDK reads them back.
 */
export function parseEjson(text: unknown, field: string): Document {
  if (typeof text !== 'string') throw errors.invalidParam(`${field} must be EJSON text`);
  let value: unknown;
  try {
    value = EJSON.parse(text, { relaxed: true });
  } catch {
    throw errors.invalidParam(`${field} is not valid EJSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw errors.invalidParam(`${field} must be an object`);
  }
  return value as Document;
}

/** Writes a document as the SDK expects it: EJSON text, with an ObjectId as its plain hex text. */
export function stringifyEjson(document: Document): string {
  return EJSON.stringify(withPlainIds(document), { relaxed: false });
}

function withPlainIds(value: unknown): unknown {
  if (value instanceof ObjectId) return value.toHexString();
  if (Array.isArray(value)) return value.map(withPlainIds);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPlainIds(inner)]));
}
