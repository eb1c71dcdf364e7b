import { openWithSdk, type WithSdk } from '../harness';

let sdk: WithSdk;
beforeEach(async () => {
  sdk = await openWithSdk({
    indexes: { items: { indexes: [{ name: 'kind', fields: [['kind', 1]] }] } },
  });
  await sdk.database.importDocuments('items', [
    { _id: 'a', kind: 'x' },
    { _id: 'b', kind: 'x' },
    { _id: 'c', kind: 'y' },
  ]);
});
afterEach(() => sdk.close());

describe('database.removeDocument', () => {
  it('removes every match of where().remove()', async () => {
    expect((await sdk.db.collection('items').where({ kind: 'x' }).remove()).deleted).toBe(2);
    expect((await sdk.db.collection('items').get()).data).toEqual([{ _id: 'c', kind: 'y' }]);
    expect(sdk.database.checkIndexes()).toEqual([]);
  });

  it('removes one for multiple: false', async () => {
    const items = sdk.db.collection('items');
    expect((await items.where({ kind: 'x' }).options({ multiple: false }).remove()).deleted).toBe(1);
    expect((await items.count()).total).toBe(2);
  });

  it('removes by doc().remove() and says 0 where there is nothing', async () => {
    expect((await sdk.db.collection('items').doc('a').remove()).deleted).toBe(1);
    expect((await sdk.db.collection('items').doc('a').remove()).deleted).toBe(0);
  });

  it('frees the _id for a new document, which then comes last', async () => {
    await sdk.db.collection('items').doc('a').remove();
    await sdk.db.collection('items').add({ _id: 'a', kind: 'z' });
    expect((await sdk.db.collection('items').get()).data.at(-1)).toEqual({ _id: 'a', kind: 'z' });
  });

  it('removes by a regular expression on _id', async () => {
    expect((await sdk.db.collection('items').where({ _id: /.*/ }).remove()).deleted).toBe(3);
  });
});
