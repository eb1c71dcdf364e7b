/** By what the office finds a request: each entry of its kind, and nobody reads a word in it. */
import {
  closeTokens,
  nameToken,
  phoneTokens,
  tailToken,
  tokensOf,
} from '../../../../cloudfunctions/request/lists/tokens';
import { TEST_FIELD_KEYS } from '../../../support/given';

const had = process.env['FIELD_KEYS'];
beforeAll(() => {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
});
afterAll(() => {
  if (had === undefined) delete process.env['FIELD_KEYS'];
  else process.env['FIELD_KEYS'] = had;
});

const hashOf = (token = '') => token.slice(2);

test('words are hashed, by township; what is no word stays what it is', () => {
  const [word = '', ...others] = closeTokens('bh', ['w:路灯', '#:1123-K7Q2', 'xw:', 'key:']);
  expect(word).toMatch(/^W:[0-9a-z]+$/);
  expect(others).toEqual(['#:1123-K7Q2', 'xw:', 'key:']);
  expect(closeTokens('qs', ['w:路灯'])).not.toContain(word);
  expect(closeTokens('bh', ['w:路灯', 'w:路'])[0]).toBe(word);
});

test('a number is found whole, as it is written, and by its last four digits; each by its own hash', () => {
  const [whole, tail] = phoneTokens('bh', '13711112222');
  expect([whole?.slice(0, 2), tail]).toEqual(['p:', tailToken('bh', '2222')]);
  expect(phoneTokens('bh', '137 1111 2222')).toEqual([whole, tail]);
  expect(phoneTokens('bh', '13711112223')).not.toContain(whole);
  expect(phoneTokens('qs', '13711112222')).not.toContain(whole);
  const same = [nameToken('bh', '2222'), tailToken('bh', '2222'), phoneTokens('bh', '2222')[0]];
  expect(new Set(same.map(hashOf)).size).toBe(3);
  expect(new Set([...same, closeTokens('bh', ['w:2222'])[0]].map(hashOf)).size).toBe(4);
});

test('a request stands under its number, name and phone, and the words of its first line', () => {
  const all = { township: 'bh', name: '钱 一', phone: '13711112222', text: '路灯\n坏了' };
  const number = '1123-k7q2';
  const tokens = tokensOf(all, number);
  expect(tokens).toEqual(
    expect.arrayContaining(['#:1123-K7Q2', nameToken('bh', '钱一'), ...phoneTokens('bh', '13711112222')]),
  );
  const words = tokens.filter((token) => token.startsWith('w:'));
  expect(words.length).toBeGreaterThan(0);
  expect(words.join()).not.toContain('坏');
  expect(tokensOf({ township: 'bh' }, number)).toEqual(['#:1123-K7Q2']);
  const long = tokensOf({ township: 'bh', text: `${'路'.repeat(120)}灯` }, number);
  expect(long.join()).not.toContain('灯');
});
