import { failureOf, openWithSdk, type WithSdk } from './harness';

let sdk: WithSdk;
beforeAll(async () => {
  sdk = await openWithSdk({ indexes: { items: { indexes: [] } } });
});
afterAll(() => sdk.close());

/** Everything is asked of an empty collection: nothing may look as if it had worked. */
const refusal = async (action: string, body: Record<string, unknown>): Promise<string> => {
  const reply = await sdk.execute(action, { collectionName: 'items', ...body });
  expect(reply['code']).toBe('NotEmulatedError');
  return reply['message'] as string;
};

describe('what is not emulated says so and names itself', () => {
  it.each([
    'database.startTransaction',
    'database.commitTransaction',
    'database.abortTransaction',
    'database.getInTransaction',
    'database.watch',
  ])('the action %s', async (action) => {
    expect(await refusal(action, {})).toContain(action);
  });

  it('a call within a transaction', async () => {
    const body = { transactionId: 't', query: '{"_id":"a"}', queryType: 'DOC' };
    expect(await refusal('database.getDocument', body)).toContain('transactions');
    expect((await failureOf(sdk.db.runTransaction(() => undefined))).code).toBe('NotEmulatedError');
  });

  it('another instance or database', async () => {
    expect(await refusal('database.getDocument', { instance: 'other' })).toContain('another instance');
  });

  it.each(['$where', '$jsonSchema', '$text', '$comment'])('the query operator %s', async (operator) => {
    const query = JSON.stringify({ [operator]: {} });
    expect(await refusal('database.getDocument', { query })).toContain(operator);
  });

  it.each(['$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$bitsAllSet', '$nonsense'])(
    'the query operator %s on a field',
    async (operator) => {
      for (const condition of [{ v: { [operator]: 1 } }, { $or: [{ v: { $not: { [operator]: 1 } } }] }]) {
        const query = JSON.stringify(condition);
        expect(await refusal('database.calculateDocument', { query })).toContain(operator);
      }
    },
  );

  it.each(['$bit', '$setOnInsert', '$currentDate', '$nonsense'])(
    'the update operator %s',
    async (operator) => {
      const data = JSON.stringify({ [operator]: { a: 1 } });
      expect(await refusal('database.modifyDocument', { data, merge: true, multi: true })).toContain(
        operator,
      );
    },
  );

  it.each(['list.$', 'list.$[]', 'list.$[one].a'])('the positional path %s', async (path) => {
    const data = JSON.stringify({ $set: { [path]: 1 } });
    expect(await refusal('database.modifyDocument', { data, merge: true, multi: true })).toContain(path);
  });

  const aggregate = (stageKey: string, operand: unknown): Promise<string> =>
    refusal('database.aggregateDocuments', { stages: [{ stageKey, stageValue: JSON.stringify(operand) }] });

  it.each(['$project', '$addFields', '$lookup', '$replaceRoot', '$count', '$skip', '$facet', '$nonsense'])(
    'the stage %s',
    async (stageKey) => {
      expect(await aggregate(stageKey, {})).toContain(stageKey);
    },
  );

  it.each(['$avg', '$last', '$push', '$mergeObjects', '$stdDevPop', '$nonsense'])(
    'the accumulator %s',
    async (operator) => {
      expect(await aggregate('$group', { _id: null, n: { [operator]: '$a' } })).toContain(operator);
    },
  );

  it.each(['$add', '$cond', '$dateToString', '$substr', '$literal', '$nonsense'])(
    'the expression %s',
    async (operator) => {
      expect(await aggregate('$group', { _id: { [operator]: '$a' } })).toContain(operator);
      const n = { $sum: { [operator]: '$a' } };
      expect(await aggregate('$group', { _id: null, n })).toContain(operator);
    },
  );

  it('computed conditions, variables, arrays and options of unwind', async () => {
    const query = JSON.stringify({ $expr: { $eq: ['$a', 1] } });
    expect(await refusal('database.getDocument', { query })).toContain('$expr');
    expect(await aggregate('$group', { _id: '$$NOW' })).toContain('$$NOW');
    expect(await aggregate('$group', { _id: ['$a', '$b'] })).toContain('an array');
    expect(await aggregate('$unwind', '$a.b')).toContain('$a.b');
    const kept = { path: '$a', preserveNullAndEmptyArrays: true };
    expect(await aggregate('$unwind', kept)).toContain('preserveNullAndEmptyArrays');
  });

  it('a pattern that means something else by code points', async () => {
    const query = JSON.stringify({ v: { $regex: 'a\\-b' } });
    expect(await refusal('database.getDocument', { query })).toContain('code points');
  });

  it.each([
    ['Decimal128', { $numberDecimal: '1.5' }],
    ['Binary', { $binary: { base64: 'AA==', subType: '00' } }],
    ['Timestamp', { $timestamp: { t: 1, i: 1 } }],
    ['MinKey', { $minKey: 1 }],
    ['Code', { $code: 'x' }],
  ])('values of type %s', async (type, value) => {
    const data = [JSON.stringify({ a: [value] })];
    expect(await refusal('database.insertDocument', { data })).toContain(type);
  });

  it('a field named __proto__', async () => {
    expect(await refusal('database.insertDocument', { data: ['{"__proto__":1}'] })).toContain('__proto__');
  });

  it('an upsert with operators', async () => {
    const body = { data: '{"$set":{"a":1}}', query: '{"_id":"a"}', merge: true, upsert: true };
    expect(await refusal('database.modifyDocument', body)).toContain('upsert');
  });
});
