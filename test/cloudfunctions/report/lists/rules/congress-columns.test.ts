/** Lists of 视察意见, of the presidium, of 代表履职 and of the district. */
import {
  guidanceColumns,
  liaisonColumns,
  meetingColumns,
  opinionColumns,
  type OpinionListed,
} from '../../../../../cloudfunctions/report/lists/rules/body-columns';
import {
  ASKED_COLUMNS,
  PASSED_COLUMNS,
} from '../../../../../cloudfunctions/report/lists/rules/district-columns';
import {
  DEPUTY_COLUMNS,
  disputeColumns,
  quietColumns,
  STUDY_COLUMNS,
} from '../../../../../cloudfunctions/report/lists/rules/duty-columns';
import type {
  MeetingDocument,
  NoteDocument,
} from '../../../../../cloudfunctions/congress/presidium/rules/presidium-document';
import { smallDirectory } from '../../../request/rules/books';
import { on, readLine } from './read-line';

const TODAY = '2026-11-23';
const directory = {
  ...smallDirectory([], [{ id: 'p1' }, { id: 'p2' }]),
  units: [{ id: 'u1', name: '交通办', categories: [] }],
};

describe('an opinion of an inspection', () => {
  const opinion: OpinionListed = {
    title: '看水库',
    date: '2026-06-01',
    words: '渠口要修',
    unit: 'u1',
    due: '2026-11-22',
    state: 'accepted',
  };
  const line = (changes: Partial<OpinionListed> = {}) =>
    readLine(opinionColumns(directory, TODAY), { ...opinion, ...changes });

  it('has of which inspection, what, whose and until when', () => {
    expect(line()).toEqual({
      视察日期: on('2026-06-01'),
      哪次视察: '看水库',
      意见: '渠口要修',
      承办单位: '交通办',
      状态: '办理中',
      期限: on('2026-11-22'),
      超期: '超期',
    });
    expect(line({ due: TODAY })).not.toHaveProperty('超期');
  });

  it('has what was urged, answered or given back, and whether it is 重点督办: proposed is not yet', () => {
    const more = { urgedOn: '2026-07-01', answeredOn: '2026-08-01', answer: '修好了', returned: '不归我们' };
    expect(line({ ...more, key: { state: 'decided' } })).toMatchObject({
      催办日期: on('2026-07-01'),
      答复日期: on('2026-08-01'),
      答复: '修好了',
      退回原因: '不归我们',
      重点督办: '是',
    });
    expect(line({ key: { state: 'proposed' } })).not.toHaveProperty('重点督办');
  });
});

describe('a meeting', () => {
  const meeting = {
    date: '2026-06-01',
    place: '三楼',
    due: 9,
    persons: ['p1', 'p2'],
    items: [],
    minutes: '小李',
  } as unknown as MeetingDocument;
  const columns = meetingColumns(directory);
  const item = { title: '修路', for: 2, against: 0, abstain: 1, passed: true };

  it('has who should and did come, and each matter with its votes, none as 0', () => {
    expect(readLine(columns, { meeting, item })).toEqual({
      日期: on('2026-06-01'),
      地点: '三楼',
      应到: 9,
      实到: 2,
      到会的人: '代表p1、代表p2',
      议题: '修路',
      赞成: 2,
      反对: 0,
      弃权: 1,
      结果: '通过',
      记录人: '小李',
    });
    expect(readLine(columns, { meeting, item: { ...item, passed: false } })).toMatchObject({
      结果: '没有通过',
    });
  });

  it('without a matter has neither votes nor a result', () => {
    const line = readLine(columns, { meeting });
    for (const title of ['议题', '赞成', '反对', '弃权', '结果']) expect(line).not.toHaveProperty(title);
  });
});

const note = { kind: 'difficulty', date: '2026-06-01', by: 'p2', words: '没有车' } as NoteDocument;
const answered: NoteDocument = { ...note, answer: { words: '安排了', on: '2026-06-09' } };

describe('who keeps in touch with whom', () => {
  const columns = liaisonColumns(directory);

  it('has what was noted of a deputy, by whom, and what came of it', () => {
    expect(readLine(columns, { name: '李样样', member: 'p1', note: answered })).toEqual({
      代表: '李样样',
      联系人: '代表p1',
      日期: on('2026-06-01'),
      什么: '履职或生活困难',
      内容: '没有车',
      谁记的: '代表p2',
      结果: '安排了',
      哪天有结果: on('2026-06-09'),
    });
  });

  it('says that nobody does, and that the office noted it; before an answer nothing stands there', () => {
    const line = readLine(columns, { name: '李样样', member: '', note: { ...note, by: 'account' } });
    expect(line).toMatchObject({ 联系人: '还没有人联系', 谁记的: '人大办' });
    expect(line).not.toHaveProperty('结果');
    expect(line).not.toHaveProperty('哪天有结果');
  });

  it('of whom nothing is noted has no note', () => {
    expect(readLine(columns, { name: '李样样', member: 'p1' })).toEqual({ 代表: '李样样', 联系人: '代表p1' });
  });
});

it('what came from above has what, from when, noted by whom, and what came of it', () => {
  const columns = guidanceColumns(directory);
  expect(readLine(columns, { ...answered, kind: 'advice' })).toEqual({
    日期: on('2026-06-01'),
    什么: '上级意见',
    内容: '没有车',
    谁记的: '代表p2',
    结果: '安排了',
    哪天有结果: on('2026-06-09'),
  });
  const open = readLine(columns, { ...note, by: 'account' });
  expect(open).toMatchObject({ 谁记的: '人大办' });
  expect([open['结果'], open['哪天有结果']]).toEqual([undefined, undefined]);
});

describe('the district’s lists', () => {
  it('say what a township passed up, in its office’s words, and what the district answered', () => {
    const passed = {
      request: 'r',
      from: '白鹤镇',
      number: '转1',
      category: '道路',
      summary: '修路',
      on: '2026-06-01',
      state: 'passed-up',
    } as const;
    expect(readLine(PASSED_COLUMNS, passed)).toEqual({
      转报日期: on('2026-06-01'),
      哪个乡镇: '白鹤镇',
      编号: '转1',
      类别: '道路',
      摘要: '修路',
      状态: '已转报区人大',
    });
    const answer = { words: '列入计划', on: '2026-07-01' };
    expect(readLine(PASSED_COLUMNS, { ...passed, answer })).toMatchObject({
      区里的答复: '列入计划',
      答复日期: on('2026-07-01'),
    });
  });

  it('say what a township asks for', () => {
    const asked = { ...note, kind: 'training', from: '白鹤镇' } as const;
    expect(readLine(ASKED_COLUMNS, asked)).toEqual({
      日期: on('2026-06-01'),
      哪个乡镇: '白鹤镇',
      什么: '想要的培训',
      内容: '没有车',
    });
    expect(readLine(ASKED_COLUMNS, { ...asked, answer: { words: '安排', on: '2026-07-01' } })).toMatchObject({
      区里的答复: '安排',
      答复日期: on('2026-07-01'),
    });
  });
});

describe('the lists of 代表履职', () => {
  it('say which record a deputy doubts, and why', () => {
    const dispute = { person: 'p1', kind: 'study', date: '2026-06-01', words: '我在', on: '2026-06-09' };
    expect(readLine(disputeColumns(directory), dispute)).toEqual({
      提出日期: on('2026-06-09'),
      代表: '代表p1',
      疑问的是哪一条: '小组学习',
      那条的日期: on('2026-06-01'),
      哪里不对: '我在',
    });
  });

  it('have a month beside the other for each group’s studies', () => {
    expect(STUDY_COLUMNS.map(([title]) => title)).toEqual([
      '代表小组',
      ...Array.from({ length: 12 }, (_, n) => `${String(n + 1)}月`),
    ]);
    expect(readLine(STUDY_COLUMNS, { name: '第一小组', months: ['已学', '', '已排'] })).toEqual({
      代表小组: '第一小组',
      '1月': '已学',
      '3月': '已排',
    });
  });

  it('say whom to call, and of which group', () => {
    expect(readLine(quietColumns(directory), { name: '李样样', group: 'g2' })).toEqual({
      姓名: '李样样',
      代表小组: '第二小组',
    });
    expect(readLine(quietColumns(directory), { name: '李样样' })).toEqual({ 姓名: '李样样' });
  });

  it('say of a deputy of the district what was done, or that nothing is noted', () => {
    const fact = {
      kind: 'study',
      date: '2026-06-01',
      heading: 'training',
      title: '学法',
      entered: true,
    } as const;
    expect(readLine(DEPUTY_COLUMNS, { name: '李样样', fact })).toEqual({
      姓名: '李样样',
      日期: on('2026-06-01'),
      做了什么: '小组学习',
      名称: '学法',
      归在哪一项: '学习培训',
      补录: '补录',
    });
    expect(readLine(DEPUTY_COLUMNS, { name: '李样样' })).toEqual({ 姓名: '李样样' });
    const bare = { kind: 'study', date: '2026-06-01', entered: false };
    expect(readLine(DEPUTY_COLUMNS, { name: '李样样', fact: bare })).toEqual({
      姓名: '李样样',
      日期: on('2026-06-01'),
      做了什么: '小组学习',
    });
  });
});
