/** The list of who was elected, as it is pasted and as it is filled in. */
import {
  ELECTED_TABLE,
  planElected,
  sayElected,
  toElected,
} from '../../../../../cloudfunctions/congress/term/rules/elected-table';
import { findNamed, readList, writeList } from '../../../../../cloudfunctions/congress/term/rules/read-list';
import { LIMITS } from '../../../../../miniprogram/contract/limits';
import { directory, elected, idOf } from './scene';

describe('a line that was pasted', () => {
  const read = (lines: string) => readList(directory, lines, idOf);
  const one = (line: string) => read(line).elected[0];

  it('names a person of the directory, or somebody new', () => {
    expect(one('马样样 镇第一选区 第一代表小组')).toStrictEqual(
      elected('r1', { person: 'p1', name: '马样样' }),
    );
    expect(one('王新 镇第二选区 第二代表小组')).toStrictEqual(
      elected('r1', { person: 'new r1 王新', name: '王新', fresh: true, constituency: 'c2', group: 'g2' }),
    );
    expect(one('马样样 镇第一选区 第一代表小组 新')).toMatchObject({ fresh: true, person: 'new r1 马样样' });
    expect(one('马样样 镇第一选区 第一代表小组 新代表')).toMatchObject({ fresh: true });
  });

  it.each(['\t', '  ', ',', '，', '、', ';', '；', '|', ' ， '])('has its cells apart by «%s»', (apart) => {
    expect(one(['马样样', '第一选区', '第一代表小组', '组长', '主席团成员'].join(apart))).toMatchObject({
      constituency: 'c1',
      group: 'g1',
      leader: true,
      presidium: true,
    });
  });

  it('calls a place by its whole name, or the only one that begins or ends so', () => {
    const rows = [
      { id: 'a', name: '第一小组' },
      { id: 'b', name: '第一小组东' },
      { id: 'c', name: '西第二小组' },
    ];
    expect(['第一小组', '第一', '第二小组', '西第', '东', '组'].map((text) => findNamed(rows, text))).toEqual(
      ['a', undefined, 'c', 'c', undefined, undefined],
    );
    expect(one('马样样 第一代表小组 第一选区 主席团')).toMatchObject({
      constituency: 'c1',
      group: 'g1',
      presidium: true,
      leader: false,
    });
  });

  it('may begin and end with what stands between cells, and an empty one is none', () => {
    const known = elected('r2', { person: 'p1', name: '马样样' });
    expect(read(' \u3000\t\n、 马样样 镇第一选区，第一代表小组 ，')).toEqual({
      elected: [known],
      faults: [],
    });
    expect(read('马样样 镇第一选区 ，').faults).toMatchObject([{ why: 'group', text: '' }]);
  });

  it('is of the presidium, or new, by that word alone and by no other that has it inside', () => {
    const said = (more: string) => one(`马样样 镇第一选区 第一代表小组 ${more}`);
    for (const more of ['非主席团', '主席团候选', '翻新', '新区', '副组长'])
      expect(said(more)).toMatchObject({ presidium: false, fresh: false, leader: false });
  });

  it('names as unknown what is a place, not what somebody is', () => {
    expect(read('马样样 组长 主席团 新 没有').faults).toMatchObject([{ why: 'constituency', text: '没有' }]);
    expect(read('马样样 组长 镇第一选区 主席团成员 新代表 没有').faults).toMatchObject([
      { why: 'group', text: '没有' },
    ]);
  });

  it('has a name as long as one may be', () => {
    expect(one(`${'长'.repeat(LIMITS.name)} 镇第一选区 第一代表小组`)).toMatchObject({ fresh: true });
  });

  it.each([
    ['a name that is too long', `${'长'.repeat(LIMITS.name + 1)} 镇第一选区 第一代表小组`, { why: 'name' }],
    ['no constituency', '马样样 第一代表小组', { why: 'constituency', text: '第一代表小组' }],
    [
      'a constituency of the district',
      '马样样 区第三选区 第一代表小组',
      { why: 'constituency', text: '区第三选区' },
    ],
    ['nothing but a name', '马样样', { why: 'constituency', text: '' }],
    ['no group', '马样样 镇第一选区', { why: 'group', text: '' }],
    ['a group that there is not', '马样样 镇第一选区 第九小组', { why: 'group', text: '第九小组' }],
    ['a name that two have', '同名 镇第一选区 第一代表小组', { why: 'same-name', text: '同名' }],
  ])('is a fault with %s', (_what, line, fault) => {
    expect(read(`\n${line}`)).toMatchObject({ elected: [], faults: [{ line: 2, ...fault }] });
  });

  it('is a fault where that person stands there before, and of very many faults twenty are told', () => {
    const line = '马样样 镇第一选区 第一代表小组';
    expect(read(`${line}\n${line}`)).toMatchObject({
      elected: [{ row: 'r1' }],
      faults: [{ line: 2, why: 'doubled', text: '马样样' }],
    });
    expect(read('x\n'.repeat(30)).faults).toHaveLength(20);
  });

  it('is written as it would be pasted again', () => {
    const list = [
      elected('r1', { person: 'p1', name: '马样样', leader: true, presidium: true }),
      elected('r2', { person: 'new r2 王新', name: '王新', fresh: true, constituency: 'c2', group: 'g2' }),
    ];
    expect(writeList(directory, list)).toBe(
      '马样样 镇第一选区 第一代表小组 组长 主席团\n王新 镇第二选区 第二代表小组 新',
    );
    expect(read(writeList(directory, list)).elected).toEqual(list);
    expect(writeList(directory, [elected('r1', { group: 'g9' })])).toMatch(/ g9$/);
  });
});

describe('a line of the table', () => {
  const cells = { name: '马样样', constituency: '镇第一选区', group: '第一代表小组', leader: '是' };
  const read = (changes: object = {}) => toElected(directory, { ...cells, ...changes }, 3, idOf);

  it('is what was typed, under the name of the directory', () => {
    expect(read({ name: '马 样样' })).toStrictEqual(
      elected('r3', { person: 'p1', name: '马样样', leader: true }),
    );
    expect(read({ presidium: '是', leader: '' })).toMatchObject({ presidium: true, leader: false });
    expect(read({ fresh: '是' })).toMatchObject({ person: 'new r3 马样样', name: '马样样', fresh: true });
    expect(read({ name: '王新' })).toMatchObject({ person: 'new r3 王新', fresh: true });
  });

  it.each([
    [{ constituency: '没有' }, 'constituency', 'unknown'],
    [{ constituency: '区第三选区' }, 'constituency', 'unknown'],
    [{ constituency: undefined }, 'constituency', 'unknown'],
    [{ group: '没有' }, 'group', 'unknown'],
    [{ group: undefined }, 'group', 'unknown'],
    [{ name: '同名' }, 'name', 'namesake'],
  ])('%j is a fault of %s: %s', (changes, column, why) => {
    expect(read(changes)).toEqual({ column, why });
  });

  it('is said back in words', () => {
    const said = {
      name: '马样样',
      constituency: '镇第一选区',
      group: '第一代表小组',
      leader: '是',
      presidium: '',
      fresh: '',
    };
    expect(sayElected(directory, elected('r1', { name: '马样样', leader: true }))).toEqual(said);
    expect(
      sayElected(
        directory,
        elected('r1', { name: '马样样', presidium: true, fresh: true, group: 'g9', constituency: 'c9' }),
      ),
    ).toEqual({ ...said, leader: '', presidium: '是', fresh: '是', group: '', constituency: '' });
  });

  it('is planned once, in the order of the lines with what is wrong by the head of its column', () => {
    const row = (line: number, changes: object = {}) => ({
      line,
      cells: { ...cells, ...changes } as Record<string, string>,
    });
    const planned = planElected(
      {
        rows: [
          row(2, { presidium: '是' }),
          row(5, { group: '没有' }),
          row(3),
          row(4, { name: '王新', leader: '' }),
        ],
        faults: [{ line: 9, column: '姓名', why: 'needed', text: '' }],
      } as never,
      directory,
      idOf,
    );
    expect(planned.lines.map(({ line, mark, title, words }) => [line, mark, title, words])).toEqual([
      [2, 'new', '马样样', '镇第一选区，第一代表小组，组长，主席团成员'],
      [4, 'new', '王新', '镇第一选区，第一代表小组，新进名册'],
    ]);
    expect(planned.lines[0]?.body).toEqual({ ...cells, presidium: '是' });
    expect(planned.faults).toEqual([
      { line: 3, column: '姓名', why: 'doubled', text: '2' },
      { line: 5, column: '代表小组', why: 'unknown', text: '没有' },
      { line: 9, column: '姓名', why: 'needed', text: '' },
    ]);
    expect(planned.same).toBe(0);
  });

  it('has the columns that lists of the elected have, with the heads that people write', () => {
    expect(ELECTED_TABLE.columns.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'name text',
      'constituency text',
      'group text',
      'leader yes',
      'presidium yes',
      'fresh yes',
    ]);
    expect(
      ELECTED_TABLE.columns.filter((column) => 'needed' in column && column.needed).map(({ key }) => key),
    ).toEqual(['name', 'constituency', 'group']);
    expect(ELECTED_TABLE.columns.flatMap((column) => ('offers' in column ? [column.offers] : []))).toEqual([
      'constituencies',
      'groups',
    ]);
    expect(ELECTED_TABLE.columns.map((column) => ('also' in column ? column.also : []))).toEqual([
      ['代表姓名', '当选人'],
      ['当选选区'],
      ['小组'],
      ['小组长'],
      ['主席团成员'],
      ['新'],
    ]);
  });
});
