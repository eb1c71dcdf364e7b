/** What a table of the directory would change, line by line, before anything is written. */
import { putRow, readRow } from '../../../../../cloudfunctions/registry/directory/rules/directory-rows';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { editsOf } from '../../../../../cloudfunctions/registry/imports/rules/directory-table';
import { countMarks, cutInSlices, SLICE } from '../../../../../cloudfunctions/registry/imports/rules/plan';
import { isOfDirectory } from '../../../../../cloudfunctions/registry/imports/rules/tables/all-tables';
import type { DirectoryTableId } from '../../../../../miniprogram/contract/imports';
import { base, rowOf } from '../../directory/rules/scene';
import { planSheet, tagOf, type Text } from './scene';

const plan = (id: DirectoryTableId, rows: Text[][], into: Directory = base) => planSheet(id, rows, into);
const GROUP = ['代表小组', '代表之家'];
const VILLAGE = ['村', '代表之家', '村民小组', '原名'];

describe('a line', () => {
  it('is a new row, a changed one with what stood there, or one that stands there as it is', () => {
    const sheet = [GROUP, ['第三小组', 'h1'], ['第一 小组', 'h2'], ['第二小组', 'h2']];
    const before = rowOf('group', 'g1');
    expect(plan('group', sheet)).toEqual({
      faults: [],
      same: 1,
      lines: [
        {
          line: 2,
          mark: 'new',
          title: '第三小组',
          words: '代表之家 h1',
          body: { id: '', seen: '', row: { name: '第三小组', home: 'h1' } },
        },
        {
          line: 3,
          mark: 'changed',
          title: '第一 小组',
          words: '代表之家 h2',
          body: {
            id: 'g1',
            seen: tagOf('group', 'g1', before),
            row: { name: '第一 小组', home: 'h2' },
            before,
          },
        },
      ],
    });
  });

  it('is told with what stands in it: a yes by its head, an empty cell not at all', () => {
    const head = ['单位', '一般办哪几类', '归县里管'];
    const { lines } = plan('unit', [
      head,
      ['供电所', '', '是'],
      ['水利站', '道路、水利', ''],
      ['林业站', '', ''],
    ]);
    expect(lines.map(({ words }) => words)).toEqual(['归县里管', '一般办哪几类 道路、水利', '']);
  });

  it('of which nothing but a no, or what nobody said, is otherwise stands there as it is', () => {
    const said = putRow(base, 'unit', 'u2', { name: '供电所', categories: [], county: false });
    expect(plan('unit', [['单位'], ['供电所']], said)).toMatchObject({ lines: [], same: 1 });
    const unsaid = { name: '供电所', county: undefined, categories: [] } as never;
    expect(plan('unit', [['单位'], ['供电所']], putRow(base, 'unit', 'u2', unsaid))).toMatchObject({
      same: 1,
    });
    const order = { categories: [], name: '供电所' };
    expect(plan('unit', [['单位'], ['供电所']], putRow(base, 'unit', 'u2', order))).toMatchObject({
      same: 1,
    });
  });

  it('of which the order of what it names is another is changed', () => {
    const two = putRow(base, 'unit', 'u1', { name: '交通办', categories: ['road', 'water'] });
    const sheet = (said: string) => [
      ['单位', '一般办哪几类'],
      ['交通办', said],
    ];
    expect(plan('unit', sheet('道路、水利'), two)).toMatchObject({ lines: [], same: 1 });
    expect(plan('unit', sheet('水利、道路'), two).lines).toMatchObject([{ mark: 'changed' }]);
  });

  it('that is there twice names the first of them, and the last of three the second', () => {
    const { faults, lines } = plan('group', [GROUP, ['新组', 'h1'], ['新 组', 'h1'], ['新组', 'h1']]);
    expect(faults).toEqual([
      { line: 3, column: '代表小组', why: 'doubled', text: '2' },
      { line: 4, column: '代表小组', why: 'doubled', text: '3' },
    ]);
    expect(lines).toHaveLength(1);
  });

  it('becomes an edit of the row as it was seen', () => {
    const { lines } = plan('group', [GROUP, ['第一小组', 'h2']]);
    expect(editsOf(lines)).toEqual([
      { id: 'g1', seen: tagOf('group', 'g1', rowOf('group', 'g1')), row: { name: '第一小组', home: 'h2' } },
    ]);
  });
});

describe('what the directory would refuse', () => {
  it('is a fault of the line that brings it about, and of no line behind it', () => {
    const bad = '甲〔v1〕';
    const at = (nth: number) =>
      plan('group', [
        GROUP,
        ...['甲组', '乙组', '丙组', '丁组', '戊组'].map((name, n) => [n === nth ? bad : name, 'h1']),
      ]).faults;
    for (const nth of [0, 1, 2, 3, 4])
      expect(at(nth)).toEqual([{ line: nth + 2, column: '代表小组', why: 'name', text: bad }]);
    // Of two the first is told.
    expect(
      plan('group', [GROUP, ['甲组', 'h1'], [bad, 'h1'], ['一组', 'h1'], [`${bad}乙〔v2〕`, 'h1']]).faults,
    ).toEqual([{ line: 3, column: '代表小组', why: 'name', text: bad }]);
  });

  it('is not asked while a line cannot be read: that is told first', () => {
    const { faults } = plan('group', [GROUP, ['甲〔v1〕', 'h1'], ['新组', '没有']]);
    expect(faults).toEqual([{ line: 3, column: '代表之家', why: 'unknown', text: '没有' }]);
  });

  it('is said by the head of its column', () => {
    const head = ['姓名', '代表', '组长', '从哪天起', '到哪天为止'];
    expect(plan('person', [head, ['王磊', '镇代表', '', '2026-12-01', '2026-11-30']]).faults).toEqual([
      { line: 2, column: '从哪天起', why: 'span', text: '王磊' },
    ]);
    expect(plan('person', [head, ['王磊', '镇代表', '是', '', '']]).faults).toEqual([
      { line: 2, column: '代表小组', why: 'needed', text: '王磊' },
    ]);
  });

  it('two villager groups of one number are one: of the village, since no column says which', () => {
    expect(plan('village', [VILLAGE, ['丙村', 'h1', '三组、第3组', '']]).faults).toEqual([
      { line: 2, column: '村', why: 'doubled', text: '丙村' },
    ]);
  });

  it('a villager group that the routing table names does not go with its village’s line', () => {
    const routed = putRow(base, 'route', '', {
      village: 'v1',
      villagerGroup: 'v1s2',
      category: 'road',
      group: 'g1',
      from: '2026-01-01',
    });
    expect(plan('village', [VILLAGE, ['甲村', 'h1', '一组', '']], routed).faults).toEqual([
      { line: 2, column: '村', why: 'unknown', text: '甲村' },
    ]);
    expect(plan('village', [VILLAGE, ['甲村', 'h1', '一组', '']]).faults).toEqual([]);
  });
});

it('faults of cells and of lines are told by line', () => {
  const { faults } = plan('group', [GROUP, ['甲组', '没有'], ['', 'h1'], ['乙组', '没有'], ['', 'h1']]);
  expect(faults.map(({ line, why }) => [line, why])).toEqual([
    [2, 'unknown'],
    [3, 'needed'],
    [4, 'unknown'],
    [5, 'needed'],
  ]);
});

describe('a table that is the whole', () => {
  const head = ['村', '类别', '代表小组', '从哪天起'];
  it('takes away what is not in it, first of all, with what stood there', () => {
    const before = readRow(base, 'route', 'v1..road.2026-01-01');
    const { lines, same } = plan('route', [head, ['全镇', '水利', '第二小组', '2026-01-01']]);
    expect(lines.map(({ line, mark, title }) => [line, mark, title])).toEqual([
      [0, 'gone', '甲村'],
      [2, 'new', '全镇'],
    ]);
    expect(lines[0]?.body).toMatchObject({ id: 'v1..road.2026-01-01', row: null, before });
    expect(lines[0]?.body.seen).toBe(tagOf('route', 'v1..road.2026-01-01', before));
    expect(lines[0]?.words).toBe('类别 道路，代表小组 第一小组，从哪天起 2026-01-01');
    expect(same).toBe(0);
  });

  it('leaves what is in it, and other tables what is not', () => {
    expect(plan('route', [head, ['甲村', '道路', '第一小组', '2026-01-01']])).toMatchObject({
      lines: [],
      same: 1,
    });
    expect(plan('group', [GROUP, ['第一小组', 'h1']])).toMatchObject({ lines: [], same: 1 });
  });
});

describe('a plan', () => {
  const line = (mark: 'new' | 'changed' | 'gone') => ({ line: 2, mark, title: '', words: '', body: mark });

  it('is written in slices of a hundred lines, the last of them with what is left', () => {
    const lines = Array.from({ length: 205 }, () => line('new'));
    expect(cutInSlices(lines).map((slice) => slice.length)).toEqual([SLICE, SLICE, 5]);
    expect(cutInSlices(lines.slice(0, 4), 2).flat()).toEqual(lines.slice(0, 4));
    expect(cutInSlices(lines.slice(0, 4), 2)).toHaveLength(2);
    expect(cutInSlices([])).toEqual([]);
  });

  it('is counted by what each line does', () => {
    const lines = (['new', 'gone', 'changed', 'new', 'gone', 'new'] as const).map(line);
    expect(countMarks({ lines, same: 7 })).toEqual({ new: 3, changed: 1, same: 7, gone: 2 });
  });

  it('of the directory is one of six tables; others are committed by their own functions', () => {
    expect(['village', 'route', 'invitation', 'elected', ''].map(isOfDirectory)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
