import { failureOf, openWithSdk, type WithSdk } from '../harness';

let sdk: WithSdk;
beforeAll(async () => {
  sdk = await openWithSdk({ indexes: { items: { indexes: [] }, empty: { indexes: [] } } });
  const documents = Array.from({ length: 1100 }, (_, n) => ({
    _id: `d${String(n).padStart(4, '0')}`,
    n,
    half: n % 2,
  }));
  await sdk.database.importDocuments('items', documents);
});
afterAll(() => sdk.close());

describe('database.getDocument', () => {
  it('returns documents in the order of their insertion when none is asked for', async () => {
    await sdk.database.importDocuments('natural', [{ _id: 'z' }, { _id: 'a' }, { _id: 'm' }]);
    const { data } = await sdk.db.collection('natural').get();
    expect(data).toEqual([{ _id: 'z' }, { _id: 'a' }, { _id: 'm' }]);
  });

  it('returns 100 documents when the SDK names no limit', async () => {
    expect((await sdk.db.collection('items').get()).data).toHaveLength(100);
  });

  it('returns 1000 documents at most, though the wire may ask for more', async () => {
    expect((await sdk.db.collection('items').limit(1001).get()).data).toHaveLength(1000);
    const reply = await sdk.execute('database.getDocument', { collectionName: 'items', limit: 5000 });
    expect((reply['data'] as { list: string[] }).list).toHaveLength(1000);
  });

  it('skips before it counts', async () => {
    const { data } = await sdk.db.collection('items').skip(1095).limit(20).get();
    expect(data.map(({ n }) => n)).toEqual([1095, 1096, 1097, 1098, 1099]);
  });

  it('tells the limit and the offset beside the list', async () => {
    const reply = await sdk.execute('database.getDocument', { collectionName: 'items', limit: 2, offset: 1 });
    expect(reply).toEqual({
      data: {
        list: ['{"_id":"d0001","n":1,"half":1}', '{"_id":"d0002","n":2,"half":0}'],
        limit: 2,
        offset: 1,
      },
    });
  });

  it.each([
    ['limit', 0],
    ['limit', -1],
    ['limit', 1.5],
    ['limit', '20'],
    ['offset', -1],
    ['offset', '1'],
  ])('refuses %s %p', async (field, value) => {
    const reply = await sdk.execute('database.getDocument', { collectionName: 'items', [field]: value });
    expect(reply['code']).toBe('INVALID_PARAM');
  });

  it('gives doc().get() a list of one or none, and reads only that one document', async () => {
    expect((await sdk.db.collection('items').doc('d0007').get()).data).toEqual([
      { _id: 'd0007', n: 7, half: 1 },
    ]);
    expect(sdk.cost).toEqual({ calls: 1, examined: 1 });
    expect((await sdk.db.collection('items').doc('nobody').get()).data).toEqual([]);
    expect(sdk.cost.examined).toBe(0);
  });

  it('reads the order of today and the order of old SDKs', async () => {
    const { data } = await sdk.db
      .collection('items')
      .orderBy('half', 'desc')
      .orderBy('n', 'asc')
      .limit(2)
      .get();
    expect(data.map(({ n }) => n)).toEqual([1, 3]);
    const order = [
      { field: 'half', direction: 'desc' },
      { field: 'n', direction: 'asc' },
    ];
    for (const form of [order, JSON.stringify(order), { half: -1, n: 1 }]) {
      const reply = await sdk.execute('database.getDocument', {
        collectionName: 'items',
        order: form,
        limit: 2,
      });
      const { list } = reply['data'] as { list: string[] };
      expect(list.map((text) => (JSON.parse(text) as { n: number }).n)).toEqual([1, 3]);
    }
  });

  it('refuses a direction that is neither 1 nor -1', async () => {
    const reply = await sdk.execute('database.getDocument', { collectionName: 'items', order: '{"n":2}' });
    expect(reply['code']).toBe('DATABASE_REQUEST_FAILED');
  });

  it('has the collections of the index table from the start', async () => {
    expect((await sdk.db.collection('empty').get()).data).toEqual([]);
  });

  it('answers a collection that does not exist in the words the published tests expect', async () => {
    expect(await failureOf(sdk.db.collection('nowhere').get())).toEqual({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message:
        '[ResourceNotFound] Db or Table not exist: nowhere. ' +
        'Please check your request, but if the problem cannot be solved, contact us.',
    });
  });

  it('refuses an answer of more than 16 MB', async () => {
    const large = 'x'.repeat(9 * 1024 * 1024);
    await sdk.database.importDocuments('large', [
      { _id: 'a', large },
      { _id: 'b', large },
    ]);
    expect((await failureOf(sdk.db.collection('large').get())).code).toBe('EXCEED_MAX_RESPONSE_SIZE');
    expect((await sdk.db.collection('large').field({ large: 0 }).get()).data).toEqual([
      { _id: 'a' },
      { _id: 'b' },
    ]);
  });
});

describe('projection of a read', () => {
  beforeAll(() =>
    sdk.database.importDocuments('people', [
      {
        _id: 'p',
        name: 'Li',
        home: { town: 'A', street: 'B' },
        marks: [
          { by: 1, of: 'x' },
          { by: 2, of: 'y' },
          { by: 2, of: 'z' },
        ],
        list: [1, 2, 3, 4],
      },
    ]),
  );

  const project = async (fields: object): Promise<unknown> => {
    const { data } = await sdk.db.collection('people').field(fields).get();
    return data[0];
  };

  it('keeps named fields and _id, in the order of the document', async () => {
    expect(Object.keys((await project({ list: true, name: true })) as object)).toEqual([
      '_id',
      'name',
      'list',
    ]);
  });

  it('leaves out named fields', async () => {
    expect(await project({ marks: 0, list: 0, home: 0 })).toEqual({ _id: 'p', name: 'Li' });
  });

  it('leaves out _id beside kept fields', async () => {
    expect(await project({ _id: 0, name: 1 })).toEqual({ name: 'Li' });
  });

  it('reaches into documents and into the elements of arrays', async () => {
    expect(await project({ 'home.town': 1, 'marks.of': 1 })).toEqual({
      _id: 'p',
      home: { town: 'A' },
      marks: [{ of: 'x' }, { of: 'y' }, { of: 'z' }],
    });
    expect(await project({ 'home.town': 0, marks: 0, list: 0 })).toEqual({
      _id: 'p',
      name: 'Li',
      home: { street: 'B' },
    });
  });

  it('cuts an array by $slice and keeps the other fields', async () => {
    const { slice } = sdk.db.command.project;
    expect(await project({ list: slice(1), marks: 0 })).toMatchObject({ name: 'Li', list: [1] });
    expect(await project({ list: slice(-1), marks: 0 })).toMatchObject({ list: [4] });
    expect(await project({ list: slice([1, 2]), marks: 0 })).toMatchObject({ list: [2, 3] });
  });

  it('keeps the first fitting element by $elemMatch', async () => {
    const { elemMatch } = sdk.db.command.project;
    expect(await project({ marks: elemMatch({ by: 2 }) })).toEqual({ _id: 'p', marks: [{ by: 2, of: 'y' }] });
    expect(await project({ marks: elemMatch({ by: 9 }) })).toEqual({ _id: 'p' });
  });

  it('refuses a mix of keeping and leaving out', async () => {
    expect((await failureOf(project({ name: 1, home: 0 }))).code).toBe('DATABASE_REQUEST_FAILED');
  });
});

describe('places of an array and NaN', () => {
  it('orders by the element a number names, not by what the others hold', async () => {
    await sdk.database.importDocuments('places', [
      { _id: 1, list: [5, 1], rows: [{ n: 5 }, { n: 1 }] },
      { _id: 2, list: [4, 9], rows: [{ n: 4 }, { n: 9 }] },
      { _id: 3, list: [6], rows: [{ n: 6 }] },
      { _id: 4, list: [] },
    ]);
    const ids = async (path: string, direction: 'asc' | 'desc'): Promise<unknown[]> => {
      const { data } = await sdk.db.collection('places').orderBy(path, direction).get();
      return data.map(({ _id }) => _id);
    };
    expect(await ids('list.0', 'asc')).toEqual([4, 2, 1, 3]);
    expect(await ids('list.0', 'desc')).toEqual([3, 1, 2, 4]);
    expect(await ids('rows.0.n', 'asc')).toEqual([4, 2, 1, 3]);
    expect(await ids('list', 'asc')).toEqual([4, 1, 2, 3]);
  });

  it('keeps a field that a projection names with NaN', async () => {
    const projection = JSON.stringify({ list: { $numberDouble: 'NaN' } });
    const reply = await sdk.execute('database.getDocument', {
      collectionName: 'places',
      query: '{"_id":3}',
      projection,
    });
    expect(reply['data']).toMatchObject({ list: ['{"_id":3,"list":[6]}'] });
  });
});
