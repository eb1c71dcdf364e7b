import {
  AUDIT_COLUMNS,
  bookingColumns,
  factColumns,
  requestColumns,
  sayKind,
  SLOT_COLUMNS,
  type BookedRow,
} from '../../../../../cloudfunctions/report/lists/rules/columns';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { smallDirectory } from '../../../request/rules/books';
import { bornRequestOf } from '../../../request/rules/born';
import { on, readLine } from './read-line';

const small = smallDirectory([], [{ id: 'p1', level: 'town' }, { id: 'p2' }]);
const directory = {
  ...small,
  units: [{ id: 'u1', name: '交通办', categories: [] }],
  homes: small.homes.map((home) => ({ ...home, name: '城关之家' })),
};
const AT = Date.parse('2026-11-23T00:30:00+08:00');

describe('a request', () => {
  const TODAY = '2026-06-05';
  const line = (changes: Partial<RequestDocument>, today = TODAY) =>
    readLine(requestColumns(directory, today), bornRequestOf({ createdAt: AT, ...changes }));

  it('has its number, days, place, kind and who has it, in words', () => {
    expect(line({})).toEqual({
      编号: '0601-AAAA',
      反映日期: on('2026-11-23'),
      村: '甲村',
      类别: '道路',
      性质: '反映',
      什么事: '第一行',
      状态: '已提交',
      谁在办: expect.stringContaining('第一小组') as string,
      期限: on('2026-06-04'),
      超期: '超期',
      代表小组: '第一小组',
    });
  });

  it('of somebody who hides their name says to the office what it is of', () => {
    const privacy = { hideName: true, notOwnVillage: false, publishable: false };
    expect(line({ privacy })).toMatchObject({ 什么事: '第一行' });
  });

  it('is late from the day after its last one', () => {
    expect(line({}, '2026-06-04')).not.toHaveProperty('超期');
    expect(line({}, '2026-06-05')).toHaveProperty('超期');
  });

  it('that is over is nobody’s, and has no day to be late for', () => {
    const over = line({ open: false, state: 'closed' });
    for (const title of ['谁在办', '期限', '超期']) expect(over).not.toHaveProperty(title);
    expect(over).toMatchObject({ 状态: '办结' });
  });

  it('has of a unit its name, of replies the last one’s class, and how it was rated', () => {
    const replies = [{ class: 'D' }, { class: 'C' }, { class: 'A' }] as unknown as NonNullable<
      RequestDocument['replies']
    >;
    const rating = { satisfaction: 'basic' } as unknown as NonNullable<RequestDocument['rating']>;
    expect(line({ lead: 'u1', replies, rating })).toMatchObject({
      主办单位: '交通办',
      答复: 'A 已经解决',
      评价: '基本满意',
    });
  });

  it('says neither who asked nor how to reach them', () => {
    const titles = requestColumns(directory, TODAY).map(([title]) => title);
    expect(titles.filter((title) => /姓名|称呼|电话/.test(title))).toEqual([]);
  });
});

describe('a booking', () => {
  const booked: BookedRow = {
    date: '2026-12-07',
    home: 'h1',
    half: 'pm',
    time: '14:30',
    number: 3,
    receiver: '李样样',
    name: '王**',
    phoneTail: '1234',
    category: 'water',
    state: 'met',
    origin: 'behalf',
    outcome: 'matter',
  };
  const line = (changes: Partial<BookedRow> = {}) =>
    readLine(bookingColumns(directory), { ...booked, ...changes });

  it('has when and where, who receives whom, what of, and what came of it', () => {
    expect(line()).toEqual({
      日期: on('2026-12-07'),
      代表之家: '城关之家',
      半天: '下午',
      时间: '14:30',
      号: 3,
      接访人: '李样样',
      称呼: '王**',
      电话后四位: '1234',
      哪类事: '水利',
      怎么来的: '替人预约',
      到没到: '已接访',
      结果: '转为意见',
    });
  });

  it('that has not taken place has no result', () => {
    const { outcome: _outcome, ...open } = booked;
    expect(readLine(bookingColumns(directory), { ...open, state: 'booked' })).not.toHaveProperty('结果');
  });

  it.each([
    ['phone', '手机预约'],
    ['walk-in', '直接来的'],
  ] as const)('%s is %s', (origin, words) => {
    expect(line({ origin })).toMatchObject({ 怎么来的: words });
  });
});

describe('a fact', () => {
  const bare = { fact: 'f', kind: 'help', date: '2026-06-01', persons: [], entered: false, title: '' };
  const source = { kind: 'activity', id: 'a' } as const;

  it('has what was done, by whom, where and of what', () => {
    const about = {
      title: '修渠',
      heading: 'contact',
      persons: ['p1', 'p2'],
      level: 'district',
      home: 'h2',
      group: 'g2',
      village: 'v2',
      category: 'water',
      entered: true,
    } as const;
    expect(readLine(factColumns(directory), { ...bare, ...about, source })).toEqual({
      日期: on('2026-06-01'),
      做了什么: '帮办实事',
      名称: '修渠',
      归在哪一项: '联系选民',
      谁: '代表p1、代表p2',
      区镇: '区代表',
      代表之家: '城关之家',
      代表小组: '第二小组',
      村: '乙村',
      类别: '水利',
      补录: '补录',
    });
  });

  it('has nothing where nothing is known', () => {
    expect(readLine(factColumns(directory), { ...bare, source })).toEqual({
      日期: on('2026-06-01'),
      做了什么: '帮办实事',
    });
  });
});

it.each([
  ['study', '小组学习'],
  ['reception', '接待群众'],
  ['reception-other', '接待群众（其他接访人）'],
  ['request-submitted', '收到群众意见'],
  ['request-answered', '答复群众意见'],
  ['request-solved', '群众意见解决'],
  ['request-rated', '群众评价'],
  ['no-such-kind', '履职'],
])('%s is called %s', (kind, words) => {
  expect(sayKind(kind)).toBe(words);
});

it('a row of the audit has its day and hour in China, who, what and on what', () => {
  const row = { row: 'r', at: AT, by: 'p1', who: '李样样', act: 'take', did: '接下', on: '0601-AAAA' };
  expect(readLine(AUDIT_COLUMNS, row)).toEqual({
    日期: on('2026-11-23'),
    时间: '00:30',
    谁: '李样样',
    做了什么: '接下',
    对什么: '0601-AAAA',
  });
});

it('a row behind a figure has its day where it has one', () => {
  const row = { row: 'r', title: '视察村道', words: '通村路' };
  expect(readLine(SLOT_COLUMNS, { ...row, date: '2026-06-01' })).toEqual({
    日期: on('2026-06-01'),
    什么: '视察村道',
    说明: '通村路',
  });
  expect(readLine(SLOT_COLUMNS, row)).not.toHaveProperty('日期');
});
