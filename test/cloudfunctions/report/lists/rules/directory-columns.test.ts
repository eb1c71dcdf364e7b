import {
  directoryColumns,
  electedColumns,
  KIND_NAMES,
} from '../../../../../cloudfunctions/report/lists/rules/directory-columns';
import type { Elected } from '../../../../../cloudfunctions/congress/term/rules/term-document';
import type { ListedKind } from '../../../../../miniprogram/contract/list-export';
import { smallDirectory } from '../../../request/rules/books';
import { on, readLine } from './read-line';

const small = smallDirectory([], [{ id: 'p1', level: 'town' }]);
const directory = {
  ...small,
  units: [{ id: 'u1', name: '交通办', categories: ['road'] }],
  homes: small.homes.map((home) => ({ ...home, name: `${home.id}之家` })),
};
const line = (kind: ListedKind, id: string, row: object) =>
  readLine(directoryColumns(kind, directory), { id, row: row as never });

it('has a name of its own and columns for every kind that the directory lists', () => {
  const kinds = Object.keys(KIND_NAMES) as ListedKind[];
  expect(new Set(Object.values(KIND_NAMES)).size).toBe(14);
  for (const kind of kinds)
    expect([kind, directoryColumns(kind, directory).length > 0]).toEqual([kind, true]);
});

describe('kinds that have no table', () => {
  it('a home has its address, hours, equipment and days of its own', () => {
    const bare = { name: '城关之家', address: '街上', landline: '0000-1', marketDays: [] };
    expect(line('home', 'h1', bare)).toEqual({ 名称: '城关之家', 地址: '街上', 固定电话: '0000-1' });
    const more = {
      hours: '周一至周五',
      equipment: ['电脑', '投影仪'],
      marketDays: ['2026-12-05', '2026-12-15'],
      phoneDays: ['2026-12-07'],
    };
    expect(line('home', 'h1', { ...bare, ...more })).toMatchObject({
      开门时间: '周一至周五',
      办公设备: '电脑、投影仪',
      赶集日接待: '2026年12月5日、2026年12月15日',
      电话接待日: '2026年12月7日',
    });
  });

  it('a category has its hint', () => {
    expect(line('category', 'road', { name: '道路', hint: '修路' })).toEqual({ 类别: '道路', 说明: '修路' });
  });

  it('a term has its days, the last one where it is known', () => {
    const term = { name: '第一届', from: '2021-12-01' };
    expect(line('term', 't1', term)).toEqual({ 届: '第一届', 从哪天起: on('2021-12-01') });
    expect(line('term', 't1', { ...term, to: '2026-12-20' })).toMatchObject({ 到哪天为止: on('2026-12-20') });
  });

  it('a village’s fallback names both', () => {
    expect(line('fallback', 'v1', { group: 'g2' })).toEqual({
      '村（社区）': '甲村',
      没有写明的归: '第二小组',
    });
  });

  it('a day of the calendar is off, or worked', () => {
    expect(line('calendar', '2026-10-01', { name: '国庆', workday: false })).toEqual({
      日期: on('2026-10-01'),
      是什么日子: '国庆',
      上班还是放假: '放假',
    });
    expect(line('calendar', '2026-10-10', { name: '调休', workday: true })).toMatchObject({
      上班还是放假: '上班',
    });
    expect(line('year', '2026', {})).toEqual({ 年份: 2026 });
  });

  it.each([
    ['sessions', 'office', '场次', '人大办'],
    ['matters', 'leaders', '件', '组长'],
    ['visits', 'deputies', '户次', '代表'],
    ['households', 'receivers', '户', '代表和接访人'],
  ])('an own kind counted in %s, noted by %s, says %s and %s', (unit, by, counted, who) => {
    const kind = { unit, by, fields: [] };
    expect(line('ownKind', '送春联', kind)).toEqual({ 叫什么: '送春联', 按什么算: counted, 谁能登记: who });
    expect(line('ownKind', '送春联', { ...kind, heading: 'contact', paused: true })).toMatchObject({
      归在哪一项: '联系选民',
      停用: '停用',
    });
  });
});

describe('a setting', () => {
  it('says what it is, whose, what it is now and usually, in which unit and why', () => {
    expect(line('setting', 'receptionDay', { value: 8 })).toEqual({
      哪一项: '代表接访日',
      谁的: '全镇',
      现在: 8,
      单位: '每月第几日',
      通常: 5,
      为什么: '镇里定每月5日为代表接访日',
    });
  });

  it('of a home says which, and what is chosen in words', () => {
    const said = line('setting', 'h2.receptionShift', { value: 'previous' });
    expect(said).toMatchObject({
      哪一项: '接访日遇到周末、节假日',
      谁的: 'h2之家',
      现在: '提前到上一个工作日',
    });
    expect(said['通常']).toBe('顺延到下一个工作日');
  });

  it('that is none of the choices any more stands as it is', () => {
    expect(line('setting', 'receptionShift', { value: 'gone' })).toMatchObject({ 现在: 'gone' });
  });

  it('that nobody knows any more keeps its value and has no words', () => {
    expect(line('setting', 'gone', { value: 'x' })).toEqual({ 谁的: '全镇', 现在: 'x' });
  });
});

describe('kinds that have a table', () => {
  it('have its columns, with nothing where nothing stands', () => {
    const village = {
      name: '甲村',
      home: 'h1',
      formerNames: [],
      villagerGroups: [{ id: 's', name: '一组' }],
    };
    expect(line('village', 'v1', village)).toEqual({ 村: '甲村', 代表之家: 'h1之家', 村民小组: '一组' });
  });

  it('have days as days and counts as numbers', () => {
    const member = { term: 't1', from: '2020-01-01', level: 'town', group: 'g1' };
    const person = { name: '李样样', strokes: 7, absent: [], memberships: [member] };
    const said = line('person', 'p1', person);
    expect(said).toMatchObject({ 姓名: '李样样', 代表: '镇代表', 从哪天起: on('2020-01-01') });
    expect(said['排序']).toBe(7);
    expect(said).not.toHaveProperty('到哪天为止');
  });

  it('several names stand wider than one, and a column is as wide as its head', () => {
    const widths = Object.fromEntries(
      directoryColumns('village', directory).map(([title, width]) => [title, width]),
    );
    expect(widths).toEqual({ 村: 30, 代表之家: 20, 村民小组: 36, 原名: 36 });
    for (const [title, width] of directoryColumns('person', directory))
      expect([title, width > title.length * 2]).toEqual([title, true]);
    const days = directoryColumns('person', directory).find(([title]) => title === '从哪天起');
    expect(days?.[1]).toBe(12);
  });
});

it('who was elected stands with constituency and group, from the day on which the session opens', () => {
  const elected: Elected = {
    row: 'r1',
    person: 'p1',
    name: '李样样',
    fresh: false,
    constituency: 'c1',
    group: 'g1',
    leader: false,
    presidium: false,
  };
  const columns = electedColumns(directory, { opens: '2026-12-28' });
  expect(readLine(columns, elected)).toEqual({
    姓名: '李样样',
    选区: 'c1',
    代表小组: '第一小组',
    从哪天起: on('2026-12-28'),
  });
  expect(readLine(columns, { ...elected, leader: true })).toMatchObject({ 组长: '是' });
  expect(readLine(columns, { ...elected, presidium: true })).toMatchObject({ 主席团: '是' });
  expect(readLine(columns, { ...elected, fresh: true })).toMatchObject({ 新代表: '是' });
});
