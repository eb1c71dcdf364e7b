import { openWithSdk, type WithSdk } from '../harness';

let sdk: WithSdk;
beforeAll(async () => {
  sdk = await openWithSdk({
    indexes: { scores: { indexes: [{ name: 'author', fields: [['author', 1]] }] } },
  });
  await sdk.database.importDocuments('scores', [
    { _id: 1, author: 'stark', score: 80 },
    { _id: 2, author: 'stark', score: 85 },
    { _id: 3, author: 'bob', score: 60 },
    { _id: 4, author: 'li', score: 55 },
    { _id: 5, author: 'jimmy', score: 60 },
    { _id: 6, author: 'li', score: 94 },
    { _id: 7, author: 'justan' },
  ]);
});
afterAll(() => sdk.close());

describe('lookup', () => {
  beforeAll(async () => {
    await sdk.database.importDocuments('people', [
      { _id: 'a', wrote: 'li' },
      { _id: 'b', wrote: ['bob', 'stark'] },
      { _id: 'c' },
      { _id: 'd', wrote: [] },
    ]);
  });

  const lookup = async (from: string, localField: string, foreignField: string): Promise<unknown> => {
    const people = sdk.db.collection('people').aggregate();
    return (await people.lookup({ from, localField, foreignField, as: 'found' }).end()).data;
  };

  it('adds the partners of each row, of any element of an array', async () => {
    expect(await lookup('scores', 'wrote', 'author')).toMatchObject([
      { _id: 'a', found: [{ _id: 4 }, { _id: 6 }] },
      { _id: 'b', found: [{ _id: 3 }, { _id: 1 }, { _id: 2 }] },
      { _id: 'c', found: [] },
      { _id: 'd', found: [] },
    ]);
  });

  it('reads by an index of the other collection', async () => {
    await lookup('scores', 'wrote', 'author');
    expect(sdk.cost.examined).toBe(4 + 5);
  });

  it('joins a missing field with null and with missing', async () => {
    expect(await lookup('scores', 'nothing', 'score')).toMatchObject([
      { found: [{ _id: 7 }] },
      { found: [{ _id: 7 }] },
      { found: [{ _id: 7 }] },
      { found: [{ _id: 7 }] },
    ]);
    expect(await lookup('scores', 'wrote', 'score')).toMatchObject([
      { found: [] },
      { found: [] },
      { found: [{ _id: 7 }] },
      { found: [] },
    ]);
  });

  it('adds no partner from a collection that does not exist', async () => {
    expect(await lookup('nowhere', 'wrote', 'author')).toMatchObject([
      { found: [] },
      { found: [] },
      { found: [] },
      { found: [] },
    ]);
  });
});
