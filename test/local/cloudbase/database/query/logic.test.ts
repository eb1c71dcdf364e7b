import { openWithSdk, type WithSdk } from '../harness';
import type { SdkCommand } from '../sdk';

let sdk: WithSdk;
let _: SdkCommand;
beforeAll(async () => {
  sdk = await openWithSdk();
  _ = sdk.db.command;
  await sdk.database.importDocuments('items', [
    { _id: 'a', n: 1, text: 'AbCdef1234结尾', spent: 10, budget: 5 },
    { _id: 'b', n: 5, text: 'line\nabc', spent: 3, budget: 5 },
    { _id: 'c', n: 9, text: ['xyz', 'abc'], spent: 5, budget: 5 },
    { _id: 'd' },
    { _id: 'e', text: '𠮷' },
  ]);
});
afterAll(() => sdk.close());

const found = async (query: unknown): Promise<string[]> => {
  const { data } = await sdk.db.collection('items').where(query).get();
  return (data as { _id: string }[]).map(({ _id }) => _id);
};

describe('logic', () => {
  it('or over fields and over one field', async () => {
    expect(await found(_.or({ n: 1 }, { text: /xyz/ }))).toEqual(['a', 'c']);
    expect(await found({ n: _.or(_.lt(2), _.gt(8)) })).toEqual(['a', 'c']);
    expect(await found({ n: _.lt(2).or(_.gt(8)), spent: 5 })).toEqual(['c']);
  });

  it('and over fields, beside an or', async () => {
    expect(await found(_.and([{ n: _.gte(5) }, { spent: 3 }]))).toEqual(['b']);
    expect(await found(_.and(_.or({ n: 1 }, { n: 5 }), _.or({ spent: 3 }, { spent: 5 })))).toEqual(['b']);
  });

  it('nor finds what none of them finds, missing fields included', async () => {
    expect(await found({ n: _.nor(_.eq(1), _.eq(5)) })).toEqual(['c', 'd', 'e']);
    expect(await found(_.nor([{ n: 1 }, { spent: 5 }]))).toEqual(['b', 'd', 'e']);
  });

  it('not finds what the condition does not, missing fields included', async () => {
    expect(await found({ n: _.not(_.gt(1)) })).toEqual(['a', 'd', 'e']);
    expect(await found({ text: _.not(/abc/) })).toEqual(['a', 'd', 'e']);
  });
});

describe('regular expressions', () => {
  it('match text and elements of arrays, with their options', async () => {
    expect(await found({ text: /^abcdef.*\d+结尾$/i })).toEqual(['a']);
    expect(await found({ text: /^abc/ })).toEqual(['c']);
    expect(await found({ text: /^abc/m })).toEqual(['b', 'c']);
    expect(await found({ text: /line.abc/s })).toEqual(['b']);
    expect(await found({ text: sdk.db.RegExp({ regexp: '^ABC', options: 'i' }) })).toEqual(['a', 'c']);
  });

  it('count a character outside the basic plane as one', async () => {
    expect(await found({ text: /^.$/ })).toEqual(['e']);
    expect(await found({ text: /^..$/ })).toEqual([]);
    expect(await found({ text: /^[𠮷]$/u })).toEqual(['e']);
  });

  it('never match what is no text', async () => {
    expect(await found({ n: /1/ })).toEqual([]);
  });

  it('join with or', async () => {
    const { RegExp } = sdk.db;
    const query = { text: _.or(RegExp({ regexp: '^xyz' }), RegExp({ regexp: '结尾$' })) };
    expect(await found(query)).toEqual(['a', 'c']);
  });
});
