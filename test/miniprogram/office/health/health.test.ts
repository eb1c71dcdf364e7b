/** 运行状况: what is late is said with what to look at, and the answers of the platform stand with what follows. */
import type { HealthView } from '../../../../miniprogram/contract/health';
import { JOB_WORDS, toScreen } from '../../../../miniprogram/office/health/view';
import { CLOCK_LOOKS } from '../../../../cloudfunctions/notify/relay/clock-jobs';

const TODAY = '2026-11-23';
const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const ran = { at: NOW - 60_000, took: 1_200 };
const calm: HealthView = {
  now: NOW,
  version: '1.2.3',
  late: false,
  timer: ran,
  lagMs: 0,
  failed: { events: 0, messages: 0, more: false },
};
const lineOf = (view: HealthView, title: string) =>
  toScreen(view, TODAY).now.find((line) => line.title === title);

test('all is well, and nobody has asked the platform yet', () => {
  const { now, asked, lines, version } = toScreen(calm, TODAY);
  expect(version).toBe('程序版本 1.2.3');
  expect(now.map(({ tone }) => tone)).toEqual(['done', 'done', 'done', 'done']);
  expect(now[3]).toMatchObject({ title: '台账与来源', tag: '未数' });
  expect(asked).toContain('还没有问过平台');
  expect(lines).toEqual([]);
});

test('a relay that stands still and what could not be delivered are called late, with their numbers', () => {
  const bad = { ...calm, lagMs: 12 * 60_000 - 1, failed: { events: 2, messages: 1, more: false } };
  const { now } = toScreen(bad, TODAY);
  expect(now.map(({ tone }) => tone)).toEqual(['done', 'late', 'late', 'done']);
  expect(now[1]?.words).toContain('12 分钟');
  expect(now[2]?.words).toContain('3 件');
});

test.each([
  [119 * 60_000, '119 分钟'],
  [5 * 3_600_000, '5 小时'],
  [70 * 86_400_000, '70 天'],
])('what waits for %i ms has waited for %s', (lagMs, said) => {
  expect(lineOf({ ...calm, lagMs }, '消息转送')?.words).toContain(said);
});

test('a ledger that its sources contradict is told with how many of them', () => {
  const at = Date.parse('2026-11-23T03:40:00+08:00');
  const said = (differing: number) =>
    lineOf({ ...calm, ledger: { at, sources: 812, differing } }, '台账与来源');
  expect(said(0)?.tone).toBe('done');
  expect(said(0)?.words).toContain('812 件来源都和台账一致');
  expect(said(2)?.tone).toBe('late');
  expect(said(2)?.words).toContain('有 2 件和台账对不上');
});

const TIMER = '每分钟的定时任务';

test('the timer is said to have run, to stand still, to have never run, or what of it failed today', () => {
  expect(lineOf(calm, TIMER)).toMatchObject({ tone: 'done', words: '11月23日 9:59跑过，用了 2 秒' });
  expect(lineOf({ ...calm, late: true }, TIMER)).toMatchObject({ tone: 'late' });
  const { timer: _ran, ...never } = calm;
  expect(lineOf({ ...never, late: true }, TIMER)).toMatchObject({ tone: 'late', tag: '没跑' });
  const failed = (at: number) =>
    lineOf({ ...calm, timer: { ...ran, fault: { at, jobs: ['reminders'] } } }, TIMER);
  expect(failed(NOW - 7_200_000)).toMatchObject({ tone: 'late' });
  expect(failed(NOW - 7_200_000)?.words).toContain('没有做成：提醒和摘要');
  expect(failed(NOW - 90_000_000)).toMatchObject({ tone: 'done' });
});

test('each job of the relay has words', () => {
  expect(Object.keys(JOB_WORDS).sort()).toEqual(CLOCK_LOOKS.map(({ name }) => name).sort());
});

test('an unsafe answer is counted, and says what to do', () => {
  const line = { question: '问', answer: '答', means: '要改', safe: false };
  const verified = { at: 0, lines: [line, { ...line, safe: true }] };
  const { asked, lines } = toScreen({ ...calm, verified }, TODAY);
  expect(asked).toContain('有 1 样不安全');
  expect(lines.map(({ tag }) => tag)).toEqual(['不安全', '安全']);
});
