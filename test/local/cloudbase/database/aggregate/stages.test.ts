import { failureOf, openWithSdk, type WithSdk } from '../harness';
import type { SdkAggregate, SdkCommand, SdkExpressions } from '../sdk';

let sdk: WithSdk;
let _: SdkCommand;
let $: SdkExpressions;
beforeAll(async () => {
  sdk = await openWithSdk({
    indexes: { scores: { indexes: [{ name: 'author', fields: [['author', 1]] }] } },
  });
  _ = sdk.db.command;
  $ = _.aggregate;
  await sdk.database.importDocuments('scores', [
    { _id: 1, author: 'stark', score: 80 },
    { _id: 2, author: 'stark', score: 85 },
    { _id: 3, author: 'bob', score: 60 },
    { _id: 4, author: 'li', score: 55 },
    { _id: 5, author: 'jimmy', score: 60 },
    { _id: 6, author: 'li', score: 94 },
    { _id: 7, author: 'justan' },
  ]);
  await sdk.database.importDocuments('goods', [
    { _id: 1, size: ['S', 'M'] },
    { _id: 2, size: [] },
    { _id: 3, size: null },
    { _id: 4 },
    { _id: 5, size: 'L' },
    { _id: 6, size: '' },
  ]);
});
afterAll(() => sdk.close());

const scores = (): SdkAggregate => sdk.db.collection('scores').aggregate();
const goods = (): SdkAggregate => sdk.db.collection('goods').aggregate();
const rows = async (aggregate: SdkAggregate): Promise<unknown> => (await aggregate.end()).data;

const ids = async (aggregate: SdkAggregate): Promise<unknown[]> =>
  (await aggregate.end()).data.map(({ _id }) => _id);

describe('match, sort, limit', () => {
  it('match as a query does, and by an index where it stands first', async () => {
    expect(await rows(scores().match({ author: 'li', score: _.gt(60) }))).toEqual([
      { _id: 6, author: 'li', score: 94 },
    ]);
    expect(sdk.cost.examined).toBe(2);
    expect(await ids(scores().match({ author: _.or(_.eq('bob'), _.eq('li')) }))).toEqual([3, 4, 6]);
  });

  it('match, sort and limit in the middle as well', async () => {
    const best = scores().group({ _id: '$author', best: $.max('$score') });
    expect(
      await rows(
        best
          .match({ best: _.gt(55) })
          .sort({ best: -1, _id: 1 })
          .limit(3),
      ),
    ).toEqual([
      { _id: 'li', best: 94 },
      { _id: 'stark', best: 85 },
      { _id: 'bob', best: 60 },
    ]);
  });

  it('sort by several fields; missing comes first', async () => {
    expect(await ids(scores().sort({ score: 1, author: 1 }))).toEqual([7, 4, 3, 5, 1, 2, 6]);
    expect(await ids(scores().sort({ score: -1, _id: -1 }))).toEqual([6, 2, 1, 5, 3, 4, 7]);
  });

  it('limit before what follows', async () => {
    expect(
      await rows(
        scores()
          .limit(3)
          .group({ _id: null, n: $.sum(1) }),
      ),
    ).toEqual([{ _id: null, n: 3 }]);
    expect((await failureOf(rows(scores().limit(0)))).code).toBe('DATABASE_REQUEST_FAILED');
  });
});

describe('the number of rows', () => {
  const many = Array.from({ length: 30 }, (_unused, n) => ({ _id: n }));

  it('is 20 without a limit, and what the limit says with one', async () => {
    await sdk.database.importDocuments('many', many);
    const aggregate = (): SdkAggregate => sdk.db.collection('many').aggregate();
    expect(await rows(aggregate())).toHaveLength(20);
    expect(await rows(aggregate().limit(25))).toHaveLength(25);
    expect(
      await rows(
        aggregate()
          .match({ _id: _.gte(0) })
          .limit(1000),
      ),
    ).toHaveLength(30);
  });

  it('is not cut when the switch says so', async () => {
    const other = await openWithSdk({ aggregateDefaultLimit: null });
    await other.database.importDocuments('many', many);
    expect((await other.db.collection('many').aggregate().end()).data).toHaveLength(30);
    await other.close();
  });
});

describe('group', () => {
  it('gathers by a value, missing and null alike as null', async () => {
    await sdk.database.importDocuments('groups', [{ _id: 1 }, { _id: 2, g: null }, { _id: 3, g: 'x' }]);
    const group = sdk.db
      .collection('groups')
      .aggregate()
      .group({ _id: '$g', n: $.sum(1) });
    expect(await rows(group)).toEqual([
      { _id: null, n: 2 },
      { _id: 'x', n: 1 },
    ]);
  });

  it('gathers by several values, and everything by null', async () => {
    const pairs = scores().group({ _id: { author: '$author', score: '$score' }, n: $.sum(1) });
    expect(await rows(pairs)).toContainEqual({ _id: { author: 'stark', score: 80 }, n: 1 });
    expect(await rows(pairs)).toContainEqual({ _id: { author: 'justan' }, n: 1 });
    expect(
      await rows(
        scores()
          .match({ score: _.gt(80) })
          .group({ _id: null, count: $.sum(1) }),
      ),
    ).toEqual([{ _id: null, count: 2 }]);
  });

  it('tells documents apart by the order of their fields', async () => {
    await sdk.database.importDocuments('orders', [
      { _id: 1, g: { a: 1, b: 2 } },
      { _id: 2, g: { b: 2, a: 1 } },
      { _id: 3, g: { a: 1, b: 2 } },
    ]);
    const group = sdk.db
      .collection('orders')
      .aggregate()
      .group({ _id: '$g', n: $.sum(1) });
    expect((await group.end()).data.map(({ n }) => n)).toEqual([2, 1]);
  });

  it('refuses a field that is no accumulator', async () => {
    expect((await failureOf(rows(scores().group({ _id: null, n: 1 })))).message).toContain('accumulator');
    expect((await failureOf(rows(scores().group({ n: $.sum(1) })))).message).toContain('_id');
  });
});

describe('unwind', () => {
  it('makes a row of each element; a value that is no array is one', async () => {
    expect(await rows(goods().unwind('$size'))).toEqual([
      { _id: 1, size: 'S' },
      { _id: 1, size: 'M' },
      { _id: 5, size: 'L' },
      { _id: 6, size: '' },
    ]);
  });

  it('refuses a path without $', async () => {
    expect((await failureOf(rows(goods().unwind('size')))).code).toBe('DATABASE_REQUEST_FAILED');
  });
});
