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

describe('match, sort, skip, limit', () => {
  it('match as a query does, and by an index where it stands first', async () => {
    expect(await rows(scores().match({ author: 'li', score: _.gt(60) }))).toEqual([
      { _id: 6, author: 'li', score: 94 },
    ]);
    expect(sdk.cost.examined).toBe(2);
    expect(
      await rows(
        scores()
          .match({ author: _.or(_.eq('bob'), _.eq('li')) })
          .project({ _id: 1 }),
      ),
    ).toHaveLength(3);
  });

  it('match in the middle as well', async () => {
    const pipeline = scores()
      .project({ score: 1 })
      .match({ score: _.gte(85) })
      .project({ _id: 1 });
    expect(await rows(pipeline)).toEqual([{ _id: 2 }, { _id: 6 }]);
  });

  it('sort by several fields; missing comes first', async () => {
    const ids = async (sort: object): Promise<unknown> => rows(scores().sort(sort).project({ _id: 1 }));
    expect(await ids({ score: 1, author: 1 })).toEqual([7, 4, 3, 5, 1, 2, 6].map((_id) => ({ _id })));
    expect(await ids({ score: -1, _id: -1 })).toEqual([6, 2, 1, 5, 3, 4, 7].map((_id) => ({ _id })));
  });

  it('sort after other stages', async () => {
    const pipeline = scores()
      .match({ score: _.gt(0) })
      .group({ _id: '$author', best: $.max('$score') })
      .sort({ best: -1, _id: 1 });
    expect(await rows(pipeline)).toEqual([
      { _id: 'li', best: 94 },
      { _id: 'stark', best: 85 },
      { _id: 'bob', best: 60 },
      { _id: 'jimmy', best: 60 },
    ]);
  });

  it('skip and limit in whatever order they stand', async () => {
    expect(await rows(scores().skip(6).project({ _id: 1 }))).toEqual([{ _id: 7 }]);
    expect(await rows(scores().limit(3).skip(2).project({ _id: 1 }))).toEqual([{ _id: 3 }]);
    expect(await rows(scores().skip(2).limit(3).project({ _id: 1 }))).toEqual([
      { _id: 3 },
      { _id: 4 },
      { _id: 5 },
    ]);
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

describe('count', () => {
  it('counts rows, and gives no row for none', async () => {
    expect(await rows(scores().match({ author: 'li' }).count('n'))).toEqual([{ n: 2 }]);
    expect(await rows(scores().match({ author: 'nobody' }).count('n'))).toEqual([]);
    for (const name of ['', '$n', 'a.b'])
      expect((await failureOf(rows(scores().count(name)))).message).toContain('count field');
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
    const pairs = scores().group({ _id: { author: '$author', good: $.gte(['$score', 80]) }, n: $.sum(1) });
    expect(await rows(pairs)).toContainEqual({ _id: { author: 'stark', good: true }, n: 2 });
    expect(
      await rows(
        scores()
          .match({ score: _.gt(80) })
          .group({ _id: null, count: $.sum(1) }),
      ),
    ).toEqual([{ _id: null, count: 2 }]);
  });

  it('refuses a field that is no accumulator', async () => {
    expect((await failureOf(rows(scores().group({ _id: null, n: 1 })))).message).toContain('accumulator');
    expect((await failureOf(rows(scores().group({ n: $.sum(1) })))).message).toContain('_id');
  });
});

describe('project', () => {
  it('keeps, leaves out, computes; _id comes first', async () => {
    const one = (fields: object): Promise<unknown> => rows(scores().match({ _id: 1 }).project(fields));
    expect(await one({ author: 1 })).toEqual([{ _id: 1, author: 'stark' }]);
    expect(await one({ author: 0, _id: 0 })).toEqual([{ score: 80 }]);
    expect(
      await one({ _id: 0, total: $.add(['$score', 1, '$_id']), pair: ['$author', '$score'], none: '$none' }),
    ).toEqual([{ total: 82, pair: ['stark', 80] }]);
    const [row] = (await one({ zero: $.literal(0), score: 1 })) as object[];
    expect(Object.keys(row ?? {})[0]).toBe('_id');
  });

  it('makes arrays with null for what is missing', async () => {
    expect(
      await rows(
        scores()
          .match({ _id: 7 })
          .project({ _id: 0, pair: ['$author', '$score'] }),
      ),
    ).toEqual([{ pair: ['justan', null] }]);
  });
});

describe('addFields', () => {
  it('adds to documents, keeps their other fields, and goes into arrays', async () => {
    await sdk.database.importDocuments('fields', [{ _id: 1, a: { x: 1 }, list: [{ p: 1 }, { p: 2 }] }]);
    const add = (fields: object): Promise<unknown> =>
      rows(sdk.db.collection('fields').aggregate().addFields(fields));
    expect(await add({ n: 5 })).toMatchObject([{ n: 5, a: { x: 1 } }]);
    expect(await add({ a: { y: 2 } })).toMatchObject([{ a: { x: 1, y: 2 } }]);
    expect(await add({ 'a.y': '$a.x' })).toMatchObject([{ a: { x: 1, y: 1 } }]);
    expect(await add({ 'list.q': 0 })).toMatchObject([
      {
        list: [
          { p: 1, q: 0 },
          { p: 2, q: 0 },
        ],
      },
    ]);
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

  it('keeps rows without an element when asked, and tells the index', async () => {
    const spec = { path: '$size', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true };
    expect(await rows(goods().unwind(spec))).toEqual([
      { _id: 1, size: 'S', at: 0 },
      { _id: 1, size: 'M', at: 1 },
      { _id: 2, at: null },
      { _id: 3, size: null, at: null },
      { _id: 4, at: null },
      { _id: 5, size: 'L', at: null },
      { _id: 6, size: '', at: null },
    ]);
  });

  it('reaches a nested path without touching the rest', async () => {
    await sdk.database.importDocuments('nested', [{ _id: 1, a: { b: [1, 2], c: 0 } }]);
    expect(await rows(sdk.db.collection('nested').aggregate().unwind('$a.b'))).toEqual([
      { _id: 1, a: { b: 1, c: 0 } },
      { _id: 1, a: { b: 2, c: 0 } },
    ]);
  });

  it('refuses a path without $', async () => {
    expect((await failureOf(rows(goods().unwind('size')))).code).toBe('DATABASE_REQUEST_FAILED');
  });
});

describe('replaceRoot', () => {
  it('puts a document of the row, or a made one, in its place', async () => {
    await sdk.database.importDocuments('roots', [{ _id: 1, inner: { a: 1 }, name: 'x' }]);
    const replace = (newRoot: unknown): Promise<unknown> =>
      rows(sdk.db.collection('roots').aggregate().replaceRoot({ newRoot }));
    expect(await replace('$inner')).toEqual([{ a: 1 }]);
    expect(await replace({ full: $.concat(['$name', 'y']) })).toEqual([{ full: 'xy' }]);
    expect((await failureOf(replace('$name'))).code).toBe('DATABASE_REQUEST_FAILED');
  });
});
