import { failureOf, openWithSdk, type WithSdk } from '../harness';

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

  it('refuses one that exists, as the service does', async () => {
    expect(await failureOf(sdk.db.createCollection('declared'))).toEqual({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
      message:
        '[ResourceUnavailable.ResourceExist] Table exist. ' +
        'Please check your request, but if the problem cannot be solved, contact us.',
    });
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
