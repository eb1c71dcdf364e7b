import { openWithSdk, type WithSdk } from '../harness';
import type { SdkCommand } from '../sdk';

let sdk: WithSdk;
let _: SdkCommand;
beforeAll(async () => {
  sdk = await openWithSdk();
  _ = sdk.db.command;
  await sdk.database.importDocuments('items', [
    { _id: 'words', v: ['go', 'js'] },
    { _id: 'go', v: ['go'] },
    { _id: 'numbers', v: [1, 2, 3, 9] },
    {
      _id: 'objects',
      v: [
        { n: 1, m: 9 },
        { n: 7, m: 1 },
      ],
    },
    { _id: 'deep', v: [{ list: [{ n: 1 }, { n: 2 }] }] },
    { _id: 'scalar', v: 2 },
    { _id: 'document', v: { n: 7 } },
    { _id: 'none', v: [] },
    { _id: 'missing' },
    { _id: 'null', v: null },
  ]);
});
afterAll(() => sdk.close());

const found = async (query: unknown): Promise<string[]> => {
  const { data } = await sdk.db.collection('items').where(query).get();
  return (data as { _id: string }[]).map(({ _id }) => _id);
};

describe('all', () => {
  it('wants every value to be found', async () => {
    expect(await found({ v: _.all(['go']) })).toEqual(['words', 'go']);
    expect(await found({ v: _.all(['go', 'js']) })).toEqual(['words']);
    expect(await found({ v: _.all([2]) })).toEqual(['numbers', 'scalar']);
  });

  it('finds nothing for no values', async () => {
    expect(await found({ v: _.all([]) })).toEqual([]);
  });

  it('takes conditions on elements', async () => {
    const query = { v: { $all: [{ $elemMatch: { n: 1 } }, { $elemMatch: { n: 7 } }] } };
    const reply = await sdk.execute('database.getDocument', {
      collectionName: 'items',
      query: JSON.stringify(query),
    });
    expect(reply).toMatchObject({ data: { list: [expect.stringContaining('"objects"')] } });
  });
});

describe('elemMatch', () => {
  it('wants one element to fulfil all conditions', async () => {
    expect(await found({ v: _.elemMatch({ n: 1, m: 9 }) })).toEqual(['objects']);
    expect(await found({ v: _.elemMatch({ n: 1, m: 1 }) })).toEqual([]);
    expect(await found({ v: _.elemMatch({ n: _.gt(6) }) })).toEqual(['objects']);
  });

  it('looks at elements as values', async () => {
    expect(await found({ v: _.elemMatch(_.gt(2)) })).toEqual(['numbers']);
    expect(await found({ v: { $elemMatch: { $gt: 3, $lt: 9 } } })).toEqual([]);
  });

  it('never matches a field that is no array', async () => {
    expect(await found({ v: _.elemMatch({ n: 7 }) })).toEqual(['objects']);
    expect(await found({ v: _.elemMatch(_.eq(2)) })).toEqual(['numbers']);
  });

  it('asks documents only, when it asks for fields', async () => {
    expect(await found({ v: _.elemMatch({ n: _.exists(true) }) })).toEqual(['objects']);
    expect(await found({ v: _.elemMatch({ n: _.exists(false) }) })).toEqual(['deep']);
  });

  it('reaches arrays within arrays', async () => {
    expect(await found({ 'v.list': _.elemMatch({ n: 2 }) })).toEqual(['deep']);
    expect(await found({ v: _.elemMatch({ 'list.n': 2 }) })).toEqual(['deep']);
  });
});

describe('size', () => {
  it('counts elements of arrays only', async () => {
    expect(await found({ v: _.size(2) })).toEqual(['words', 'objects']);
    expect(await found({ v: _.size(0) })).toEqual(['none']);
    expect(await found({ 'v.list': _.size(2) })).toEqual(['deep']);
  });
});

describe('exists', () => {
  it('tells null from missing', async () => {
    expect(await found({ v: _.exists(false) })).toEqual(['missing']);
    expect(await found({ v: _.exists(true) })).toHaveLength(9);
  });

  it('is true for a path when any element has it', async () => {
    expect(await found({ 'v.n': _.exists(true) })).toEqual(['objects', 'document']);
    expect(await found({ 'v.list.n': _.exists(true) })).toEqual(['deep']);
    expect(await found({ 'v.1': _.exists(true) })).toEqual(['words', 'numbers', 'objects']);
  });
});

describe('mod', () => {
  it('takes the whole part of numbers only', async () => {
    expect(await found({ v: _.mod([7, 2]) })).toEqual(['numbers', 'scalar']);
    expect(await found({ 'v.n': _.mod([4, 3]) })).toEqual(['objects', 'document']);
    await sdk.database.importDocuments('mods', [
      { _id: 1, v: -5 },
      { _id: 2, v: 5.9 },
      { _id: 3, v: '5' },
    ]);
    const count = async (mod: number[]): Promise<number> => {
      return (
        await sdk.db
          .collection('mods')
          .where({ v: _.mod(mod) })
          .count()
      ).total;
    };
    expect(await count([3, -2])).toBe(1);
    expect(await count([3, 2])).toBe(1);
  });
});

describe('type', () => {
  it.each([
    ['int', ['numbers', 'scalar']],
    [16, ['numbers', 'scalar']],
    ['number', ['numbers', 'scalar']],
    ['array', ['words', 'go', 'numbers', 'objects', 'deep', 'none']],
    [4, ['words', 'go', 'numbers', 'objects', 'deep', 'none']],
    ['object', ['objects', 'deep', 'document']],
    ['string', ['words', 'go']],
    ['null', ['null']],
    [
      ['null', 'string'],
      ['words', 'go', 'null'],
    ],
  ])('%p looks into arrays as well', async (type, ids) => {
    expect(await found({ v: { $type: type } })).toEqual(ids);
  });
});
