/** 主席团季度材料, part by part: each thing in its own words and with its own day. */
import {
  makePresidiumPack,
  quarterOf,
  type Pack,
  type PackRequest,
  type PackSuggestion,
  type PackTopic,
} from '../../../../../cloudfunctions/report/documents/rules/presidium-pack';
import { listPacks } from '../../../../../miniprogram/office/presidium/view';
import { FOOT, readPaper, TODAY, township } from './read-paper';

const EMPTY: Pack = {
  year: 2026,
  quarter: 4,
  today: TODAY,
  meetings: [],
  topics: [],
  suggestions: [],
  requests: [],
  opinions: [],
  notes: [],
};
const read = (pack: Partial<Pack> = {}) => readPaper(makePresidiumPack(township, { ...EMPTY, ...pack }));
/** What stands under the heading with this number. */
const under = (numeral: string, pack: Partial<Pack>) => {
  const words = read(pack);
  const rest = words.slice(words.findIndex((line) => line.startsWith(`[large bold] ${numeral}、`)) + 1);
  return rest.slice(
    0,
    rest.findIndex((line) => /^\[(large bold|small)\]/.test(line)),
  );
};
const TABLE = '[head] 编号 | 内容 | 承办单位 | 进展 | 期限';
const LATE_TABLE = '[head] 编号 | 内容 | 承办单位 | 应办好';

const suggestion: PackSuggestion = {
  number: '建1',
  title: '修路',
  state: 'assigned',
  open: true,
  due: '2026-11-22',
  unit: 'u1',
  submittedOn: '2026-08-01',
};
const request: PackRequest = {
  number: 'R1',
  category: 'water',
  village: 'v1',
  state: 'assigned',
  due: '2026-11-01',
};
const opinion = {
  title: '看渠',
  date: '2026-10-20',
  state: 'transferred',
  due: '2026-11-10',
  unit: 'u2',
} as const;

test('a quarter of nothing has six headings, each of which says so, and the days it counts', () => {
  const sheet = makePresidiumPack(township, EMPTY);
  expect(sheet).toMatchObject({
    name: '主席团2026年第四季度材料',
    title: '溪口镇人大主席团2026年第四季度材料',
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '[large bold] 一、主席团会议',
    '本季度没有登记主席团会议。主席团会议每季度至少一次。',
    '[large bold] 二、2026年监督计划',
    '本年度还没有监督计划。',
    '[large bold] 三、重点督办',
    '没有列入重点督办的。',
    '[large bold] 四、代表建议',
    '本季度代表提出建议0条，办复0条；现在还在办理0条。',
    '[large bold] 五、超期事项',
    '没有超期的。',
    '[large bold] 六、联系代表',
    '本季度没有登记联系代表的情况。',
    '[small] 季度内的数按10月1日至12月31日计，现状按 2026年11月23日（星期一）。',
  ]);
});

test('meetings stand from the first to the last with who came and what was decided how', () => {
  const meeting = (date: string, items: Pack['meetings'][number]['items']) => ({
    date,
    due: 7,
    persons: ['p1', 'p2'],
    items,
  });
  const items = [
    { title: '定督办', for: 5, against: 1, abstain: 0, passed: true },
    { title: '定议题', for: 2, against: 3, abstain: 1, passed: false },
  ];
  expect(under('一', { meetings: [meeting('2026-11-02', []), meeting('2026-10-08', items)] })).toEqual([
    '2026年10月8日（星期四）：应到7人，实到2人。',
    '[head] 议题 | 表决 | 结果',
    '定督办 | 赞成5，反对1，弃权0 | 通过',
    '定议题 | 赞成2，反对3，弃权1 | 没有通过',
    '2026年11月2日（星期一）：应到7人，实到2人。',
  ]);
});

test('a meeting counts on the first and the last day of its quarter, not beside them', () => {
  const { from, to } = quarterOf(2026, 4);
  expect([from, to]).toEqual(['2026-10-01', '2026-12-31']);
  const meetings = [to, from, '2027-01-01', '2026-09-30'].map((date) => ({
    date,
    due: 7,
    persons: [],
    items: [],
  }));
  expect(under('一', { meetings })).toEqual([
    '2026年10月1日（星期四）：应到7人，实到0人。',
    '2026年12月31日（星期四）：应到7人，实到0人。',
  ]);
});

test('a topic of the plan says how, when and with whom it stands; late from the day after, and never once it is over', () => {
  const topic: PackTopic = {
    title: '饮水安全',
    form: 'enforcement',
    on: '2026-09-01',
    state: 'handed',
    due: '2026-11-22',
    unit: 'u2',
  };
  const { unit: _unit, ...own } = topic;
  const topics = [topic, { ...topic, due: TODAY }, { ...own, form: 'report', state: 'accepted' } as const];
  expect(under('二', { topics })).toEqual([
    '[head] 题目 | 方式 | 计划时间 | 交给 | 进展',
    '饮水安全 | 执法检查 | 9月1日 | 水利站 | 超期（11月22日前）',
    '饮水安全 | 执法检查 | 9月1日 | 水利站 | 审议意见已交办',
    '饮水安全 | 听取专项工作报告 | 9月1日 |  | 已办结',
  ]);
});

test('重点督办 has suggestions, requests and opinions, each as it stands, asked for or decided', () => {
  const { unit: _unit, ...handed } = suggestion;
  const pack = {
    suggestions: [
      suggestion,
      { ...suggestion, key: { state: 'proposed' } },
      { ...handed, number: '建2', key: { state: 'decided' }, open: false },
    ],
    requests: [request, { ...request, key: 'asked' }, { ...request, number: 'R2', key: true }],
    opinions: [
      opinion,
      { ...opinion, key: { state: 'proposed' } },
      { ...opinion, title: '看桥', key: { state: 'decided' } },
    ],
  } as const;
  expect(under('三', pack)).toEqual([
    TABLE,
    '建1 | 修路 | 交通办 | 已提请，待主席团决定 | 11月22日',
    '建2 | 修路 |  | 已交办，待联系代表 | ',
    'R1 | 群众意见：柳村饮水 |  | 已提请，待主席团决定 | 11月1日',
    'R2 | 群众意见：柳村饮水 |  | 已交办，待签收 | 11月1日',
    ' | 视察意见：看渠（10月20日） | 水利站 | 已提请，待主席团决定 | 11月10日',
    ' | 视察意见：看桥（10月20日） | 水利站 | 待签收 | 11月10日',
  ]);
  expect(under('三', { suggestions: [suggestion], requests: [request], opinions: [opinion] })).toEqual([
    '没有列入重点督办的。',
  ]);
});

test('handed in and answered count in the quarter, open ones whenever they came; drafts, letters and withdrawn never', () => {
  const { submittedOn: _on, ...drafted } = suggestion;
  const inside = { ...suggestion, submittedOn: '2026-10-01' };
  const suggestions: PackSuggestion[] = [
    suggestion,
    inside,
    { ...suggestion, open: false, answeredOn: '2026-12-31' },
    { ...suggestion, open: false, answeredOn: '2026-09-30' },
    drafted,
    { ...inside, state: 'withdrawn' },
    { ...inside, state: 'letter' },
  ];
  expect(under('四', { suggestions })).toEqual(['本季度代表提出建议1条，办复1条；现在还在办理2条。']);
});

test('what is late is told with whose it is and since when, suggestions before requests before opinions', () => {
  const { unit: _unit, ...handed } = suggestion;
  const pack = {
    suggestions: [
      suggestion,
      { ...handed, number: '建2' },
      { ...suggestion, open: false },
      { ...suggestion, due: TODAY },
    ],
    requests: [request, { ...request, due: TODAY }],
    opinions: [opinion, { ...opinion, due: TODAY }],
  };
  expect(under('五', pack)).toEqual([
    '超期的代表建议2条，群众意见1件，视察意见1条。',
    LATE_TABLE,
    '建1 | 修路 | 交通办 | 11月22日',
    '建2 | 修路 |  | 11月22日',
    'R1 | 群众意见：柳村饮水 |  | 11月1日',
    ' | 视察意见：看渠（10月20日） | 水利站 | 11月10日',
  ]);
});

test.each([
  [30, 30, undefined],
  [31, 30, '下面列出其中30件，其余在工作台看。'],
])('of %i late ones %i are listed', (count, listed, said) => {
  const words = under('五', { requests: Array.from({ length: count }, () => request) });
  expect(words[0]).toBe(`超期的代表建议0条，群众意见${String(count)}件，视察意见0条。`);
  expect(words.find((line) => line.startsWith('下面'))).toBe(said);
  expect(words.filter((line) => line.startsWith('R1'))).toHaveLength(listed);
});

test('of liaison it says of the quarter how much of each kind there was and how much of it is settled', () => {
  const notes = [
    { kind: 'opinion', date: '2026-10-01', settled: true },
    { kind: 'opinion', date: '2026-12-31', settled: false },
    { kind: 'difficulty', date: '2026-11-01', settled: false },
    { kind: 'training', date: '2026-09-30', settled: true },
  ] as const;
  expect(under('六', { notes })).toEqual([
    '代表意见2件，其中有了结果的1件。',
    '履职或生活困难1件，其中有了结果的0件。',
  ]);
  expect(under('六', { notes: notes.slice(3) })).toEqual(['本季度没有登记联系代表的情况。']);
});

test('each quarter has its own numeral and its own days', () => {
  const quarters = [1, 2, 3].map((quarter) => {
    const { name, blocks } = makePresidiumPack(township, { ...EMPTY, quarter });
    return [name, /按(.*?)计/.exec(readPaper({ blocks }).at(-1) ?? '')?.[1]];
  });
  expect(quarters).toEqual([
    ['主席团2026年第一季度材料', '1月1日至3月31日'],
    ['主席团2026年第二季度材料', '4月1日至6月30日'],
    ['主席团2026年第三季度材料', '7月1日至9月30日'],
  ]);
});

test('the phone offers the quarter that runs and the one before, across the year', () => {
  expect(listPacks('2026-11-23').map(({ text }) => text)).toEqual(['2026年第四季度', '2026年第三季度']);
  expect(listPacks('2027-01-01').map(({ year, quarter }) => [year, quarter])).toEqual([
    [2027, 1],
    [2026, 4],
  ]);
});
