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
