import { failureOf, indexesOf, openWithSdk, type WithSdk } from '../harness';

const DOCUMENTS = Array.from({ length: 500 }, (_unused, n) => ({ _id: n, n, kind: n % 2 }));

describe('a read of more than 200 documents without a declared index', () => {
  let sdk: WithSdk;
  beforeAll(async () => {
    sdk = await openWithSdk({ strictScans: 'error', indexes: indexesOf([['n', 1]]) });
    await sdk.database.importDocuments('items', DOCUMENTS);
    await sdk.database.importDocuments('small', DOCUMENTS.slice(0, 200));
  });
  afterAll(() => sdk.close());

  it('is refused by name where tests run', async () => {
    const failure = await failureOf(sdk.db.collection('items').where({ kind: 7 }).get());
    expect(failure).toMatchObject({ code: 'UndeclaredScanError' });
    expect(failure.message).toContain('a read of items');
    expect(sdk.cost.examined).toBe(201);
  });

  it('is refused for every action, and then nothing is written', async () => {
    const scan = sdk.db.collection('items').where({ kind: 1 });
    expect((await failureOf(scan.count())).code).toBe('UndeclaredScanError');
    expect((await failureOf(scan.update({ kind: 2 }))).code).toBe('UndeclaredScanError');
    expect((await failureOf(scan.remove())).code).toBe('UndeclaredScanError');
    const aggregate = sdk.db.collection('items').aggregate().match({ kind: 1 });
    expect((await failureOf(aggregate.end())).code).toBe('UndeclaredScanError');
    const { data } = await sdk.db.collection('items').where({ n: 1 }).get();
    expect(data).toEqual([{ _id: 1, n: 1, kind: 1 }]);
  });

  it('is refused when an index only gives the order and too few documents match', async () => {
    const search = sdk.db.collection('items').where({ kind: 7 }).orderBy('n', 'asc');
    expect((await failureOf(search.limit(20).get())).code).toBe('UndeclaredScanError');
  });

  it('is no request in a collection of 200, nor for the first page of a list', async () => {
    expect((await sdk.db.collection('small').where({ kind: 7 }).get()).data).toEqual([]);
    expect((await sdk.db.collection('items').limit(200).get()).data).toHaveLength(200);
    expect((await sdk.db.collection('items').orderBy('n', 'desc').limit(1000).get()).data).toHaveLength(500);
  });
});

it('such a read is a warning in the local run, once for each read', async () => {
  const sdk = await openWithSdk({ strictScans: 'warn' });
  await sdk.database.importDocuments('items', DOCUMENTS);
  expect((await sdk.db.collection('items').where({ kind: 1 }).limit(1000).get()).data).toHaveLength(250);
  expect(sdk.warnings).toEqual([expect.stringContaining('a read of items')]);
  await sdk.close();
});
