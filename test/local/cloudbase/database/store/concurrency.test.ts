import { openWithSdk, type WithSdk } from '../harness';

let sdk: WithSdk;
beforeEach(async () => {
  sdk = await openWithSdk({
    strictScans: 'error',
    indexes: {
      items: {
        indexes: [
          { name: 'state', fields: [['state', 1]] },
          { name: 'only', fields: [['only', 1]], unique: true },
        ],
      },
    },
  });
});
afterEach(() => sdk.close());

const HUNDRED = Array.from({ length: 100 }, (_unused, n) => n);

describe('a hundred calls at once', () => {
  it('lose no increment', async () => {
    const items = sdk.db.collection('items');
    await items.add({ _id: 'n', n: 0, only: 0 });
    await Promise.all(HUNDRED.map(() => items.doc('n').update({ n: sdk.db.command.inc(1) })));
    expect((await items.doc('n').get()).data).toMatchObject([{ n: 100 }]);
  });

  it('give a stock of 7 to exactly 7', async () => {
    const items = sdk.db.collection('items');
    const { gte, inc } = sdk.db.command;
    await items.add({ _id: 'stock', left: 7, only: 0 });
    const results = await Promise.all(
      HUNDRED.map(() => items.where({ _id: 'stock', left: gte(1) }).update({ left: inc(-1) })),
    );
    expect(results.filter(({ updated }) => updated === 1)).toHaveLength(7);
    expect((await items.doc('stock').get()).data).toMatchObject([{ left: 0 }]);
  });

  it('let one of them make a document, the others fail', async () => {
    const results = await Promise.allSettled(
      HUNDRED.map((n) => sdk.db.collection('items').add({ only: 1, n })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await sdk.db.collection('items').where({ only: 1 }).count()).total).toBe(1);
  });

  it('take each job of a queue once', async () => {
    const items = sdk.db.collection('items');
    await items.add(HUNDRED.map((n) => ({ state: 'waiting', only: n })));
    const taken = await Promise.all(
      HUNDRED.map((n) => items.where({ state: 'waiting' }).updateAndReturn({ state: 'taken', by: n })),
    );
    expect(new Set(taken.map(({ doc }) => doc?.['only'])).size).toBe(100);
    expect(sdk.database.checkIndexes()).toEqual([]);
  });

  it('see their own write at once', async () => {
    const items = sdk.db.collection('items');
    await Promise.all(
      HUNDRED.map(async (n) => {
        await items.add({ _id: `d${n}`, only: n });
        await items.doc(`d${n}`).update({ n });
        expect((await items.where({ only: n }).get()).data).toEqual([{ _id: `d${n}`, only: n, n }]);
      }),
    );
  });
});
