/** Where one number, name or sentence ends and another begins. */
import {
  cleanLine,
  cleanWords,
  isSeen,
  nameKey,
  readCode,
  readPhone,
  readTail,
  readTicket,
  showPhone,
} from '../../../miniprogram/contract/text';

test('blanks at the end of a line go, however many; between words one stays in a line', () => {
  expect(cleanWords('一 \u3000 \n  二\u3000\u3000')).toBe('一\n  二');
  expect(cleanLine(' \n一 \n\n 二 ')).toBe('一 二');
});

test('there is something to see in a letter, a digit and a sign, and not in blanks and what nobody sees', () => {
  expect(['一', '7', '—', '¥', ' 。'].map(isSeen)).toEqual([true, true, true, true, true]);
  expect(['', ' \n\u3000', '\u200b\u2060', '\u0301'].map(isSeen)).toEqual([false, false, false, false]);
});

test('an accent belongs to its letter, though a sign that no key has stood between them', () => {
  expect(nameKey("e'\u0301")).toBe(nameKey('é'));
});

test.each([
  ['٠١٣٩٨٧٦٥٤٣٢١', '13987654321'],
  ['०१३९८७६५४३२१', '13987654321'],
  // The digits of a country's code inside of a number are the number's.
  ['021-5008 6123', '02150086123'],
  ['0086 21 5008 6123', '02150086123'],
  ['88881234', '88881234'],
])('%s is the number %s', (typed, digits) => {
  expect(readPhone(typed)).toBe(digits);
});

test.each(['0013800000001', '+13800000001', '12345678901234567', '+86', '138000000012345', '0571+88881234'])(
  '%s is none',
  (typed) => {
    expect(readPhone(typed)).toBeUndefined();
  },
);

test.each([
  ['13800000002', '138 0000 0002'],
  ['05718881231', '0571-8881231'],
  ['88881234', '8888 1234'],
  ['5551234', '5551234'],
  ['02150086123', '021-5008 6123'],
])('%s is read out as %s', (digits, shown) => {
  expect(showPhone(digits)).toBe(shown);
});

test('a code has no U: whoever reads one has seen a V', () => {
  expect(readCode('aU1b')).toBe('av1b');
});

test.each([
  ['(7)', 7],
  ['7。!', 7],
  ['第3号。。', 3],
  // Two numbers are not one.
  ['7(8)', undefined],
])('%s is the place %s', (typed, number) => {
  expect(readTicket(typed)).toBe(number);
});

test.each([
  ['后4位 0001', '0001'],
  ['末四位：0001', '0001'],
  ['手机末4位0001', '0001'],
  ['前4位0001', undefined],
])('%s is the tail %s', (typed, tail) => {
  expect(readTail(typed)).toBe(tail);
});
