import { openWithSdk, type WithSdk } from '../harness';
import type { SdkExpressions } from '../sdk';

let sdk: WithSdk;
let $: SdkExpressions;
beforeAll(async () => {
  sdk = await openWithSdk();
  $ = sdk.db.command.aggregate;
  await sdk.database.importDocuments('items', [
    { _id: 1, g: 'a', n: 80, mixed: 1, some: 'x', object: { a: 1 } },
    { _id: 2, g: 'a', n: 100, mixed: 'text', object: { b: 2 } },
    { _id: 3, g: 'a', mixed: true, some: null },
    { _id: 4, g: 'b', some: 'x' },
  ]);
});
afterAll(() => sdk.close());

const grouped = async (accumulator: unknown): Promise<unknown> => {
  const { data } = await sdk.db
    .collection('items')
    .aggregate()
    .group({ _id: '$g', value: accumulator })
    .end();
  return Object.fromEntries(
    (data as { _id: string; value: unknown }[]).map(({ _id, value }) => [_id, value]),
  );
};

describe('accumulators', () => {
  it('sum counts numbers only, and rows by 1', async () => {
    expect(await grouped($.sum('$n'))).toEqual({ a: 180, b: 0 });
    expect(await grouped($.sum('$mixed'))).toEqual({ a: 1, b: 0 });
    expect(await grouped($.sum(1))).toEqual({ a: 3, b: 1 });
    expect(await grouped($.sum($.sum(['$n', 1])))).toEqual({ a: 183, b: 1 });
  });

  it('avg leaves out what is no number, and is null for none', async () => {
    expect(await grouped($.avg('$n'))).toEqual({ a: 90, b: null });
  });

  it('min and max go by the order of types and leave out null', async () => {
    expect(await grouped($.max('$n'))).toEqual({ a: 100, b: null });
    expect(await grouped($.max('$mixed'))).toEqual({ a: true, b: null });
    expect(await grouped($.min('$mixed'))).toEqual({ a: 1, b: null });
  });

  it('first and last give null for a missing field', async () => {
    expect(await grouped($.first('$some'))).toEqual({ a: 'x', b: 'x' });
    expect(await grouped($.last('$n'))).toEqual({ a: null, b: null });
  });

  it('push and addToSet leave out missing fields and keep null', async () => {
    expect(await grouped($.push('$some'))).toEqual({ a: ['x', null], b: ['x'] });
    expect(await grouped($.push({ n: '$n' }))).toEqual({ a: [{ n: 80 }, { n: 100 }, {}], b: [{}] });
    expect(await grouped($.addToSet('$g'))).toEqual({ a: ['a'], b: ['b'] });
  });

  it('standard deviations are null where there is nothing to deviate', async () => {
    expect(await grouped($.stdDevPop('$n'))).toEqual({ a: 10, b: null });
    const { a, b } = (await grouped($.stdDevSamp('$n'))) as { a: number; b: unknown };
    expect(a).toBeCloseTo(14.142, 3);
    expect(b).toBeNull();
  });

  it('mergeObjects joins documents', async () => {
    expect(await grouped($.mergeObjects('$object'))).toEqual({ a: { a: 1, b: 2 }, b: {} });
  });
});
