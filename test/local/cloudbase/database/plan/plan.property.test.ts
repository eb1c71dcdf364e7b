import * as fc from 'fast-check';
import { indexesOf, openTemporary, seeds, type Opened } from '../harness';

/**
 * The same documents twice: once with indexes, once without. Every query must give the same answer,
 * and an ordered one in the same order.
 */
const INDEXES = indexesOf(
  [['a', 1]],
  [
    ['a', 1],
    ['b', -1],
  ],
  [
    ['a', -1],
    ['b', 1],
    ['c', 1],
  ],
  [['d.e', 1]],
  [
    ['list', 1],
    ['b', 1],
  ],
  [
    ['b', 1],
    ['_id', -1],
  ],
);

const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
  fc.constantFrom(null, NaN, -1, 2.5, '', 'x', '2', true, false, [], {}, { e: 1 }),
  fc
    .constantFrom(new Date(1), new Date(2))
    .map((date) => ({ $date: { $numberLong: String(date.getTime()) } })),
);
const element = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(null, 'x', [1], { e: 1 }));
const list = fc.array(element, { maxLength: 3 });

const document = fc.record(
  {
    a: scalar,
    b: scalar,
    c: scalar,
    d: fc.oneof(
      fc.record({ e: fc.oneof(scalar, list) }),
      scalar,
      fc.array(fc.oneof(fc.record({ e: scalar }), scalar)),
    ),
    list: fc.oneof(list, scalar),
  },
  { requiredKeys: [] },
);

const path = fc.constantFrom('a', 'b', 'c', 'd', 'd.e', 'list', 'list.0', '_id');
const operand = fc.oneof(scalar, fc.constantFrom('i1', 'i2', 'i3'));
const range = fc
  .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), operand)
  .map(([name, one]) => ({ [name]: one }));
const condition = fc.oneof(
  operand.map((one) => ({ $eq: one })),
  range,
  fc.tuple(range, range).map(([one, other]) => ({ ...one, ...other })),
  fc.array(operand, { maxLength: 3 }).map((many) => ({ $in: many })),
  operand.map((one) => ({ $ne: one })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  range.map((one) => ({ $not: one })),
  range.map((one) => ({ $elemMatch: one })),
);
const fields = fc.dictionary(path, condition, { maxKeys: 3, noNullPrototype: true });
const query = fc.oneof(
  fields,
  fc
    .tuple(fields, fc.array(fields, { minLength: 1, maxLength: 3 }))
    .map(([one, many]) => ({ ...one, $or: many })),
  fc.array(fields, { minLength: 1, maxLength: 3 }).map((many) => ({ $and: many })),
  fc
    .tuple(fields, fc.array(fields, { minLength: 1, maxLength: 2 }))
    .map(([one, many]) => ({ ...one, $nor: many })),
);
const order = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd.e', '_id'), fc.constantFrom(1, -1)), {
    maxLength: 3,
    selector: ([name]) => name,
  })
  .map((entries) => Object.fromEntries(entries));

const arrays = (value: unknown): boolean => Array.isArray(value);

/** No index of ours may meet two arrays. */
const canBeIndexed = ({ a, b, c, list: many }: Record<string, unknown>): boolean => {
  return [a, b, c].filter(arrays).length < 2 && !(arrays(b) && arrays(many));
};

let indexed: Opened;
let plain: Opened;
beforeAll(() => {
  indexed = openTemporary({ indexes: INDEXES });
  plain = openTemporary({ indexes: { items: { indexes: [] } } });
});
afterAll(async () => {
  await indexed.close();
  await plain.close();
});

const answer = async (opened: Opened, body: Record<string, unknown>): Promise<unknown> => {
  const reply = await opened.execute('database.getDocument', {
    collectionName: 'items',
    limit: 1000,
    ...body,
  });
  expect(reply['code']).toBeUndefined();
  return (reply['data'] as { list: string[] }).list;
};

const fill = async (documents: readonly object[]): Promise<void> => {
  for (const opened of [indexed, plain]) {
    await opened.database.drop();
    const data = documents.map((one, at) => JSON.stringify({ _id: `i${at}`, ...one }));
    await opened.execute('database.insertDocument', { collectionName: 'items', data });
  }
  expect(indexed.database.checkIndexes()).toEqual([]);
};

describe('an index plan', () => {
  it('answers every query as a scan does', async () => {
    const documents = fc.array(document, { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(query, { minLength: 15, maxLength: 15 }),
        async (many, queries) => {
          await fill(many.filter(canBeIndexed));
          for (const one of queries) {
            const body = { query: JSON.stringify(one) };
            const [found, expected] = [await answer(indexed, body), await answer(plain, body)];
            expect([...(found as string[])].sort()).toEqual([...(expected as string[])].sort());
          }
        },
      ),
      { numRuns: seeds(1000) },
    );
  });

  it('gives pages in the same order as a sort in memory, the _id deciding', async () => {
    const page = fc.record({ limit: fc.integer({ min: 1, max: 9 }), offset: fc.nat(9) });
    const asked = fc.tuple(query, order, page);
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 25 }),
        fc.array(asked, { minLength: 15, maxLength: 15 }),
        async (many, questions) => {
          await fill(many.filter((one) => !arrays(one.a) && !arrays(one.b) && !arrays(one.c)));
          for (const [one, sort, { limit, offset }] of questions) {
            const withId = '_id' in sort ? sort : { ...sort, _id: 1 };
            const body = { query: JSON.stringify(one), order: JSON.stringify(withId), limit, offset };
            expect(await answer(indexed, body)).toEqual(await answer(plain, body));
          }
        },
      ),
      { numRuns: seeds(1000) },
    );
  });
});
