import * as v from 'valibot';
import {
  half,
  id,
  line,
  localDate,
  localTime,
  name,
  phone,
  words,
} from '../../../cloudfunctions/shared/schemas';

const takes = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

test('a name is 1 to 20 characters as people count them, trimmed', () => {
  expect(v.parse(name, '  王先生 ')).toBe('王先生');
  expect(takes(name, '王'.repeat(20))).toBe(true);
  expect(takes(name, '王'.repeat(21))).toBe(false);
  // A rare character of two code units counts once.
  expect(takes(name, '𠮷'.repeat(20))).toBe(true);
  expect(takes(name, '𠮷'.repeat(21))).toBe(false);
  expect(takes(name, '   ')).toBe(false);
});

test.each([
  ['NUL', '王\u0000'],
  ['a bell', '王\u0007'],
  ['a delete', '王\u007f'],
  ['a right-to-left override', '\u202e王'],
  ['an isolate', '王\u2066\u2068'],
  ['a zero-width space', '王\u200b'],
  ['a word joiner', '王\u2060'],
  ['a byte order mark', '\ufeff王'],
  ['half a character', '王\ud842'],
  ['no character at all', '王\ufffe'],
  ['a joiner alone', '\u200d王\u200d'],
  ['a filler', '王\u3164'],
  ['a soft hyphen', '\u00ad王\u00ad'],
  ['a pasted object', '王\ufffc'],
  ['blanks of other widths', '\u00a0王\u2003'],
])('%s in a name is taken out', (_, value) => {
  expect(v.parse(name, value)).toBe('王');
});

test('a name with a line break is one line', () => {
  expect(v.parse(name, '王\n李\r\n')).toBe('王 李');
});

test.each([
  ['nothing to see but a joiner', '\u200d'],
  ['nothing to see but a filler', '\u3164'],
  ['nothing to see but a soft hyphen', ' \u00ad\u00ad '],
  ['a number', 7],
  ['nothing', null],
  ['a list', ['王']],
])('%s is no name', (_, value) => {
  expect(takes(name, value)).toBe(false);
});

test.each(['王👨‍👩‍👧', 'Ángel', 'محمد', '(a+)+$', '$gt', '__proto__'])('%s is a name like any other', (value) => {
  expect(v.parse(name, value)).toBe(value);
});

test('words may have lines, a line may not', () => {
  expect(takes(words(20), '第一行\n第二行')).toBe(true);
  expect(v.parse(line(20), '第一行\n第二行')).toBe('第一行 第二行');
  expect(v.parse(words(20), '第一行\r\n第二行')).toBe('第一行\n第二行');
  expect(takes(words(3), '四个字的')).toBe(false);
  expect(takes(words(20), '\n \n')).toBe(false);
});

test.each([
  ['13800000001', '13800000001'],
  ['138 0000 0001', '13800000001'],
  ['+86 13800000001', '13800000001'],
  ['0215550100', '0215550100'],
  ['021-5550100', '0215550100'],
  ['5550100', '5550100'],
  ['5550100;', '5550100'],
])('%s is the phone %s', (typed, digits) => {
  expect(v.parse(phone, typed)).toBe(digits);
});

test.each(['123', '23800000000', '1380000000', '138000000000', '5550100;5550101', '打我电话', ''])(
  '%s is no phone',
  (value) => {
    expect(takes(phone, value)).toBe(false);
  },
);

test('what every object has by birth is no id, and only days of this century are dates', () => {
  expect([takes(id, 'constructor'), takes(id, 'constructors')]).toEqual([false, true]);
  const dates = ['1999-12-31', '2000-01-01', '2099-12-31', '2100-01-01', '9999-12-31', '0001-01-01'];
  expect(dates.map((date) => takes(localDate, date))).toEqual([false, true, true, false, false, false]);
});

test('dates, times, half-days and ids', () => {
  expect([takes(localDate, '2026-12-07'), takes(localDate, '2026-02-30')]).toEqual([true, false]);
  expect([takes(localTime, '23:59'), takes(localTime, '24:00'), takes(localTime, '8:30')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([takes(half, 'am'), takes(half, 'AM')]).toEqual([true, false]);
  expect([
    takes(id, 'h1'),
    takes(id, '1h'),
    takes(id, 'a'.repeat(17)),
    takes(id, 'a-b'),
    takes(id, ''),
  ]).toEqual([true, false, false, false, false]);
});
