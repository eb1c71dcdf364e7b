import {
  countOpen,
  findMarks,
  type Known,
} from '../../../../../cloudfunctions/publicity/articles/rules/find-marks';
import { findNumbers } from '../../../../../cloudfunctions/publicity/articles/rules/personal-patterns';
import type { Content } from '../../../../../miniprogram/contract/article';

const nobody: Known = { names: [], deputies: [], publicNames: [], publicPhones: [] };
const nameMark = (parts: readonly string[]) => parts.join('|');

function article(words: string, more: Partial<Content> = {}): Content {
  return { title: '', author: '', digest: '', blocks: [{ id: 'b1', type: 'text', text: words }], ...more };
}

function found(words: string): string[] {
  return findNumbers(words).map(({ kind, from, to }) => `${kind} ${words.slice(from, to)}`);
}

test.each([
  ['打 13812345678 找他', ['phone 13812345678']],
  ['电话138-1234-5678。', ['phone 138-1234-5678']],
  ['电话 138 1234 5678', ['phone 138 1234 5678']],
  ['全角１３８１２３４５６７８', ['phone １３８１２３４５６７８']],
  ['一三八一二三四五六七八', ['phone 一三八一二三四五六七八']],
  ['+8613812345678', ['phone +8613812345678']],
  ['座机0731-88886666', ['phone 0731-88886666']],
  ['联系电话：8886666', ['phone 8886666']],
  ['身份证430121199001011234', ['id-number 430121199001011234']],
  ['43012119900101123X', ['id-number 43012119900101123X']],
  ['旧证430121900101123', ['id-number 430121900101123']],
  ['卡号6222 0210 0111 2222 333', ['id-number 6222 0210 0111 2222 333']],
  ['柳树村三组12号', ['address 三组12号']],
  ['柳树村第3组', ['address 第3组']],
  ['人民路88号', ['address 路88号']],
  ['门牌15号', ['address 门牌15号']],
])('marks «%s»', (words, marks) => {
  expect(found(words)).toEqual(marks);
});

test.each([
  '2026年12月7日接待36人次',
  '12月5号是接访日',
  '全镇3个代表之家',
  '第二代表小组',
  '国办函〔2026〕12号',
  '投资120000000元',
  '请打12345或110',
  '20261207',
])('leaves «%s» alone', (words) => {
  expect(found(words)).toEqual([]);
});

test('names of villagers, longest first; public names and public numbers are none', () => {
  const known = {
    ...nobody,
    names: ['王小明', '王小', '李', '赵代表'],
    publicNames: ['赵代表'],
    publicPhones: ['0731-88886666'],
  };
  const marks = findMarks(article('王小明和赵代表，李某，座机073188886666'), known, nameMark);
  expect(marks.map(({ kind, from, to }) => [kind, from, to])).toEqual([['name', 0, 3]]);
});

test('looks everywhere words can stand', () => {
  const phone = '13812345678';
  const content: Content = {
    title: phone,
    author: phone,
    digest: phone,
    blocks: [
      { id: 'h', type: 'heading', text: phone },
      { id: 't', type: 'text', text: phone },
      { id: 'q', type: 'quote', text: phone, from: phone },
      { id: 'p', type: 'picture', picture: { file: '', faces: 'unknown' }, caption: phone },
      { id: 'n', type: 'numbers', items: [{ value: '1', unit: '', label: phone }] },
      { id: 'c', type: 'card', title: phone, path: 'pages/home/home' },
      { id: 'x', type: 'code', scene: 'bh', caption: phone },
    ],
  };
  const marks = findMarks(content, nobody, nameMark);
  expect(marks.map(({ where, field }) => `${where}.${field}`)).toEqual([
    'title.title',
    'author.author',
    'digest.digest',
    'h.text',
    't.text',
    'q.text',
    'q.from',
    'p.caption',
    'n.value',
    'c.title',
    'x.caption',
  ]);
});

test('a mark keeps its id while one types around it, and loses it when its words change', () => {
  const ids = (words: string) => findMarks(article(words), nobody, nameMark).map(({ id }) => id);
  const [before] = ids('打13812345678');
  expect(ids('请您打 13812345678 找他')).toEqual([before]);
  expect(ids('打13812345679')).not.toEqual([before]);
  expect(new Set(ids('13812345678，13812345678')).size).toBe(2);
});

test('a photo is marked until somebody says who agreed, or that nobody can be recognised', () => {
  const of = (picture: object) =>
    findMarks(
      article('', {
        blocks: [{ id: 'p', type: 'picture', picture: { file: 'f', ...picture } as never, caption: '' }],
      }),
      nobody,
      nameMark,
    );
  expect(of({ faces: 'unknown' })).toHaveLength(1);
  expect(of({ faces: 'agreed' })).toHaveLength(1);
  expect(of({ faces: 'agreed', agreedBy: '' })).toHaveLength(1);
  expect(of({ faces: 'agreed', agreedBy: '本人口头同意' })).toEqual([]);
  expect(of({ faces: 'none' })).toEqual([]);
});

test('in an election period a deputy by name stands, whatever is said', () => {
  const known = { ...nobody, deputies: ['钱代'] };
  const marks = findMarks(article('钱代接访，电话13812345678'), known, nameMark);
  expect(marks.map(({ kind }) => kind)).toEqual(['election', 'phone']);
  expect(
    countOpen(
      marks,
      marks.map(({ id }) => ({ mark: id })),
    ),
  ).toBe(1);
});

describe('where a mark stands', () => {
  const known = { ...nobody, names: [' 王小 ', '王小明'] };

  it('is told apart by its kind, its field, its words and how often they came before', () => {
    const marks = findMarks(article('王小明，王小明'), known, nameMark);
    expect(marks).toStrictEqual([
      { id: 'name|b1|text||王小明|1', kind: 'name', where: 'b1', field: 'text', from: 0, to: 3 },
      { id: 'name|b1|text||王小明|2', kind: 'name', where: 'b1', field: 'text', from: 4, to: 7 },
    ]);
  });

  it('is the longest name, whichever is looked for first, without the blanks around it', () => {
    const spans = (names: readonly string[]) =>
      findMarks(article('王小明和王小'), { ...nobody, names }, nameMark).map(({ from, to }) => [from, to]);
    expect(spans(['王小', '王小明'])).toEqual([
      [0, 3],
      [4, 6],
    ]);
    expect(spans(['王小明', ' 王小'])).toEqual([
      [0, 3],
      [4, 6],
    ]);
    expect(spans([' 王 '])).toEqual([]);
    expect(findMarks(article('王小明'), { ...known, publicNames: ['王小明', '王小'] }, nameMark)).toEqual([]);
  });

  it('of numbers says in which row', () => {
    const items = [
      { value: '1', unit: '件', label: '事' },
      { value: '13812345678', unit: '', label: '' },
    ];
    const [mark] = findMarks(
      article('', { blocks: [{ id: 'n', type: 'numbers', items }] }),
      nobody,
      nameMark,
    );
    expect(mark).toStrictEqual({
      id: 'phone|n|value|1|13812345678|1',
      kind: 'phone',
      where: 'n',
      field: 'value',
      row: 1,
      from: 0,
      to: 11,
    });
  });

  it('of a picture is the picture itself, as long as nobody said who is seen in it', () => {
    const picture = (faces: 'unknown' | 'none' | 'agreed', agreedBy?: string) =>
      findMarks(
        article('', {
          blocks: [
            {
              id: 'p',
              type: 'picture',
              picture: { file: 'f', faces, ...(agreedBy !== undefined && { agreedBy }) },
              caption: '',
            },
          ],
        }),
        nobody,
        nameMark,
      );
    const mark = { id: 'consent|p|picture|f', kind: 'consent', where: 'p', field: 'picture', from: 0, to: 0 };
    expect([picture('unknown'), picture('agreed'), picture('agreed', '')]).toEqual([[mark], [mark], [mark]]);
    expect([picture('none'), picture('agreed', '本人')]).toEqual([[], []]);
  });

  it('in the order of the text, whatever was looked for first', () => {
    const marks = findMarks(
      article('王小明 13812345678 李代表 身份证430121199001011234'),
      { ...known, deputies: ['李代表'] },
      nameMark,
    );
    expect(marks.map(({ kind }) => kind)).toEqual(['name', 'phone', 'election', 'id-number']);
  });

  it('a public number is none, however it is written; an identity number is never public', () => {
    const phones = (words: string, publicPhones: readonly string[]) =>
      findMarks(article(words), { ...nobody, publicPhones }, nameMark).map(({ kind }) => kind);
    expect(phones('打 +86 138 1234 5678', ['13812345678'])).toEqual([]);
    expect(phones('打 13812345678 或 13912345678', ['138-1234-5678'])).toEqual(['phone']);
    expect(phones('身份证430121199001011234', ['430121199001011234'])).toEqual(['id-number']);
  });
});

it('what somebody let pass stands no more, but in an election period', () => {
  const marks = [
    { id: 'a', kind: 'name' },
    { id: 'b', kind: 'election' },
  ] as never;
  expect(countOpen(marks, [])).toBe(2);
  expect(countOpen(marks, [{ mark: 'a' }, { mark: 'b' }])).toBe(1);
});
