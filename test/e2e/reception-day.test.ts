/**
 * A reception day in a real browser on the running product: the office publishes it, a villager books, on the day
 * the desk checks her in by keyboard and ends the talk, somebody comes without booking, and the record counts both.
 */
import { fill, press, see, waitForPage } from '../support/browser';
import { startRunning, type Running } from './support/running';

const NOW = Date.parse('2026-09-08T09:00:00+08:00');
/** A day that the sample leaves as a draft. */
const DAY = '2026-12-07';
const BEFORE_IT = Date.parse('2026-11-09T09:00:00+08:00');
const ON_THE_DAY = Date.parse(`${DAY}T08:40:00+08:00`);

let running: Running;

beforeAll(async () => {
  running = await startRunning('reception-day', NOW);
}, 90_000);

afterAll(() => running.close(), 30_000);

const openPhone: Running['openPhone'] = (...asked) => running.openPhone(...asked);

test('published, booked, checked in, finished, counted', async () => {
  running.run.cloud.clock.set(BEFORE_IT);
  const office = await openPhone('bh-staff', `office/roster/roster?date=${DAY}`);
  await press(office, '公布这一天');
  await press(office, '公布', true);
  await see(office, '已公布。');
  await running.run.cloud.control({ runTimers: true });
  await running.browser.putAway(office);

  const villager = await openPhone('bh-villager-1', `more/booking/booking?home=h1&date=${DAY}`);
  await fill(villager, '怎么称呼您', '张三婶');
  await press(villager, '确认预约：');
  await waitForPage(villager, 'more/slip/slip');
  await see(villager, '约好了');
  await running.browser.putAway(villager);

  running.run.cloud.clock.set(ON_THE_DAY);
  const desk = await openPhone('bh-staff', `office/desk/desk?date=${DAY}`, true);
  await see(desk, '张三婶');
  await desk.keyboard.press('ArrowDown');
  await see(desk, '收起');
  await desk.keyboard.press('Enter');
  await see(desk, '张三婶：已到');
  await press(desk, '直接开始谈');
  await see(desk, '谈完了，结果是');
  await desk.keyboard.press('1');
  await see(desk, '已办完 1 人');
  await desk.keyboard.press('n');
  await fill(desk, '怎么称呼', '王二姐');
  await press(desk, '登记，拿号');
  await see(desk, '王二姐：直接来的，第');
  await running.browser.putAway(desk);

  const record = await openPhone('bh-staff', `office/record/record?date=${DAY}`);
  await see(record, '当场说清');
  const text = await record.locator('phone-page').innerText();
  expect(text.replace(/\s+/g, ' ')).toContain('1 接待人次 1 直接来的 0 没有来');
}, 150_000);
