/** How many taps the office's jobs take from 工作台, on a wide window of the running product. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { see, topPage } from '../support/browser';
import { startRunning, type Running } from './support/running';

const PICTURES = resolve(__dirname, '../../test-results/taps');
const NOW = Date.parse('2026-11-23T09:00:00+08:00');
/** A week later some of the sample's matters are past their day. */
const LATER = '2026-11-30T09:30:00+08:00';

let running: Running;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  running = await startRunning('taps', NOW);
  await running.run.cloud.control({ clock: { set: LATER }, runTimers: true });
}, 120_000);
afterAll(async () => {
  await running.close();
}, 30_000);

/** Taps and counts. */
class Hand {
  taps = 0;
  constructor(private readonly page: Page) {}
  async press(words: string | RegExp): Promise<void> {
    await topPage(this.page).getByText(words).first().tap({ timeout: 20_000 });
    this.taps++;
  }
}

test('all late ones are urged in two taps, the first to be routed is assigned in two', async () => {
  const desk = await running.openPhone('bh-staff', 'office/workbench/workbench', true);
  await see(desk, '今天要办');
  await desk.screenshot({ path: join(PICTURES, 'workbench.png') });

  const urging = new Hand(desk);
  await urging.press('全部催办');
  await urging.press(/^催办 \d+ 件$/);
  await see(desk, /催办了 \d+ 件/);
  expect(urging.taps).toBe(2);

  const first = topPage(desk).locator('[class*="line__about"]', { hasText: '人大办' }).first();
  const assigning = new Hand(desk);
  await first.tap({ timeout: 20_000 });
  assigning.taps++;
  await see(desk, '主办单位');
  await desk.screenshot({ path: join(PICTURES, 'assign.png') });
  await topPage(desk).locator('act-panel').getByText('交办', { exact: true }).last().tap({ timeout: 20_000 });
  assigning.taps++;
  await see(desk, '记下了：交办');
  expect(assigning.taps).toBe(2);
}, 120_000);

/** What the phone's own viewer asks is not one of ours. */
async function closeViewer(page: Page): Promise<void> {
  await page.getByText('知道了').first().tap({ timeout: 20_000 });
}

test('a list is taken out in two taps, all notices of a month in two', async () => {
  const list = await running.openPhone('bh-staff', 'office/requests/requests?queue=all', true);
  await see(list, '导出');
  const exporting = new Hand(list);
  await topPage(list).getByText('导出', { exact: true }).first().tap({ timeout: 20_000 });
  exporting.taps++;
  await list.getByText('开会研究用').first().tap({ timeout: 20_000 });
  exporting.taps++;
  await closeViewer(list);
  await see(list, /导出了 \d+ 件/);
  expect(exporting.taps).toBe(2);
  await topPage(list).getByText('表格', { exact: true }).first().tap({ timeout: 20_000 });
  await see(list, '谁在办');
  await list.screenshot({ path: join(PICTURES, 'table.png') });

  const desk = await running.openPhone('bh-staff', 'office/workbench/workbench', true);
  await see(desk, '今天要办');
  const printing = new Hand(desk);
  await topPage(desk).getByText('打印', { exact: true }).first().tap({ timeout: 20_000 });
  printing.taps++;
  await printing.press(/^\d+月全部通知$/);
  await desk.getByText('打开文档').first().waitFor({ timeout: 20_000 });
  expect(printing.taps).toBe(2);
}, 120_000);

test('several are assigned in four taps', async () => {
  const desk = await running.openPhone('bh-staff', 'office/workbench/workbench', true);
  await see(desk, '今天要办');
  const assigning = new Hand(desk);
  await assigning.press(/^待转办 \d+$/);
  await assigning.press('选几件一起交办');
  await desk.screenshot({ path: join(PICTURES, 'assign-many.png') });
  await topPage(desk)
    .locator('act-panel')
    .getByText(/^交办 \d+ 件$/)
    .last()
    .tap({ timeout: 20_000 });
  assigning.taps++;
  await see(desk, /交办了 \d+ 件/);
  expect(assigning.taps).toBeLessThanOrEqual(4);
}, 120_000);
