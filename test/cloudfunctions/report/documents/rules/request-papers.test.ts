/** What somebody who asked, and the unit that has to answer, hold in their hands. */
import {
  makeAssignmentSheet,
  type Assignment,
} from '../../../../../cloudfunctions/report/documents/rules/assignment-sheet';
import { makeReceipt, type Receipt } from '../../../../../cloudfunctions/report/documents/rules/receipt';
import { makeRegistrationForm } from '../../../../../cloudfunctions/report/documents/rules/registration-form';
import {
  makeReplySheet,
  type Replied,
} from '../../../../../cloudfunctions/report/documents/rules/reply-sheet';
import type { Sheet } from '../../../../../cloudfunctions/report/documents/rules/sheet';
import { FOOT, readPaper, township } from './read-paper';

const receipt: Receipt = {
  number: '1123-ABCD',
  registeredOn: '2026-11-23',
  kind: '反映',
  village: '柳村',
  category: '道路',
  title: '桥头的路塌了',
  holder: '代表 丁甲',
  nextDate: '2026-11-26',
  tellBy: '2026-12-08',
};
const assignment: Assignment = {
  number: '1123-ABCD',
  title: '桥头的路塌了',
  text: '塌了两米宽，\n车过不去。',
  kind: '反映',
  village: '柳村',
  category: '道路',
  submittedOn: '2026-11-23',
  lead: '交通办',
  assisting: ['水利站', '农业办'],
  assignedOn: '2026-11-24',
  replyBy: '2026-12-24',
  words: '请先设路障。',
  deputy: '丁甲',
  asker: { name: '李婶', phone: '139****1111' },
};
const reply: Replied = {
  number: '1123-ABCD',
  title: '桥头的路塌了',
  text: '塌了两米宽。',
  kind: '反映',
  village: '柳村',
  category: '道路',
  submittedOn: '2026-11-23',
  unit: '交通办',
  repliedOn: '2026-12-01',
  className: '正在解决',
  words: '已经动工。',
  promisedBy: '2026-12-20',
};

/** The words of one row. */
const rowOf = (sheet: Sheet, head: string) =>
  readPaper(sheet)
    .find((line) => line.startsWith(`${head} | `))
    ?.slice(head.length + 3);

test('the receipt says who has it until when, by when a written word is owed, and whom to ring', () => {
  const sheet = makeReceipt(township, receipt);
  expect(sheet).toMatchObject({ name: '登记回执 1123-ABCD', title: '溪口镇群众意见登记回执', foot: FOOT });
  expect(readPaper(sheet)).toEqual([
    '[table large]',
    '编号 | 1123-ABCD',
    '登记日期 | 2026年11月23日（星期一）',
    '类别 | 反映　柳村　道路',
    '反映的事 | 桥头的路塌了',
    '现在谁在办 | 代表 丁甲',
    '下一步 | 2026年11月26日（星期四）前',
    '本人 | ',
    '[bold] 2026年12月8日（星期二）前，书面告诉您这件事交给了哪里，或者该找哪里。',
    '凭编号可以到代表之家、打座机或在小程序里问办到哪一步。',
    '[small] 东街之家　座机 0000-h1',
    '[small] 西街之家　座机 0000-h2',
    '[small bold] 有危险打110，有人病重打120；不知道找谁，打12345，白天夜里都有人接。',
    '[right] 溪口镇人大（盖章）　2026年11月23日（星期一）',
  ]);
});

test('once it was said where it went, the receipt says that instead of when it will be said', () => {
  const words = '这件事归法院管。';
  const told = { on: '2026-12-01', words };
  const papers = [{ ...told, door: '法院' }, told].map((each) =>
    readPaper(makeReceipt(township, { ...receipt, told: each })),
  );
  const [withDoor = [], without = []] = papers;
  const at = withDoor.indexOf('[large bold] 办理去向告知');
  expect(withDoor.slice(at - 1, at + 5)).toEqual([
    '本人 | ',
    '[large bold] 办理去向告知',
    '告知日期 | 2026年12月1日（星期二）',
    '该找哪里 | 法院',
    `去向 | ${words}`,
    '凭编号可以到代表之家、打座机或在小程序里问办到哪一步。',
  ]);
  expect(without).toEqual(withDoor.filter((line) => !line.startsWith('该找哪里')));
});

test('a receipt has no row for what is not known: no title, no next day, no word that is owed', () => {
  const { nextDate: _next, tellBy: _tell, ...over } = receipt;
  const whole = readPaper(makeReceipt(township, receipt));
  const less = readPaper(makeReceipt(township, { ...over, title: '' }));
  expect(less).toEqual(whole.filter((line) => !/^(反映的事|下一步|\[bold\])/.test(line)));
  expect(whole).toHaveLength(less.length + 3);
});

test('the unit reads what is asked of whom by when, signs for it, and has room to write what it did', () => {
  const sheet = makeAssignmentSheet(township, assignment);
  expect(sheet).toMatchObject({ name: '转办单 1123-ABCD', title: '溪口镇群众意见转办单', foot: FOOT });
  expect(readPaper(sheet)).toEqual([
    '[right] 交办日期：2026年11月24日（星期二）',
    '编号 | 1123-ABCD',
    '什么事 | 桥头的路塌了⏎塌了两米宽，⏎车过不去。',
    '哪里、哪类 | 柳村　道路　反映',
    '反映日期 | 2026年11月23日（星期一）',
    '反映人 | 李婶　139****1111（完整号码请承办人在程序里看，看了会记下来）',
    '联系代表 | 丁甲',
    '主办单位 | 交通办',
    '协办单位 | 水利站、农业办',
    '人大办意见 | 请先设路障。',
    '答复期限 | 2026年12月24日（星期四）前书面答复人大办',
    '签收 | 签收人＿＿＿＿＿＿＿＿　＿＿＿＿年＿＿月＿＿日',
    '办理情况 | ⏎8',
    '承办单位 | 负责人＿＿＿＿＿＿＿＿（盖章）　＿＿＿＿年＿＿月＿＿日',
    '不归本单位办的，请在5个工作日内写明理由退回，只能退一次。办不成的也要答复，说明原因。',
    '[small] 请勿向无关的人透露反映人和反映的内容。',
  ]);
});

test('what the office has not written or set stays empty on the unit’s sheet, to be written in by hand', () => {
  const { number, title, kind, village, category, submittedOn, lead } = assignment;
  const bare = { number, title, kind, village, category, submittedOn, lead, text: '', assisting: [] };
  const sheet = makeAssignmentSheet(township, bare);
  expect(readPaper(sheet)[0]).toBe('[right] 交办日期：＿＿＿＿年＿＿月＿＿日');
  const heads = ['联系代表', '协办单位', '人大办意见', '答复期限', '什么事'];
  expect(heads.map((head) => rowOf(sheet, head))).toEqual(['', '无', '', '', title]);
});

test.each<[string, Assignment['asker'], string]>([
  ['without consent', undefined, '反映人没有同意告诉承办单位，要联系请找人大办'],
  ['who left nothing', {}, '没写称呼　没留电话'],
  ['who left a name alone', { name: '李婶' }, '李婶　没留电话'],
])('the asker %s stands on the unit’s sheet as just that', (_name, asker, words) => {
  const { asker: _asker, ...others } = assignment;
  expect(rowOf(makeAssignmentSheet(township, asker ? { ...others, asker } : others), '反映人')).toBe(words);
});

test('the days in which a unit may send it back are the township’s own', () => {
  const own = { ...township, settings: { unitReturnDays: 3 } };
  expect(readPaper(makeAssignmentSheet(own, assignment)).at(-2)).toMatch(/^不归本单位办的，请在3个工作日内/);
});

test('the answer on paper says who answered what when, what is still to come, and asks whether it is solved', () => {
  const sheet = makeReplySheet(township, reply);
  expect(sheet).toMatchObject({ name: '答复单 1123-ABCD', title: '溪口镇群众意见答复单', foot: FOOT });
  expect(readPaper(sheet)).toEqual([
    '编号 | 1123-ABCD',
    '您反映的 | 桥头的路塌了⏎塌了两米宽。',
    '哪里、哪类 | 柳村　道路',
    '反映日期 | 2026年11月23日（星期一）',
    '答复单位 | 交通办',
    '答复日期 | 2026年12月1日（星期二）',
    '结果 | 正在解决',
    '答复 | 已经动工。',
    '还要办的 | 2026年12月20日（星期日）前办好，办好了再答复您一次',
    '[large bold] 请您说一说',
    '解决了吗 | □解决了　□没办好　□不同意这个结果',
    '满意吗 | □满意　□基本满意　□不满意',
    '想说的 | ⏎2',
    '签名 | ＿＿＿＿＿＿＿＿　＿＿＿＿年＿＿月＿＿日',
    '没办好的，会重新办；不同意的，代表当面给您说明。填好交给送单子的人，或打座机告诉人大办。',
    '[small] 东街之家　座机 0000-h1',
    '[small] 西街之家　座机 0000-h2',
  ]);
  const { promisedBy: _promised, ...over } = reply;
  expect(rowOf(makeReplySheet(township, over), '还要办的')).toBeUndefined();
});

test('a title that is all there is to read does not stand there twice', () => {
  for (const text of ['', reply.title]) {
    expect(rowOf(makeReplySheet(township, { ...reply, text }), '您反映的')).toBe(reply.title);
    expect(rowOf(makeAssignmentSheet(township, { ...assignment, text }), '什么事')).toBe(reply.title);
  }
});

test('the blank form asks for no more than the app does: a phone need not be left, and who sees it is ticked', () => {
  const sheet = makeRegistrationForm(township);
  expect(sheet).toMatchObject({ name: '来访登记表', title: '溪口镇代表接访来访登记表', foot: FOOT });
  expect(readPaper(sheet)).toEqual([
    '[right] 第＿＿＿号　　＿＿＿＿年＿＿月＿＿日　＿＿时＿＿分',
    '接访地点 | □东街之家　□西街之家',
    '怎么称呼 | ',
    '电话 | （可以不留。不留的，到代表之家或打座机问结果）',
    '事情在哪里 | ＿＿＿＿＿＿＿＿村　　＿＿＿＿组　　□不知道是哪个组',
    '哪一类 | □道路　□饮水',
    '是什么 | □咨询　□反映　□群众建议',
    '什么事 | ⏎13',
    '谁能看到 | □不让代表看到我的名字　□不让本村代表看　□可以公开，不写名字（办时只公开题目，办结后公开结果）',
    '接访人 | ',
    '怎么办的 | □当场说清　□转为意见　□约好上门',
    '说明 | ⏎3',
    '登记人 | ',
    '[small] 不用填身份证号。这张表由人大办收存，录入后按规定销毁，不给无关的人看。',
  ]);
});
