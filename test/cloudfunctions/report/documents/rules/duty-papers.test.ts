/** What is printed of a deputy's duty: the record of a year, the report to the voters, its ballot and result. */
import {
  makeDutyRecord,
  type RecordedFact,
} from '../../../../../cloudfunctions/report/documents/rules/duty-record';
import {
  makeBallotResult,
  makeBallotSheet,
  makeReportText,
  type Reported,
} from '../../../../../cloudfunctions/report/documents/rules/duty-report-papers';
import { makeEssentials } from '../../../../../cloudfunctions/report/documents/rules/essentials';
import { FOOT, readPaper, TODAY, township } from './read-paper';

const fact = (changes: Partial<RecordedFact>): RecordedFact => ({
  kind: 'help',
  date: '2026-03-01',
  heading: 'contact',
  entered: false,
  ...changes,
});
const recordOf = (facts: readonly RecordedFact[]) =>
  makeDutyRecord(township, { name: '丁甲', year: 2026, facts, today: TODAY });
const LAST =
  '[small] 按 2026年11月23日（星期一）的台账打印。有出入的，请在小程序里点「这条不对」告诉人大办。';

test('the record stands under the eight headings in their order, each by date, with where and what was entered later', () => {
  const { heading: _heading, ...unnamed } = fact({ kind: 'position' });
  const sheet = recordOf([
    fact({ date: '2026-05-02', village: 'v2', entered: true, title: '修水渠' }),
    fact({ date: '2026-02-01', village: 'v1' }),
    fact({ kind: 'study', heading: 'training', title: '', entered: true }),
    fact({ date: '2026-04-01', village: 'v9' }),
    unnamed,
    fact({ date: '2026-04-01', title: '同一天的第二件' }),
  ]);
  expect(sheet).toMatchObject({
    name: '履职档案 丁甲 2026年',
    title: '溪口镇人大代表履职档案（2026年）',
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '代表：丁甲',
    '[large bold] 学习培训',
    '[head] 日期 | 内容 | 地点',
    '2026年3月1日（星期日） | 小组学习 | 补录',
    '[large bold] 联系选民',
    '[head] 日期 | 内容 | 地点',
    '2026年2月1日（星期日） | 帮办实事 | 柳村',
    '2026年4月1日（星期三） | 帮办实事 | ',
    '2026年4月1日（星期三） | 帮办实事：同一天的第二件 | ',
    '2026年5月2日（星期六） | 帮办实事：修水渠 | 石村，补录',
    LAST,
  ]);
});

test.each([
  ['reception', '接待群众'],
  ['reception-other', '接待群众'],
  ['request-answered', '答复群众意见'],
  ['request-solved', '群众意见解决'],
  ['own-夜访', '夜访'],
  ['something-later', '履职'],
])('a fact of the kind %s is called %s', (kind, words) => {
  expect(readPaper(recordOf([fact({ kind })]))[3]).toBe(`2026年3月1日（星期日） | ${words} | `);
});

test('a year of which nothing is known says so', () => {
  expect(readPaper(recordOf([]))).toEqual(['代表：丁甲', '这一年还没有记下的。', LAST]);
});

const about: Reported = {
  name: '丁甲',
  date: '2026-11-20',
  place: '柳村村委会',
  to: '选区选民',
  mandate: '区人大常委会',
  grades: ['优秀', '称职', '不称职'],
};

test('the report is the deputy’s own words by part, the first without a heading, unwritten parts left out', () => {
  const sheet = makeReportText(township, about, [
    { part: 'basis', words: '我是丁甲。\n今年五十岁。', edited: true },
    { part: 'contact', words: '走访十户。', edited: true },
    { part: 'awards', words: ' ', edited: false },
    { part: 'ahead', words: '多下村。', edited: false },
  ]);
  expect(sheet).toMatchObject({
    name: '述职报告 丁甲 2026年11月20日',
    title: '溪口镇人大代表述职报告',
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '受委托：区人大常委会',
    '各位选区选民：',
    '[indent] 我是丁甲。',
    '[indent] 今年五十岁。',
    '[large bold] 联系选民',
    '[indent] 走访十户。',
    '[large bold] 不足和打算',
    '[indent] 多下村。',
    '[right] 报告人：丁甲',
    '[right] 2026年11月20日（星期五）',
  ]);
});

test('who reports on nobody’s behalf says nothing of a mandate', () => {
  expect(readPaper(makeReportText(township, { ...about, mandate: '' }, []))).toEqual([
    '各位选区选民：',
    '[right] 报告人：丁甲',
    '[right] 2026年11月20日（星期五）',
  ]);
});

test('the ballot has a box for each grade and no place for a name', () => {
  const sheet = makeBallotSheet(township, about);
  expect(sheet).toMatchObject({
    name: '测评票 丁甲 2026年11月20日',
    title: '溪口镇人大代表述职测评票',
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '述职代表：丁甲',
    '日期：2026年11月20日（星期五）',
    '[head] 优秀 | 称职 | 不称职',
    ' |  | ',
    '[small] 请在一格里画「○」。画两格以上的不计入等次；不用写名字。',
  ]);
});

test('the result counts the papers that were given back, the spoiled ones among them', () => {
  const counts = [
    { grade: '优秀', n: 20 },
    { grade: '称职', n: 8 },
  ];
  const ballot = { present: 35, counts, spoiled: 2 };
  const sheet = makeBallotResult(township, about, ballot);
  expect(sheet).toMatchObject({
    name: '述职测评结果 丁甲 2026年11月20日',
    title: '溪口镇人大代表述职测评结果告知书',
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '受委托：区人大常委会',
    '丁甲代表：',
    '[indent] 您于2026年11月20日（星期五）在柳村村委会向选区选民述职。到会选区选民35人，收回测评票30张。结果已当场宣读，现书面告知如下。',
    '[head] 等次 | 票数',
    '优秀 | 20',
    '称职 | 8',
    '不计入等次 | 2',
    '[small] 本结果一份交代表本人，一份存档，不在小程序里显示，不对外公布，不与他人比较。',
    '[right] 代表签收：                日期：',
    '[right] 溪口镇人大',
  ]);
  const nowhere = readPaper(makeBallotResult(township, { ...about, place: '', mandate: '' }, ballot));
  expect(nowhere[1]).toMatch(/^\[indent\] 您于2026年11月20日（星期五）向选区选民述职。/);
});

test('what a deputy must know names the law’s day, and says when and by whom it was printed', () => {
  const sheet = makeEssentials(township, TODAY);
  expect(sheet).toMatchObject({ name: '代表应知应会', title: '人大代表应知应会', foot: FOOT });
  const words = readPaper(sheet);
  expect(words[0]).toBe('[small] 按2025年3月11日修正的代表法整理，用大白话说；以法律原文为准。');
  expect(words[1]).toBe('[large bold] 我是谁');
  expect(words[2]).toMatch(/^第2条 \| 代表由选举产生/);
  expect(words.at(-1)).toBe('[small right] 溪口镇人大2026年11月23日（星期一）印');
});
