import { BSONRegExp, ObjectId } from 'bson';
import * as fc from 'fast-check';
import { compareStrings, compareValues } from '../../../../../local/cloudbase/database/values/compare';
import { encodeValue, encodeValues, invert } from '../../../../../local/cloudbase/database/values/key';
import { seeds } from '../harness';

const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, NaN, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'a\0b', 'ab', '\uFF5E', '\u{1F600}', '代表'),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.constantFrom(new BSONRegExp('a', ''), new BSONRegExp('a', 'i'), new BSONRegExp('b', '')),
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const sign = Math.sign;

describe('keys', () => {
  it('sort as the values do', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        expect(sign(Buffer.compare(encodeValue(left), encodeValue(right)))).toBe(
          sign(compareValues(left, right)),
        );
      }),
      { numRuns: seeds(20_000) },
    );
  });

  it('sort the other way round when inverted', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        const order = Buffer.compare(invert(encodeValue(left)), invert(encodeValue(right)));
        expect(sign(order)).toBe(-sign(compareValues(left, right)) + 0);
      }),
      { numRuns: seeds(10_000) },
    );
  });

  it('of several values sort by the first that differs, whatever its length', () => {
    const tuple = fc.tuple(value, value);
    fc.assert(
      fc.property(tuple, tuple, (left, right) => {
        const expected = compareValues(left[0], right[0]) || compareValues(left[1], right[1]);
        expect(sign(Buffer.compare(encodeValues(left), encodeValues(right)))).toBe(sign(expected));
      }),
      { numRuns: seeds(10_000) },
    );
  });

  it('are never the beginning of the key of another value', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        fc.pre(compareValues(left, right) !== 0);
        const [one, other] = [encodeValue(left), encodeValue(right)];
        expect(other.subarray(0, one.length).equals(one)).toBe(false);
      }),
      { numRuns: seeds(10_000) },
    );
  });
});

describe('text', () => {
  it('sorts as its UTF-8 bytes do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        const bytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
        expect(sign(compareStrings(left, right))).toBe(sign(bytes));
      }),
      { numRuns: seeds(10_000) },
    );
  });
});

describe('the order of types', () => {
  it('is that of the MongoDB manual', () => {
    const ordered = [
      undefined,
      null,
      NaN,
      -1,
      1,
      '1',
      { a: 1 },
      [0],
      new ObjectId(),
      false,
      true,
      new Date(0),
      new BSONRegExp('a', ''),
    ];
    ordered.forEach((left, at) => {
      ordered.forEach((right, other) => {
        expect(sign(compareValues(left, right))).toBe(sign(at - other));
      });
    });
  });

  it('in a document goes by type, then name, then value of each field in turn', () => {
    expect(compareValues({ b: 1 }, { a: 'x' })).toBeLessThan(0);
    expect(compareValues({ a: 2 }, { b: 1 })).toBeLessThan(0);
    expect(compareValues({ a: 1 }, { a: 1, b: 0 })).toBeLessThan(0);
    expect(compareValues({ a: 1, b: 2 }, { b: 2, a: 1 })).not.toBe(0);
  });
});
