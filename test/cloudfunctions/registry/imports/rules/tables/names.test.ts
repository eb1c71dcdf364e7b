/** Villages, groups, constituencies and units as tables; and the heads of every table, as offices write them. */
import { putRow } from '../../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import type { Directory } from '../../../../../../cloudfunctions/registry/directory/rules/directory';
import { readRows } from '../../../../../../cloudfunctions/registry/imports/rules/table';
import { dayOfSerial } from '../../../../../../cloudfunctions/report/imports/rules/serial';
import { tableOf } from '../../../../../../cloudfunctions/registry/imports/rules/tables/all-tables';
import { TABLE_IDS, type DirectoryTableId } from '../../../../../../miniprogram/contract/imports';
import { base, rowOf } from '../../../directory/rules/scene';
import { linesOf, planSheet, rowsOf } from '../scene';

const faultsOf = (id: DirectoryTableId, heads: string[], ...cells: string[][]) =>
  planSheet(id, [heads, ...cells], base).faults;
const say = (id: DirectoryTableId, row: object, of: Directory = base) => tableOf(id).say(of, row as never);

describe('the heads', () => {
  it.each([
    ['village', '村、代表之家'],
    ['group', '代表小组、代表之家'],
    ['constituency', '选区、哪一级、包括的村'],
    ['unit', '单位'],
    ['person', '姓名'],
    ['route', '村、类别、代表小组、从哪天起'],
  ] as const)('%s cannot be read without %s', (id, needed) => {
    expect(planSheet(id, [['别的']], base).faults).toMatchObject([{ why: 'head', text: needed }]);
  });

  it.each([
    ['village', { name: '行政村', home: '联络站', parts: '小组', former: '曾用名' }],
    ['group', { name: '小组名称', home: '代表之家（站）' }],
    ['constituency', { name: '选区名称', level: '级别', villages: '所辖村' }],
    ['unit', { name: '单位名称', categories: '类别', county: '县直' }],
    [
      'person',
      {
        name: '代表姓名',
        level: '级别',
        group: '小组',
        leader: '小组长',
        presidium: '主席团成员',
        credentials: '代表资格审查委员会',
        receiver: '接访',
        term: '届次',
        from: '当选日期',
        to: '离任日期',
        strokes: '笔画排序',
        party: '党派',
        calling: '界别',
      },
    ],
    ['route', { village: '村社区', reason: '原因' }],
  ] as const)('%s takes other names for its columns', (id, others) => {
    const also = Object.entries(others).map(([key, head]) => {
      const column = tableOf(id).spec.columns.find((each) => each.key === key);
      return [head, column?.also?.includes(head)];
    });
    expect(also).toEqual(Object.values(others).map((head) => [head, true]));
  });

  it.each([
    ['village', ['home homes']],
    ['group', ['home homes']],
    ['constituency', []],
    ['unit', []],
    ['person', ['constituency constituencies', 'group groups', 'home homes', 'term terms']],
    ['route', ['village villages', 'category categories', 'group groups', 'home homes']],
  ] as const)('%s offers the names that there are: %j', (id, offers) => {
    const { columns } = tableOf(id).spec;
    expect(columns.flatMap(({ key, offers: of }) => (of ? [`${key} ${of}`] : []))).toEqual(offers);
  });

  it.each(TABLE_IDS)('%s says of each column how it is filled in, and shows what it needs', (id) => {
    for (const { hint, needed, example } of tableOf(id).spec.columns) {
      expect(hint).not.toBe('');
      if (needed) expect(example).not.toBe('');
    }
  });

  it.each(TABLE_IDS)('%s shows an example that could be read as it stands', (id) => {
    const { spec } = tableOf(id);
    const sheet = [spec.columns.map(({ head }) => head), spec.columns.map(({ example }) => example)];
    expect(readRows(spec, linesOf(sheet), dayOfSerial)).toMatchObject({ rows: [{ line: 2 }], faults: [] });
  });

  it('what stands for all is said where it may be written', () => {
    const hints = tableOf('route').spec.columns.map(({ hint }) => hint);
    expect(hints[0]).toContain('“全镇”');
    expect(hints[2]).toContain('“全部”');
  });
});

describe('a village', () => {
  const heads = ['村', '代表之家', '村民小组', '原名'];

  it('is what its line says; a group that stands there keeps its id, however it is numbered', () => {
    expect(rowsOf('village', [heads, ['甲村', 'H 1', '第3组、第1村民小组', '上村、下村']], base)).toEqual([
      {
        name: '甲村',
        home: 'h1',
        villagerGroups: [
          { id: '', name: '第3组' },
          { id: 'v1s1', name: '第1村民小组' },
        ],
        formerNames: ['上村', '下村'],
      },
    ]);
    expect(rowsOf('village', [heads, ['丙村', 'h2', '', '']], base)).toEqual([
      { name: '丙村', home: 'h2', villagerGroups: [], formerNames: [] },
    ]);
  });

  it('of a home that there is not is a fault of that column', () => {
    expect(faultsOf('village', heads, ['甲村', '没有', '', ''])).toEqual([
      { line: 2, column: '代表之家', why: 'unknown', text: '没有' },
    ]);
  });

  it('is said with its groups and former names; a home that is no more is not said', () => {
    expect(say('village', { ...rowOf('village', 'v1'), formerNames: ['上村', '下村'] })).toEqual({
      name: '甲村',
      home: 'h1',
      parts: '一组、二组',
      former: '上村、下村',
    });
    expect(say('village', { ...rowOf('village', 'v1'), home: 'h9' })).toMatchObject({ home: '' });
  });
});

it('a group is of a home that there is', () => {
  expect(
    rowsOf(
      'group',
      [
        ['代表小组', '代表之家'],
        ['新组', 'h2'],
      ],
      base,
    ),
  ).toEqual([{ name: '新组', home: 'h2' }]);
  expect(faultsOf('group', ['代表小组', '代表之家'], ['新组', '没有'])).toEqual([
    { line: 2, column: '代表之家', why: 'unknown', text: '没有' },
  ]);
});

describe('a constituency', () => {
  const heads = ['选区', '哪一级', '包括的村'];

  it('is of its level, with its villages in their order', () => {
    expect(
      rowsOf('constituency', [heads, ['三选区', '区', '乙村、甲 村'], ['四选区', '镇', '甲村']], base),
    ).toEqual([
      { name: '三选区', level: 'district', villages: ['v2', 'v1'] },
      { name: '四选区', level: 'town', villages: ['v1'] },
    ]);
  });

  it('with a village that there is not tells which', () => {
    expect(faultsOf('constituency', heads, ['三选区', '镇', '甲村、没有、也没有'])).toEqual([
      { line: 2, column: '包括的村', why: 'unknown', text: '没有' },
    ]);
  });

  it('is said in words', () => {
    expect(say('constituency', rowOf('constituency', 'd1'))).toEqual({
      name: 'd1',
      level: '区',
      villages: '甲村、乙村',
    });
    expect(say('constituency', rowOf('constituency', 'c1'))).toMatchObject({ level: '镇', villages: '甲村' });
  });
});

describe('a unit', () => {
  const heads = ['单位', '一般办哪几类', '归县里管'];

  it('handles what is named, perhaps nothing, and is the county’s where that is said', () => {
    expect(rowsOf('unit', [heads, ['供电所', '', '是'], ['水利站', '水利、道路', '否']], base)).toStrictEqual(
      [
        { name: '供电所', categories: [], county: true },
        { name: '水利站', categories: ['water', 'road'] },
      ],
    );
    expect(rowsOf('unit', [['单位'], ['林业站']], base)).toStrictEqual([{ name: '林业站', categories: [] }]);
  });

  it('with a category that there is not tells which', () => {
    expect(faultsOf('unit', heads, ['水利站', '水利、没有', ''])).toEqual([
      { line: 2, column: '一般办哪几类', why: 'unknown', text: '没有' },
    ]);
  });

  it('is said in words', () => {
    expect(say('unit', rowOf('unit', 'u1'))).toEqual({ name: '交通办', categories: '道路', county: '' });
    const county = putRow(base, 'unit', 'u2', {
      name: '供电所',
      categories: ['road', 'water'],
      county: true,
    });
    expect(say('unit', county.units[1] ?? {}, county)).toEqual({
      name: '供电所',
      categories: '道路、水利',
      county: '是',
    });
  });
});
