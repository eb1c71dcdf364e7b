import { BSONRegExp, EJSON, ObjectId } from 'bson';
import * as fc from 'fast-check';
import {
  parseEjson,
  parseStored,
  storedToReply,
  toReply,
  toText,
} from '../../../../../local/cloudbase/database/wire/ejson';
import type { Document } from '../../../../../local/cloudbase/database/values/value';
import { NOW, seeds } from '../harness';

const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 2 ** 31, 2 ** 53, -(2 ** 40), 1e300),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"$oid"', '$date', '{"$oid":1}'),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.constantFrom(new BSONRegExp('^a"$', 'i'), new BSONRegExp('代', '')),
);
const name = fc.string({ maxLength: 5 }).filter((text) => !text.startsWith('$') && text !== '__proto__');
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const document = fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true });

describe('extended JSON', () => {
  it('written by the bson library, canonical or relaxed, is read as that library reads it', () => {
    fc.assert(
      fc.property(document, fc.boolean(), (one, relaxed) => {
        const text = EJSON.stringify(one, { relaxed });
        expect(parseEjson(text, 'query', NOW)).toEqual(EJSON.parse(text));
      }),
      { numRuns: seeds(10_000) },
    );
  });

  it('that we write is read by the bson library as what it was', () => {
    fc.assert(
      fc.property(document, (one) => {
        expect(EJSON.parse(toText(one))).toEqual(one);
      }),
      { numRuns: seeds(10_000) },
    );
  });

  it('that we store is read back as it was, and sent with plain ids', () => {
    fc.assert(
      fc.property(document, (one) => {
        const text = toText(one);
        const stored: Document = parseStored(text);
        expect(stored).toEqual(one);
        expect(storedToReply({ text, document: stored })).toBe(toReply(one));
      }),
      { numRuns: seeds(10_000) },
    );
  });

  it.each([
    '{"a":{"$numberInt":""}}',
    '{"a":{"$numberInt":"x"}}',
    '{"a":{"$numberLong":1}}',
    '{"a":{"$date":"never"}}',
    '{"a":{"$date":{}}}',
    '{"a":{"$oid":"1"}}',
    '{"a":{"$regularExpression":{"pattern":"a"}}}',
    '{"a":{"$regularExpression":{"pattern":"a","options":"g"}}}',
    '{"a":{"$tcb_server_date":{"offset":"1"}}}',
    '{"a":',
  ])('%s is refused', (text) => {
    expect(() => parseEjson(text, 'query', NOW)).toThrow(/InvalidParameter/);
  });

  it('keeps a text that looks like it', () => {
    const text = '{"a":"{\\"$date\\":1}"}';
    expect(parseStored(text)).toEqual({ a: '{"$date":1}' });
  });
});
