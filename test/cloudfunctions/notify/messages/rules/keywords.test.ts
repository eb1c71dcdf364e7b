import fc from 'fast-check';
import {
  fitValues,
  formatTime,
  shorten,
  typeOf,
} from '../../../../../cloudfunctions/notify/messages/rules/keywords';
import { TEMPLATE_KEYS, TEMPLATES } from '../../../../../miniprogram/contract/templates';

/** WeChat's rules of 2026-11 for the types that the templates use. */
const RULES: Readonly<Record<string, RegExp>> = {
  thing: /^[^\p{Cc}\p{Zl}\p{Zp}]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^\d{4}年\d{1,2}月\d{1,2}日( \d\d:\d\d)?$/,
};

const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\n\n',
    '\u200b',
    '👨‍👩‍👧‍👦'.repeat(5),
    `e${'\u0301'.repeat(40)}`,
    '王'.repeat(21),
    '\ud800',
  ),
);

test('whatever comes in, what goes out fits WeChat’s rules, all keywords and no others', () => {
  const values = fc.record({
    ...Object.fromEntries(['thing1', 'thing2', 'thing3', 'thing4', 'thing5'].map((name) => [name, anything])),
    ...Object.fromEntries(['phrase2', 'phrase3', 'character_string2'].map((name) => [name, anything])),
  });
  fc.assert(
    fc.property(fc.constantFrom(...TEMPLATE_KEYS), values, (key, said) => {
      const time = formatTime('2026-12-07', '09:00');
      const fitted = fitValues(key, { ...said, time2: time, time3: time, time4: time } as never);
      expect(Object.keys(fitted)).toEqual(Object.keys(TEMPLATES[key].keywords));
      for (const [keyword, value] of Object.entries(fitted)) {
        expect(value).toMatch(RULES[typeOf(keyword)] as RegExp);
        expect(value.length).toBeLessThanOrEqual(32);
        if (typeOf(keyword) === 'thing') expect(value.length).toBeLessThanOrEqual(20);
        expect(value.trim()).toBe(value);
      }
    }),
    { numRuns: 500 },
  );
});

test('twenty characters stay as they are, twenty-one are cut to nineteen and …', () => {
  expect(shorten('一二三四五六七八九十一二三四五六七八九十', 20)).toBe(
    '一二三四五六七八九十一二三四五六七八九十',
  );
  expect(shorten('一二三四五六七八九十一二三四五六七八九十一', 20)).toBe(
    '一二三四五六七八九十一二三四五六七八九…',
  );
});

test('a family of four is kept whole or left out whole', () => {
  expect(shorten('接访人一家👨‍👩‍👧‍👦来过了好几次又来', 20)).toBe('接访人一家👨‍👩‍👧‍👦来过了…');
  expect(shorten('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 20)).toBe('👨‍👩‍👧‍👦…');
});

test('a time that was not written by formatTime is a bug, not a message', () => {
  const values = { thing1: '一', time2: '明天', thing3: '二', thing4: '三' };
  expect(() => fitValues('reminder', values)).toThrow();
});
