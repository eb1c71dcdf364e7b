import { failureOf, openWithSdk, type WithSdk } from '../harness';
import type { SdkCommand } from '../sdk';

let sdk: WithSdk;
let _: SdkCommand;
beforeAll(async () => {
  sdk = await openWithSdk();
  _ = sdk.db.command;
});
afterAll(() => sdk.close());

/** Changes a document and returns what it has become. */
const change = async (before: object, update: object): Promise<unknown> => {
  await sdk.db.collection('items').doc('d').set(before);
  await sdk.db.collection('items').doc('d').update(update);
  const { data } = await sdk.db.collection('items').doc('d').get();
  const { _id, ...rest } = data[0] as Record<string, unknown>;
  expect(_id).toBe('d');
  return rest;
};

/** What refuses the change; the document must be as it was. */
const refused = async (before: object, update: object): Promise<string> => {
  const failure = await failureOf(change(before, update));
  expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
  expect((await sdk.db.collection('items').doc('d').get()).data).toEqual([{ _id: 'd', ...before }]);
  return failure.message;
};

beforeAll(() => sdk.db.createCollection('items'));

describe('push and unshift', () => {
  it('append one, several or a list of values', async () => {
    expect(await change({ a: [1] }, { a: _.push(2) })).toEqual({ a: [1, 2] });
    expect(await change({ a: [1] }, { a: _.push(2, 3) })).toEqual({ a: [1, 2, 3] });
    expect(await change({ a: [1] }, { a: _.push([2, 3]) })).toEqual({ a: [1, 2, 3] });
    expect(await change({ a: [1] }, { a: _.push([[2]]) })).toEqual({ a: [1, [2]] });
    expect(await change({}, { a: { b: _.push(1) } })).toEqual({ a: { b: [1] } });
  });

  it('put values in front in their order', async () => {
    expect(await change({ a: [3] }, { a: _.unshift([1, 2]) })).toEqual({ a: [1, 2, 3] });
  });

  it('insert at a position, then sort, then cut', async () => {
    const push = (options: object): object => ({ a: _.push({ each: [4, 5, 6], ...options }) });
    expect(await change({ a: [1, 2, 3] }, push({ position: 1 }))).toEqual({ a: [1, 4, 5, 6, 2, 3] });
    expect(await change({ a: [1, 2, 3] }, push({ position: -1 }))).toEqual({ a: [1, 2, 4, 5, 6, 3] });
    expect(await change({ a: [1, 2, 3] }, push({ sort: -1, slice: 3 }))).toEqual({ a: [6, 5, 4] });
    expect(await change({ a: [9] }, push({ slice: -2 }))).toEqual({ a: [5, 6] });
    expect(await change({ a: [9] }, push({ slice: 0 }))).toEqual({ a: [] });
    expect(await change({ a: [9, 1] }, { a: _.push({ each: [], sort: 1 }) })).toEqual({ a: [1, 9] });
  });

  it('refuse a position that is no whole number', async () => {
    expect(await refused({ a: [1, 2, 3] }, { a: _.push({ each: [4], position: 1.5 }) })).toContain(
      '$position',
    );
  });

  it('sort documents by their fields', async () => {
    const push = _.push({ each: [{ n: 1, m: 2 }], sort: { n: 1, m: -1 } });
    expect(
      await change(
        {
          a: [
            { n: 2, m: 1 },
            { n: 1, m: 1 },
          ],
        },
        { a: push },
      ),
    ).toEqual({
      a: [
        { n: 1, m: 2 },
        { n: 1, m: 1 },
        { n: 2, m: 1 },
      ],
    });
  });

  it('refuse what is no array', async () => {
    expect(await refused({ a: 'x' }, { a: _.push(1) })).toContain(
      `The field 'a' must be an array but is of type string in document {_id: "d"}`,
    );
    expect(await refused({ a: null }, { a: _.push(1) })).toContain('of type null');
    expect(await refused({ a: {} }, { a: _.push(1) })).toContain('of type object');
  });
});

describe('pop and shift', () => {
  it('take the last and the first', async () => {
    expect(await change({ a: [1, 2, 3] }, { a: _.pop() })).toEqual({ a: [1, 2] });
    expect(await change({ a: [1, 2, 3] }, { a: _.shift() })).toEqual({ a: [2, 3] });
    expect(await change({ a: [] }, { a: _.pop(), b: _.shift() })).toEqual({ a: [] });
  });

  it('refuse what is no array', async () => {
    expect(await refused({ a: 1 }, { a: _.pop() })).toContain('non-array type');
  });
});

describe('pull and pullAll', () => {
  it('take out what is equal', async () => {
    expect(await change({ a: [1, 2, 1] }, { a: _.pull(1) })).toEqual({ a: [2] });
    expect(await change({ a: [1, 2, 3, 1] }, { a: _.pullAll([1, 3]) })).toEqual({ a: [2] });
    expect(await change({ a: [[1, 2], [1]] }, { a: _.pullAll([[1]]) })).toEqual({ a: [[1, 2]] });
  });

  it('take out what fits a condition', async () => {
    expect(await change({ a: [1, 5, 9] }, { a: _.pull(_.gte(5)) })).toEqual({ a: [1] });
    expect(await change({ a: ['go', 'js', 'c'] }, { a: _.pull(_.in(['go', 'c'])) })).toEqual({ a: ['js'] });
    expect(await change({ a: ['go', 'js'] }, { a: _.pull(/^g/) })).toEqual({ a: ['js'] });
  });

  it('take out documents by some of their fields', async () => {
    const before = { a: [{ n: 1, m: 2 }, { n: 2, m: 2 }, 5] };
    expect(await change(before, { a: _.pull({ n: 1 }) })).toEqual({ a: [{ n: 2, m: 2 }, 5] });
    expect(await change(before, { a: _.pull({ n: _.gt(1), m: 2 }) })).toEqual({ a: [{ n: 1, m: 2 }, 5] });
  });

  it('refuse what is no array and are content with nothing', async () => {
    expect(await refused({ a: 1 }, { a: _.pull(1) })).toContain('non-array');
    expect(await refused({ a: 1 }, { a: _.pullAll([1]) })).toContain('non-array');
    expect(await change({ b: 1 }, { a: _.pull(1) })).toEqual({ b: 1 });
  });
});

describe('a path that can never be', () => {
  it('is refused by pull, pullAll, pop and shift', async () => {
    const takes = [_.pull(1), _.pullAll([1]), _.pop(), _.shift()];
    for (const take of takes) {
      for (const a of [5, null, 'text', [1, { b: [1] }]]) {
        expect(await refused({ a }, { 'a.b': take })).toContain(`Cannot create field 'b' in element {a: `);
      }
      expect(await refused({ a: { b: 1 } }, { 'a.b.c.d': take })).toContain(`'c' in element {b: 1}`);
    }
  });

  it('is told from one that could be', async () => {
    expect(await change({ a: {} }, { 'a.b.c': _.pull(1) })).toEqual({ a: {} });
    expect(await change({ a: [] }, { 'a.3.c': _.pop() })).toEqual({ a: [] });
    expect(await change({ a: [[1, 2]] }, { 'a.0': _.pull(1) })).toEqual({ a: [[2]] });
  });
});

describe('addToSet', () => {
  it('adds what is not there yet; field order makes documents differ', async () => {
    expect(await change({ a: ['x'] }, { a: _.addToSet('x'), b: _.addToSet('y') })).toEqual({
      a: ['x'],
      b: ['y'],
    });
    expect(await change({ a: [{ n: 1, m: 2 }] }, { a: _.addToSet({ m: 2, n: 1 }) })).toEqual({
      a: [
        { n: 1, m: 2 },
        { m: 2, n: 1 },
      ],
    });
    expect(await change({ a: [1] }, { a: _.addToSet([1]) })).toEqual({ a: [1, [1]] });
  });

  it('refuses what is no array', async () => {
    expect(await refused({ a: 'x' }, { a: _.addToSet('x') })).toContain('must be an array');
  });
});
