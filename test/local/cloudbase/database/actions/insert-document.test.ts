import { openWithSdk, failureOf, NOW, type WithSdk } from '../harness';

let sdk: WithSdk;
beforeEach(async () => {
  sdk = await openWithSdk({ indexes: { items: { indexes: [] } } });
});
afterEach(() => sdk.close());

describe('database.insertDocument', () => {
  it('gives an _id of 32 hex digits', async () => {
    const { id } = await sdk.db.collection('items').add({ n: 1 });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await sdk.db.collection('items').doc(id).get()).data).toEqual([{ _id: id, n: 1 }]);
  });

  it('keeps an _id that is given', async () => {
    expect((await sdk.db.collection('items').add({ _id: 'mine' })).id).toBe('mine');
  });

  it('gives the ids of several documents in their order', async () => {
    const { ids } = await sdk.db.collection('items').add([{ _id: 'b' }, { _id: 'a' }]);
    expect(ids).toEqual(['b', 'a']);
  });

  it('keeps every type the SDK can send', async () => {
    const document = {
      text: '代表之家 🏠',
      int: 7,
      long: 2 ** 40,
      double: 0.1,
      negative: -5,
      truth: true,
      nothing: null,
      date: new Date(1_557_826_731_686),
      list: [1, 'a', null, [2], { b: 3 }],
      empty: {},
      none: [],
      nested: { a: { b: { c: 1 } } },
    };
    const { id } = await sdk.db.collection('items').add(document);
    expect((await sdk.db.collection('items').doc(id).get()).data).toEqual([{ _id: id, ...document }]);
  });

  it('keeps numbers that JSON cannot write', async () => {
    await sdk.db.collection('items').add({ _id: 'n', numbers: [NaN, Infinity, -Infinity] });
    const { data } = await sdk.db.collection('items').doc('n').get();
    expect(data[0]?.['numbers']).toEqual([NaN, Infinity, -Infinity]);
  });

  it('leaves out what is undefined', async () => {
    await sdk.db.collection('items').add({ _id: 'u', a: undefined, b: { c: undefined } });
    expect((await sdk.db.collection('items').doc('u').get()).data).toEqual([{ _id: 'u', b: {} }]);
  });

  it('takes a field name with a dot, as MongoDB does from 3.6 on', async () => {
    await sdk.db.collection('items').add({ _id: 'dot', 'key.': '1' });
    expect((await sdk.db.collection('items').doc('dot').get()).data).toEqual([{ _id: 'dot', 'key.': '1' }]);
  });

  it('writes the server date by the clock of the server, with its offset', async () => {
    const { serverDate } = sdk.db;
    const document = { _id: 's', at: serverDate(), later: { in: [serverDate({ offset: 31_536_000_000 })] } };
    await sdk.db.collection('items').add(document);
    const { data } = await sdk.db.collection('items').doc('s').get();
    expect(data).toEqual([{ _id: 's', at: new Date(NOW), later: { in: [new Date(NOW + 31_536_000_000)] } }]);
  });

  it('shows an ObjectId as its plain text and finds it as an ObjectId', async () => {
    const oid = sdk.db.ObjectId({ id: '5f4d1c9e8f1b2c3d4e5f6a7b' });
    const { id } = await sdk.db.collection('items').add({ _id: oid, other: oid });
    expect(id).toBe('5f4d1c9e8f1b2c3d4e5f6a7b');
    const { data } = await sdk.db.collection('items').where({ other: oid }).get();
    expect(data).toEqual([{ _id: id, other: id }]);
    expect((await sdk.db.collection('items').where({ other: id }).get()).data).toEqual([]);
  });

  it.each([['DATABASE_REQUEST_FAILED'], ['DATABASE_DUPLICATE_WRITE']] as const)(
    'refuses a second document of one _id with the chosen code %s and the words of the log',
    async (duplicateCode) => {
      const other = await openWithSdk({ indexes: { items: { indexes: [] } }, duplicateCode });
      await other.db.collection('items').add({ _id: 'a' });
      const failure = await failureOf(other.db.collection('items').add({ _id: 'a' }));
      expect(failure.code).toBe(duplicateCode);
      expect(failure.message).toContain(
        '[FailedOperation.Insert] bulk write error: ' +
          '[{E11000 duplicate key error collection: local.items index: _id_ dup key: { _id: "a" }}]',
      );
      await other.close();
    },
  );

  it('keeps what stood before the refused one of several, as an ordered insert does', async () => {
    await sdk.db.collection('items').add({ _id: 'b' });
    await failureOf(sdk.db.collection('items').add([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]));
    const { data } = await sdk.db.collection('items').get();
    expect(data).toEqual([{ _id: 'b' }, { _id: 'a' }]);
  });

  it.each([
    ['a field that begins with $', { $set: 1 }],
    ['an array as _id', { _id: [1] }],
  ])('of several keeps those before one with %s', async (_, document) => {
    await sdk.db.collection('items').add({ _id: 'x' });
    const several = [{ _id: 'b' }, document, { _id: 'c' }];
    const failure = await failureOf(sdk.db.collection('items').add(several));
    expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
    expect((await sdk.db.collection('items').get()).data).toEqual([{ _id: 'x' }, { _id: 'b' }]);
  });

  it.each([
    ['a field that begins with $', { $set: 1 }],
    ['such a field further in', { a: { $b: 1 } }],
    ['an array as _id', { _id: [1] }],
    ['a regular expression as _id', { _id: /a/ }],
  ])('refuses %s and writes nothing', async (_, document) => {
    const failure = await failureOf(sdk.db.collection('items').add(document));
    expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
    expect((await sdk.db.collection('items').count()).total).toBe(0);
  });

  it('refuses a document of more than 16 MB', async () => {
    const failure = await failureOf(sdk.db.collection('items').add({ text: 'x'.repeat(16 * 1024 * 1024) }));
    expect(failure).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    expect(failure.message).toMatch(/too large/);
  });

  it('refuses more than 100 levels', async () => {
    let deep: object = {};
    for (let level = 0; level < 101; level++) deep = { deep };
    expect((await failureOf(sdk.db.collection('items').add(deep))).message).toMatch(/nested too deeply/);
  });

  it('refuses a collection that does not exist', async () => {
    expect((await failureOf(sdk.db.collection('nowhere').add({}))).code).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    );
  });
});
