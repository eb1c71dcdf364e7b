import fc from 'fast-check';
import { ERROR_CODES } from '../../miniprogram/contract/errors';
import { newKey } from '../cloudfunctions/request/requests';
import { countCases } from './cases';
import type { TestCloud } from './cloud';

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
function hostileInput(valid: object): fc.Arbitrary<unknown> {
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
function toJson(event: unknown): string {
  return JSON.stringify(event).replaceAll(`"${RAW_INFINITY}"`, '1e309');
}

/** Inputs of an action: 2,000 when everything is proven, a fiftieth of them otherwise. */
export const FUZZ_RUNS = process.env['PROOF'] === '1' ? 2_000 : 40;

export interface Fuzzed {
  fn: string;
  action: string;
  openid: string;
  /** An input of which the hostile ones are made. */
  valid: object;
  /** What stands written; the same as long as nothing is. */
  written: () => unknown;
  runs?: number;
}

function faultOf(code = 'none', wrote: boolean): string {
  if (code === 'internal' || !Object.hasOwn(ERROR_CODES, code)) return `refused by ${code}`;
  return wrote ? 'refused, and something was written' : '';
}

/**
 * Answers every input with data or a documented code, and writes nothing that it refuses. Where the minute of a grant is
 * used up, that is the refusal, and a minute later it goes on. A case is an input.
 */
export async function fuzz(
  { send, clock }: Pick<TestCloud, 'send' | 'clock'>,
  { fn, action, openid, valid, written, runs = FUZZ_RUNS }: Fuzzed,
): Promise<void> {
  const tried = fc.asyncProperty(hostileInput(valid), async (input) => {
    const before = written();
    const { errCode, ...answer } = await send(fn, toJson({ action, input, key: newKey() }), openid);
    const result = answer.result as { ok: boolean; code?: string } | undefined;
    if (errCode !== undefined || result === undefined) throw new Error(`platform error ${String(errCode)}`);
    const fault = result.ok ? '' : faultOf(result.code, written() !== before);
    if (fault !== '') throw new Error(fault);
    countCases();
    if (result.code === 'rate-limited') clock.set(clock.now() + 61_000);
  });
  await fc.assert(tried, { numRuns: runs });
}
