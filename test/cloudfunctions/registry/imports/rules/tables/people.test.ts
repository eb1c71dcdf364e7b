/** 代表和接访人 as a table: what a line makes of a person, and what it leaves as it is. */
import type { Directory } from '../../../../../../cloudfunctions/registry/directory/rules/directory';
import { tableOf } from '../../../../../../cloudfunctions/registry/imports/rules/tables/all-tables';
import type { DirectoryRows } from '../../../../../../miniprogram/contract/registry-office';
import { base } from '../../../directory/rules/scene';
import { planSheet, rowsOf } from '../scene';

type Person = DirectoryRows['person'];
const HEADS = tableOf('person').spec.columns.map(({ head }) => head);
/** Cells by the head of their column. */
const line = (cells: Record<string, string>) => HEADS.map((head) => cells[head] ?? '');
const made = (cells: Record<string, string>, into: Directory = base): Person => {
  const [row] = rowsOf('person', [HEADS, line(cells)], into);
  if (!row) throw new Error('nothing changes');
  return row;
};
const fault = (cells: Record<string, string>, into: Directory = base) =>
  planSheet('person', [HEADS, line({ 姓名: '王磊', ...cells })], into).faults;
const say = (row: Partial<Person>) =>
  tableOf('person').say(base, { name: '王磊', strokes: 3, absent: [], memberships: [], ...row });
const terms = (...rows: Directory['terms']): Directory => ({ ...base, terms: rows });
/** The directory in which p1 was these. */
const with1 = (memberships: Person['memberships'], more: object = {}): Directory => ({
  ...base,
  people: base.people.map((each) => (each.id === 'p1' ? { ...each, memberships, ...more } : each)),
});

describe('somebody new', () => {
  it('is a deputy of the running term from its first day, where the line says no other', () => {
    expect(made({ 姓名: '王磊', 代表: '镇代表', 选区: 'c1', 代表小组: '第一小组' })).toStrictEqual({
      name: '王磊',
      strokes: 1,
      absent: [],
      memberships: [{ term: 't1', from: '2020-01-01', level: 'town', constituency: 'c1', group: 'g1' }],
      profile: {},
    });
  });

  it('is all that the line says', () => {
    const { memberships, profile, strokes } = made({
      姓名: '王磊',
      代表: '区代表',
      代表小组: '第二小组',
      代表之家: 'h1',
      组长: '是',
      主席团: '√',
      资格审查委员会: '是',
      接访人: '有',
      职务: '党委副书记',
      届: '第一届',
      从哪天起: '2026-12-01',
      到哪天为止: '2027-01-31',
      排序: '12',
      性别: '女',
      出生年份: '1976',
    });
    expect(memberships).toStrictEqual([
      {
        term: 't1',
        from: '2026-12-01',
        to: '2027-01-31',
        level: 'district',
        group: 'g2',
        home: 'h1',
        leader: true,
        presidium: true,
        credentials: true,
        receiver: true,
        title: '党委副书记',
      },
    ]);
    expect([profile, strokes]).toEqual([{ sex: '女', birthYear: '1976' }, 12]);
  });

  it('who only receives is no deputy', () => {
    expect(made({ 姓名: '王磊', 代表: '不是代表', 接访人: '是' }).memberships).toStrictEqual([
      { term: 't1', from: '2020-01-01', receiver: true },
    ]);
  });

  it('stands in the order of the file where no place is given', () => {
    const rows = rowsOf(
      'person',
      [HEADS, line({ 姓名: '甲' }), line({ 姓名: '乙', 排序: '9' }), line({ 姓名: '丙' })],
      base,
    );
    expect(rows.map((row) => row?.strokes)).toEqual([1, 9, 3]);
  });

  it('belongs to the term that is named, else the one that runs, else the last one', () => {
    const [t1, t2] = [
      { id: 't1', name: '十七届', from: '2016-01-01', to: '2021-11-30' },
      { id: 't2', name: '十八届', from: '2021-12-01', to: '2026-12-20' },
    ];
    const t3 = { id: 't3', name: '十九届', from: '2026-12-21' };
    const term = (cells: object, into: Directory) =>
      made({ 姓名: '王磊', ...cells }, into).memberships[0]?.term;
    expect(term({}, terms(t1, t2, t3))).toBe('t2');
    expect(term({ 届: '十九 届' }, terms(t1, t2, t3))).toBe('t3');
    expect(term({}, terms(t1, t3))).toBe('t3');
    expect(term({}, terms(t1, t3, { id: 't4', name: '二十届', from: '2031-12-01' }))).toBe('t4');
  });
});

describe('somebody who stands there', () => {
  const was = [
    { term: 't1', from: '2024-01-01', level: 'town' as const, group: 'g1' },
    { term: 't1', from: '2020-01-01', to: '2023-12-31', level: 'town' as const, group: 'g2' },
  ];

  it('is corrected in the latest row where no day is said, and keeps place, absences and profile', () => {
    const known = with1(was, {
      strokes: 7,
      absent: [{ from: '2026-01-01' }],
      profile: { sex: '男', nation: '汉族' },
    });
    expect(made({ 姓名: '代表p1', 代表: '镇代表', 代表小组: '第二小组', 性别: '女' }, known)).toEqual({
      name: '代表p1',
      strokes: 7,
      absent: [{ from: '2026-01-01' }],
      memberships: [{ term: 't1', from: '2024-01-01', level: 'town', group: 'g2' }, was[1]],
      profile: { sex: '女', nation: '汉族' },
    });
  });

  it('from a later day on is something else, and what was ends on the day before', () => {
    expect(
      made({ 姓名: '代表p1', 代表: '不是代表', 从哪天起: '2026-12-01' }, with1(was)).memberships,
    ).toEqual([{ ...was[0], to: '2026-11-30' }, was[1], { term: 't1', from: '2026-12-01' }]);
  });

  it('cannot have been something else before: that would rewrite what was', () => {
    expect(fault({ 姓名: '代表p1', 从哪天起: '2023-12-31' }, with1(was))).toEqual([
      { line: 2, column: '从哪天起', why: 'span', text: '2023-12-31' },
    ]);
  });

  it('in another term begins with that term', () => {
    const next = { ...with1(was), terms: [...base.terms, { id: 't2', name: '第二届', from: '2027-01-01' }] };
    expect(made({ 姓名: '代表p1', 代表: '镇代表', 届: '第二届' }, next).memberships.at(-1)).toMatchObject({
      term: 't2',
      from: '2027-01-01',
    });
  });

  it('and never was anything begins now', () => {
    expect(made({ 姓名: '代表p1' }, with1([])).memberships).toEqual([{ term: 't1', from: '2020-01-01' }]);
  });
});

describe('a line is wrong', () => {
  it.each([
    [{ 选区: '没有' }, '选区', 'unknown', '没有'],
    [{ 代表小组: '没有' }, '代表小组', 'unknown', '没有'],
    [{ 代表之家: '没有' }, '代表之家', 'unknown', '没有'],
    [{ 届: '没有' }, '届', 'unknown', '没有'],
    [{ 出生年份: '76' }, '出生年份', 'unknown', '76'],
    [{ 出生年份: '1876' }, '出生年份', 'unknown', '1876'],
    [{ 出生年份: '2101' }, '出生年份', 'unknown', '2101'],
    [{ 出生年份: '生于1976' }, '出生年份', 'unknown', '生于1976'],
    [{ 出生年份: '1976年' }, '出生年份', 'unknown', '1976年'],
    [{ 出生年份: '197x' }, '出生年份', 'unknown', '197x'],
    [{ 性别: '不知道' }, '性别', 'choice', '男、女'],
    [{ 代表: '县代表' }, '代表', 'choice', '镇代表、区代表、不是代表'],
    [{ 代表证号: '一'.repeat(31) }, '代表证号', 'long', '30'],
    [{ 职务: '一'.repeat(31) }, '职务', 'long', '30'],
  ])('with %j', (cells, column, why, text) => {
    expect(fault(cells)).toEqual([{ line: 2, column, why, text }]);
  });

  it('while there is no term at all', () => {
    expect(fault({}, terms())).toEqual([{ line: 2, column: '届', why: 'needed', text: '' }]);
  });
});

describe('a person is said', () => {
  it('as what they are latest', () => {
    expect(
      say({
        memberships: [
          { term: 't1', from: '2020-01-01', to: '2023-12-31', level: 'district', title: '前职' },
          {
            term: 't1',
            from: '2024-01-01',
            to: '2027-01-01',
            level: 'town',
            constituency: 'c1',
            group: 'g1',
            home: 'h2',
            leader: true,
            presidium: true,
            credentials: true,
            receiver: true,
            title: '副主席',
          },
        ],
        profile: { sex: '女', card: '0071' },
      }),
    ).toEqual({
      name: '王磊',
      level: '镇代表',
      constituency: 'c1',
      group: '第一小组',
      home: 'h2',
      leader: '是',
      presidium: '是',
      credentials: '是',
      receiver: '是',
      title: '副主席',
      term: '第一届',
      from: '2024-01-01',
      to: '2027-01-01',
      strokes: '3',
      sex: '女',
      birthYear: '',
      nation: '',
      party: '',
      education: '',
      calling: '',
      card: '0071',
    });
  });

  it('who never was anything as no deputy, with empty cells; a closed profile says nothing', () => {
    const said = say({ profile: 'closed' as never });
    expect(said).toMatchObject({ level: '不是代表', strokes: '3', name: '王磊' });
    expect(Object.values(said).filter((text) => text !== '')).toEqual(['王磊', '不是代表', '3']);
    expect(say({})).toEqual(said);
  });
});
