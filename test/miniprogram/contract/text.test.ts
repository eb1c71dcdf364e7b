import fc from 'fast-check';
import {
  cleanLine,
  cleanWords,
  nameKey,
  readCode,
  readPhone,
  readRequestNumber,
  readTail,
  readTelephone,
  readTicket,
  showPhone,
} from '../../../miniprogram/contract/text';

/** Signs that nobody sees, as chat programs, keyboards and web pages leave them in what is copied. */
const UNSEEN = [
  '\u200b',
  '\u200e',
  '\u200f',
  '\u202d',
  '\u202c',
  '\u2060',
  '\u2068',
  '\u2069',
  '\ufeff',
  '\u00ad',
  '\ufffe',
  '\ud800',
];
const WIDE = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const unseen = fc.constantFrom('', '', '', ...UNSEEN);
/** The signs of a text with something unseen around each of them. */
const sprinkle = (text: string) =>
  fc
    .array(unseen, { minLength: [...text].length + 1, maxLength: [...text].length + 1 })
    .map((noise) => [...text].map((sign, at) => (noise[at] ?? '') + sign).join('') + (noise.at(-1) ?? ''));

describe('what people write', () => {
  test.each([
    ['路灯\u200b坏了', '路灯坏了'],
    ['第一行\r\n第二行\r第三行', '第一行\n第二行\n第三行'],
    ['\u202d左到右\u202c', '左到右'],
    ['一\u000b二\u000c三', '一\n二\n三'],
    ['坏\ufffe了', '坏了'],
    ['  前后\u00a0有空 ', '前后 有空'],
    ['𠮷祥㐂庆😀👨‍👩‍👧❤️·', '𠮷祥㐂庆😀👨‍👩‍👧❤️·'],
    ['\u200d头尾\u200d', '头尾'],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['　　首行缩进', '首行缩进'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanWords(typed)).toBe(kept);
  });

  test('cleaning twice is cleaning once, and leaves no ill-formed text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...UNSEEN, '\u200d', '\ufe0f', '字', '😀', 'a', ' ', '\n', '\r', '\t'),
        }),
        (text) => {
          const once = cleanWords(text);
          expect(cleanWords(once)).toBe(once);
          expect(once).not.toMatch(/\p{Surrogate}/u);
          const line = cleanLine(text);
          expect(cleanLine(line)).toBe(line);
          expect(line).not.toMatch(/\n/);
        },
      ),
    );
  });
});

describe('one name has one key', () => {
  const names = fc.constantFrom(
    '王磊',
    'Li Ming',
    '阿依古丽·买买提',
    '𠮷田',
    '欧阳娜娜',
    'Ángel Gómez',
    '㐂来',
  );
  const spell = (name: string) =>
    fc
      .tuple(
        fc.constantFrom('·', '•', '・', '‧', '･', '．', ' '),
        fc.constantFrom('', ' ', '　', '\u00a0', '\u3164'),
        fc.boolean(),
        fc.constantFrom('as', 'upper', 'lower', 'NFD'),
      )
      .chain(([dot, blank, wide, letters]) => {
        const dotted = name.replace(/·/g, dot).replace(/ /g, blank);
        const cased =
          letters === 'upper'
            ? dotted.toUpperCase()
            : letters === 'lower'
              ? dotted.toLowerCase()
              : letters === 'NFD'
                ? dotted.normalize('NFD')
                : dotted;
        return sprinkle((wide ? WIDE(cased) : cased).normalize(letters === 'NFD' ? 'NFD' : 'NFC')).map(
          (text) => blank + text + blank,
        );
      });

  test('however it is spelt', () => {
    fc.assert(
      fc.property(
        names.chain((name) => fc.tuple(fc.constant(name), spell(name))),
        ([name, spelt]) => {
          expect(nameKey(spelt)).toBe(nameKey(name));
        },
      ),
    );
  });

  test('and other names have others', () => {
    const keys = ['王磊', '王垒', '李明', 'Li Ming', '𠮷田', '吉田', '㐂来', '喜来'].map(nameKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('one telephone number has one form', () => {
  test.each([
    ['138 0000 0001', '13800000001'],
    ['138-0000-0001', '13800000001'],
    ['+86 13800000001', '13800000001'],
    ['+86-138-0000-0001', '13800000001'],
    ['8613800000001', '13800000001'],
    ['0086 138 0000 0001', '13800000001'],
    ['１３８００００００００１'.slice(0, 11), '13800000000'],
    ['013800000001', '13800000001'],
    ['\u202d13800000001\u202c', '13800000001'],
    ['0571-88881234', '057188881234'],
    ['(0571) 8888 1234', '057188881234'],
    ['（0571）88881234', '057188881234'],
    ['+86 571 8888 1234', '057188881234'],
    ['010-12345678', '01012345678'],
    ['5550100', '5550100'],
  ])('%j is %s', (typed, digits) => {
    expect(readPhone(typed)).toBe(digits);
  });

  test.each(['', '12345', '1380000000', '138000000011', '0571', '一三八', '13800000001,13800000002', '$gt'])(
    '%j is none',
    (typed) => {
      expect(readPhone(typed)).toBeUndefined();
    },
  );

  test('however it is grouped, widened or sprinkled', () => {
    const grouped = fc.tuple(
      fc.constantFrom('', ' ', '-', '－', '—', '\u00a0', '　'),
      fc.constantFrom('', '+86', '+86 ', '0086', '０'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(
        grouped.chain(([gap, before, wide]) => {
          const text = `${before}${['139', '1234', '5678'].join(gap)}`;
          return sprinkle(wide ? WIDE(text) : text);
        }),
        (typed) => {
          expect(readPhone(typed)).toBe('13912345678');
        },
      ),
    );
  });

  test.each([
    ['13800000001', '138 0000 0001'],
    ['057188881234', '0571-8888 1234'],
    ['01012345678', '010-1234 5678'],
    ['5550100', '5550100'],
    ['12345', '12345'],
  ])('%s is shown as %s, and read back as itself', (digits, shown) => {
    expect(showPhone(digits)).toBe(shown);
    if (readPhone(digits) !== undefined) expect(readPhone(shown)).toBe(digits);
  });

  test.each([
    ['0571－8888 1234', '0571-88881234'],
    ['12388', '12388'],
    ['057188881234', '0571-88881234'],
  ])('printed for everybody %s is %s', (typed, printed) => {
    expect(readTelephone(typed)).toBe(printed);
  });
});

describe('numbers and codes', () => {
  test.each([
    ['7', 7],
    ['07', 7],
    ['７', 7],
    ['第7号', 7],
    ['第 7 号', 7],
    ['7号', 7],
    ['王7', undefined],
    ['0', undefined],
    ['7777', undefined],
  ])('%s is the place %s', (typed, number) => {
    expect(readTicket(typed)).toBe(number);
  });

  test.each([
    ['编号 1129-abcd', '1129-ABCD'],
    ['编号：1129-ABCD', '1129-ABCD'],
    ['1129 abcd', '1129-ABCD'],
    ['１１２９－ａｂｃｄ', '1129-ABCD'],
    ['意见编号1129ABCD', '1129-ABCD'],
    ['1129-1O0I', '1129-1001'],
    ['路灯', undefined],
    ['112-abcd', undefined],
  ])('%s is the request %s', (typed, number) => {
    expect(readRequestNumber(typed)).toBe(number);
  });

  test.each([
    ['A1B0C', 'a1b0c'],
    ['a1bOc', 'a1b0c'],
    ['ＡＩＢＯＣ', 'a1b0c'],
    [' a1b-0 c ', 'a1b0c'],
    ['alboc', 'a1b0c'],
  ])('%s is the code %s', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  test.each([
    ['0001', '0001'],
    ['尾号 0001', '0001'],
    ['０００１', '0001'],
    ['00012', undefined],
  ])('%s is the tail %s', (typed, tail) => {
    expect(readTail(typed)).toBe(tail);
  });
});
