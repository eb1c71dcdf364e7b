import { failureOf, openWithSdk, type WithSdk } from '../harness';

let sdk: WithSdk;
beforeEach(async () => {
  sdk = await openWithSdk();
  await sdk.database.importDocuments('items', [
    { _id: 'a', n: 1, kind: 'x', deep: { b: 1, c: 2 } },
    { _id: 'b', n: 2, kind: 'x' },
    { _id: 'c', n: 3, kind: 'y' },
  ]);
});
afterEach(() => sdk.close());

const all = async (): Promise<unknown[]> => (await sdk.db.collection('items').get()).data;

describe('database.modifyDocument by where().update()', () => {
  it('changes every match and counts them', async () => {
    const { updated } = await sdk.db
      .collection('items')
      .where({ kind: 'x' })
      .update({ n: sdk.db.command.inc(10) });
    expect(updated).toBe(2);
    expect(await all()).toMatchObject([{ n: 11 }, { n: 12 }, { n: 3 }]);
  });

  it('changes only the first for multiple: false', async () => {
    const update = sdk.db.collection('items').where({ kind: 'x' }).options({ multiple: false });
    expect((await update.update({ n: 0 })).updated).toBe(1);
    expect(await all()).toMatchObject([{ n: 0 }, { n: 2 }, { n: 3 }]);
  });

  it('counts a document that matched though nothing in it changed', async () => {
    expect((await sdk.db.collection('items').where({ _id: 'a' }).update({ n: 1 })).updated).toBe(1);
  });

  it('changes nothing and says 0 when the condition does not hold', async () => {
    const { gte } = sdk.db.command;
    const items = sdk.db.collection('items');
    expect((await items.where({ _id: 'a', n: gte(2) }).update({ n: 0 })).updated).toBe(0);
    expect(sdk.cost.examined).toBe(1);
    expect(await all()).toMatchObject([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('merges a nested object and replaces one that is set', async () => {
    const items = sdk.db.collection('items');
    await items.where({ _id: 'a' }).update({ deep: { b: 5 } });
    await items.where({ _id: 'b' }).update({ deep: sdk.db.command.set({ b: 5 }) });
    await items.where({ _id: 'a' }).update({ deep: sdk.db.command.set({ d: 1 }) });
    expect(await all()).toMatchObject([{ deep: { d: 1 } }, { deep: { b: 5 } }, {}]);
    expect(Object.keys((await items.doc('a').get()).data[0]?.['deep'] as object)).toEqual(['d']);
  });

  it('changes nothing at all when one of the matches refuses', async () => {
    await sdk.db.collection('items').add({ _id: 'd', n: 'text', kind: 'x' });
    const failure = await failureOf(
      sdk.db
        .collection('items')
        .where({ kind: 'x' })
        .update({ n: sdk.db.command.inc(1) }),
    );
    expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
    expect(await all()).toMatchObject([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 'text' }]);
  });

  it('refuses an empty update', async () => {
    const failure = await failureOf(sdk.db.collection('items').where({ _id: 'a' }).update({}));
    expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
  });
});

describe('database.modifyDocument by doc().update()', () => {
  it('changes the document', async () => {
    expect((await sdk.db.collection('items').doc('c').update({ n: 9 })).updated).toBe(1);
    expect(sdk.cost).toEqual({ calls: 1, examined: 1 });
    expect(await all()).toMatchObject([{ n: 1 }, { n: 2 }, { n: 9 }]);
  });

  it('makes no document where there is none', async () => {
    expect((await sdk.db.collection('items').doc('z').update({ n: 9 })).updated).toBe(0);
    expect(await all()).toHaveLength(3);
  });
});

describe('database.modifyDocument by doc().set()', () => {
  it('replaces the whole document but its _id', async () => {
    const result = await sdk.db
      .collection('items')
      .doc('a')
      .set({ only: [1, { b: 2 }] });
    expect(result).toMatchObject({ updated: 1 });
    expect(result.upsertedId).toBeNull();
    expect((await sdk.db.collection('items').doc('a').get()).data).toEqual([
      { _id: 'a', only: [1, { b: 2 }] },
    ]);
  });

  it('keeps the place of a replaced document in the order of insertion', async () => {
    await sdk.db.collection('items').doc('a').set({});
    expect(await all()).toMatchObject([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]);
  });

  it('makes the document where there is none and tells its _id', async () => {
    const result = await sdk.db.collection('items').doc('new').set({ n: 1 });
    expect(result).toMatchObject({ updated: 0, upsertedId: 'new' });
    expect(await all()).toHaveLength(4);
  });
});

describe('the _id of a document', () => {
  it.each(['$set', '$inc', '$unset', '$max'])('is not changed by %s', async (operator) => {
    const reply = await sdk.execute('database.modifyDocument', {
      collectionName: 'items',
      query: '{"_id":"a"}',
      multi: false,
      merge: true,
      data: JSON.stringify({ [operator]: { _id: operator === '$inc' ? 1 : 'z' } }),
    });
    expect(reply['code']).toBe('DATABASE_REQUEST_FAILED');
    expect(await all()).toMatchObject([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]);
  });
});
