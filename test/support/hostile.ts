import fc from 'fast-check';

/** Stands for JSON that JavaScript cannot write: numbers beyond all numbers. */
const RAW_INFINITY = '@@1e309@@';

function nest(depth: number): unknown {
  let value: unknown = 'deep';
  for (let n = 0; n < depth; n++) value = n % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Values that no field of any action means. Some may pass where free words are asked for. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  RAW_INFINITY,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u202eabc',
  '\ud800',
  '😀',
  '(',
  ')',
  '[',
  '\\',
  '.*',
  '$',
  '{"$gt":""}',
  '__proto__',
  'constructor',
  '../..',
  'bh~',
  '~',
  'x'.repeat(5_000),
  '漢'.repeat(20_000),
  '9'.repeat(40),
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  {},
  { $gt: '' },
  { $ne: null },
  { $where: '1' },
  { $exists: true },
  { test: 'exists', value: true },
  { toString: 1 },
  { length: 3 },
  [],
  [[]],
  [null],
  ['bh', 'qs'],
  [{ $gt: '' }],
  nest(50),
  nest(2_000),
];

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function replaceAt(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  if (by === undefined && rest.length === 0) Reflect.deleteProperty(copy, first);
  else copy[first] = replaceAt(copy[first], rest, by);
  return copy;
}

/** A valid input with one thing wrong: a hostile value somewhere, a field left out, a field too many; or anything. */
export function hostileInput(valid: object): fc.Arbitrary<unknown> {
  const paths = pathsOf(valid);
  const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.jsonValue());
  return fc.oneof(
    fc.tuple(fc.constantFrom(...paths), value).map(([path, by]) => replaceAt(valid, path, by)),
    fc.constantFrom(...paths.slice(1)).map((path) => replaceAt(valid, path, undefined)),
    fc
      .tuple(fc.constantFrom('openid', 'role', '$where', '__proto__', 'constructor', 'x'), value)
      .map(([key, by]) => ({ ...valid, [key]: by })),
    value,
  );
}

/** The event as text, with what JavaScript cannot write put back. */
export function toJson(event: unknown): string {
  return JSON.stringify(event).replaceAll(`"${RAW_INFINITY}"`, '1e309');
}

/** 2,000 inputs an action when everything is proven, a fiftieth of them otherwise. */
export const FUZZ_RUNS = process.env['PROOF'] === '1' ? 2_000 : 40;
