/** 代表名册 and 代表结构统计表 as they are printed: who stands where, what each share is of, and what nobody filled in. */
import {
  countStructure,
  makeDeputyRoster,
  makeDeputyStructure,
} from '../../../../../cloudfunctions/report/documents/rules/deputy-sheets';
import { FOOT, readPaper, TODAY, township } from './read-paper';

const profile = {
  sex: '女',
  birthYear: '1991',
  nation: '水族',
  party: '群众',
  education: '大学本科',
  calling: '农民',
  card: '001',
};
const profiles = new Map([['p1', profile]]);
const LAST = '[small] 按 2026年11月23日（星期一）在职的代表。含个人信息，只供人大办使用，不外传。';

test('the roster has the town’s deputies by surname strokes, then the district’s, and leaves unknown cells empty', () => {
  const sheet = makeDeputyRoster(township, { profiles, today: TODAY });
  expect(sheet).toMatchObject({
    name: '代表名册 2026年11月23日',
    title: '溪口镇人大代表名册',
    landscape: true,
    foot: FOOT,
  });
  const head =
    '[head] 序号 | 姓名 | 性别 | 出生年 | 民族 | 政治面貌 | 学历 | 职业构成 | 代表证号 | 选区、小组 | 职务';
  const unknown = Array.from({ length: 8 }, () => ' | ').join('');
  expect(readPaper(sheet)).toEqual([
    '[large bold] 镇人大代表（2人）',
    '[table small]',
    head,
    `1 | 卜戊${unknown} | `,
    '2 | 丁甲 | 女 | 1991 | 水族 | 群众 | 大学本科 | 农民 | 001 | 柳村选区，第一小组 | 主席团成员',
    '[large bold] 区人大代表（1人）',
    '[table small]',
    head,
    `1 | 于乙${unknown} | `,
    LAST,
  ]);
});

test('the composition says each label once, shares of the level’s own deputies, and what is not filled in', () => {
  const sheet = makeDeputyStructure(township, { profiles, today: TODAY });
  expect(sheet).toMatchObject({
    name: '代表结构统计表 2026年11月23日',
    title: '溪口镇人大代表结构统计表',
    foot: FOOT,
  });
  expect(sheet.landscape).toBeUndefined();
  const words = readPaper(sheet);
  expect(words.slice(0, 13)).toEqual([
    '[large bold] 镇人大代表（2人）',
    '[head] 项目 | 类别 | 人数 | 占比',
    '性别 | 男 | 0 | 0%',
    ' | 女 | 1 | 50%',
    ' | 没有填写 | 1 | 50%',
    '年龄段 | 35岁以下 | 1 | 50%',
    ' | 36至45岁 | 0 | 0%',
    ' | 46至55岁 | 0 | 0%',
    ' | 56岁以上 | 0 | 0%',
    ' | 没有填写 | 1 | 50%',
    '民族 | 汉族 | 0 | 0%',
    ' | 水族 | 1 | 50%',
    ' | 没有填写 | 1 | 50%',
  ]);
  const district = words.indexOf('[large bold] 区人大代表（1人）');
  expect(words.slice(district + 2, district + 5)).toEqual([
    '性别 | 男 | 0 | 0%',
    ' | 女 | 0 | 0%',
    ' | 没有填写 | 1 | 100%',
  ]);
  expect(words.at(-1)).toBe(LAST);
});

test('a share is told to a tenth of a percent', () => {
  const people = township.people.slice(0, 3);
  const town = people.map((one) => ({
    ...one,
    memberships: [{ term: 't', from: TODAY, level: 'town' as const }],
  }));
  const words = readPaper(makeDeputyStructure({ ...township, people: town }, { profiles, today: TODAY }));
  expect(words.slice(3, 5)).toEqual([' | 女 | 1 | 33.3%', ' | 没有填写 | 2 | 66.7%']);
});

test('who left office the day before is not in it; where nobody is, it says so', () => {
  const former = township.people.map((person) => ({
    ...person,
    memberships: person.memberships.map((row) => ({ ...row, to: '2026-11-22' })),
  }));
  for (const make of [makeDeputyRoster, makeDeputyStructure]) {
    const sheet = make({ ...township, people: former }, { profiles, today: TODAY });
    expect(readPaper(sheet)).toEqual(['名册里还没有在职的代表。', LAST]);
  }
});

test.each([
  ['1991', '35岁以下'],
  ['1990', '36至45岁'],
  ['1981', '36至45岁'],
  ['1980', '46至55岁'],
  ['1971', '46至55岁'],
  ['1970', '56岁以上'],
])('born in %s, in 2026 somebody counts as %s', (birthYear, band) => {
  const rows = countStructure([{ birthYear }], TODAY).filter(({ label }) => label === '年龄段');
  expect(rows.filter(({ count }) => count > 0)).toEqual([{ label: '年龄段', value: band, count: 1 }]);
});

test('within each dimension the counts add up to all', () => {
  const all = [profile, { sex: '男', nation: '汉族' }, {}];
  const rows = countStructure(all, TODAY);
  for (const each of new Set(rows.map(({ label }) => label))) {
    const own = rows.filter(({ label }) => label === each);
    expect([each, own.reduce((sum, { count }) => sum + count, 0)]).toEqual([each, all.length]);
  }
});

test('the table of the composition names nobody', () => {
  const words = readPaper(makeDeputyStructure(township, { profiles, today: TODAY })).join();
  for (const { name } of township.people) expect(words).not.toContain(name);
});

test('what was left empty is not filled in, and no dimension takes its words from another', () => {
  const blank = Object.fromEntries(Object.keys(profile).map((name) => [name, '']));
  for (const { value, count } of countStructure([blank, {}], TODAY))
    expect(count).toBe(value === '没有填写' ? 2 : 0);
  expect(countStructure([profile], TODAY).map(({ value }) => value)).not.toContain('没有填写');
  const counted = countStructure([profile, profile, {}], TODAY).filter(({ count }) => count === 2);
  expect(counted.map(({ label, value }) => [label, value])).toEqual([
    ['性别', '女'],
    ['年龄段', '35岁以下'],
    ['民族', '水族'],
    ['政治面貌', '群众'],
    ['学历', '大学本科'],
    ['职业构成', '农民'],
  ]);
});
