import { openWithSdk, type WithSdk } from '../harness';

let sdk: WithSdk;
beforeAll(async () => {
  sdk = await openWithSdk({ indexes: { declared: { indexes: [] } } });
});
afterAll(() => sdk.close());

describe('database.addCollection', () => {
  it('makes a collection that is then there and empty', async () => {
    await sdk.db.createCollection('made');
    expect((await sdk.db.collection('made').get()).data).toEqual([]);
    expect(sdk.database.collectionNames()).toEqual(['declared', 'made']);
  });

  it('leaves one that exists as it is, with its documents', async () => {
    await sdk.db.collection('declared').add({ _id: 'a' });
    await sdk.db.createCollection('declared');
    expect((await sdk.db.collection('declared').get()).data).toEqual([{ _id: 'a' }]);
  });

  it.each(['', '-a', 'a.b', 'a b', '集合', 'a'.repeat(65)])('refuses the name %p', async (collectionName) => {
    const reply = await sdk.execute('database.addCollection', { collectionName });
    expect(reply['code']).toBe('INVALID_PARAM');
  });

  it('takes a name of 64 letters', async () => {
    const reply = await sdk.execute('database.addCollection', { collectionName: 'a'.repeat(64) });
    expect(reply).toEqual({});
  });
});
