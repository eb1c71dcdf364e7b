/**
 * Extended JSON as `@cloudbase/database` uses it, in place of `bson`, which is a third of the slim SDK and looks at each
 * value four times: a day with 200 bookings is read and written with every act. The test holds the two together.
 */
import { isDate, isRegExp } from 'node:util/types';

/** What the product stores never holds; read back as nothing else than a fault. */
const FOREIGN = new Set([
  '$binary',
  '$uuid',
  '$symbol',
  '$numberDecimal',
  '$minKey',
  '$maxKey',
  '$regex',
  '$regularExpression',
  '$timestamp',
  '$code',
  '$ref',
  '$dbPointer',
]);

const READERS: Readonly<Record<string, (said: string) => unknown>> = {
  $numberInt: Number,
  $numberLong: Number,
  $numberDouble: Number,
  // The service gives ids as text; one of another making is its digits here, too.
  $oid: String,
};

/** From the inside out: a $date holds what its $numberLong was read as. */
function readValue(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const [name, said] of Object.entries(value)) {
    if (!name.startsWith('$') || said === null) continue;
    const read = READERS[name];
    if (read) return read(said as string);
    if (name === '$date') return new Date(said as string | number);
    if (name === '$undefined') return null;
    if (FOREIGN.has(name)) throw new Error(`${name} was left out of this build; see build/ejson.ts`);
  }
  return value;
}

/** Numbers with their type, so that the service stores them as such. */
function typed(value: number): object {
  const digits = String(value);
  if (!Number.isInteger(value)) return { $numberDouble: digits };
  if (value >= -(2 ** 31) && value < 2 ** 31) return { $numberInt: digits };
  return Math.abs(value) <= 2 ** 63 ? { $numberLong: digits } : { $numberDouble: digits };
}

function written(value: unknown): unknown {
  if (typeof value === 'number') return typed(value);
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(written);
  if (isDate(value)) return { $date: { $numberLong: String(value.getTime()) } };
  if (isRegExp(value) || '_bsontype' in value)
    throw new Error('a value of BSON was left out of this build; see build/ejson.ts');
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, written(own)]));
}

export const EJSON = {
  /** Numbers and dates as JavaScript has them. Text without types, which is nearly all, is plain JSON. */
  parse: (text: string): unknown => JSON.parse(text, text.includes('"$') ? readValue : undefined),
  /** The canonical form, which is the only one that the SDK asks for. */
  stringify: (value: unknown): string => JSON.stringify(written(value)),
};
