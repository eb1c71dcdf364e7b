/** Papers of a session: what is said of time, agenda and numbers, and what is left to be written and signed by hand. */
import {
  makeSessionPaper,
  type PaperFacts,
} from '../../../../../cloudfunctions/report/documents/rules/session-papers';
import type { SessionPaperName } from '../../../../../miniprogram/contract/congress/papers';
import { FOOT, readPaper, township } from './read-paper';

const morning = { id: 'b1', date: '2026-12-21', start: '08:30', end: '11:30', title: '上午会' };
const facts: PaperFacts = {
  card: township.card,
  session: {
    name: '十九届一次会议',
    from: '2026-12-21',
    to: '2026-12-22',
    place: '镇政府三楼',
    agenda: [
      { id: 'a1', title: '听取报告', at: { date: '2026-12-21', start: '09:00' } },
      { id: 'a2', title: '表决决议' },
    ],
    sittings: [morning, { ...morning, id: 'b2', date: '2026-12-22', title: '闭幕会' }],
  },
  members: [
    { name: '丁甲', group: '第一小组', result: '到会' },
    { name: '于乙', group: '第二小组', result: '请假' },
    { name: '王丙', group: '第二小组', result: '未到' },
    { name: '卜戊', group: '第二小组', result: '到会' },
  ],
  needed: 3,
  observers: ['戊', '己'],
};
const empty: PaperFacts = {
  ...facts,
  session: { ...facts.session, agenda: [], sittings: [] },
  observers: [],
};
const oneDay: PaperFacts = { ...facts, session: { ...facts.session, to: '2026-12-21' } };
const read = (paper: SessionPaperName, own: PaperFacts = facts) => readPaper(makeSessionPaper(paper, own));
const GAP = '　';
const DATE = '＿＿＿＿年＿＿月＿＿日';
const BLANK = '＿＿＿＿＿＿';
const DAYS = '2026年12月21日（星期一）至2026年12月22日（星期二）';

test.each<[SessionPaperName, string, string]>([
  ['request', '关于召开会议的请示', '关于召开十九届一次会议的请示'],
  ['plan', '会议工作方案', '十九届一次会议会议工作方案'],
  ['script', '主持词', '十九届一次会议主持词'],
  ['signSheet', '签到册', '十九届一次会议签到册'],
  ['ballot', '表决票', '十九届一次会议表决票'],
  ['interpellation', '质询案（空白）', '十九届一次会议质询案（空白）'],
  ['attendance', '出席情况表', '十九届一次会议出席情况表'],
])('the paper «%s» is filed and headed by its session', (paper, what, title) => {
  expect(makeSessionPaper(paper, facts)).toMatchObject({ name: `十九届一次会议 ${what}`, title, foot: FOOT });
});

test('the party committee is asked for the days, the agenda with its times, and who takes part', () => {
  expect(read('request')).toEqual([
    '[bold] 中共＿＿＿＿＿＿委员会：',
    `[indent] 根据法律规定和工作安排，拟于${DAYS}在镇政府三楼召开溪口镇十九届一次会议。现将有关事项请示如下：`,
    '[bold] 一、建议议程',
    '[indent] 1. 12月21日09:00 听取报告',
    '[indent] 2. 表决决议',
    '[bold] 二、参加人员',
    `[indent] 应出席代表4名；列席人员：${BLANK}。`,
    '[bold] 三、会务安排',
    `[indent] ${BLANK}${BLANK}${BLANK}`,
    '[indent] 妥否，请批示。',
    '[right] 溪口镇人民代表大会主席团',
    `[right] ${DATE}`,
  ]);
});

test('a session of one day says the day once, and of an item only its time; without items there is a line to write on', () => {
  const words = read('request', oneDay);
  expect(words[1]).toContain('拟于2026年12月21日（星期一）在镇政府三楼');
  expect(words[3]).toBe('[indent] 1. 09:00 听取报告');
  expect(read('request', empty)[3]).toBe(`[indent] 1. ${BLANK}`);
});

test('the plan has the sittings, how many must be there, and the work to share out', () => {
  expect(read('plan')).toEqual([
    '[bold] 一、时间和地点',
    `[indent] ${DAYS}，镇政府三楼。`,
    '[bold] 二、议程',
    '[indent] 1. 12月21日09:00 听取报告',
    '[indent] 2. 表决决议',
    '[bold] 三、日程',
    '[head] 日期 | 时间 | 内容 | 主持人',
    '2026年12月21日（星期一） | 08:30-11:30 | 上午会 | ',
    '2026年12月22日（星期二） | 08:30-11:30 | 闭幕会 | ',
    '[bold] 四、人数',
    '[indent] 应出席代表4名，到会3名以上方可开会。',
    '[bold] 五、分工',
    '[head] 事项 | 负责人、承办人 | 完成时间',
    '会议材料 |  | ',
    '通知代表 |  | ',
    '会场布置 |  | ',
    '签到和计票 |  | ',
    '记录和简报 |  | ',
    '安全和后勤 |  | ',
  ]);
});

test('who leads the session reads the numbers, each item in its turn, and the end', () => {
  expect(read('script')).toEqual([
    '[bold] 各位代表：',
    '[indent] 本次会议应到代表4名，实到＿＿＿名，请假＿＿＿名，到会代表超过三分之二（3名），符合法定人数，可以开会。',
    '[indent] 现在我宣布：十九届一次会议开幕。请全体起立，奏唱国歌。',
    '[indent] 现在进行第一项：听取报告。',
    '[indent] 现在进行第二项：表决决议。',
    '[indent] 表决：赞成的请举手（投票）……；反对的请举手……；弃权的请举手……。',
    '[indent] 赞成＿＿＿票，反对＿＿＿票，弃权＿＿＿票。赞成票超过全体代表的半数，通过。',
    '[indent] 现在我宣布：十九届一次会议闭幕。',
    `[right] 主持人：${BLANK}`,
  ]);
});

test.each([
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [19, '十九'],
  [20, '二十'],
  [21, '二十一'],
  [30, '三十'],
  [32, '三十二'],
])('item %i is the %s', (count, said) => {
  const agenda = Array.from({ length: count }, (_, at) => ({
    id: `a${String(at)}`,
    title: `议程${String(at + 1)}`,
  }));
  const words = read('script', { ...facts, session: { ...facts.session, agenda } });
  expect(words).toContain(`[indent] 现在进行第${said}项：议程${String(count)}。`);
});

test('each deputy has a line to sign and a column for each sitting, four at most', () => {
  expect(read('signSheet')).toEqual([
    `${DAYS}${GAP}镇政府三楼`,
    '[head] 序号 | 姓名 | 代表小组 | 12.21上午会 | 12.22闭幕会',
    '1 | 丁甲 | 第一小组 |  | ',
    '2 | 于乙 | 第二小组 |  | ',
    '3 | 王丙 | 第二小组 |  | ',
    '4 | 卜戊 | 第二小组 |  | ',
    '[bold] 列席人员签名：',
    ...Array.from({ length: 4 }, () => ' |  |  | '),
  ]);
  expect(read('signSheet', empty)[1]).toBe('[head] 序号 | 姓名 | 代表小组 | 签名');
  const sittings = Array.from({ length: 5 }, () => morning);
  const many = read('signSheet', { ...facts, session: { ...facts.session, sittings } });
  expect(many[1]?.split('12.21上午会')).toHaveLength(5);
});

test('the ballot has a box for and against and abstaining at each item, and no name', () => {
  const below = [
    '[small] 每项只选一格，在□内打√；多选或不选的，该项作弃权（废票）由监票人认定。不写名字。',
    '[small] 以全体代表的过半数通过。',
    `[right] ${DATE}${GAP}（盖章）`,
  ];
  const above = ['[center] 溪口镇十九届一次会议', '[head] 表决事项 | 赞成 | 反对 | 弃权'];
  expect(read('ballot')).toEqual([...above, '听取报告 | □ | □ | □', '表决决议 | □ | □ | □', ...below]);
  expect(read('ballot', empty)).toEqual([...above, `${BLANK} | □ | □ | □`, ...below]);
});

test('an interpellation has room for what is asked and why, ten names, and how it is to be answered', () => {
  expect(read('interpellation')).toEqual([
    `受质询机关：${BLANK}${BLANK}`,
    '质询的问题 | ⏎6',
    '内容和理由 | ⏎12',
    '[bold] 提质询案的代表（十人以上联名，本人签名）：',
    ...Array.from({ length: 4 }, () => ' |  |  | '),
    `[right] 提出日期：${DATE}`,
    '主席团决定的答复方式 | □在主席团会议上口头答复　□在大会全体会议上口头答复　□书面答复',
    '答复日期和情况 | ⏎2',
  ]);
});

test('the attendance says of which sitting it is, counts each kind, and names deputies and observers', () => {
  expect(read('attendance', { ...facts, sitting: morning })).toEqual([
    '2026年12月21日（星期一） 08:30-11:30 上午会',
    '[bold] 应到4名，实到2名，请假1名，未到1名；法定人数3名，不足法定人数。列席2名。',
    '[head] 序号 | 姓名 | 代表小组 | 情况',
    '1 | 丁甲 | 第一小组 | 到会',
    '2 | 于乙 | 第二小组 | 请假',
    '3 | 王丙 | 第二小组 | 未到',
    '4 | 卜戊 | 第二小组 | 到会',
    '列席：戊、己',
    `[right] 工作人员：${BLANK}${GAP}${DATE}`,
  ]);
});

test('as many as are needed are enough; who has no result yet and where nobody observed has nothing there', () => {
  const members = facts.members.map(({ name, group }) => ({ name, group }));
  const words = read('attendance', { ...empty, members });
  expect(words[0]).toBe('');
  expect(words[3]).toBe('1 | 丁甲 | 第一小组 | ');
  expect(words.join()).not.toContain('列席：');
  expect(read('attendance', { ...facts, needed: 2 })[1]).toContain('法定人数2名，符合法定人数');
});
