import { REQUEST_OUTCOMES, SATISFACTION_LABELS, wordsOfState } from '../../../miniprogram/contract/labels';
import type { RequestView } from '../../../miniprogram/contract/request';
import type { Reply } from '../../../miniprogram/contract/request-life';
import { sayDone } from '../../../miniprogram/contract/request-steps';
import { sayClass, toRequestWords, toSteps } from '../../../miniprogram/view/request-sheet';
import { request } from '../../support/sample-answers';

const TODAY = '2026-11-24';
const AT = Date.parse('2026-11-20T10:00:00+08:00');
const say = (more: Partial<RequestView> = {}) => toRequestWords({ ...request, ...more }, TODAY);
const marks = (more: Partial<RequestView>): readonly string[] => say({ reader: 'owner', ...more }).marks;
const marksFor = (reader: 'asker' | 'owner', hidden?: number): string =>
  say({ reader, ...(hidden !== undefined && { hidden }) }).marks.join();

test('whoever wrote it hears that a part is being checked, and that it was received', () => {
  expect(marksFor('asker', 2)).toContain('有 2 段内容还在检查');
  expect(marksFor('asker', 2)).toContain('您说的都收到了');
});

test('whoever has it hears that there is more to come; nothing hidden, nothing said', () => {
  expect(marksFor('owner', 1)).toContain('检查过了才看得到');
  expect(marksFor('owner', 1)).not.toContain('您说的');
  expect(marksFor('owner')).not.toContain('检查');
});

test('what came in unusable the asker may bring again, others may ask about', () => {
  expect(marks({ unusable: 2, reader: 'asker' }).join()).toMatch(/有 2 个照片.*请再反映一次/);
  expect(marks({ unusable: 1 }).join()).toMatch(/有 1 个照片.*可以问问反映人/);
  expect(marks({ unusable: 0 })).toEqual([]);
});

const reply = (more: Partial<Reply> = {}): Reply => ({
  class: 'B',
  by: '李样样',
  at: AT,
  words: '正在修',
  ...more,
});

test('a reply says who and when, its class without the letter, and what was promised', () => {
  expect(sayClass(reply())).toBe('正在解决');
  expect(say({ replies: [reply(), reply({ paper: true, doneBy: '2026-12-01' })] }).replies).toEqual([
    { key: '0', head: '李样样\u300011月20日答复', className: '正在解决', words: '正在修', promise: '' },
    {
      key: '1',
      head: '李样样\u300011月20日答复（纸质）',
      className: '正在解决',
      words: '正在修',
      promise: '说好 12月1日前办好，办好了再答复一次',
    },
  ]);
});

test('what was done stands first, then where it is, then what the asker will be asked', () => {
  const steps = toSteps({ ...request, nextDate: '2026-12-01' }, TODAY);
  expect(steps.map(({ key, stage }) => `${key} ${stage}`)).toEqual([
    '0 done',
    '1 done',
    'now now',
    'end next',
  ]);
  const { label, next } = wordsOfState(request.state, true);
  expect(steps[2]).toMatchObject({ title: label, words: `12月1日前${next}` });
  expect(steps[3]).toMatchObject({ title: '问一问：解决了没有', words: '' });
});

test('while the asker is being asked nothing stands behind it; closed, nothing but what was done', () => {
  const keys = (more: Partial<RequestView>) => toSteps({ ...request, ...more }, TODAY).map(({ key }) => key);
  expect(keys({ state: 'confirming' })).toEqual(['0', '1', 'now']);
  expect(keys({ state: 'closed' })).toEqual(['0', '1']);
});

test('a pause says until when and why, whatever is due', () => {
  const paused = { until: '2026-12-20', words: '等枯水期' };
  const now = toSteps({ ...request, paused, nextDate: '2026-12-01' }, TODAY)[2];
  expect(now?.words).toBe('暂停到12月20日：等枯水期');
  const { nextDate: _none, ...undated } = request;
  expect(toSteps(undated, TODAY)[2]?.words).toBe('');
});

test('why it went there stands with the asker’s first step alone, unless something was said', () => {
  const words = (more: Partial<RequestView>) =>
    toSteps({ ...request, ...more }, TODAY).map((step) => step.words);
  expect(words({ nextDate: undefined } as never).slice(0, 2)).toEqual([`因为${request.reason}`, '']);
  expect(words({ reader: 'owner' })[0]).toBe('');
  const [first, second] = request.steps;
  const said = [
    { ...first, about: '水利', words: '补充' },
    { ...second, about: '第二组' },
  ] as RequestView['steps'];
  expect(words({ steps: said }).slice(0, 2)).toEqual(['水利\u3000补充', '第二组']);
});

test('a step says its day, who, what, and that it was entered for somebody', () => {
  const step = (act: string, onBehalf?: boolean) => ({
    at: AT,
    act,
    by: '李样样',
    state: 'contacting',
    onBehalf,
  });
  const titles = (reader: RequestView['reader']) =>
    toSteps(
      {
        ...request,
        reader,
        steps: [step('reply', true), step('callBack', true), step('submit', true), step('take')] as never,
      },
      TODAY,
    )
      .slice(0, 4)
      .map(({ title }) => title);
  const done = (act: string, toAsker: boolean) => `11月20日\u3000李样样${sayDone(act as 'submit', toAsker)}`;
  expect(titles('asker')).toEqual([
    `${done('reply', true)}（按纸质录入）`,
    `${done('callBack', true)}（代为征询）`,
    done('submit', true),
    done('take', true),
  ]);
  expect(titles('owner')[3]).toBe(done('take', false));
});

test('who handles it is said to those who work on it, not to the asker', () => {
  const assignment = {
    lead: { unit: 'u2', name: '镇水利站' },
    assist: [
      { unit: 'u1', name: '党政办', words: '看过了' },
      { unit: 'u3', name: '派出所' },
    ],
    replyBy: '2026-12-01',
    extension: { state: 'granted', until: '2026-12-20', words: '缺料' },
  } as unknown as NonNullable<RequestView['assignment']>;
  expect(marks({ assignment })).toEqual([
    '主办 镇水利站，协办 党政办、派出所，12月1日前答复',
    '同意延期到 12月20日：缺料',
    '协办 党政办：看过了',
  ]);
  expect(marks({ assignment, reader: 'asker' })).toEqual([]);
  const { extension: _none, ...plain } = assignment;
  expect(marks({ assignment: { ...plain, assist: [] } })).toEqual(['主办 镇水利站，12月1日前答复']);
  const ask = (state: string) =>
    ({ ...assignment, assist: [], extension: { ...assignment.extension, state } }) as never;
  expect(['asked', 'refused'].map((state) => marks({ assignment: ask(state) })[1])).toEqual([
    '申请延期到 12月20日：缺料',
    '没有同意延期到 12月20日：缺料',
  ]);
});

test('what must not be missed is said, and nothing where there is nothing', () => {
  expect(marks({})).toEqual([]);
  expect(
    marks({
      key: true,
      redone: 1,
      joined: 3,
      mergedInto: 'r9',
      noPhone: true,
      outcome: 'solved',
      rating: { satisfaction: 'satisfied', onBehalf: true },
    } as never),
  ).toEqual([
    '重点督办',
    '第 1 次重办',
    '还有 3 人反映同一件事',
    '已经并入更早的一件，一起办',
    '本人没有手机，答复要送到',
    REQUEST_OUTCOMES.solved,
    `评价：${SATISFACTION_LABELS.satisfied}（代为征询）`,
  ]);
  expect(marks({ rating: { satisfaction: 'satisfied' } } as never)).toEqual([
    `评价：${SATISFACTION_LABELS.satisfied}`,
  ]);
});

test('a reply is to be brought until it was; who and how are said as far as known', () => {
  const delivery = (more: object) =>
    ({ delivery: { done: false, on: '2026-12-01', how: 'visit', ...more } }) as never;
  expect(marks(delivery({ who: '李样样' }))).toEqual([
    expect.stringMatching(/^送达：李样样，12月1日 .*[^a-z]$/),
  ]);
  expect(marks(delivery({ how: '托人带去' }))).toEqual(['送达：还没有定人，12月1日 托人带去']);
  expect(marks(delivery({ done: true }))).toEqual([]);
});

test('the summary for deputies is shown to the office as such, to others in place of the text', () => {
  const { text: _hidden, ...brief } = request;
  const summary = '水渠堵了';
  expect(toRequestWords({ ...brief, summary, reader: 'office' }, TODAY).marks).toEqual([
    `给代表看的摘要：${summary}`,
  ]);
  const seen = toRequestWords({ ...brief, summary, reader: 'owner' }, TODAY);
  expect([seen.marks, seen.text]).toEqual([[], summary]);
  expect(toRequestWords({ ...brief, reader: 'owner' }, TODAY).text).toBe('');
  expect(say({ text: request.title }).text).toBe('');
  expect(say().text).toBe(request.text);
});

test('who asks is said to others, as far as they may know it', () => {
  const asker = (more: object) => say(more).asker;
  const { asker: _none, ...nobody } = request;
  expect(asker({})).toBe('');
  expect(asker({ reader: 'owner' })).toBe('李婶');
  expect(asker({ reader: 'owner', asker: {} })).toBe('没写称呼');
  const hidden = (reader: RequestView['reader']) => toRequestWords({ ...nobody, reader }, TODAY).asker;
  expect(['owner', 'office', 'follower', 'unit'].map((reader) => hidden(reader as 'owner'))).toEqual([
    '不让看名字',
    '不让看名字',
    '',
    '',
  ]);
  expect([say().phone, toRequestWords({ ...nobody, reader: 'owner' }, TODAY).phone]).toEqual([
    '13800000000',
    '',
  ]);
});

test('how to reach the asker without a phone is said to whom it concerns', () => {
  expect([say({ reader: 'owner' }).reach, say({ reader: 'unit' }).reach, say().reach]).toEqual([
    expect.stringContaining('请上门') as string,
    expect.stringContaining('请找人大办') as string,
    '',
  ]);
});

test('number, kind and place stand below the title; why it is here is said to others than the asker', () => {
  expect(say().about).toMatch(
    new RegExp(`^.+ · ${request.village} · ${request.category} · 编号 ${request.number}$`),
  );
  expect([say().reason, say({ reader: 'owner' }).reason]).toEqual(['', `为什么在这里：${request.reason}`]);
  expect(say({ photos: ['a.jpg'] }).photos).toEqual([{ path: 'a.jpg' }]);
  expect(say().recordings).toEqual([{ path: 'http://127.0.0.1/a.mp3', seconds: 42 }]);
});
