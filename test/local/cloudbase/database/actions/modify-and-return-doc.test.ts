import { openWithSdk, type WithSdk } from '../harness';

let sdk: WithSdk;
beforeEach(async () => {
  sdk = await openWithSdk();
  await sdk.database.importDocuments('items', [
    { _id: 'a', n: 1, at: new Date(5) },
    { _id: 'b', n: 1, at: new Date(6) },
  ]);
});
afterEach(() => sdk.close());

describe('database.modifyAndReturnDoc', () => {
  it('changes one document and returns it as it is afterwards', async () => {
    const result = await sdk.db
      .collection('items')
      .where({ n: 1 })
      .updateAndReturn({ n: sdk.db.command.inc(1) });
    expect(result).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2, at: new Date(5) } });
    expect((await sdk.db.collection('items').where({ n: 1 }).count()).total).toBe(1);
  });

  it('returns no document when none matches', async () => {
    const result = await sdk.db.collection('items').where({ n: 7 }).updateAndReturn({ n: 0 });
    expect(result).toMatchObject({ updated: 0, doc: null });
  });

  it('is one call that reads one document', async () => {
    await sdk.db.collection('items').where({ _id: 'b', n: 1 }).updateAndReturn({ n: 5 });
    expect(sdk.cost).toEqual({ calls: 1, examined: 1 });
  });
});
