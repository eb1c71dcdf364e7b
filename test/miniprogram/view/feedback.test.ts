import { ERROR_CODES } from '../../../miniprogram/contract/errors';
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
