import { openWithSdk, type WithSdk } from '../harness';
import type { SdkExpressions } from '../sdk';

let sdk: WithSdk;
let $: SdkExpressions;
beforeAll(async () => {
  sdk = await openWithSdk();
  $ = sdk.db.command.aggregate;
  await sdk.database.importDocuments('items', [
    { _id: 1, g: 'a', n: 80, mixed: 1, some: 'x', list: [{ n: 1 }, { n: 2 }, 3], pair: { x: 1, y: 2 } },
    { _id: 2, g: 'a', n: 100, mixed: 'text', pair: { y: 2, x: 1 } },
    { _id: 3, g: 'a', mixed: true, some: null, pair: { x: 1, y: 2 } },
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
  });

  it('min and max go by the order of types and leave out null', async () => {
    expect(await grouped($.max('$n'))).toEqual({ a: 100, b: null });
    expect(await grouped($.max('$mixed'))).toEqual({ a: true, b: null });
    expect(await grouped($.min('$mixed'))).toEqual({ a: 1, b: null });
    expect(await grouped($.min('$some'))).toEqual({ a: 'x', b: 'x' });
  });

  it('first gives null for a missing field', async () => {
    expect(await grouped($.first('$some'))).toEqual({ a: 'x', b: 'x' });
    expect(await grouped($.first('$n'))).toEqual({ a: 80, b: null });
  });

  it('addToSet leaves out missing fields and keeps null', async () => {
    expect(await grouped($.addToSet('$some'))).toEqual({ a: ['x', null], b: ['x'] });
  });

  it('addToSet tells two documents apart by the order of their fields', async () => {
    expect(await grouped($.addToSet('$pair'))).toEqual({
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
      b: [],
    });
    expect(await grouped($.addToSet({ g: '$g', n: '$none' }))).toEqual({ a: [{ g: 'a' }], b: [{ g: 'b' }] });
  });
});

describe('paths', () => {
  it('go through arrays by the names of fields; a number is no place in an array', async () => {
    expect(await grouped($.first('$list.n'))).toEqual({ a: [1, 2], b: null });
    expect(await grouped($.first('$list.0'))).toEqual({ a: [], b: null });
    expect(await grouped($.first('$list.0.n'))).toEqual({ a: [], b: null });
  });
});
