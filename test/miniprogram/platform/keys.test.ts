import { KEY_PATTERN } from '../../../miniprogram/contract/limits';
import { intend, newKey } from '../../../miniprogram/platform/keys';

test('keys fit the wire and do not repeat', () => {
  const keys = Array.from({ length: 500 }, newKey);
  for (const key of keys) expect(key).toMatch(KEY_PATTERN);
  expect(new Set(keys).size).toBe(keys.length);
});

test('the same wish again is the same body under the same key, even where the body was drawn by lot', () => {
  let drawn = 0;
  const draw = () => ({ place: String((drawn += 1)) });
  const first = intend(undefined, '9:00', draw);
  expect(intend(first, '9:00', draw)).toBe(first);
  expect(drawn).toBe(1);
});

test('another wish is another intention', () => {
  const first = intend(undefined, '9:00', () => 1);
  const second = intend(first, '9:30', () => 2);
  expect(second.key).not.toBe(first.key);
  expect(second.input).toBe(2);
});
