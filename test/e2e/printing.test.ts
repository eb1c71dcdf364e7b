/** From the office's start page to a document in hand, in a real browser on the running product. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { LocalRun } from '../../local/start';
import { openBrowser, press, type TestBrowser } from '../support/browser';
import { closeAll } from '../support/close-all';
import { startProduct } from './support/running';
import { wordsOf } from '../support/docx';

const PICTURES = resolve(__dirname, '../../test-results/printing');
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

let folder: string;
let run: LocalRun;
let browser: TestBrowser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'printing-'));
  mkdirSync(PICTURES, { recursive: true });
  const options = { port: 0, dataDir: folder, reset: false, lan: false, watch: false, now: NOW };
  [run, browser] = await Promise.all([startProduct(options), openBrowser()]);
}, 90_000);

afterAll(async () => {
  await closeAll(browser, run);
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

/** Presses the row and answers the words of the document that the phone opens. */
async function print(phone: Page, row: string): Promise<string> {
  await press(phone, row, true);
  const [download] = await Promise.all([
    phone.waitForEvent('download', { timeout: 20_000 }),
    phone.getByText('知道了', { exact: true }).tap({ timeout: 20_000 }),
  ]);
  return wordsOf(readFileSync(await download.path()));
}

test('staff print the duty table, a poster that was scanned, and the form', async () => {
  const villager = await browser.newPhone({
    url: run.url,
    openid: 'bh-villager-1',
    query: { scene: 'bh.v4' },
  });
  await browser.putAway(villager);
  const phone = await browser.newPhone({
    url: run.url,
    openid: 'bh-staff',
    query: { scene: 'bh.h1', page: 'office/workbench/workbench' },
  });
  await press(phone, '打印', true);
  await phone.locator('phone-page').getByText('来访登记表', { exact: true }).waitFor({ timeout: 20_000 });
  await phone.screenshot({ path: join(PICTURES, 'print.png'), fullPage: true });
  expect(await phone.locator('phone-page').getByText('本月扫码 1 次').count()).toBeGreaterThan(0);
  expect(await print(phone, '2026年值班表')).toContain('白鹤镇代表接访值班表');
  expect(await print(phone, '柳树城村')).toContain('站点编号 bh.v4');
  expect(await print(phone, '来访登记表')).toContain('怎么称呼');
}, 90_000);
