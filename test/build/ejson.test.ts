/** What stands in the functions in place of `bson` reads and writes as the SDK's own `bson` does. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { EJSON } from '../../build/ejson';
import { root } from '../../build/paths';

const database = createRequire(join(root, 'node_modules', '@cloudbase', 'database', 'package.json'));
const { EJSON: whole } = database('bson') as {
  EJSON: { parse(text: string): unknown; stringify(value: unknown, options: { relaxed: boolean }): string };
};

/** About 2 ** 63 and of a date that is none, bson makes other values. */
const number = fc.oneof(
  fc.integer(),
  fc.double({ min: -(2 ** 62), max: 2 ** 62 }),
  fc.double({ min: 2 ** 64 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -0, 2 ** 31, 2 ** 31 - 1, -(2 ** 31), -(2 ** 31) - 1, 2 ** 53, -(2 ** 62), 2 ** 64),
);
const leaf = fc.oneof(
  number,
  fc.string(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.date({ noInvalidDate: true }),
);
const name = fc.oneof(fc.string(), fc.constantFrom('$set', '$and', '__proto__', 'constructor', '路灯'));
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree')), fc.dictionary(name, tie('tree'))),
}));
const canonical = (value: unknown) => whole.stringify(value, { relaxed: false });
/** Plain JSON. */
const seen = (value: unknown) => JSON.stringify(value, (_, own: unknown) => (own === undefined ? null : own));

test('writes what bson writes', () => {
  const write = (value: unknown) => {
    expect(EJSON.stringify(value)).toBe(canonical(value));
  };
  fc.assert(fc.property(tree, write), { numRuns: 2_000 });
});

test('reads what bson reads: the canonical form, the relaxed one, and plain JSON', () => {
  const read = (value: unknown) => {
    for (const text of [canonical(value), whole.stringify(value, { relaxed: true }), seen(value)])
      expect(EJSON.parse(text)).toEqual(whole.parse(text));
  };
  fc.assert(fc.property(tree, read), { numRuns: 2_000 });
});

test.each([
  ['{"a":{"$numberLong":"1700000000000"}}', { a: 1_700_000_000_000 }],
  ['{"a":{"$date":"2026-12-07T00:00:00Z"}}', { a: new Date('2026-12-07T00:00:00Z') }],
  ['{"a":{"$undefined":true}}', { a: null }],
  ['{"a":"$numberInt","$b":1}', { a: '$numberInt', $b: 1 }],
])('%s is read as bson reads it', (text, value) => {
  expect(EJSON.parse(text)).toEqual(value);
  expect(whole.parse(text)).toEqual(value);
});

test('an id that the service made is its digits', () => {
  expect(EJSON.parse('{"_id":{"$oid":"0123456789abcdef01234567"}}')).toEqual({
    _id: '0123456789abcdef01234567',
  });
});

test.each(['{"a":{"$binary":{"base64":"AA==","subType":"00"}}}', '{"a":{"$numberDecimal":"1"}}'])(
  '%s is refused by name',
  (text) => {
    expect(() => EJSON.parse(text)).toThrow(/\$(binary|numberDecimal) was left out of this build/);
  },
);

test('nothing but dates and what JSON has is written', () => {
  expect(() => EJSON.stringify({ a: /x/ })).toThrow('left out');
  expect(() => EJSON.stringify({ a: { _bsontype: 'Long', low: 1, high: 0 } })).toThrow('left out');
});
