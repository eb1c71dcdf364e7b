import { day, toTable, type Column } from '../../../../../cloudfunctions/report/lists/rules/table';
import { toCsv } from '../../../../../cloudfunctions/report/lists/rules/csv';

const COLUMNS: readonly Column<{ name: string; n: number }>[] = [
  ['姓名', 12, ({ name }) => name],
  ['数', 6, ({ n }) => n],
];
const heading = { name: '名册', narrowed: '柳树城村', on: '2026年11月23日', cut: false };

it('says above the lines how it was narrowed, when it was taken out, and how many there are', () => {
  const table = toTable(COLUMNS, [{ name: '王磊', n: 2 }], heading);
  expect(table).toEqual({
    name: '名册',
    said: '柳树城村　2026年11月23日导出　共 1 行',
    columns: [
      { title: '姓名', width: 12 },
      { title: '数', width: 6 },
    ],
    rows: [['王磊', 2]],
  });
  expect(toTable(COLUMNS, [], { ...heading, narrowed: '' }).said).toBe('2026年11月23日导出　共 0 行');
});

it('says that it is not whole where lines are left out', () => {
  const { said } = toTable(COLUMNS, [{ name: '王磊', n: 2 }], { ...heading, cut: true });
  expect(said).toContain('没有列全，只列了 1 行，请缩小范围再导');
  expect(said).not.toContain('共 ');
});

it('has nothing where there is no day', () => {
  expect([day('2026-12-01'), day(undefined)]).toEqual([{ date: '2026-12-01' }, '']);
});

describe('as .csv', () => {
  const table = toTable(COLUMNS, [], heading);
  const cell = (text: string | number) => toCsv({ ...table, rows: [[text]] }).split('\r\n')[3];

  it('begins with the mark of its alphabet, has heading, remark and titles, and ends each line', () => {
    expect(toCsv({ ...table, rows: [['王磊', 2, { date: '2026-12-01' }]] })).toBe(
      '\uFEFF"名册"\r\n"柳树城村　2026年11月23日导出　共 0 行"\r\n"姓名","数"\r\n"王磊",2,"2026-12-01"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@a', '＝1', '＋1', '－1', '＠a', '  =1', '　=1', '\t1', '\n=1'])(
    'a spreadsheet does not run %j',
    (text) => {
      expect(cell(text)).toBe(`"'${text}"`);
    },
  );

  it.each(['1=1', 'a-b', '王磊 ', ' 王磊', 'a\tb', '建-1'])('%j is words as they are', (text) => {
    expect(cell(text)).toBe(`"${text}"`);
  });

  it('a number is a number, less than nothing too, and a quotation mark is doubled', () => {
    expect([cell(-3), cell('他说"好"')]).toEqual(['-3', '"他说""好"""']);
  });
});
