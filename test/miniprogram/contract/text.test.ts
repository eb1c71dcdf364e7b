import fc from 'fast-check';
import {
  cleanLine,
  cleanWords,
  lengthOf,
  nameKey,
  readCode,
  readPhone,
  readTail,
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
const JOINING = '\u200c \u200d \ufe00 \ufe0f \u180b \u180e \u{e0062} \u{e007f} \u{e0100}'.split(' ');
const BASES = ['字', '😀', '🏴', '🏽', 'a', 'e', '1', '\u0301', 'ᠮ', 'ب', '\u094d', ' ', '\n', '\r', '\t'];
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
    ['路\u00ad灯\u180e坏\ufeff了', '路灯坏了'],
    ['一\u2028二\u2029三', '一\n二\n三'],
    ['路\u{e0001}\u{e0041}灯\u{e0061}', '路灯'],
    ['路灯\ufe0f坏\ufe0e了', '路灯坏了'],
    ['王\u200c磊\u200d家', '王磊家'],
    ['a\u200db\u200c1', 'ab1'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    ['👩🏽‍🚒👩‍👩‍👧‍👦🏳️‍🌈1️⃣☎️❤️‍🔥🇨🇳', '👩🏽‍🚒👩‍👩‍👧‍👦🏳️‍🌈1️⃣☎️❤️‍🔥🇨🇳'],
    ['👩\u200b\u200d👧', '👩‍👧'],
    ['ᠮᠣ\u180eᠩ می\u200cخواهم क्\u200dष', 'ᠮᠣ\u180eᠩ می\u200cخواهم क्\u200dष'],
    ['e\u0301', 'é'],
    ['ｶﾀｶﾅ', 'ｶﾀｶﾅ'],
    ['一\u200f二\u061c三', '一二三'],
    ['前\u00a0后\u3000', '前 后'],
    ['坏\ud83d了\udc00', '坏了'],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['　　首行缩进', '首行缩进'],
    ['⻢庄⻅⻓⼤路⼝⺟', '马庄见长大路口母'],
    ['\uf9e1树', '李树'],
    ['張戶黃吳', '張戶黃吳'],
    ['㎡①％Ａ', '㎡①％Ａ'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanWords(typed)).toBe(kept);
  });

  test('cleaning twice is cleaning once, and leaves no ill-formed text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...UNSEEN, ...JOINING, ...BASES),
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
    "O'Neil",
    '㐂来',
  );
  const spell = (name: string) =>
    fc
      .tuple(
        fc.constantFrom(
          '·',
          '•',
          '・',
          '‧',
          '･',
          '．',
          '\u2024',
          '\u0387',
          '\ua78f',
          '\u1427',
          '\u2981',
          '˙',
          'ㆍ',
          '⚫',
          ' ',
        ),
        fc.constantFrom('', ' ', '　', '\u00a0', '\u3164'),
        fc.boolean(),
        fc.constantFrom('as', 'upper', 'lower', 'NFD'),
      )
      .chain(([dot, blank, wide, letters]) => {
        const dotted = name
          .replace(/·/g, dot)
          .replace(/ /g, blank)
          .replace(/'/g, dot === '•' ? '’' : "'");
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
    ['008613800000001', '13800000001'],
    ['86-138-0000-0001', '13800000001'],
    ['086-138-0000-0001', '13800000001'],
    ['٠١٣٨٠٠٠٠٠٠٠١', '13800000001'],
    ['手机：138 0000 0001', '13800000001'],
    ['电话号码 0571 8888 1234。', '057188881234'],
    ['Tel: 13800000001，', '13800000001'],
    ['+86(0)571-88881234', '057188881234'],
    ['138、0000、0001', '13800000001'],
    ['0571~88881234', '057188881234'],
    ['我的手机是13800000001', '13800000001'],
    ['13800000001（儿子）', '13800000001'],
    ['+8613800000001；', '13800000001'],
    ['138O0000OO1', '13800000001'],
    ['幺三八〇零零零零零零一', '13800000001'],
    ['I38OOOOOOOl', '13800000001'],
    ['138・0000‧0001', '13800000001'],
    ['0571−8888−1234', '057188881234'],
    ['86-571-8888 1234', '057188881234'],
    ['86 10 1234 5678', '01012345678'],
    ['400-800-1234', '4008001234'],
    ['+86 400 800 1234', '4008001234'],
    ['８００·８１０·１２３４', '8008101234'],
  ])('%j is %s', (typed, digits) => {
    expect(readPhone(typed)).toBe(digits);
  });

  test.each([
    '',
    '0571 8888 1234转8',
    '手机',
    '12345',
    '1380000000',
    '138000000011',
    '0571',
    '一三八',
    '13800000001,13800000002',
    '13800000001、13800000002',
    '13800000001（转8）',
    '零零零零零零零',
    'ooooooo',
    '$gt',
  ])('%j is none', (typed) => {
    expect(readPhone(typed)).toBeUndefined();
  });

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
    ['4008001234', '400-8001234'],
    ['12345', '12345'],
  ])('%s is shown as %s, and read back as itself', (digits, shown) => {
    expect(showPhone(digits)).toBe(shown);
    if (readPhone(digits) !== undefined) expect(readPhone(shown)).toBe(digits);
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
    ['No.7', 7],
    ['#7', 7],
    ['7#', 7],
    ['No：7', 7],
    ['７ 号。', 7],
    ['第七号', 7],
    ['十二号', 12],
    ['二十号', 20],
    ['第一百零五号', 105],
    ['⑦', 7],
    ['⑺', 7],
    ['编号７', 7],
    ['排号：7', 7],
    ['我是第7号！', 7],
    ['7．', 7],
    ['百五', undefined],
    ['7、8', undefined],
    ['零', undefined],
    ['七七', undefined],
    ['王7', undefined],
    ['0', undefined],
    ['7777', undefined],
  ])('%s is the place %s', (typed, number) => {
    expect(readTicket(typed)).toBe(number);
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
    ['尾号：0001', '0001'],
    ['手机后四位 0001', '0001'],
    ['138****0001', '0001'],
    ['…0001', '0001'],
    ['5550100', undefined],
    ['13800000001', undefined],
    ['00012', undefined],
  ])('%s is the tail %s', (typed, tail) => {
    expect(readTail(typed)).toBe(tail);
  });
});

test('counts what readers count: a family, a flag and a letter with its accent are one each', () => {
  const [family, flag, accented] = ['👨\u200d👩\u200d👧\u200d👦', '🇨🇳', 'e\u0301'];
  expect([family, flag, accented, '柳树城𠮷', ''].map(lengthOf)).toEqual([1, 1, 1, 4, 0]);
});
