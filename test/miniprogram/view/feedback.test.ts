import { ERROR_CODES, type Details } from '../../../miniprogram/contract/errors';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { PROBLEM_LABELS } from '../../../miniprogram/contract/publicity-labels';
import { canRetry } from '../../../miniprogram/contract/result';
import { explain, explainDraft, explainOpening } from '../../../miniprogram/view/feedback';
import type { Code } from '../../../miniprogram/contract/result';

const codes = [...Object.keys(ERROR_CODES), 'offline'] as Code[];

test.each(codes)('%s has a sentence for people, without codes or English', (code) => {
  for (const sentence of [explain({ code }), explainDraft({ code }), explainOpening({ code })]) {
    expect(sentence.length).toBeGreaterThanOrEqual(10);
    expect(sentence).not.toMatch(/[a-z]{2}|undefined|NaN|错误|失败/i);
  }
});

test('no two refusals say the same: one could not tell what to do', () => {
  const said = codes.map((code) => explain({ code }));
  expect(new Set(said).size).toBe(codes.length);
});

test('closed names the time in China, given as a number or as text', () => {
  const closesAt = Date.parse('2026-12-06T18:00:00+08:00');
  expect(explain({ code: 'closed', details: { closesAt } })).toContain('12月6日 18:00');
  expect(explain({ code: 'closed', details: { closesAt: '2026-12-06T10:00:00Z' } })).toContain(
    '12月6日 18:00',
  );
  expect(explain({ code: 'closed' })).toMatch(/截止.*直接来/);
});

test('who is banned hears until when and why, where to ask, and that walking in is welcome', () => {
  const said = explain({ code: 'barred', details: { until: '2026-12-20', reason: '约了没有来' } });
  for (const part of ['12月20日', '约了没有来', '座机', '直接来']) expect(said).toContain(part);
});

test('full tells how many others there are, and that walking in is welcome when there are none', () => {
  expect(explain({ code: 'full', details: { free: 4 } })).toContain('还有 4 个');
  expect(explain({ code: 'full', details: { free: 0 } })).toContain('直接来');
});

test('the tries that are left, the seconds to wait', () => {
  expect(explain({ code: 'invitation-wrong', details: { left: 2 } })).toContain('还可以试 2 次');
  expect(explain({ code: 'rate-limited', details: { seconds: 30 } })).toContain('30 秒');
});

test('a wrong phone says so, any other wrong field does not name fields', () => {
  expect(explain({ code: 'bad-input', details: { field: 'phone' } })).toContain('电话');
  expect(explain({ code: 'bad-input', details: { field: 'category' } })).not.toContain('电话');
});

test('without a network a request is kept as a draft', () => {
  expect(explainDraft({ code: 'offline' })).toBe('没有网络，意见已存为草稿，联网后点「再试」');
  expect(explainDraft({ code: 'too-many-requests' })).toBe(explain({ code: 'too-many-requests' }));
});

test('a file that did not come in is said of any file: of a table or an activity nothing is kept as a draft', () => {
  expect(explain({ code: 'not-your-file' })).not.toMatch(/草稿|照片|录音/);
});

test('only what may pass by itself is tried again unchanged', () => {
  expect(codes.filter(canRetry).sort()).toEqual(['busy', 'internal', 'not-your-file', 'offline']);
});

// The same act then succeeds: the sentence names the field and what to do with it.
test.each<[object, string]>([
  [
    { field: 'input.words', why: 'long', max: 200 },
    '「要写的话」太长了，最多 200 个字，请删短一点。填好的都还在',
  ],
  [{ field: 'text', why: 'long' }, `「内容」太长了，最多 ${String(LIMITS.text)} 个字`],
  [{ field: 'title', why: 'empty' }, '「标题」还没有写，请写上。填好的都还在'],
  [{ field: 'code', why: 'code' }, '「码」好像抄错了，请对照纸上的再填一次。填好的都还在'],
  [{ field: 'phoneLast4', why: 'digits' }, '「手机号后四位」要填四个数字。填好的都还在'],
  [{ field: 'inner.thing', why: 'empty' }, '有一处还没有写'],
  [{ field: 'title' }, '「标题」填得不对，没有提交。填好的都还在'],
  [{ field: 'landline', why: 'phone' }, '电话号码好像不对，请看一看再按一次；也可以不留'],
  [{ field: 'party.phone', why: 'long' }, '电话号码好像不对'],
])('of a wrong field %j: %s', (details, words) => {
  expect(explain({ code: 'bad-input', details: details as Details })).toContain(words);
});

test('a bound that the refusal does not say is «好几», one that it says is the number', () => {
  expect(explain({ code: 'too-many-bookings', details: { most: 3 } })).toContain('约了 3 个');
  expect(explain({ code: 'too-many-bookings' })).toContain('约了 好几 个');
  expect(explain({ code: 'too-many-bookings', details: { most: '3' } })).toContain('好几');
});

test('an instant that is none is left out', () => {
  for (const closesAt of ['soon', Number.NaN, null])
    expect(explain({ code: 'closed', details: { closesAt } as never })).toMatch(/^网上预约已截止/);
});

test('a ban without an end or a reason says neither', () => {
  expect(explain({ code: 'barred' })).toMatch(/^您的预约暂停了。没有约成/);
  expect(explain({ code: 'barred', details: { until: '2026-12-20' } })).toMatch(/（含这天）。没有约成/);
});

test('of a full day one free place is one to choose', () => {
  expect(explain({ code: 'full', details: { free: 1 } })).toContain('还有 1 个');
});

test.each([
  ['absent', '那天请了假'],
  ['busy', '已经在别处坐班'],
  ['account', '还没有开通账号'],
  ['whatever', '那天不在接访人之列'],
])('who cannot sit, since %s: %s', (why, words) => {
  expect(explain({ code: 'cannot-sit', details: { why } })).toContain(words);
});

test.each([
  ['absent', '近期请了假'],
  ['account', '还没有开通账号'],
  ['recused', '要回避'],
  ['village', '不想让本村代表看'],
  ['whatever', '不在这个组'],
])('who cannot have a request, since %s: %s', (why, words) => {
  expect(explain({ code: 'cannot-own', details: { why } })).toContain(words);
});

test('an article says each thing that is missing, in words', () => {
  const [first = ['', ''], second = ['', '']] = Object.entries(PROBLEM_LABELS);
  const said = (problems?: unknown) =>
    explain({ code: 'article-incomplete', details: { problems } as Details });
  expect(said([first[0], 'unheard-of', second[0]])).toBe(`还不能送审：${first[1]}、${second[1]}。写的都还在`);
  expect(said([])).toContain('有一处没有填好');
  expect(said()).toContain('有一处没有填好');
});

test('a file too large to read is cut down, one that cannot be read is saved anew', () => {
  for (const why of ['large', 'slow'])
    expect(explain({ code: 'file-unreadable', details: { why } })).toContain('太大');
  expect(explain({ code: 'file-unreadable', details: { why: 'locked' } })).toContain('打不开');
});

test('of a page that did not open nothing is said to be kept', () => {
  expect(explainOpening({ code: 'offline' })).toBe('没有网络，还没有打开。联网后点「再试」');
  expect(explainOpening({ code: 'busy' })).toBe('现在人多，还没有打开。请过一会儿点「再试」');
  expect(explainOpening({ code: 'not-found' })).toBe(explain({ code: 'not-found' }));
});
