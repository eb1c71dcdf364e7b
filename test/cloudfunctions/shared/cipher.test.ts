import fc from 'fast-check';

type Cipher = typeof import('../../../cloudfunctions/shared/cipher');

const key = (seed: string) => Buffer.alloc(32, seed).toString('base64');

/** The module as an instance with these keys would load it. */
function load(keys: unknown): Cipher {
  process.env['FIELD_KEYS'] = typeof keys === 'string' ? keys : JSON.stringify(keys);
  let cipher: Cipher | undefined;
  jest.isolateModules(() => {
    cipher = jest.requireActual<Cipher>('../../../cloudfunctions/shared/cipher');
  });
  if (!cipher) throw new Error('not loaded');
  return cipher;
}

const ring = { current: 'k1', keys: { k1: key('one') } };
const rotated = { current: 'k2', hash: 'k1', keys: { k1: key('one'), k2: key('two') } };

test('what was encrypted comes back, whatever it is', () => {
  const { encryptField, decryptField } = load(ring);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(decryptField(encryptField(text))).toBe(text);
    }),
  );
});

test('the same text twice gives two values, and neither shows it', () => {
  const { encryptField } = load(ring);
  const [one, other] = [encryptField('5550100'), encryptField('5550100')];
  expect(one).not.toBe(other);
  expect(`${one}${other}`).not.toContain('5550100');
  expect(one).toMatch(/^k1(\.[\w-]+){3}$/);
});

test('a value that was altered anywhere does not open', () => {
  const { encryptField, decryptField } = load(ring);
  const stored = encryptField('王先生');
  const parts = stored.split('.');
  for (const at of [1, 2, 3]) {
    const altered = parts.map((part, n) =>
      n === at ? Buffer.from('not what it was!').toString('base64url') : part,
    );
    expect(() => decryptField(altered.join('.'))).toThrow();
  }
  expect(() => decryptField(stored.replace('k1', 'k9'))).toThrow();
  expect(() => decryptField('')).toThrow();
  expect(() => decryptField('plain text')).toThrow();
});

test('a shortened tag does not open', () => {
  const { encryptField, decryptField } = load(ring);
  const [id, iv, tag = '', body] = encryptField('王先生').split('.');
  const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url');
  expect(() => decryptField([id, iv, short, body].join('.'))).toThrow();
});

test('after a change of keys old values open and new ones take the new key', () => {
  const old = load(ring).encryptField('王先生');
  const { encryptField, decryptField } = load(rotated);
  expect(decryptField(old)).toBe('王先生');
  expect(encryptField('王先生')).toMatch(/^k2\./);
});

test('keyed hashes stay the same through a change of keys', () => {
  const before = load(ring).hashParts(['person', 'a']);
  expect(load(rotated).hashParts(['person', 'a'])).toBe(before);
  const { hash: _unsaid, ...silent } = rotated;
  expect(() => load(silent).hashParts(['person', 'a'])).toThrow('does not say which');
  expect(load({ ...rotated, hash: 'k1' }).hashParts(['person', 'a'])).toBe(before);
  expect(load({ ...rotated, hash: 'k2' }).hashParts(['person', 'a'])).not.toBe(before);
});

test('where the parts end requests, and no letter can be mistaken', () => {
  const { hashParts, accountOf } = load(ring);
  expect(hashParts(['ab', 'c'])).not.toBe(hashParts(['a', 'bc']));
  expect(hashParts(['ab', 'c'])).not.toBe(hashParts(['ab,c']));
  fc.assert(
    fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 51 }), (parts, letters) => {
      expect(hashParts(parts, letters)).toMatch(new RegExp(`^[0-9a-hjkmnp-tv-z]{${letters}}$`));
      expect(hashParts(parts, 51).startsWith(hashParts(parts, letters))).toBe(true);
    }),
  );
  expect(accountOf('o1')).toHaveLength(16);
});

test('a code that is typed again has neither 0, 1 nor a letter taken for them, and its whole length', () => {
  const { codeOfParts } = load(ring);
  const codes = Array.from({ length: 1_000 }, (_, n) => codeOfParts(['code', String(n)], 8));
  expect(codes.filter((code) => !/^[2-9a-hjkmnp-tv-z]{8}$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBe(1_000);
});

test('a thousand people have a thousand names', () => {
  const { accountOf } = load(ring);
  expect(new Set(Array.from({ length: 1_000 }, (_, n) => accountOf(`o${n}`))).size).toBe(1_000);
});

test.each([
  ['no keys', ''],
  ['a key of 16 bytes', { current: 'k1', keys: { k1: Buffer.alloc(16).toString('base64') } }],
  ['a current key that is not there', { current: 'k2', keys: { k1: key('one') } }],
  ['a hash key that is not there', { ...ring, hash: 'k9' }],
])('with %s nothing is stored', (_, keys) => {
  const { encryptField, hashParts } = load(keys);
  expect(() => encryptField('王先生')).toThrow();
  expect(() => hashParts(['a'])).toThrow();
});
