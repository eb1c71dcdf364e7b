/** A long document that was read or written lately is not read from its text again; nobody can tell by what it says. */
import type { IndexTable } from '../../../../../local/cloudbase/database/types';
import { openWithSdk, type WithSdk } from '../harness';

const INDEXES: IndexTable = {
  items: { indexes: [{ name: 'one_per_day', fields: [['day', 1]], unique: true }] },
};
const LONG = 'x'.repeat(5_000);

let sdk: WithSdk;
beforeEach(async () => {
  sdk = await openWithSdk({ indexes: INDEXES });
  await sdk.database.importDocuments('items', [
    { _id: 'a', day: 1, said: { n: 1 }, LONG },
    { _id: 'b', day: 2, said: { n: 1 }, LONG },
  ]);
});
afterEach(() => sdk.close());

const items = () => sdk.db.collection('items');
const read = async (id: string): Promise<unknown> => {
  // What is left by a projection is made of what was read, not of the text.
  const fields = items().where({ _id: id }).field({ day: true, said: true });
  const { data } = (await fields.get()) as { data: { day: number; said: unknown }[] };
  return data.map(({ day, said }) => [day, said]);
};

test('a write that is refused half-way leaves what is read as it was', async () => {
  expect(await read('a')).toEqual([[1, { n: 1 }]]);
  await expect(items().where({}).update({ day: 7 })).rejects.toThrow(/duplicate/i);
  expect([await read('a'), await read('b')]).toEqual([[[1, { n: 1 }]], [[2, { n: 1 }]]]);
});

test('whoever gave or got a document may change theirs', async () => {
  const mine = { _id: 'c', day: 3, said: { n: 1 }, LONG };
  await sdk.database.importDocuments('items', [mine]);
  mine.said.n = 2;
  expect(await read('c')).toEqual([[3, { n: 1 }]]);
  for (const got of sdk.database.exportDocuments('items') as Iterable<typeof mine>) got.said.n = 2;
  expect(await read('c')).toEqual([[3, { n: 1 }]]);
});

test('what was removed, dropped or put back is not remembered', async () => {
  const putBack = sdk.database.keep();
  await items().doc('a').update({ 'said.n': 2 });
  expect(await read('a')).toEqual([[1, { n: 2 }]]);
  putBack();
  expect(await read('a')).toEqual([[1, { n: 1 }]]);
  await items().doc('a').remove();
  expect(await read('a')).toEqual([]);
  await sdk.database.drop();
  expect(await read('b')).toEqual([]);
  await sdk.database.importDocuments('items', [{ _id: 'b', day: 5, said: {}, LONG }]);
  expect([...sdk.database.exportDocuments('items')]).toHaveLength(1);
});

test('more of them than are remembered', async () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ _id: `m${n}`, day: n + 10, said: { n }, LONG }));
  await sdk.database.importDocuments('items', many);
  for (let round = 0; round < 2; round++)
    for (const { _id, day, said } of many) expect(await read(_id)).toEqual([[day, said]]);
});
