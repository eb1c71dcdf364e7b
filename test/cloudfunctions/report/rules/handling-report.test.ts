/** 代表建议办理情况报告: what counts since the session, how it is told apart, and what the public does not read. */
import {
  makeHandlingReport,
  type Handled,
  type HandlingFacts,
} from '../../../../cloudfunctions/report/documents/rules/handling-report';
import { baiheDirectory } from '../../../../local/townships/baihe/book';

const TODAY = '2026-11-23';
const FROM = '2026-01-05';
const directory = baiheDirectory(TODAY);
const nameOf = (person: string) => directory.people.find(({ id }) => id === person)?.name ?? '-';

const made: Handled = {
  number: '建0105-0001',
  title: '关于修路的建议',
  lead: 'p5',
  category: 'road',
  state: 'closed',
  open: false,
  due: '2026-03-01',
  session: 's181',
  submittedOn: FROM,
  unit: 'u1',
  replies: [{ letter: '白政建复〔1〕号', signer: '镇长', class: 'A', words: '修好了。', unit: 'u1', at: 0 }],
  opinion: { opinion: 'satisfied', on: '2026-03-01', paper: false },
  answeredOn: '2026-03-01',
  redone: 0,
};
const { session: _session, answeredOn: _on, opinion: _opinion, ...rest } = made;
const open: Handled = { ...rest, state: 'assigned', open: true, replies: [] };

const say = (suggestions: readonly Handled[], more: Partial<HandlingFacts> = {}) => {
  const facts = { reader: 'session', since: '一次会议', from: FROM, today: TODAY, suggestions } as const;
  return JSON.stringify(makeHandlingReport(directory, { ...facts, ...more }).blocks);
};

test('counts from the session’s first day, not before, and leaves out what is no suggestion', () => {
  const words = say([
    made,
    { ...made, submittedOn: '2026-01-04' },
    { ...open, state: 'drafting' },
    { ...open, state: 'withdrawn', open: false },
    { ...open, state: 'letter', open: false },
  ]);
  expect(words).toContain('共收到代表建议1件，其中会议期间1件，闭会期间0件。已经办复1件，其中落实1件');
  expect(words).toContain('另有作代表来信处理的1件');
  expect(words).toContain('满意1件，基本满意0件，不满意0件');
});

test('办复, 落实 and 承诺 are told apart, and what is late is late the day after, not on the day', () => {
  const reply = { letter: '2号', signer: '镇长', words: '在修。', unit: 'u1', at: 0 } as const;
  const promised: Handled = {
    ...made,
    state: 'promised',
    open: true,
    due: '2027-02-01',
    replies: [{ ...reply, class: 'B', doneBy: '2027-02-01' }],
    promise: { class: 'B', doneBy: '2027-02-01' },
  };
  const words = say([made, promised, { ...open, due: TODAY }, { ...open, due: '2026-11-22' }]);
  expect(words).toContain('已经办复2件，其中落实1件，承诺办理1件；正在办理3件，其中超期1件');
  expect(words).toContain('承诺2027年2月1日');
  expect(words.match(/，超期"/g)).toHaveLength(1);
});

test('tells who led it, the letter and what they thought, and what the body or the plan took up', () => {
  const words = say([{ ...made, inPlan: true, key: { state: 'decided', by: 'p1' }, redone: 1 }]);
  for (const part of [nameOf('p5'), '白政建复〔1〕号', '重点督办、年度工作计划', '重新办理过的1件'])
    expect(words).toContain(part);
  expect(say([{ ...made, key: { state: 'proposed', by: 'p17' } }])).toContain('没有列入重点督办');
});

test('the public reads counts and the office’s words by category, no deputy, number, letter or own title', () => {
  const published = { title: '修通组路', result: '已经硬化完工。' };
  const words = say([{ ...made, published }, open, { ...open, category: 'water' }], { reader: 'public' });
  expect(words).toContain('共收到代表建议3件，办复1件');
  expect(words).toContain('2件，办复1件，正在办理1件');
  expect(words).toContain('另有1件没有公开内容');
  for (const part of Object.values(published)) expect(words).toContain(part);
  for (const part of [nameOf('p5'), made.number, made.title, '白政建复']) expect(words).not.toContain(part);
});

test('of nothing it says so', () => {
  for (const reader of ['session', 'public'] as const) {
    const words = say([], { reader, since: '' });
    expect(words).toContain('这段时间没有收到代表建议');
    expect(words).toContain('本届开始以来');
  }
});
