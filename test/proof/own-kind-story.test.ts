/**
 * A township adds a kind of activities of its own by taps: the chief writes it in 设置, a deputy notes one, and it stands
 * under its name in the deputy's record and, narrowed to it and counted, in the office's list; paused, it is offered no
 * more.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { fill, press, see, topPage, waitForPage } from '../support/browser';
import { wordsOf } from '../support/docx';
import { openTool, scanPoster, settle, SHOWN } from '../e2e/support/from-a-scan';
import { startRunning, type Running } from '../e2e/support/running';

const PICTURES = resolve(__dirname, '../../test-results/own-kind');
const NAME = '敬老助学';
const WHAT = '给两位老人送棉被';

let running: Running;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  running = await startRunning('own-kind', Date.parse('2026-11-23T15:00:00+08:00'));
}, 120_000);
afterAll(async () => {
  await running.close();
}, 30_000);

async function openBench(openid: string, tool: string, page: string): Promise<Page> {
  return openTool(await scanPoster(running, openid, true), { tool, page });
}

async function openLog(): Promise<Page> {
  const phone = await scanPoster(running, 'bh-p5');
  await press(phone, '今日待办', true);
  await waitForPage(phone, 'deputy/today/today');
  await press(phone, '履职登记：走访、帮办……');
  await waitForPage(phone, 'deputy/log/log');
  await see(phone, '帮办实事');
  return phone;
}

const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });

async function openKinds(): Promise<Page> {
  const desk = await openBench('bh-p1', '设置', 'office/directory/directory');
  await press(desk, '自定活动', true);
  return desk;
}

test('the chief adds a kind, and a name that is taken is refused in words', async () => {
  const desk = await openKinds();
  await see(desk, '还没有。');
  await press(desk, '加一行', true);
  await fill(desk, '叫什么', '入户走访');
  await press(desk, '归在履职档案哪一项');
  await press(desk, '联系选民', true);
  await press(desk, '登记时问什么');
  await press(desk, '哪个村', true);
  await press(desk, '说说情况', true);
  await press(desk, '件', true);
  await press(desk, '代表', true);
  await fill(desk, '会留在记录里', '镇里每年都办');
  await press(desk, '保存', true);
  await see(desk, '已经有同名的');
  await fill(desk, '叫什么', NAME);
  await press(desk, '看得到这条的人都能看', true);
  await picture(desk, '01-kind');
  await press(desk, '保存', true);
  await see(desk, '保存了');
  await see(desk, '归“联系选民” · 按件算 · 代表登记');
  await picture(desk, '02-kinds');
  await running.browser.putAway(desk);
  await settle(running);
}, 120_000);

test('a deputy notes one, and it stands in the record and in the record’s document', async () => {
  const phone = await openLog();
  await picture(phone, '03-log');
  await press(phone, NAME, true);
  await fill(phone, '是什么（一句话）', WHAT);
  await press(phone, '双井村');
  await picture(phone, '04-form');
  await press(phone, '记下', true);
  await see(phone, '记下了');
  await settle(running);
  await press(phone, '我的履职档案 ›');
  await waitForPage(phone, 'deputy/record/record');
  await see(phone, NAME);
  await picture(phone, '05-record');
  await press(phone, '打开成文档，可以打印');
  const [download] = await Promise.all([
    phone.waitForEvent('download', SHOWN),
    phone.getByText('知道了', { exact: true }).tap(SHOWN),
  ]);
  expect(wordsOf(readFileSync(await download.path()))).toContain(`${NAME}：${WHAT}`);
  await running.browser.putAway(phone);
}, 120_000);

test('the office narrows its list to it, sees how many there were, and opens the rows', async () => {
  const desk = await openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(desk, '只看：全部活动 ›');
  await desk.locator('phone-sheet').getByText(NAME, { exact: true }).tap(SHOWN);
  await desk.getByRole('button', { name: '确定' }).tap(SHOWN);
  await see(desk, `${NAME}：${WHAT}`);
  await see(desk, '今年 1 件 ›');
  expect(await topPage(desk).getByText('已登记').count()).toBe(1);
  await picture(desk, '06-list');
  await press(desk, '今年 1 件 ›');
  await waitForPage(desk, 'office/facts/facts');
  await see(desk, '双井村');
  await picture(desk, '07-facts');
  await running.browser.putAway(desk);
}, 120_000);

test('paused, it is offered no more', async () => {
  const desk = await openKinds();
  await press(desk, NAME, true);
  expect(await topPage(desk).getByText('撤掉这一行').count()).toBe(0);
  // The last question of the row.
  await topPage(desk).getByText('是', { exact: true }).last().tap(SHOWN);
  await picture(desk, '08-pause');
  await fill(desk, '会留在记录里', '并到关爱行动');
  await press(desk, '保存', true);
  await see(desk, '已停用');
  await running.browser.putAway(desk);
  await settle(running);
  const phone = await openLog();
  expect(await topPage(phone).getByText(NAME).count()).toBe(0);
  await running.browser.putAway(phone);
}, 120_000);
