import { failureOf, openWithSdk, type WithSdk } from '../harness';
import type { SdkExpressions } from '../sdk';

let sdk: WithSdk;
let $: SdkExpressions;
beforeAll(async () => {
  sdk = await openWithSdk();
  $ = sdk.db.command.aggregate;
  await sdk.database.importDocuments('items', [
    {
      _id: 1,
      n: 7,
      half: 2.5,
      minus: -7.7,
      zero: 0,
      text: 'dongyuanxin',
      chinese: '心谭abc',
      empty: '',
      list: [3, 1, 2],
      words: ['a', 'b', 'a'],
      pairs: [
        ['k', [1, 2]],
        ['m', 5],
      ],
      truth: true,
      nothing: null,
      object: { a: 1, b: 2 },
      date: new Date(1_000),
    },
  ]);
});
afterAll(() => sdk.close());

const value = async (expression: unknown): Promise<unknown> => {
  const { data } = await sdk.db.collection('items').aggregate().project({ _id: 0, value: expression }).end();
  return (data[0] as { value?: unknown }).value;
};

/** One case: the expression is made when the SDK is there. */
type Case = [name: string, make: () => unknown, expected: unknown];

describe('arithmetic', () => {
  it.each<Case>([
    ['abs', () => $.abs('$minus'), 7.7],
    ['add', () => $.add(['$n', '$half', 1]), 10.5],
    ['add to a date', () => $.add(['$date', 500]), new Date(1_500)],
    ['add with null', () => $.add(['$n', '$nothing']), null],
    ['ceil', () => $.ceil('$minus'), -7],
    ['divide', () => $.divide(['$n', 2]), 3.5],
    ['floor', () => $.floor('$minus'), -8],
    ['log10', () => $.log10(1000), 3],
    ['mod keeps the sign of the first', () => $.mod(['$minus', 4]), -7.7 % 4],
    ['mod with null', () => $.mod(['$nothing', 4]), null],
    ['multiply', () => $.multiply(['$n', '$half']), 17.5],
    ['pow', () => $.pow(['$n', 2]), 49],
    ['sqrt', () => $.sqrt(49), 7],
    ['subtract', () => $.subtract(['$n', '$half']), 4.5],
    ['subtract dates', () => $.subtract(['$date', new Date(0)]), 1000],
    ['trunc', () => $.trunc('$minus'), -7],
    ['ln of 1', () => $.ln(1), 0],
    ['exp of 0', () => $.exp('$zero'), 1],
  ])('%s', async (_name, make, expected) => {
    expect(await value(make())).toEqual(expected);
  });
});

describe('arrays', () => {
  it.each<Case>([
    ['arrayElemAt', () => $.arrayElemAt(['$list', -1]), 2],
    ['arrayElemAt beyond the end', () => $.arrayElemAt(['$list', 9]), undefined],
    ['arrayToObject keeps a value that is an array', () => $.arrayToObject('$pairs'), { k: [1, 2], m: 5 }],
    ['concatArrays', () => $.concatArrays(['$list', '$words']), [3, 1, 2, 'a', 'b', 'a']],
    ['filter', () => $.filter({ input: '$list', as: 'x', cond: $.gt(['$$x', 1]) }), [3, 2]],
    ['in', () => $.in([2, '$list']), true],
    ['indexOfArray', () => $.indexOfArray(['$words', 'a']), 0],
    ['indexOfArray from a start', () => $.indexOfArray(['$words', 'a', 1]), 2],
    ['indexOfArray of what is not there, from a start', () => $.indexOfArray(['$words', 'z', 2]), -1],
    ['isArray', () => $.isArray(['$list']), true],
    ['map', () => $.map({ input: '$list', as: 'x', in: $.multiply(['$$x', 2]) }), [6, 2, 4]],
    ['range', () => $.range([0, 6, 2]), [0, 2, 4]],
    ['reduce', () => $.reduce({ input: '$list', initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
    ['reverseArray', () => $.reverseArray('$list'), [2, 1, 3]],
    ['size', () => $.size('$list'), 3],
    ['slice', () => $.slice(['$list', 1, 2]), [1, 2]],
    [
      'zip',
      () => $.zip({ inputs: ['$list', '$words'] }),
      [
        [3, 'a'],
        [1, 'b'],
        [2, 'a'],
      ],
    ],
  ])('%s', async (_name, make, expected) => {
    expect(await value(make())).toEqual(expected);
  });

  it('size refuses what is no array', async () => {
    expect((await failureOf(value($.size('$none')))).code).toBe('DATABASE_REQUEST_FAILED');
  });
});

describe('comparison and conditions', () => {
  it.each<Case>([
    ['cmp over types: number below text', () => $.cmp(['$n', '$text']), -1],
    ['eq of equal arrays', () => $.eq(['$list', [3, 1, 2]]), true],
    ['eq of an array and its element', () => $.eq(['$list', 3]), false],
    ['gt over types: true above text', () => $.gt(['$truth', '$text']), true],
    ['lt of missing and null', () => $.lt(['$none', '$nothing']), true],
    ['neq', () => $.neq(['$n', 8]), true],
    ['and', () => $.and(['$truth', '$n']), true],
    ['and with 0', () => $.and(['$truth', '$zero']), false],
    ['or with empty text, which is true', () => $.or(['$zero', '$empty']), true],
    ['not of null', () => $.not('$nothing'), true],
    ['not of empty text', () => $.not('$empty'), false],
    ['cond', () => $.cond({ if: $.gte(['$n', 7]), then: 'a', else: 'b' }), 'a'],
    ['cond as a list', () => $.cond(['$nothing', 'a', 'b']), 'b'],
    ['ifNull of missing', () => $.ifNull(['$none', 'x']), 'x'],
    ['ifNull of empty text', () => $.ifNull(['$empty', 'x']), ''],
    [
      'switch',
      () =>
        $.switch({
          branches: [
            { case: $.gt(['$n', 9]), then: 1 },
            { case: true, then: 2 },
          ],
        }),
      2,
    ],
    ['switch by default', () => $.switch({ branches: [{ case: false, then: 1 }], default: 3 }), 3],
    ['let', () => $.let({ vars: { a: '$n' }, in: $.sum(['$$a', 1]) }), 8],
    ['literal', () => $.literal('$n'), '$n'],
  ])('%s', async (_name, make, expected) => {
    expect(await value(make())).toEqual(expected);
  });

  it('switch without a fitting branch and without a default is refused', async () => {
    const made = $.switch({ branches: [{ case: false, then: 1 }] });
    expect((await failureOf(value(made))).message).toContain('$switch');
  });
});

describe('text', () => {
  it.each<Case>([
    ['concat', () => $.concat(['$text', '!']), 'dongyuanxin!'],
    ['concat with null', () => $.concat(['$text', '$nothing']), null],
    ['split', () => $.split(['a/b/', '/']), ['a', 'b', '']],
    ['indexOfBytes counts bytes', () => $.indexOfBytes(['$chinese', 'a']), 6],
    ['indexOfCP counts characters', () => $.indexOfCP(['$chinese', 'a']), 2],
    ['indexOfCP counts a pair as one', () => $.indexOfCP(['🏠a🏠b', 'b']), 3],
    ['indexOfBytes from a start', () => $.indexOfBytes(['abcabc', 'a', 1]), 3],
    ['indexOfBytes of null', () => $.indexOfBytes(['$nothing', 'a']), null],
    ['strLenBytes', () => $.strLenBytes('$chinese'), 9],
    ['strLenCP', () => $.strLenCP('$chinese'), 5],
    ['strcasecmp', () => $.strcasecmp(['Yuanxin', 'dong']), 1],
    ['strcasecmp with missing', () => $.strcasecmp(['$none', 'a']), -1],
    ['substr', () => $.substr(['1999/12/12', 5, 2]), '12'],
    ['substr with -1 goes to the end', () => $.substr(['1999/12/12', 8, -1]), '12'],
    ['substr beyond the end', () => $.substr(['abc', 5, 2]), ''],
    ['substr of a number', () => $.substr(['$n', 0, 1]), '7'],
    ['substrBytes', () => $.substrBytes(['$chinese', 0, 6]), '心谭'],
    ['substrCP', () => $.substrCP(['$chinese', 0, 1]), '心'],
    ['toLower of null is empty', () => $.toLower('$nothing'), ''],
    ['toLower', () => $.toLower('ABC'), 'abc'],
    ['toUpper', () => $.toUpper('$text'), 'DONGYUANXIN'],
  ])('%s', async (_name, make, expected) => {
    expect(await value(make())).toEqual(expected);
  });

  it('does not cut a character', async () => {
    expect((await failureOf(value($.substrBytes(['$chinese', 0, 2])))).message).toContain(
      'continuation byte',
    );
    expect((await failureOf(value($.substrBytes(['$chinese', 1, 5])))).message).toContain(
      'continuation byte',
    );
  });
});

describe('objects and sets', () => {
  it.each<Case>([
    ['mergeObjects', () => $.mergeObjects(['$object', { b: 3 }]), { a: 1, b: 3 }],
    [
      'objectToArray',
      () => $.objectToArray('$object'),
      [
        { k: 'a', v: 1 },
        { k: 'b', v: 2 },
      ],
    ],
    ['allElementsTrue', () => $.allElementsTrue(['$list']), true],
    ['anyElementTrue', () => $.anyElementTrue([[0, null, '']]), true],
    ['setDifference', () => $.setDifference(['$words', ['b']]), ['a']],
    ['setEquals', () => $.setEquals(['$words', ['b', 'a']]), true],
    ['setIntersection', () => $.setIntersection(['$words', ['b', 'c']]), ['b']],
    ['setIsSubset', () => $.setIsSubset([['a'], '$words']), true],
    ['setUnion', () => $.setUnion(['$words', ['c']]), ['a', 'b', 'c']],
  ])('%s', async (_name, make, expected) => {
    expect(await value(make())).toEqual(expected);
  });
});
