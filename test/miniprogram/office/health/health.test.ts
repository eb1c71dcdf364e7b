/** 运行状况: what is late is said with what to look at, and the answers of the platform stand with what follows. */
import type { HealthView } from '../../../../miniprogram/contract/health';
import { toScreen } from '../../../../miniprogram/office/health/view';

const TODAY = '2026-11-23';
const calm: HealthView = { now: 0, lagMs: 0, failed: { events: 0, messages: 0, more: false } };

test('all is well, and nobody has asked the platform yet', () => {
  const { now, asked, lines } = toScreen(calm, TODAY);
  expect(now.map(({ tone }) => tone)).toEqual(['done', 'done']);
  expect(asked).toContain('还没有问过平台');
  expect(lines).toEqual([]);
});

test('a relay that stands still and what could not be delivered are called late, with their numbers', () => {
  const bad = { ...calm, lagMs: 12 * 60_000 - 1, failed: { events: 2, messages: 1, more: false } };
  const { now } = toScreen(bad, TODAY);
  expect(now.map(({ tone }) => tone)).toEqual(['late', 'late']);
  expect(now[0]?.words).toContain('12 分钟');
  expect(now[1]?.words).toContain('3 件');
});

test('an unsafe answer is counted, and says what to do', () => {
  const line = { question: '问', answer: '答', means: '要改', safe: false };
  const verified = { at: 0, lines: [line, { ...line, safe: true }] };
  const { asked, lines } = toScreen({ ...calm, verified }, TODAY);
  expect(asked).toContain('有 1 样不安全');
  expect(lines.map(({ tag }) => tag)).toEqual(['不安全', '安全']);
});
