import * as fc from 'fast-check';
import { updateOne } from 'mingo/updater';
import { compileUpdate } from '../../../../../local/cloudbase/database/update/apply';
import { DatabaseError } from '../../../../../local/cloudbase/database/errors';
import { copyValue, type Document } from '../../../../../local/cloudbase/database/values/value';
import { seeds } from '../harness';

const number = fc.integer({ min: -5, max: 5 });
const document = fc.record({
  _id: fc.constant('d'),
  n: number,
  m: number,
  deep: fc.record({ n: number, list: fc.array(number, { maxLength: 4 }) }),
  list: fc.array(number, { maxLength: 5 }),
});

const counter = fc.constantFrom('n', 'm', 'deep.n', 'fresh', 'deep.fresh');
const list = fc.constantFrom('list', 'deep.list');

/** Operators on paths where both hold to MongoDB's rule. */
const operator: fc.Arbitrary<[string, string, unknown]> = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$inc', '$mul', '$min', '$max'), counter, number),
  fc.tuple(fc.constant('$unset'), fc.constantFrom('n', 'deep.n', 'deep', 'gone', 'gone.n'), fc.constant('')),
  fc.tuple(fc.constant('$set'), fc.constantFrom('list.0', 'deep.list'), fc.array(number, { maxLength: 2 })),
  fc.tuple(fc.constant('$push'), list, fc.record({ $each: fc.array(number), $position: fc.nat(3) })),
  fc.tuple(
    fc.constant('$push'),
    list,
    fc.record({
      $each: fc.array(number),
      $sort: fc.constantFrom(1, -1),
      $slice: fc.integer({ min: -4, max: 4 }),
    }),
  ),
  fc.tuple(fc.constant('$addToSet'), list, number),
  fc.tuple(fc.constant('$pop'), list, fc.constantFrom(1, -1)),
  fc.tuple(
    fc.constant('$pull'),
    list,
    fc.oneof(number, fc.record({ $gte: number }), fc.record({ $in: fc.array(number) })),
  ),
  fc.tuple(fc.constant('$pullAll'), list, fc.array(number)),
  fc.tuple(
    fc.constant('$rename'),
    fc.constantFrom('n', 'gone', 'deep.n'),
    fc.constantFrom('moved', 'deep.moved'),
  ),
);

describe('an update', () => {
  it('makes of a document what mingo makes of a copy', () => {
    fc.assert(
      fc.property(document, operator, (before, [name, path, operand]) => {
        // mingo's $addToSet does nothing to a list that already holds a value twice; MongoDB appends.
        fc.pre(
          name !== '$addToSet' ||
            [before.list, before.deep.list].every((one) => new Set(one).size === one.length),
        );
        const update = { [name]: { [path]: operand } };
        const copy = [copyValue(before)] as Document[];
        updateOne(copy, {}, update as never);
        // Text has no -0, which mingo makes of 0 times a negative number.
        expect(compileUpdate(update)(before)).toEqual(JSON.parse(JSON.stringify(copy[0])));
      }),
      { numRuns: seeds(10_000) },
    );
  });

  it('leaves the document it is given as it was, and so does the next one', () => {
    fc.assert(
      fc.property(document, operator, operator, (before, first, second) => {
        const update = ([name, path, operand]: typeof first) =>
          compileUpdate({ [name]: { [path]: operand } });
        const copy = copyValue(before);
        const after = update(first)(before);
        const afterCopy = copyValue(after);
        try {
          update(second)(after);
        } catch (error) {
          // What the first one left may be no place for the second.
          expect(error).toBeInstanceOf(DatabaseError);
        }
        expect([before, after]).toEqual([copy, afterCopy]);
      }),
      { numRuns: seeds(2_500) },
    );
  });
});
