/** What was kept comes back: documents, their order, indexes, collections; and after it the next change is one again. */
import fc from 'fast-check';
import type { IndexTable } from '../../../../../local/cloudbase/database/types';
import { openWithSdk, type WithSdk } from '../harness';

const INDEXES: IndexTable = {
  items: {
    indexes: [
      { name: 'one_per_day', fields: [['day', 1]], unique: true },
      { name: 'tags', fields: [['tags', 1]] },
    ],
  },
};

let sdk: WithSdk;
beforeEach(async () => {
  sdk = await openWithSdk({ indexes: INDEXES });
  await sdk.database.importDocuments('items', [
    { _id: 'a', day: 1 },
    { _id: 'c', day: 3 },
    { _id: 'b', day: 2 },
  ]);
});
afterEach(() => sdk.close());

/** Names with their documents, in the order of their insertion. */
const seen = () =>
  sdk.database.collectionNames().map((name) => [name, [...sdk.database.exportDocuments(name)]]);

const items = () => sdk.db.collection('items');
const ACTS: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
  add: (n) => items().add({ _id: `n${n}`, day: n + 10, tags: ['x', n] }),
  change: (n) =>
    items()
      .doc('abc'.charAt(n % 3))
      .update({ said: n }),
  remove: (n) =>
    items()
      .doc('abc'.charAt(n % 3))
      .remove(),
  begin: (n) => sdk.database.importDocuments(`new${n % 2}`, [{ _id: n }]),
  async exchange() {
    await items().doc('a').update({ day: 99 });
    await items().doc('b').update({ day: 1 });
    await items().doc('a').update({ day: 2 });
  },
};

test('whatever was done, in whatever order, and again', async () => {
  const before = seen();
  const putBack = sdk.database.keep();
  const acts = fc.array(fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.nat(5)), { maxLength: 12 });
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      // What is there twice, or is not there any more, is refused.
      for (const [act, n] of all) await ACTS[act]?.(n).catch(() => undefined);
      if (JSON.stringify(seen()) !== JSON.stringify(before)) changed++;
      expect(putBack()).toBe(true);
      expect(seen()).toEqual(before);
      expect(sdk.database.checkIndexes()).toEqual([]);
    }),
    { numRuns: 40 },
  );
  expect(changed).toBeGreaterThan(20);
});

test('a scan examines as many documents as it would have', async () => {
  const examined = async () => {
    await items().where({ tags: 'x' }).get();
    return sdk.cost.examined;
  };
  await items().add({ _id: 'd', day: 4, tags: 'x' });
  const putBack = sdk.database.keep();
  const before = await examined();
  await ACTS['add']?.(1);
  expect(putBack()).toBe(true);
  expect(await examined()).toBe(before);
});

test('two that keep put back each their own moment, in any order', async () => {
  const first = sdk.database.keep();
  const atFirst = seen();
  await items().doc('a').remove();
  await items().add({ _id: 'd', day: 4 });
  const second = sdk.database.keep();
  const atSecond = seen();
  await items().doc('b').remove();
  await items().doc('d').update({ said: 1 });
  for (const putBack of [second, first, second, second, first, first]) {
    expect(putBack()).toBe(true);
    expect(seen()).toEqual(putBack === first ? atFirst : atSecond);
    expect(sdk.database.checkIndexes()).toEqual([]);
    await items().doc('c').update({ said: 2 });
  }
});

test('after a drop it does nothing and says so', async () => {
  const putBack = sdk.database.keep();
  await sdk.database.drop();
  expect(putBack()).toBe(false);
  expect(seen()).toEqual([['items', []]]);
});
