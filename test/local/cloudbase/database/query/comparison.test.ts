import { openWithSdk, failureOf, type WithSdk } from '../harness';
import type { SdkCommand } from '../sdk';

let sdk: WithSdk;
let _: SdkCommand;
beforeAll(async () => {
  sdk = await openWithSdk();
  _ = sdk.db.command;
  await sdk.database.importDocuments('items', [
    { _id: 'missing' },
    { _id: 'null', v: null },
    { _id: 'one', v: 1 },
    { _id: 'two', v: 2 },
    { _id: 'NaN', v: NaN },
    { _id: 'text', v: '2' },
    { _id: 'empty', v: '' },
    { _id: 'true', v: true },
    { _id: 'date', v: new Date(2) },
    { _id: 'list', v: [2, 'x'] },
    { _id: 'none', v: [] },
    { _id: 'nested', v: [[2]] },
    { _id: 'object', v: { a: 1, b: 2 } },
    { _id: 'objects', v: [{ a: 1 }, { b: 2 }] },
  ]);
});
afterAll(() => sdk.close());

const found = async (query: unknown): Promise<string[]> => {
  const { data } = await sdk.db.collection('items').where(query).get();
  return (data as { _id: string }[]).map(({ _id }) => _id);
};

describe('equality', () => {
  it('finds a value and an array that holds it', async () => {
    expect(await found({ v: 2 })).toEqual(['two', 'list']);
    expect(await found({ v: _.eq('x') })).toEqual(['list']);
  });

  it('looks one level into an array, not two', async () => {
    expect(await found({ v: _.eq([2]) })).toEqual(['nested']);
  });

  it('finds an array as a whole, in the same order', async () => {
    expect(await found({ v: _.eq([2, 'x']) })).toEqual(['list']);
    expect(await found({ v: _.eq(['x', 2]) })).toEqual([]);
    expect(await found({ v: _.eq([]) })).toEqual(['none']);
  });

  it('finds null where there is null and where there is nothing', async () => {
    expect(await found({ v: null })).toEqual(['missing', 'null']);
    expect(await found({ v: _.eq(null) })).toEqual(['missing', 'null']);
  });

  it('tells field order apart in a document', async () => {
    expect(await found({ v: _.eq({ a: 1, b: 2 }) })).toEqual(['object']);
    expect(await found({ v: _.eq({ b: 2, a: 1 }) })).toEqual([]);
    expect(await found({ v: _.eq({ a: 1 }) })).toEqual(['objects']);
  });

  it('reaches into documents and arrays of documents by a path', async () => {
    expect(await found({ v: { a: 1 } })).toEqual(['object', 'objects']);
    expect(await found({ 'v.b': 2 })).toEqual(['object', 'objects']);
    expect(await found({ 'v.0': 2 })).toEqual(['list', 'nested']);
    expect(await found({ 'v.1.b': 2 })).toEqual(['objects']);
  });

  it('takes a path into a value that is no document as missing, but not into an array of values', async () => {
    const ids = await found({ 'v.a': null });
    expect(ids).toEqual(expect.arrayContaining(['missing', 'null', 'one', 'text', 'objects']));
    expect(ids).not.toContain('object');
    expect(ids).not.toContain('list');
    expect(ids).not.toContain('none');
  });

  it('does not mix types', async () => {
    expect(await found({ v: '2' })).toEqual(['text']);
    expect(await found({ v: new Date(2) })).toEqual(['date']);
    expect(await found({ v: true })).toEqual(['true']);
    expect(await found({ v: '' })).toEqual(['empty']);
  });
});

describe('neq and nin', () => {
  it('find what equality does not, arrays and missing fields included', async () => {
    expect(await found({ v: _.neq(2) })).toEqual([
      'missing',
      'null',
      'one',
      'NaN',
      'text',
      'empty',
      'true',
      'date',
      'none',
      'nested',
      'object',
      'objects',
    ]);
    expect(await found({ v: _.neq(null) })).not.toEqual(expect.arrayContaining(['missing']));
    expect(await found({ v: _.nin([1, 2, null]) })).toEqual([
      'NaN',
      'text',
      'empty',
      'true',
      'date',
      'none',
      'nested',
      'object',
      'objects',
    ]);
  });
});

describe('in', () => {
  it('finds any of the values, null with what is missing', async () => {
    expect(await found({ v: _.in([1, '2']) })).toEqual(['one', 'text']);
    expect(await found({ v: _.in([null, 1]) })).toEqual(['missing', 'null', 'one']);
    expect(await found({ v: _.in([]) })).toEqual([]);
    expect(await found({ v: _.in([[2, 'x']]) })).toEqual(['list']);
  });

  it('takes regular expressions among the values', async () => {
    expect(await found({ v: _.in([/^x/, 1]) })).toEqual(['one', 'list']);
  });
});

describe('ranges', () => {
  it('compare only values of the same type', async () => {
    expect(await found({ v: _.gt(1) })).toEqual(['two', 'list']);
    expect(await found({ v: _.lt('3') })).toEqual(['text', 'empty']);
    expect(await found({ v: _.lte(new Date(2)) })).toEqual(['date']);
    expect(await found({ v: _.gte(false) })).toEqual(['true']);
  });

  it('leave NaN out, except in a closed range of NaN', async () => {
    expect(await found({ v: _.lt(100) })).toEqual(['one', 'two', 'list']);
    expect(await found({ v: _.gte(NaN) })).toEqual(['NaN']);
    expect(await found({ v: _.gt(NaN) })).toEqual([]);
  });

  it('of null are closed ones only, and hold what is missing', async () => {
    expect(await found({ v: _.gte(null) })).toEqual(['missing', 'null']);
    expect(await found({ v: _.lte(null) })).toEqual(['missing', 'null']);
    expect(await found({ v: _.gt(null) })).toEqual([]);
  });

  it('join with and()', async () => {
    expect(await found({ v: _.gte(1).and(_.lt(2)) })).toEqual(['one']);
    expect(await found({ v: _.and(_.gt(0), _.lte(2)) })).toEqual(['one', 'two', 'list']);
  });

  it('may be fulfilled by different elements of an array', async () => {
    await sdk.database.importDocuments('spread', [{ _id: 1, v: [1, 9] }]);
    const { total } = await sdk.db
      .collection('spread')
      .where({ v: _.gt(5).and(_.lt(2)) })
      .count();
    expect(total).toBe(1);
  });

  it('order text by code point, not by UTF-16 unit', async () => {
    await sdk.database.importDocuments('texts', [{ _id: '\u{1F600}' }, { _id: '\uFF5E' }]);
    const { data } = await sdk.db
      .collection('texts')
      .where({ _id: _.gt('\uFF5E') })
      .get();
    expect(data).toEqual([{ _id: '\u{1F600}' }]);
  });
});

describe('refusals', () => {
  it.each([
    ['$ne of a regular expression', { v: { $ne: { $regularExpression: { pattern: 'a', options: '' } } } }],
    ['$gt of a regular expression', { v: { $gt: { $regularExpression: { pattern: 'a', options: '' } } } }],
    ['$in without a list', { v: { $in: 5 } }],
    ['operators within $in', { v: { $in: [{ $gt: 1 }] } }],
    ['a mix of operators and fields', { v: { $gt: 1, a: 2 } }],
    ['$mod by 0', { v: { $mod: [0, 1] } }],
    ['a negative $size', { v: { $size: -1 } }],
    ['$elemMatch of a number', { v: { $elemMatch: 5 } }],
    ['$not of a value', { v: { $not: 5 } }],
    ['an empty $or', { $or: [] }],
    ['an $and that is no list', { $and: { v: 1 } }],
    ['$options without $regex', { v: { $options: 'i' } }],
    ['a broken regular expression', { v: { $regex: '(' } }],
    ['an unknown type', { v: { $type: 'nonsense' } }],
  ])('%s', async (_name, query) => {
    const reply = await sdk.execute('database.getDocument', {
      collectionName: 'items',
      query: JSON.stringify(query),
    });
    expect(reply['code']).toBe('DATABASE_REQUEST_FAILED');
  });

  it('says what was not EJSON', async () => {
    const reply = await sdk.execute('database.getDocument', { collectionName: 'items', query: '{' });
    expect(reply).toMatchObject({ code: 'INVALID_PARAM' });
    expect((await failureOf(sdk.db.collection('a.b').get())).code).toBe('INVALID_PARAM');
  });
});
