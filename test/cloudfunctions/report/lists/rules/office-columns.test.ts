import {
  activityColumns,
  CHANGE_COLUMNS,
  rosterColumns,
  suggestionColumns,
  topicColumns,
} from '../../../../../cloudfunctions/report/lists/rules/office-columns';
import type { TopicDocument } from '../../../../../cloudfunctions/congress/presidium/rules/presidium-document';
import type { SuggestionCard } from '../../../../../miniprogram/contract/congress/suggestion';
import type { ActivityCard } from '../../../../../miniprogram/contract/duty';
import { smallDirectory } from '../../../request/rules/books';
import { on, readLine } from './read-line';

const TODAY = '2026-11-23';
/** Half past midnight in China, the day before in UTC. */
const AT = Date.parse('2026-11-23T00:30:00+08:00');
const small = smallDirectory([], [{ id: 'p1' }, { id: 'p2' }]);
const directory = {
  ...small,
  units: [{ id: 'u1', name: '交通办', categories: [] }],
  homes: small.homes.map((home) => ({ ...home, name: '城关之家' })),
};

describe('a suggestion', () => {
  const card: SuggestionCard = {
    suggestion: 's',
    number: '建1',
    title: '修路',
    categoryName: '道路',
    state: 'contacted',
    owner: 'unit',
    ownerName: '交通办',
    leadName: '李样样',
    cosigners: 3,
    unitName: '交通办',
    due: '2026-11-22',
    key: true,
    at: AT,
  };
  const columns = suggestionColumns(TODAY);

  it('has its title, who signed, where it is and until when', () => {
    expect(readLine(columns, card)).toEqual({
      编号: '建1',
      提出日期: on('2026-11-23'),
      标题: '修路',
      类别: '道路',
      领衔代表: '李样样',
      联名代表数: 3,
      状态: '承办单位办理中',
      谁在办: '交通办',
      承办单位: '交通办',
      期限: on('2026-11-22'),
      超期: '超期',
      重点督办: '是',
    });
  });

  it('is late from the day after its last one', () => {
    expect(readLine(columns, { ...card, due: TODAY })).not.toHaveProperty('超期');
  });

  it('that is over is nobody’s', () => {
    const { due: _due, unitName: _unit, ...over } = card;
    const line = readLine(columns, { ...over, state: 'closed', key: false });
    for (const title of ['谁在办', '承办单位', '期限', '超期', '重点督办'])
      expect(line).not.toHaveProperty(title);
  });
});

it('a topic has its plan, and what came of it as it comes', () => {
  const planned = { title: '饮水', form: 'enforcement', on: '2026-06-01', state: 'planned' } as TopicDocument;
  expect(readLine(topicColumns(directory), planned)).toEqual({
    计划日期: on('2026-06-01'),
    议题: '饮水',
    形式: '执法检查',
    状态: '已列入计划',
  });
  const reported = {
    ...planned,
    state: 'reported',
    heldOn: '2026-06-02',
    unit: 'u1',
    opinion: { number: '1号', words: '要办', replyBy: '2026-09-01' },
    report: { number: '2号', words: '办了', on: '2026-08-20' },
  } as const;
  expect(readLine(topicColumns(directory), reported)).toMatchObject({
    开展日期: on('2026-06-02'),
    承办单位: '交通办',
    审议意见文号: '1号',
    审议意见: '要办',
    报告期限: on('2026-09-01'),
    报告日期: on('2026-08-20'),
    研究处理情况: '办了',
  });
});

describe('an activity', () => {
  const card: ActivityCard = {
    activity: 'a',
    kind: 'inspection',
    state: 'held',
    date: '2026-06-01',
    title: '看水库',
    persons: ['p1', 'p2'],
    entered: true,
    leaves: 0,
    group: 'g1',
    village: 'v2',
  };
  const columns = activityColumns(directory);

  it('has what it was, who took part and how many', () => {
    expect(readLine(columns, card)).toEqual({
      日期: on('2026-06-01'),
      什么活动: '视察',
      名称: '看水库',
      状态: '已开展',
      参加的人: '代表p1、代表p2',
      人数: 2,
      代表小组: '第一小组',
      村: '乙村',
      补录: '补录',
    });
  });

  it.each([
    ['planned', '已通知'],
    ['withdrawn', '已撤回'],
  ] as const)(
    '%s is %s; of no group or village, and not entered later, it has nothing there',
    (state, words) => {
      const { group: _group, village: _village, ...plain } = card;
      const line = readLine(columns, { ...plain, state, entered: false });
      expect(line).toMatchObject({ 状态: words });
      for (const title of ['代表小组', '村', '补录']) expect(line).not.toHaveProperty(title);
    },
  );

  it('of a kind that nobody knows has no word of a machine in its place', () => {
    expect(readLine(columns, { ...card, kind: 'gone' as never })).not.toHaveProperty('什么活动');
  });
});

it('a seat has its day, home and half, who sits there, and whether that is told yet', () => {
  const seat = {
    date: '2026-12-07',
    home: 'h1',
    half: 'am',
    n: 2,
    name: '李样样',
    badge: '镇代表',
    published: true,
  } as const;
  expect(readLine(rosterColumns(directory), seat)).toEqual({
    日期: on('2026-12-07'),
    代表之家: '城关之家',
    半天: '上午',
    席位: 2,
    接访人: '李样样',
    身份: '镇代表',
    公布: '已公布',
  });
  expect(readLine(rosterColumns(directory), { ...seat, published: false })).toMatchObject({ 公布: '没公布' });
});

it('a change has from when, who, what, who decided and the notice', () => {
  const change = {
    name: '李样样',
    kind: 'resign',
    date: '2026-06-01',
    body: '主席团',
    notice: '1号',
  } as const;
  expect(readLine(CHANGE_COLUMNS, change)).toEqual({
    从哪天起: on('2026-06-01'),
    姓名: '李样样',
    什么变动: '辞去代表职务',
    决定机关: '主席团',
    公告文号: '1号',
  });
});
