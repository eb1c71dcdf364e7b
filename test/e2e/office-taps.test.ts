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
