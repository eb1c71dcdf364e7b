import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../../../local/cloudbase/database/index';
import type { IndexTable, LocalDatabase } from '../../../../../local/cloudbase/database/types';
import { failureOf, indexesOf, NOW, openWithSdk, type WithSdk } from '../harness';

describe('a unique index', () => {
  let sdk: WithSdk;
  beforeEach(async () => {
    sdk = await openWithSdk({
      indexes: {
        items: {
          indexes: [
            {
              name: 'one_per_day',
              fields: [
                ['person', 1],
                ['day', -1],
              ],
              unique: true,
            },
          ],
        },
        tagged: { indexes: [{ name: 'tag', fields: [['tags', 1]], unique: true }] },
      },
    });
  });
  afterEach(() => sdk.close());

  it('refuses a second document with the same values, in the words of the log', async () => {
    await sdk.db.collection('items').add({ _id: 'a', person: 'li', day: 5 });
    const failure = await failureOf(sdk.db.collection('items').add({ person: 'li', day: 5 }));
    expect(failure.code).toBe('DATABASE_REQUEST_FAILED');
    expect(failure.message).toContain(
      'E11000 duplicate key error collection: local.items index: one_per_day dup key: { person: "li", day: 5 }',
    );
    await sdk.db.collection('items').add({ person: 'li', day: 6 });
    expect((await sdk.db.collection('items').count()).total).toBe(2);
  });

  it('lets two documents without the field collide as null', async () => {
    await sdk.db.collection('items').add({ _id: 'a', person: 'li' });
    expect((await failureOf(sdk.db.collection('items').add({ person: 'li', day: null }))).message).toContain(
      'day: null',
    );
    await sdk.db.collection('items').add({ person: 'wang' });
  });

  it('refuses an update into a taken place and changes nothing', async () => {
    await sdk.db.collection('items').add([
      { _id: 'a', person: 'li', day: 5 },
      { _id: 'b', person: 'li', day: 6 },
    ]);
    const failure = await failureOf(sdk.db.collection('items').doc('b').update({ day: 5 }));
    expect(failure.message).toMatch(/\[FailedOperation\.Update\] .*E11000/);
    expect(
      (await failureOf(sdk.db.collection('items').doc('c').set({ person: 'li', day: 6 }))).message,
    ).toContain('E11000');
    expect((await sdk.db.collection('items').get()).data).toEqual([
      { _id: 'a', person: 'li', day: 5 },
      { _id: 'b', person: 'li', day: 6 },
    ]);
    expect(sdk.database.checkIndexes()).toEqual([]);
  });

  it('takes back all of a change of several documents that meets a taken place', async () => {
    await sdk.db.collection('items').add([
      { _id: 'a', person: 'li', day: 5 },
      { _id: 'b', person: 'li', day: 6 },
    ]);
    await failureOf(sdk.db.collection('items').where({ person: 'li' }).update({ day: 9 }));
    expect((await sdk.db.collection('items').get()).data).toMatchObject([{ day: 5 }, { day: 6 }]);
    expect(sdk.database.checkIndexes()).toEqual([]);
  });

  it('frees a place by a change and by a removal', async () => {
    await sdk.db.collection('items').add({ _id: 'a', person: 'li', day: 5 });
    await sdk.db.collection('items').doc('a').update({ day: 6 });
    await sdk.db.collection('items').add({ _id: 'b', person: 'li', day: 5 });
    await sdk.db.collection('items').doc('a').remove();
    await sdk.db.collection('items').add({ _id: 'c', person: 'li', day: 6 });
    expect(sdk.database.checkIndexes()).toEqual([]);
  });

  it('keeps each element of an array to one document, which may hold it twice', async () => {
    await sdk.db.collection('tagged').add({ _id: 'a', tags: ['x', 'y', 'x'] });
    expect((await failureOf(sdk.db.collection('tagged').add({ tags: ['z', 'y'] }))).message).toContain(
      'E11000',
    );
    await sdk.db
      .collection('tagged')
      .doc('a')
      .update({ tags: sdk.db.command.pull('y') });
    await sdk.db.collection('tagged').add({ tags: ['z', 'y'] });
    expect(sdk.database.checkIndexes()).toEqual([]);
  });
});

describe('what an index cannot hold', () => {
  it('is refused: two arrays, a value of more than 1024 bytes, an _id of more than 512', async () => {
    const sdk = await openWithSdk({
      indexes: indexesOf([
        ['a', 1],
        ['b', 1],
      ]),
    });
    const add = async (document: object): Promise<string> =>
      (await failureOf(sdk.db.collection('items').add(document))).message;
    expect(await add({ a: [1], b: [2] })).toContain('cannot index parallel arrays [a] [b]');
    expect(await add({ a: 'x'.repeat(1024) })).toContain('key too large to index');
    expect(await add({ _id: 'x'.repeat(512) })).toContain('key too large to index');
    await sdk.db.collection('items').add({ _id: 'x'.repeat(500), a: 'x'.repeat(1000) });
    expect(sdk.database.checkIndexes()).toEqual([]);
    await sdk.close();
  });
});

describe('an index table that changes between two runs', () => {
  let dir: string;
  let database: LocalDatabase;
  const open = (indexes: IndexTable): LocalDatabase =>
    openDatabase({ dir, indexes, now: () => NOW, strictScans: 'error' });
  const examined = async (query: object): Promise<number> => {
    const cost = { calls: 0, examined: 0 };
    const body = { collectionName: 'items', query: JSON.stringify(query) };
    expect(await database.execute('database.calculateDocument', body, cost)).toHaveProperty('data');
    return cost.examined;
  };

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'database-'));
    database = open(indexesOf([['a', 1]]));
    await database.importDocuments(
      'items',
      Array.from({ length: 300 }, (_unused, n) => ({ _id: n, a: n, b: -n, list: [n] })),
    );
    await database.close();
  });
  afterEach(async () => {
    await database.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('builds what is new, drops what is gone, rebuilds what is different', async () => {
    database = open({
      items: {
        indexes: [
          { name: 'index0', fields: [['b', -1]] },
          { name: 'list', fields: [['list', 1]], unique: true },
        ],
      },
    });
    expect(database.checkIndexes()).toEqual([]);
    expect(await examined({ b: -7 })).toBe(1);
    expect(await examined({ list: 7 })).toBe(1);
    await database.close();
    database = open({ items: { indexes: [] } });
    expect(database.checkIndexes()).toEqual([]);
  });

  it('remembers which index holds arrays', async () => {
    const table = indexesOf([['list', 1]]);
    database = open(table);
    await database.importDocuments('items', [{ _id: 'x', list: [1, 900] }]);
    await database.close();
    database = open(table);
    expect(await examined({ list: { $gt: 800, $lt: 5 } })).toBe(1);
  });

  it('keeps the order of insertion going', async () => {
    database = open({ items: { indexes: [] } });
    await database.importDocuments('items', [{ _id: -1 }]);
    expect([...database.exportDocuments('items')].at(-1)).toEqual({ _id: -1 });
  });

  it('says so when a new unique index meets duplicates', async () => {
    database = open({ items: { indexes: [] } });
    await database.importDocuments('items', [{ _id: 'x', a: 1 }]);
    await database.close();
    expect(() => open({ items: { indexes: [{ name: 'a', fields: [['a', 1]], unique: true }] } })).toThrow(
      /hold duplicates/,
    );
    database = open({ items: { indexes: [] } });
  });

  it.each([
    ['without a name', [{ name: '', fields: [['a', 1]] }]],
    ['without fields', [{ name: 'a', fields: [] }]],
    [
      'twice by one name',
      [
        { name: 'a', fields: [['a', 1]] },
        { name: 'a', fields: [['b', 1]] },
      ],
    ],
  ] as const)('refuses an index %s', (_name, indexes) => {
    expect(() => open({ items: { indexes } })).toThrow(/index/);
    database = open({ items: { indexes: [] } });
  });
});
