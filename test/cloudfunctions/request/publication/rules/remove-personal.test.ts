/** What is proposed for removal before words are published; a person decides, so that too little is the fault. */
import { proposeRemoval } from '../../../../../cloudfunctions/request/publication/rules/remove-personal';

/** The proposed pieces themselves, with why. */
function proposed(text: string, names: readonly string[] = []): string[] {
  const { text: same, remove } = proposeRemoval(text, names);
  expect(same).toBe(text);
  return remove.map(({ from, to, why }) => `${text.slice(from, to)} ${why}`);
}

test.each([
  ['a mobile', '电话13812345678。', '13812345678 phone'],
  ['a mobile of the highest prefix', '19912345678', '19912345678 phone'],
  ['a mobile in groups', '打138 1234 5678找我', '138 1234 5678 phone'],
  ['a mobile with dashes', '138-1234-5678', '138-1234-5678 phone'],
  ['a landline', '座机0421-6543210', '0421-6543210 phone'],
  ['a landline of a large city', '01087654321', '01087654321 phone'],
  ['a landline with a space', '0421 65432101', '0421 65432101 phone'],
  // Its middle alone would look like a phone, and the rest would stay.
  ['an identity card', '身份证21132419800101123X', '21132419800101123X number'],
  ['an identity card with a small x', '21132419800101123x', '21132419800101123x number'],
  ['an identity card in groups', '211324 19800101 1234', '211324 19800101 1234 number'],
  ['a number plate', '车牌辽N12345挡路', 'N12345 number'],
  ['a contract of five digits', '合同10086号', '10086 number'],
])('%s', (_name, text, piece) => {
  expect(proposed(text)).toEqual([piece]);
});

test.each([
  ['a house number', '东头12号'],
  ['a short number with a zero in front', '灯杆0912'],
  ['a year', '2026年修的'],
  ['a length', '断了1500米'],
])('stays: %s', (_name, text) => {
  expect(proposed(text)).toEqual([]);
});

test.each([
  ['张三婶', '张三婶 name'],
  ['李大爷', '李大爷 name'],
  ['王师傅', '王师傅 name'],
  ['赵书记', '赵书记 name'],
  ['刘建国主任', '刘建国主任 name'],
])('who is called by surname and address: %s', (word, piece) => {
  expect(proposed(`是${word}说的`)).toEqual([piece]);
});

test('an address without a surname names nobody, and a longer distance is no name', () => {
  expect(proposed('书记来过，大爷不在')).toEqual([]);
  expect(proposed('王家庄村口的师傅')).toEqual([]);
});

test('the asker and people of the directory are found wherever they stand, each time', () => {
  expect(proposed('冉小禾说，冉小禾家门口', ['冉小禾'])).toEqual(['冉小禾 name', '冉小禾 name']);
  expect(proposed('阿福找了冉小禾', ['冉小禾', '阿福'])).toEqual(['阿福 name', '冉小禾 name']);
  expect(proposed('冉禾冉禾', ['冉禾'])).toEqual(['冉禾 name', '冉禾 name']);
});

test('who gave no name, and who is not in the text, leaves it as it is', () => {
  expect(proposed('桥断了', ['', '冉小禾'])).toEqual([]);
});

test('what overlaps is one piece, from where the first begins to where the last ends', () => {
  expect(proposed('找王小师傅', ['王小'])).toEqual(['王小师傅 name']);
  expect(proposed('冉小禾来过', ['冉小', '小禾'])).toEqual(['冉小禾 name']);
  expect(proposed('冉小禾来过', ['冉小禾', '冉小'])).toEqual(['冉小禾 name']);
  expect(proposed('房号12345 13812345678')).toEqual(['12345 13812345678 number']);
});

test('what stands side by side is proposed piece by piece, in the order of the text', () => {
  expect(proposed('冉禾13812345678', ['冉禾'])).toEqual(['冉禾 name', '13812345678 phone']);
  expect(proposed('13812345678冉禾', ['冉禾'])).toEqual(['13812345678 phone', '冉禾 name']);
  expect(proposed('李大爷，合同10086号，电话13812345678，冉禾', ['冉禾'])).toEqual([
    '李大爷 name',
    '10086 number',
    '13812345678 phone',
    '冉禾 name',
  ]);
});
