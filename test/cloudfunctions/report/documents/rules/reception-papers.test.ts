/** What is handed out for a reception day: a slip, the list at the door, the notice to an employer, an invitation. */
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import {
  makeEmployerNotice,
  makeEmployerNotices,
} from '../../../../../cloudfunctions/report/documents/rules/employer-notice';
import { makeInvitationSlips } from '../../../../../cloudfunctions/report/documents/rules/invitation-slips';
import { makeNumberList } from '../../../../../cloudfunctions/report/documents/rules/number-list';
import type { Seated } from '../../../../../cloudfunctions/report/documents/rules/reception-days';
import {
  makeSlipSheet,
  type PrintedSlip,
} from '../../../../../cloudfunctions/report/documents/rules/slip-sheet';
import { sayReceiver } from '../../../../../cloudfunctions/report/documents/rules/words';
import { FOOT, readPaper, township } from './read-paper';

const DATE = '2026-12-07';
const receiver = { person: 'p1', name: '丁甲', deputy: true, level: 'town', title: '主席团成员' } as const;
const slip: PrintedSlip = {
  date: DATE,
  home: 'h2',
  half: 'am',
  time: '09:30',
  number: 4,
  code: 'k7q2',
  receiver,
};
const byPhone: Directory = {
  ...township,
  homes: township.homes.map((home) => ({ ...home, phoneDays: [DATE] })),
};

test('the slip says number, time, place and who receives, and leaves the name to be written by hand', () => {
  const sheet = makeSlipSheet(township, slip);
  expect(sheet).toMatchObject({ name: '预约单 2026年12月7日 第4号', title: '代表接访预约单', foot: FOOT });
  expect(readPaper(sheet)).toEqual([
    '[code 40] slip:xk:2026-12-07:k7q2:h2:am:4',
    '> [huge bold] 第4号',
    '> [large bold] 2026年12月7日（星期一）',
    '> [large bold] 上午 09:30',
    '> [large] 预约码 k7q2',
    '[table large]',
    '地点 | 西街之家⏎西街之家一楼',
    '接访人 | 丁甲（主席团成员）',
    '座机 | 0000-h2',
    '称呼 | ',
    '带上这张单子，到时候来就行。来晚了也能谈，按号接着叫。',
    '来不了、要改时间，打座机说一声，或请帮您登记的人改。',
    '[small] 以后自己用手机看：在小程序里填日期、号码和预约码，单子就转到您手机上。',
  ]);
});

test('on a day by phone the slip sends nobody to the house', () => {
  const words = readPaper(makeSlipSheet(byPhone, slip));
  expect(words).toContain('地点 | 西街之家⏎电话接访，到时打座机，不用跑');
  expect(words).toContain('照着这张单子，到时候打座机，报第4号。打晚了也能谈，按号接着来。');
  expect(words.join()).not.toContain('西街之家一楼');
});

test('a slip whose receiver is not known yet, or whose home was given up, has no hole in its words', () => {
  const { receiver: _receiver, ...open } = slip;
  expect(readPaper(makeSlipSheet(township, open))).toContain('接访人 | 当天在岗的代表');
  const gone = readPaper(makeSlipSheet(township, { ...slip, home: 'h9' }));
  expect(gone.slice(6, 9)).toEqual(['地点 | ⏎', '接访人 | 丁甲（主席团成员）', '座机 | ']);
});

test.each([
  ['by title', receiver, '丁甲（主席团成员）'],
  ['by level', { person: 'p2', name: '于乙', deputy: true, level: 'district' }, '于乙（区代表）'],
  ['by name alone', { person: 'p3', name: '王丙', deputy: false }, '王丙'],
] as const)('who receives is told %s', (_how, who, words) => {
  expect(sayReceiver(who)).toBe(words);
});

const times = { start: '08:30', end: '11:30' };
const day: Parameters<typeof makeNumberList>[1] = {
  date: DATE,
  homes: { h1: { am: times, pm: { start: '14:30', end: '17:00' } }, h2: { am: times } },
  seats: { 'h1-am-1': receiver },
  plan: { 'h1-0900-10': 'h1-am-1', 'h1-0830-2': 'h1-am-1' },
  place: { 'h1-0900-10': 'booking', 'h1-0830-2': 0, 'h1-0830-1w': 0, 'h1-1430-1': 0, 'h2-0830-1': 0 },
  blocked: { 'h1-0830-1w': 'away' },
};

test('the list at the door has the numbers of its own home by half-day and number, taken, free or closed', () => {
  const sheet = makeNumberList(township, day, 'h1');
  const title = '今日接访名单';
  expect(sheet).toMatchObject({ name: `${title} 东街之家 2026年12月7日`, title, foot: FOOT });
  expect(readPaper(sheet)).toEqual([
    '[large bold center] 东街之家　2026年12月7日（星期一）',
    '[center] 按号叫，来晚了接着叫。没有预约的，在接待台领号。名单上只写号，不写名字。',
    '[large bold] 上午 08:30—11:30',
    '[table large]',
    '[head] 号 | 时间 | 接待人 |  | 叫过打勾',
    '1号 | 08:30 |  | 停 | ',
    '2号 | 08:30 | 丁甲 | 直接来 | ',
    '10号 | 09:00 | 丁甲 | 已约 | ',
    '[large bold] 下午 14:30—17:00',
    '[table large]',
    '[head] 号 | 时间 | 接待人 |  | 叫过打勾',
    '1号 | 14:30 |  | 直接来 | ',
    '[small bold] 有危险打110，有人病重打120；不知道找谁，打12345，白天夜里都有人接。',
  ]);
});

test('a home has no heading for a half-day in which it does not receive', () => {
  const { blocked: _blocked, ...others } = day;
  const headings = (home: string) =>
    readPaper(makeNumberList(township, others, home)).filter((line) => line.startsWith('[large bold] '));
  expect(headings('h2')).toEqual(['[large bold] 上午 08:30—11:30']);
  expect(headings('h9')).toEqual([]);
  const names = ['h2', 'h9'].map((home) => makeNumberList(township, others, home).name);
  expect(names).toEqual(['今日接访名单 西街之家 2026年12月7日', '今日接访名单  2026年12月7日']);
  const emptied = { ...others, place: { 'h2-1430-1': 0 as const } };
  expect(readPaper(makeNumberList(township, emptied, 'h2')).join()).not.toMatch(/上午|下午/);
});

const seated: Seated = {
  seat: 'h2-pm-1',
  home: 'h2',
  half: 'pm',
  n: 1,
  name: '丁甲',
  badge: '主席团成员',
  deputy: true,
};

test('the notice tells an employer who sits where and when, what the law asks, and whom to ring', () => {
  const sheet = makeEmployerNotice(township, DATE, seated);
  const title = '代表履职通知';
  expect(sheet).toMatchObject({ name: `${title} 2026年12月7日 丁甲`, title, foot: FOOT });
  expect(readPaper(sheet)).toEqual([
    '[large] ＿＿＿＿＿＿＿＿＿＿＿＿＿＿：',
    '[large indent] 贵单位丁甲同志是人大代表（主席团成员）。按溪口镇代表接访日的安排，定于2026年12月7日（星期一）下午14:30–17:00，请该同志到西街之家（西街之家一楼）坐班接待群众。',
    '[large indent] 根据代表法，代表参加闭会期间统一安排的代表活动，所在单位必须给予时间保障，按正常出勤对待，享受所在单位的工资和其他待遇。',
    '[large indent] 请予支持，安排好本人当天的工作。',
    '[large indent] 联系电话：0000-h2',
    '[large indent] 特此通知。',
    '',
    '[large right] 溪口镇人大办（盖章）',
    '[large right] ＿＿＿＿年＿＿月＿＿日',
  ]);
});

test('who is no deputy and has no badge is neither called one nor given empty brackets', () => {
  const outsider = { ...seated, deputy: false, badge: '', half: 'am', name: '王丙' } as const;
  const sheet = makeEmployerNotice(township, DATE, outsider);
  expect(sheet.name).toBe('接访坐班通知 2026年12月7日 王丙');
  expect(readPaper(sheet)[1]).toBe(
    '[large indent] 贵单位王丙同志是接访人。按溪口镇代表接访日的安排，定于2026年12月7日（星期一）上午08:30–11:30，请该同志到西街之家（西街之家一楼）坐班接待群众。',
  );
});

test('a notice for a home that was given up, or for hours it does not hold, has no «undefined» in it', () => {
  const words = readPaper(makeEmployerNotice(township, DATE, { ...seated, home: 'h9' }));
  expect(words[1]).toMatch(/下午14:30–17:00，请该同志到（）坐班接待群众。$/);
  expect(words[4]).toBe('[large indent] 联系电话：');
  const closed = { ...township, settings: { afternoon: '无' } };
  expect(readPaper(makeEmployerNotice(closed, DATE, seated))[1]).toContain('（星期一）下午，请该同志');
});

test('a month’s notices are one document, a page each in the order of the days; of nobody there is none', () => {
  const two = [
    { date: DATE, seated },
    { date: '2026-12-21', seated: { ...seated, deputy: false } },
  ];
  const sheet = makeEmployerNotices(township, { year: 2026, month: 12 }, two);
  expect(sheet).toMatchObject({ name: '2026年12月代表履职通知', title: '代表履职通知' });
  const words = sheet ? readPaper(sheet) : [];
  expect(
    words
      .filter((line) => /^\[page\]|定于/.test(line))
      .map((line) => line.replace(/^.*(定于.{14}).*$/, '$1')),
  ).toEqual(['定于2026年12月7日（星期一', '[page] 接访坐班通知', '定于2026年12月21日（星期']);
  expect(makeEmployerNotices(township, { year: 2026, month: 12 }, [])).toBeUndefined();
});

test('an invitation says who may become what by which code until when; where only of what is there', () => {
  /** 7 December 2026, 01:00 in China. */
  const expiresAt = Date.parse('2026-12-06T17:00:00Z');
  const code = 'k7q2m3xd';
  const sheet = makeInvitationSlips(
    township,
    [
      { name: '丁甲', role: 'deputy', code, expiresAt },
      { name: '王丙', role: 'unit', code, expiresAt, unit: 'u1' },
      { name: '卜戊', role: 'helper', code, expiresAt, village: 'v1' },
      { name: '于乙', role: 'helper', code, expiresAt, village: 'v9' },
    ],
    expiresAt - 14 * 86_400_000,
  );
  expect(sheet).toMatchObject({ name: '邀请条 2026年11月23日 4人', title: '代表之家邀请条', foot: FOOT });
  const how =
    '邀请码：K7Q2-M3XD⏎12月7日（星期一）前有效 | 微信打开小程序，点「我的」里的「我是代表或工作人员」，填邀请码和手机号后四位；人大办确认以后就能用。';
  expect(readPaper(sheet)).toEqual([
    '[small] 一行一张，沿横线剪开，当面交给本人。不要拍照发到群里。',
    '[table large]',
    `丁甲⏎人大代表 | ${how}`,
    `王丙⏎承办单位联络员⏎交通办 | ${how}`,
    `卜戊⏎村干部（代办员）⏎柳村 | ${how}`,
    `于乙⏎村干部（代办员） | ${how}`,
    '[small right] 2026年11月23日（星期一）打印',
  ]);
});
