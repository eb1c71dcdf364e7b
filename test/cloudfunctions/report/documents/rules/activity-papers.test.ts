/** The papers of one activity: what is known of it and no more, who was asked and who came, and what it led to. */
import { makeActivityPaper } from '../../../../../cloudfunctions/report/documents/rules/activity-papers';
import type { ActivityPaperName } from '../../../../../miniprogram/contract/activity-papers';
import { FOOT, readPaper, township } from './read-paper';

type Activity = Parameters<typeof makeActivityPaper>[1];
const picture = (use: 'photo' | 'recording') => ({
  use,
  file: 'f',
  check: { state: 'passed' as const },
  by: 'p1',
  openid: 'o',
  at: 1,
});
const opinion = {
  site: '东渠',
  words: '把渠修通',
  unit: '水利站',
  due: '2026-12-31',
  state: 'closed',
  answer: '已经修通。',
  followed: '看过了，通水。',
} as const;

const inspection: Activity = {
  kind: 'inspection',
  date: '2026-11-11',
  state: 'held',
  persons: ['p1', 'p2'],
  invited: {
    p1: { a: 'coming', there: true },
    p3: { a: 'on-leave' },
    p5: { a: 'on-leave' },
    p2: { a: 'on-leave', there: true },
    p4: { a: 'invited' },
  },
  village: 'v1',
  group: 'g1',
  people: 12,
  helped: { children: 3, elders: 0, alone: 2 },
  topicFrom: 'people',
  tag: '代表行动',
  entered: true,
  pictures: { a: picture('photo'), b: picture('photo'), c: picture('recording') },
  said: {
    title: '看渠',
    place: '东渠口',
    mandate: '区人大常委会',
    words: '看了两处。\n群众盼水。',
    result: '通了水。',
    sites: [
      { name: '东渠', quality: '好', progress: '过半', suggestion: '快些' },
      { name: '西渠', progress: '没开工' },
    ],
  },
  opinions: [opinion],
};
/** Nothing is known of it but that it is planned. */
const bare: Activity = {
  kind: 'study',
  date: '2026-12-01',
  state: 'planned',
  persons: [],
  invited: {},
  said: {},
  opinions: [],
};
const read = (paper: ActivityPaperName, activity: Activity = inspection) =>
  readPaper(makeActivityPaper(township, activity, paper));

const FACTS = [
  '类别：视察',
  '时间：2026年11月11日（星期三）',
  '地点：东渠口',
  '受委托：区人大常委会',
  '代表小组：第一小组',
  '议题来源：群众关心',
  '所属活动：代表行动',
  '群众人数：12 人',
  '帮助的人：留守儿童 3 人、孤寡老人 2 人',
  '照片：2 张（存在小程序里）',
  '录音：1 段（存在小程序里）',
  '说明：事后补录',
];
const BARE_FACTS = ['类别：小组学习', '时间：2026年12月1日（星期二）'];
const OPINIONS = [
  '[large bold] 视察意见',
  '[head] 意见 | 承办单位 | 期限 | 办理情况',
  '东渠：把渠修通 | 水利站 | 2026年12月31日 | 已办结⏎已经修通。⏎看过了，通水。',
];
const BY_HAND = ['', '', ''];
const HOST = '[right] 溪口镇人大';

test('the notice calls those who are asked by name, and says when, where and what there is to see', () => {
  const sheet = makeActivityPaper(township, inspection, 'notice');
  expect(sheet).toMatchObject({ name: '看渠 通知 2026年11月11日', title: '溪口镇看渠 通知', foot: FOOT });
  expect(readPaper(sheet)).toEqual([
    '丁甲、王丙、石己、于乙、卜戊：',
    '[indent] 定于2026年11月11日（星期三）举行看渠。现将有关事项通知如下。',
    '时间：2026年11月11日（星期三）',
    '地点：东渠口',
    '看的点：东渠、西渠',
    '[indent] 请安排好时间参加。确实来不了的，请在小程序里点「请假」并写明原因，或打电话告诉人大办。',
    HOST,
  ]);
});

test('an activity without title, place or guests is called by its kind, and every deputy is asked', () => {
  const sheet = makeActivityPaper(township, bare, 'notice');
  expect(sheet.name).toBe('小组学习 通知 2026年12月1日');
  expect(readPaper(sheet)).toEqual([
    '各位代表：',
    '[indent] 定于2026年12月1日（星期二）举行小组学习。现将有关事项通知如下。',
    '时间：2026年12月1日（星期二）',
    '[indent] 请安排好时间参加。确实来不了的，请在小程序里点「请假」并写明原因，或打电话告诉人大办。',
    HOST,
  ]);
  for (const paper of ['notice', 'record'] as const)
    expect(read(paper, { ...bare, village: 'v1' })).toContain('地点：柳村');
});

test('the list to sign has who was asked or came, each once, and empty lines up to twenty', () => {
  const rows = read('signIn');
  expect(rows.slice(0, 18)).toEqual([
    ...FACTS,
    '[head] 序号 | 姓名 | 签名 | 备注',
    '1 | 丁甲 |  | ',
    '2 | 王丙 |  | ',
    '3 | 石己 |  | ',
    '4 | 于乙 |  | ',
    '5 | 卜戊 |  | ',
  ]);
  expect(rows.slice(18)).toEqual(Array.from({ length: 15 }, (_, at) => `${String(at + 6)} |  |  | `));
});

test('whoever came uninvited stands on the list too, and nobody twice', () => {
  const came = { ...bare, invited: { p1: { a: 'coming' } }, persons: ['p1', 'p4'] } as const;
  const names = read('signIn', came).slice(BARE_FACTS.length + 1, BARE_FACTS.length + 4);
  expect(names).toEqual(['1 | 丁甲 |  | ', '2 | 卜戊 |  | ', '3 |  |  | ']);
});

test('on a full list there are still four lines for who comes unasked', () => {
  const persons = Array.from({ length: 30 }, (_, at) => `x${String(at)}`);
  const people = persons.map((id) => ({
    id,
    name: id,
    strokes: 1,
    claimed: true,
    absent: [],
    memberships: [],
  }));
  const sheet = makeActivityPaper({ ...township, people }, { ...bare, persons }, 'signIn');
  const rows = readPaper(sheet).slice(BARE_FACTS.length + 1);
  expect(rows).toHaveLength(34);
  expect(rows.slice(29, 31)).toEqual(['30 | x29 |  | ', '31 |  |  | ']);
});

test('the record has who came, who was on leave and did not come, the sites, and what was said and decided', () => {
  expect(read('record')).toEqual([
    ...FACTS,
    '参加：丁甲、于乙',
    '请假：王丙、石己',
    '[head] 点 | 质量 | 进度 | 建议',
    '东渠 | 好 | 过半 | 快些',
    '西渠 |  | 没开工 | ',
    '[large bold] 内容',
    '[indent] 看了两处。',
    '[indent] 群众盼水。',
    '[large bold] 结果',
    '[indent] 通了水。',
    ...OPINIONS,
    '[right] 记录人：                审核人：',
  ]);
});

test('the record of what nobody described yet has lines to write on, and claims nobody was there', () => {
  const planned = { ...bare, persons: ['p1'], invited: { p1: { a: 'coming' } } } as const;
  const record = [...BARE_FACTS, '[large bold] 内容', ...BY_HAND, '[right] 记录人：                审核人：'];
  expect(read('record', planned)).toEqual(record);
  expect(read('record', { ...bare, said: { words: '' } })).toEqual(record);
  expect(read('record', { ...bare, helped: { children: 0 }, pictures: {} })).toEqual(record);
});

test('an own kind that was noted without a title stands there under its name', () => {
  expect(makeActivityPaper(township, { ...bare, kind: 'own-夜访' }, 'record').title).toBe('溪口镇夜访 记录');
});

test('the summary counts who came, what was seen, and what of the opinions is answered', () => {
  const { answer: _answer, followed: _followed, ...fresh } = opinion;
  const more: Activity = {
    ...inspection,
    opinions: [opinion, { ...fresh, state: 'transferred' }, { ...fresh, state: 'accepted' }],
  };
  expect(read('summary', more)).toEqual([
    '[indent] 2026年11月11日（星期三），溪口镇人大组织看渠。参加代表 2 人，看了 2 个点，转交视察意见 3 条，已答复 1 条。',
    '[large bold] 做法',
    '[indent] 看了两处。',
    '[indent] 群众盼水。',
    '[large bold] 成效',
    '[indent] 通了水。',
    ...OPINIONS,
    '东渠：把渠修通 | 水利站 | 2026年12月31日 | 待签收',
    '东渠：把渠修通 | 水利站 | 2026年12月31日 | 办理中',
    '[large bold] 下一步打算',
    ...BY_HAND,
    HOST,
  ]);
});

test('a summary of little is short, with room to write', () => {
  expect(read('summary', bare)).toEqual([
    '[indent] 2026年12月1日（星期二），溪口镇人大组织小组学习。参加代表 0 人。',
    '[large bold] 做法',
    ...BY_HAND,
    '[large bold] 成效',
    ...BY_HAND,
    '[large bold] 下一步打算',
    ...BY_HAND,
    HOST,
  ]);
});

test('the report goes from site to site, each with what was found there alone', () => {
  expect(read('findings')).toEqual([
    ...FACTS,
    '参加：丁甲、于乙',
    '请假：王丙、石己',
    '[large bold] 总的情况',
    '[indent] 看了两处。',
    '[indent] 群众盼水。',
    '[large bold] 东渠',
    '质量：好',
    '进度：过半',
    '建议：快些',
    '[large bold] 西渠',
    '进度：没开工',
    ...OPINIONS,
    HOST,
  ]);
  expect(read('findings', bare)).toEqual([...BARE_FACTS, HOST]);
});

test('the allowance is signed by who was there; before the day by who is asked', () => {
  const head = '[head] 序号 | 姓名 | 误工天数 | 金额 | 签名';
  const last = '[small] 天数和金额由镇里按规定填写。';
  expect(read('allowance')).toEqual([...FACTS, head, '1 | 丁甲 |  |  | ', '2 | 于乙 |  |  | ', last]);
  const planned: Activity = { ...bare, invited: { p3: { a: 'invited' }, p9: { a: 'invited' } } };
  expect(read('allowance', planned)).toEqual([...BARE_FACTS, head, '1 | 王丙 |  |  | ', last]);
});

test('the archive set is notice, list, record and summary, in this order, each on pages of its own', () => {
  const sheet = makeActivityPaper(township, inspection, 'archive');
  expect(sheet).toMatchObject({ name: '看渠 归档材料 2026年11月11日', title: '溪口镇看渠 通知' });
  const [, ...titles] = ['通知', '签到册', '记录', '总结'].map((paper) => `[page] 溪口镇看渠 ${paper}`);
  const words = readPaper(sheet);
  expect(words.filter((line) => line.startsWith('[page]'))).toEqual(titles);
  const each = (['notice', 'signIn', 'record', 'summary'] as const).flatMap((paper) => read(paper));
  expect(words.filter((line) => !line.startsWith('[page]'))).toEqual(each);
});
