/** How a sheet is read, whatever its table is: where its head stands, what a cell says, and what is wrong with it. */
import type { Cell, SheetLine } from '../../../../../cloudfunctions/registry/imports/rules/sheet';
import {
  isTableName,
  readRows,
  splitNames,
  type TableSpec,
} from '../../../../../cloudfunctions/registry/imports/rules/table';

const column = { hint: '', example: '' };
const SPEC: TableSpec = {
  title: '试',
  most: 3,
  columns: [
    { ...column, key: 'name', head: '姓名', also: ['名字'], kind: 'text', needed: true, most: 4 },
    { ...column, key: 'day', head: '哪天', also: ['日期', '时间'], kind: 'day' },
    { ...column, key: 'leads', head: '组长', kind: 'yes' },
    { ...column, key: 'level', head: '级别', kind: 'choice', choices: ['镇级', '区 A'] },
    { ...column, key: 'order', head: '排序', kind: 'count' },
    { ...column, key: 'phone', head: '电话', kind: 'phone' },
    { ...column, key: 'others', head: '别名', kind: 'names', most: 4 },
    { ...column, key: 'words', head: '备注', kind: 'text' },
  ],
};
const HEADS = SPEC.columns.map(({ head }) => head);
/** A number of a cell as the day that the workbook counts from there. */
const serial = (number: number) => `day ${String(number)}`;

type Text = string | Cell;
const lines = (...rows: Text[][]): SheetLine[] =>
  rows.map((cells, n) => ({
    line: n + 1,
    cells: Object.fromEntries(
      cells.map((cell, at) => [at, typeof cell === 'string' ? { text: cell } : cell]),
    ),
  }));
const read = (...rows: Text[][]) => readRows(SPEC, lines(...rows), serial);
/** One line below the head, in which this column says so. */
function cell(key: string, text: Text) {
  const others: Record<string, string> = { name: '王磊', level: '镇级' };
  const row = SPEC.columns.map((each) => (each.key === key ? text : (others[each.key] ?? '')));
  return read(HEADS, row);
}

describe('a cell', () => {
  it.each([
    ['name', '　王\u00a0 磊 ', '王 磊'],
    ['name', '一二三四', '一二三四'],
    // A needed name is not struck out, whatever it looks like.
    ['name', '—', '—'],
    ['words', '一'.repeat(60), '一'.repeat(60)],
    ['words', '——', ''],
    ['words', '/ —', ''],
    ['words', 'a—', 'a—'],
    ['words', '—a', '—a'],
    ['words', "'007", '007'],
    ['words', ' ’＋1', '’＋1'],
    ['words', ' ’+1', '+1'],
    ['words', "'王", "'王"],
    ['words', "a'7", "a'7"],
    ['day', '2026年12月1日', '2026-12-01'],
    ['day', '46357', 'day 46357'],
    ['level', ' 镇 级 ', '镇级'],
    ['level', '区ａ', '区 A'],
    ['order', '1,234', '1234'],
    ['order', '１２.00', '12'],
    ['order', '007', '7'],
    ['order', '10 000', '10000'],
    ['phone', '(0571) 8888 1234', '0571-88881234'],
    ['others', '甲；乙/丙\n丁，，戊', '甲、乙、丙、丁、戊'],
    ['others', '一二三四、甲', '一二三四、甲'],
  ])('%s of %j says %j', (key, text, said) => {
    const { rows, faults } = cell(key, text);
    expect([rows[0]?.cells[key], faults]).toEqual([said, []]);
  });

  it.each(['是', '√', '✓', '✔', '有', 'Y', 'yes', '1', 'TRUE', 't', '●', '○是', '☑', '✅'])(
    '%s is a yes',
    (text) => {
      expect(cell('leads', text).rows[0]?.cells['leads']).toBe('是');
    },
  );

  it.each([
    '',
    '否',
    '×',
    '✗',
    '✕',
    '无',
    '没有',
    'N',
    'no',
    '0',
    'FALSE',
    'f',
    '－',
    '／',
    '—',
    '□',
    '☐',
    '❌',
  ])('«%s» is a no', (text) => {
    expect(cell('leads', text).rows[0]?.cells['leads']).toBe('');
  });

  it.each([
    ['name', '', 'needed', ''],
    ['name', ' \u200b', 'needed', ''],
    ['name', '一二三四五', 'long', '4'],
    ['words', '一'.repeat(61), 'long', '60'],
    ['day', '无期', 'date', '无期'],
    ['leads', '也许', 'choice', '是、否'],
    ['level', '县级', 'choice', '镇级、区 A'],
    ['order', '10001', 'count', '10001'],
    ['order', '1234567', 'count', '1234567'],
    ['order', '-1', 'count', '-1'],
    ['order', '1.5', 'count', '1.5'],
    ['order', '7人', 'count', '7人'],
    ['order', '第7', 'count', '第7'],
    ['order', '.0', 'count', '.0'],
    ['phone', '没有', 'phone', '没有'],
    ['others', '甲、一二三四五', 'long', '4'],
  ])('%s is not %j: %s', (key, text, why, said) => {
    const head = SPEC.columns.find((each) => each.key === key)?.head ?? '';
    expect(cell(key, text)).toEqual({ rows: [], faults: [{ line: 2, column: head, why, text: said }] });
  });

  it('a fault tells the beginning of what stands there, in one line', () => {
    expect(cell('day', ` 一\n${'长'.repeat(70)}`).faults).toMatchObject([{ text: `一 ${'长'.repeat(58)}` }]);
  });

  it('what the spreadsheet itself could not compute is told, whatever stands there', () => {
    expect(cell('words', { text: '#REF!', fault: 'error' }).faults).toMatchObject([
      { column: '备注', why: 'error', text: '#REF!' },
    ]);
    expect(cell('words', { text: '', fault: 'no-value' }).faults).toMatchObject([
      { why: 'no-value', text: '' },
    ]);
  });

  it('a workbook that counts its days from 1904 is four years and a day ahead', () => {
    expect(cell('day', { text: '44895', from1904: true }).rows[0]?.cells['day']).toBe('day 46357');
  });

  it('each fault of a line is told, in the order of the columns', () => {
    const faults = read(HEADS, ['', '无期', '', '', '一']).faults;
    expect(faults.map(({ column: head, why }) => `${head} ${why}`)).toEqual([
      '姓名 needed',
      '哪天 date',
      '排序 count',
    ]);
  });
});

describe('the head', () => {
  it('stands in the first twelve lines, below titles and remarks', () => {
    const above = (n: number) => Array.from({ length: n }, (_, at) => [`说明${String(at)}`]);
    expect(read(...above(11), ['姓名'], ['王磊']).rows).toMatchObject([
      { line: 13, cells: { name: '王磊' } },
    ]);
    expect(read(...above(12), ['姓名'], ['王磊']).faults).toMatchObject([{ why: 'head' }]);
  });

  it('without a needed column is named, and nothing is read', () => {
    expect(read(['哪天'], ['2026-12-01'])).toEqual({
      rows: [],
      faults: [{ line: 1, column: '姓名', why: 'head', text: '姓名' }],
    });
    expect(read([]).faults).toMatchObject([{ line: 1, why: 'head' }]);
    const two = SPEC.columns.map((each) =>
      each.key === 'level' ? { ...each, needed: true as const } : each,
    );
    for (const rows of [[], lines(['姓名'], ['王磊'])])
      expect(readRows({ ...SPEC, columns: two }, rows, serial).faults).toMatchObject([
        { text: '姓名、级别' },
      ]);
  });

  it('is found by its remarks, blanks, width and other names, wherever the column stands', () => {
    const { rows } = read(['日 期：', '别名（曾用）', ' 名字＊ '], ['2026-12-01', '甲', '王磊']);
    expect(rows).toEqual([
      {
        line: 2,
        cells: {
          name: '王磊',
          day: '2026-12-01',
          leads: '',
          level: '',
          order: '',
          phone: '',
          others: '甲',
          words: '',
        },
      },
    ]);
    expect(read(['姓名【必填】', '级别[镇/区]'], ['王磊', '镇级']).rows[0]?.cells['level']).toBe('镇级');
  });

  it('twice is a fault: one of the two columns would be left out unseen', () => {
    for (const heads of [
      ['姓名', '哪天', '哪 天'],
      ['姓名', '哪天', '级别', '级别*'],
    ])
      expect(read(heads, ['王磊']).faults).toEqual([
        {
          line: 1,
          column: heads[2] === '哪 天' ? '哪天' : '级别',
          why: 'twice',
          text: expect.any(String) as string,
        },
      ]);
    expect(read(['姓名', '时间', '时间'], ['王磊']).faults).toMatchObject([{ column: '时间', text: '时间' }]);
    // What is not the table's may stand there as often as it likes.
    expect(read(['姓名', '其他', '其他'], ['王磊']).faults).toEqual([]);
  });

  it('of two lines names its columns in both; the upper one counts', () => {
    const { rows } = read(['姓名', '任职', '级别'], ['', '哪天', ''], ['王磊', '2026-12-01', '镇级']);
    expect(rows).toMatchObject([{ line: 3, cells: { day: '2026-12-01', level: '镇级' } }]);
    const titled = read(['名单'], ['姓名', '任职'], ['', '哪天'], ['王磊'], ['李强'], ['张华']);
    expect(titled.rows.map(({ line }) => line)).toEqual([4, 5, 6]);
    expect(read(['姓名', '级别'], ['', '姓名'], ['王磊', '镇级']).rows).toMatchObject([
      { cells: { name: '王磊', level: '镇级' } },
    ]);
  });

  it('ends above a line of which less than most are heads', () => {
    // Somebody is called like a column.
    const { rows } = read(['姓名', '级别', '备注'], ['组长', '镇级', '他人']);
    expect(rows).toMatchObject([{ line: 2, cells: { name: '组长', level: '镇级', words: '他人' } }]);
    expect(read(['姓名', '级别'], ['组长', '镇级']).rows).toHaveLength(1);
  });
});

describe('a line', () => {
  it('is passed over where it says nothing, shows an example, or is the head of another page', () => {
    const { rows, faults } = read(
      ['序号', '姓名', '级别'],
      ['1', '', ' '],
      ['', '例：王磊', '镇级'],
      ['2', '王磊', '例：镇级'],
      ['序号', '姓名', '级别'],
      ['3', '李强', '级别甲'.slice(2)],
    );
    expect([rows, faults]).toMatchObject([[], [{ line: 6, column: '级别', why: 'choice' }]]);
    expect(
      read(['姓名', '级别'], ['王磊', ''], ['姓名', ''], ['李强', '']).rows.map(({ line }) => line),
    ).toEqual([2, 4]);
  });

  it('with a cell that was not computed says something', () => {
    expect(read(['姓名'], [{ text: '', fault: 'no-value' }]).faults).toMatchObject([
      { line: 2, why: 'no-value' },
    ]);
  });

  it('has to be there: a table that says nothing would take everything away', () => {
    const empty = { rows: [], faults: [{ line: 2, column: '姓名', why: 'empty', text: '' }] };
    expect(read(['名单'], ['姓名'])).toEqual(empty);
    expect(read(['名单'], ['姓名'], ['例：王磊'])).toEqual(empty);
  });

  it('more than the table takes is told with how many it takes, right or wrong', () => {
    const names = (n: number) => Array.from({ length: n }, () => ['王磊']);
    expect(read(['姓名'], ...names(3)).faults).toEqual([]);
    expect(read(['姓名'], ...names(4)).faults).toEqual([{ line: 1, column: '姓名', why: 'many', text: '3' }]);
    expect(read(['姓名'], ...names(2), ['一二三四五'], ['一二三四五']).faults.at(-1)).toMatchObject({
      why: 'many',
    });
  });
});

describe('a name', () => {
  it('among several is what stands between their signs', () => {
    expect(splitNames(' 甲、乙，丙,丁；戊;己/庚\n辛 、 ')).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
      '戊',
      '己',
      '庚',
      '辛',
    ]);
    expect(splitNames(' ')).toEqual([]);
  });

  it.each(['柳树村', '7号站', '甲(乙)', '#7栋', '甲#A', '三组—四组'])(
    '%s may be chosen: a table reads it again as it stands',
    (name) => {
      expect(isTableName(name)).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    '全镇',
    '全 部',
    '甲、乙',
    '、',
    '—',
    "'7号站",
    '甲〔v1〕',
    '#N/A',
    '#REF!',
    '例：柳树村',
  ])('«%s» may not: a table would read it as something else', (name) => {
    expect(isTableName(name)).toBe(false);
  });
});
