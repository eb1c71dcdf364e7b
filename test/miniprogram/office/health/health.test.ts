/** 运行状况: what is late is said with what to look at, and the answers of the platform stand with what follows. */
import type { HealthView } from '../../../../miniprogram/contract/health';
import { toScreen } from '../../../../miniprogram/office/health/view';

const TODAY = '2026-11-23';
const calm: HealthView = { now: 0, lagMs: 0, failed: { events: 0, messages: 0, more: false } };

test('all is well, and nobody has asked the platform yet', () => {
  const { now, asked, lines } = toScreen(calm, TODAY);
  expect(now.map(({ tone }) => tone)).toEqual(['done', 'done', 'done']);
  expect(now[2]).toMatchObject({ title: '台账与来源', tag: '未数' });
  expect(asked).toContain('还没有问过平台');
  expect(lines).toEqual([]);
});

test('a relay that stands still and what could not be delivered are called late, with their numbers', () => {
  const bad = { ...calm, lagMs: 12 * 60_000 - 1, failed: { events: 2, messages: 1, more: false } };
  const { now } = toScreen(bad, TODAY);
  expect(now.map(({ tone }) => tone)).toEqual(['late', 'late', 'done']);
  expect(now[0]?.words).toContain('12 分钟');
  expect(now[1]?.words).toContain('3 件');
});

test.each([
  [119 * 60_000, '119 分钟'],
  [5 * 3_600_000, '5 小时'],
  [70 * 86_400_000, '70 天'],
])('what waits for %i ms has waited for %s', (lagMs, said) => {
  expect(toScreen({ ...calm, lagMs }, TODAY).now[0]?.words).toContain(said);
});

test('a ledger that its sources contradict is told with how many of them', () => {
  const at = Date.parse('2026-11-23T03:40:00+08:00');
  const said = (differing: number) =>
    toScreen({ ...calm, ledger: { at, sources: 812, differing } }, TODAY).now[2];
  expect(said(0)?.tone).toBe('done');
  expect(said(0)?.words).toContain('812 件来源都和台账一致');
  expect(said(2)?.tone).toBe('late');
  expect(said(2)?.words).toContain('有 2 件和台账对不上');
});

test('an unsafe answer is counted, and says what to do', () => {
  const line = { question: '问', answer: '答', means: '要改', safe: false };
  const verified = { at: 0, lines: [line, { ...line, safe: true }] };
  const { asked, lines } = toScreen({ ...calm, verified }, TODAY);
  expect(asked).toContain('有 1 样不安全');
  expect(lines.map(({ tag }) => tag)).toEqual(['不安全', '安全']);
});
