/** 代表建议办理情况报告, table by table: what is counted where, in which order, and what is said where nothing is. */
import {
  makeHandlingReport,
  type Handled,
  type HandlingFacts,
} from '../../../../../cloudfunctions/report/documents/rules/handling-report';
import { FOOT, readPaper, TODAY, township } from './read-paper';

/** The session’s first day. */
const FROM = '2026-01-05';

const open: Handled = {
  number: '建1',
  title: '修路',
  lead: 'p1',
  category: 'road',
  state: 'assigned',
  open: true,
  due: TODAY,
  submittedOn: FROM,
  unit: 'u1',
  replies: [],
  redone: 0,
};
const letter = {
  letter: '溪政复1号',
  signer: '镇长',
  class: 'B',
  words: '在修。',
  unit: 'u1',
  at: 0,
} as const;
const promised: Handled = {
  ...open,
  number: '建2',
  title: '修桥',
  state: 'promised',
  due: '2027-02-01',
  session: 's1',
  replies: [letter],
  promise: { class: 'B', doneBy: '2027-03-01' },
  opinion: { opinion: 'basic', on: '2026-05-01', paper: false },
  answeredOn: '2026-05-01',
};
const done: Handled = {
  ...open,
  number: '建3',
  title: '修渠',
  lead: 'p2',
  category: 'water',
  state: 'closed',
  open: false,
  unit: 'u2',
  replies: [letter, { ...letter, class: 'D' }, { ...letter, letter: '溪政复2号', class: 'A' }],
  opinion: { opinion: 'dissatisfied', on: '2026-06-01', paper: true },
  answeredOn: '2026-06-01',
  redone: 1,
  inPlan: true,
};
const late: Handled = {
  ...open,
  number: '建4',
  title: '通水',
  category: 'water',
  due: '2026-11-22',
  unit: 'u2',
  key: { state: 'decided', by: 'p1' },
};
/** No unit has it yet. */
const { unit: _unit, ...unassigned } = { ...open, number: '建5', title: '种树', category: 'water' };
const fresh: Handled = { ...unassigned, state: 'submitted', due: '2026-12-01' };
const rows = [open, promised, done, late, fresh];

const made = (suggestions: readonly Handled[], more: Partial<HandlingFacts> = {}) => {
  const facts = {
    reader: 'session',
    since: '一次会议',
    from: FROM,
    today: TODAY,
    suggestions,
  } as const;
  return makeHandlingReport(township, { ...facts, ...more });
};
const read = (suggestions: readonly Handled[], more: Partial<HandlingFacts> = {}) =>
  readPaper(made(suggestions, more));
/** What stands under a heading. */
const under = (heading: string, words: readonly string[]) => {
  const at = words.findIndex((line) => line.startsWith(`[large bold] ${heading}`));
  const rest = words.slice(at + 1);
  const end = rest.findIndex((line) => /^\[(large bold|small)\]/.test(line));
  return rest.slice(0, end);
};
const MEANING =
  '[small] 办复：已经书面答复，代表也填了意见。落实：最后一次答复是 A。承诺：答复是 B、C，还没有再次答复。';
const OPEN_HEAD = '[head] 编号 | 题目 | 承办单位 | 到哪一步 | 期限';
const UNIT_HEAD = '[head] 承办单位 | 件数 | 办复 | 正在办 | 超期 | 不满意';

test('the session reads the whole, by category and unit with the most first, and each one by name', () => {
  const sheet = made(rows);
  expect(sheet).toMatchObject({
    name: '代表建议办理情况报告（截至2026年11月23日）',
    title: '溪口镇人大代表建议办理情况报告',
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '[center] 自一次会议（2026年1月5日）以来，截至2026年11月23日。',
    '[large bold] 一、总的情况',
    '[indent] 共收到代表建议5件，其中会议期间1件，闭会期间4件。已经办复2件，其中落实1件，承诺办理1件；正在办理4件，其中超期1件。',
    '[indent] 代表对办理情况：满意0件，基本满意1件，不满意1件；重新办理过的1件。',
    '[large bold] 二、按类别',
    '[head] 类别 | 件数 | 办复 | 落实 | 承诺 | 正在办',
    '饮水 | 3 | 1 | 1 | 0 | 2',
    '道路 | 2 | 1 | 0 | 1 | 2',
    '[large bold] 三、按承办单位',
    UNIT_HEAD,
    '交通办 | 2 | 1 | 2 | 0 | 0',
    '水利站 | 2 | 1 | 1 | 1 | 1',
    '[large bold] 四、重点督办和列入年度工作计划的',
    '[head] 编号 | 题目 | 承办单位 | 列入 | 进展',
    '建3 | 修渠 | 水利站 | 年度工作计划 | 办结',
    '建4 | 通水 | 水利站 | 重点督办 | 已交办，待联系代表',
    '[large bold] 五、正在办理和承诺办理的',
    OPEN_HEAD,
    '建1 | 修路 | 交通办 | 已交办，待联系代表 | 2026年11月23日',
    '建2 | 修桥 | 交通办 | 承诺办理中 | 承诺2027年3月1日',
    '建4 | 通水 | 水利站 | 已交办，待联系代表 | 2026年11月22日，超期',
    '建5 | 种树 |  | 已提交，待审查 | 2026年12月1日',
    '[large bold] 六、存在的问题和下一步打算',
    '[indent] （由报告人填写）',
    '[large bold] 附：已经办复的代表建议',
    '[head] 编号 | 题目 | 领衔代表 | 承办单位 | 答复 | 代表意见',
    '建2 | 修桥 | 丁甲 | 交通办 | B 正在解决⏎溪政复1号 | 基本满意',
    '建3 | 修渠 | 于乙 | 水利站 | A 已经解决⏎溪政复2号 | 不满意',
    MEANING,
  ]);
});

test('where nothing is open, answered, overseen or assigned each table says so', () => {
  const unanswered = read([fresh]);
  expect(under('三', unanswered)).toEqual(['还没有交办给单位的。']);
  expect(under('四', unanswered)).toEqual(['没有列入重点督办或年度工作计划的。']);
  expect(unanswered.at(-2)).toBe('还没有办复的。');
  expect(under('五', read([{ ...done, open: false }]))).toEqual(['没有正在办理的，全部办结。']);
});

test('what was only proposed for supervision is not overseen yet, and what nobody asked of is not either', () => {
  const proposed = { ...late, key: { state: 'proposed', by: 'p1' } } as const;
  expect(under('四', read([proposed, open]))).toEqual(['没有列入重点督办或年度工作计划的。']);
  const both = { ...fresh, inPlan: true, key: { state: 'decided', by: 'p1' } } as const;
  expect(under('四', read([both]))[1]).toBe('建5 | 种树 |  | 重点督办、年度工作计划 | 已提交，待审查');
});

test.each<[string, readonly Handled[], string[]]>([
  ['nothing', [open], []],
  ['a district’s', [{ ...open, state: 'passed-up', open: false }], ['[indent] 转报区人大1件。']],
  ['letters', [open, { ...open, state: 'letter' }], ['[indent] 另有作代表来信处理的1件，不计在内。']],
  [
    'both',
    [open, { ...open, state: 'passed-up' }, { ...open, state: 'letter' }, { ...open, state: 'letter' }],
    ['[indent] 转报区人大1件；另有作代表来信处理的2件，不计在内。'],
  ],
])('what was passed on or is a letter is told apart: %s', (_what, suggestions, words) => {
  expect(under('一', read(suggestions)).slice(2)).toEqual(words);
});

test('what is a letter or was taken back stands in no table', () => {
  const letters = [
    { ...open, number: '信1', state: 'letter' },
    { ...done, number: '撤1', state: 'withdrawn' },
  ] as const;
  const words = read([open, ...letters]);
  expect(words.filter((line) => !line.includes('来信处理'))).toEqual(read([open]));
});

test('an answer without a reply or an opinion leaves its cell empty, and the unit may be gone', () => {
  const { opinion: _opinion, unit: _none, ...plain } = done;
  expect(read([{ ...plain, replies: [] }]).at(-2)).toBe('建3 | 修渠 | 于乙 |  |  | ');
});

test('satisfied is told from basically and from not', () => {
  const opinionOf = (opinion: 'satisfied' | 'basic' | 'dissatisfied') =>
    ({ ...done, opinion: { opinion, on: '2026-06-01', paper: false } }) as const;
  const some = [opinionOf('satisfied'), opinionOf('satisfied'), opinionOf('basic')];
  expect(under('一', read(some))[1]).toContain('满意2件，基本满意1件，不满意0件');
});

test('the public reads counts by category, the most first, and what the office worded', () => {
  const told = { ...done, published: { title: '渠道修通', result: '已经通水。' } };
  const { unit: _none, ...planned } = { ...open, published: { title: '修路', result: '明年修。' } };
  const sheet = made([planned, told, late, fresh], { reader: 'public' });
  expect(sheet).toMatchObject({
    name: '代表建议办理情况公开（截至2026年11月23日）',
    title: '溪口镇人大代表建议办理情况公开',
  });
  const head = '[head] 建议 | 承办单位 | 办理情况 | 结果';
  expect(readPaper(sheet)).toEqual([
    '[center] 自一次会议（2026年1月5日）以来，截至2026年11月23日。',
    '[indent] 共收到代表建议4件，办复1件，其中落实1件，承诺办理0件；正在办理3件。',
    '[large bold] 饮水',
    '3件，办复1件，正在办理2件。',
    head,
    '渠道修通 | 水利站 | 已经通水。 | A 已经解决',
    '另有2件没有公开内容。',
    '[large bold] 道路',
    '1件，办复0件，正在办理1件。',
    head,
    '修路 |  | 明年修。 | ',
    MEANING,
  ]);
});

test('a category of which nothing is published has its counts alone', () => {
  expect(read([open], { reader: 'public' }).slice(2)).toEqual([
    '[large bold] 道路',
    '1件，办复0件，正在办理1件。',
    MEANING,
  ]);
});

test('of a time without suggestions both readers are told so, and nothing else', () => {
  const { submittedOn: _on, ...draft } = open;
  for (const reader of ['session', 'public'] as const)
    expect(read([draft, { ...open, submittedOn: '2026-01-04' }], { reader, since: '' })).toEqual([
      '[center] 自2026年1月5日本届开始以来，截至2026年11月23日。',
      '[indent] 这段时间没有收到代表建议。',
      MEANING,
    ]);
});
