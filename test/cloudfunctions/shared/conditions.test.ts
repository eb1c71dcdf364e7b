import * as language from '../../../cloudfunctions/shared/conditions';
import {
  above,
  absent,
  actField,
  append,
  atLeast,
  checkPath,
  checkValue,
  checkWhere,
  exists,
  noneOf,
  oneOf,
  type Where,
} from '../../../cloudfunctions/shared/conditions';

test.each(['a', 'a.b', 'place.h1-0830-1w', 'of.0abc.2', '_id', 'acts.x.k__proto__'])(
  '%s is a path',
  (path) => {
    expect(() => {
      checkPath(path);
    }).not.toThrow();
  },
);

test.each([
  '',
  '.',
  'a.',
  '.a',
  'a..b',
  '$where',
  'a.$gt',
  'a b',
  'a.__proto__.b',
  'constructor',
  'ключ',
  'a\u0000',
])('%j is no path', (path) => {
  expect(() => {
    checkPath(path);
  }).toThrow();
});

test('a condition that the SDK would erase is an error, not an open door', () => {
  const lost: readonly unknown[] = [
    {},
    { owner: undefined },
    { _id: {} },
    { owner: { test: 'gt', value: undefined } },
    { owner: { test: 'in', value: [undefined] } },
    { owner: { test: 'gt', value: Number.NaN } },
    { owner: Number.POSITIVE_INFINITY },
    { 'a.$or': 1 },
  ];
  for (const where of lost)
    expect(() => {
      checkWhere(where as Where);
    }).toThrow();
});

test('every kind of condition passes', () => {
  const where: Where = {
    a: 1,
    b: 'x',
    c: null,
    d: true,
    e: exists,
    f: absent,
    g: above(1),
    h: atLeast('2026-01-01'),
    i: oneOf(['a', 'b']),
    j: noneOf([1]),
  };
  expect(() => {
    checkWhere(where);
  }).not.toThrow();
});

test.each<[string, unknown]>([
  ['undefined', undefined],
  ['undefined inside', { a: { b: undefined } }],
  ['a function', { a: () => 1 }],
  ['NaN', Number.NaN],
  ['infinity in a list', [1, Number.POSITIVE_INFINITY]],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['an operator as a key', { $set: 1 }],
  ['a dot in a key', { 'a.b': 1 }],
  ['__proto__ as a key', JSON.parse('{"__proto__": 1}')],
  ['what has no end', Array.from({ length: 20 }).reduce<unknown>((inner) => [inner], 0)],
  ['a symbol', Symbol('x')],
  ['a bigint', 1n],
])('%s is not stored', (_, value) => {
  expect(() => {
    checkValue(value);
  }).toThrow();
});

test('plain values are stored', () => {
  expect(() => {
    checkValue({ _id: 'x', a: [1, 'b', null, true, { 'h1-am-1': -0.5 }] });
  }).not.toThrow();
});

test.each(['12345678', '__proto__', 'constructor', 'hasOwnProperty'])(
  'the key %s names a field of its own',
  (key) => {
    expect(() => {
      checkPath(`acts.x.${actField(key)}`);
    }).not.toThrow();
    expect(actField(key) in {}).toBe(false);
    expect(Number.isNaN(Number(actField(key)))).toBe(true);
  },
);

test('a list may be told how much of it stays', () => {
  expect(append([1])).not.toHaveProperty('keep');
  expect(append([1], 3)).toMatchObject({ keep: 3 });
});

test('each word of the language is what the database’s own is called', () => {
  expect([exists, absent]).toEqual([
    { test: 'exists', value: true },
    { test: 'exists', value: false },
  ]);
  expect([above(1), atLeast(1), language.below(1), language.atMost(1), language.not(1)]).toEqual(
    ['gt', 'gte', 'lt', 'lte', 'neq'].map((test) => ({ test, value: 1 })),
  );
  expect(language.between(1, 2)).toEqual({ test: 'between', value: [1, 2] });
  expect([oneOf([1]), noneOf([1])]).toEqual([
    { test: 'in', value: [1] },
    { test: 'nin', value: [1] },
  ]);
});

test('each change likewise', () => {
  expect([language.put({ a: 1 }), language.add(2), append([3]), language.take(4), language.drop]).toEqual([
    { change: 'put', value: { a: 1 } },
    { change: 'add', value: 2 },
    { change: 'append', value: [3] },
    { change: 'take', value: 4 },
    { change: 'drop' },
  ]);
  expect(language.takeWhere('id', ['a'])).toEqual({ change: 'take-where', field: 'id', value: ['a'] });
});

test('the field of an act leads back to its key', () => {
  expect(actField('12345678')).toBe('k12345678');
  expect(language.keyOfField(actField('12345678'))).toBe('12345678');
});

test('a value may lie twelve deep', () => {
  const deep = (levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 0);
  expect(() => {
    checkValue(deep(12));
  }).not.toThrow();
  expect(() => {
    checkValue(deep(13));
  }).toThrow('nested too deeply');
  const objects = Array.from({ length: 13 }).reduce<unknown>((inner) => ({ a: inner }), 0);
  expect(() => {
    checkValue(objects);
  }).toThrow('nested too deeply');
});

test('what cannot be stored is named by its type', () => {
  expect(() => {
    checkValue(Number.NaN);
  }).toThrow('a value of type number cannot be stored');
  expect(() => {
    checkValue(1n);
  }).toThrow('a value of type bigint cannot be stored');
  expect(() => {
    checkValue(undefined);
  }).toThrow('a value of type undefined cannot be stored');
});

test('of a choice each value is looked at, and none as a whole', () => {
  for (const condition of [
    { test: 'in', value: [{ $gt: 1 }] },
    { test: 'nin', value: [undefined] },
  ])
    expect(() => {
      checkWhere({ a: condition } as unknown as Where);
    }).toThrow();
});
