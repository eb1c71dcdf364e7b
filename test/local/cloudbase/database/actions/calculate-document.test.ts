import { openWithSdk, type WithSdk } from '../harness';

let sdk: WithSdk;
beforeAll(async () => {
  sdk = await openWithSdk();
  await sdk.database.importDocuments('items', [
    { _id: 1, a: 1 },
    { _id: 2, a: 2 },
    { _id: 3, a: 2 },
  ]);
});
afterAll(() => sdk.close());

describe('database.calculateDocument', () => {
  it('counts all documents, or those that match', async () => {
    expect((await sdk.db.collection('items').count()).total).toBe(3);
    expect((await sdk.db.collection('items').where({ a: 2 }).count()).total).toBe(2);
    expect((await sdk.db.collection('items').where({ a: 9 }).count()).total).toBe(0);
  });

  it('counts beyond the limit of a read', async () => {
    await sdk.database.importDocuments(
      'many',
      Array.from({ length: 1500 }, (_, n) => ({ _id: n })),
    );
    expect((await sdk.db.collection('many').count()).total).toBe(1500);
  });
});
