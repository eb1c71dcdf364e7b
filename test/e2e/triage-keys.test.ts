/** The office's queue on a PC without a mouse: up and down, the search by one key. */
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser';
import { closeAll } from '../support/close-all';
import { NOW } from '../support/sample-answers';
import { startStubGateway, type StubGateway } from '../support/stub-gateway';
import { drawScreen } from '../support/take-shot';
import { shots } from './shots';

let browser: TestBrowser;
let gateway: StubGateway;

beforeAll(async () => {
  [gateway, browser] = await Promise.all([startStubGateway(NOW), openBrowser()]);
}, 90_000);

afterAll(async () => {
  await closeAll(browser, gateway);
}, 30_000);

const chosen = (page: Page, title: string) => page.locator('[class*="office__chosen"]', { hasText: title });

test('arrows go through the queue and show each beside the list; / leads to the search', async () => {
  const shot = shots.find(({ name }) => name === 'requests');
  if (!shot) throw new Error('the queue is not drawn');
  const act = async (page: Page): Promise<void> => {
    await chosen(page, '村口水渠堵了').waitFor();
    await page.keyboard.press('ArrowDown');
    await chosen(page, '三组路灯坏了').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await chosen(page, '三组路灯坏了').waitFor();
    expect(await page.locator('[class*="office__chosen"]').count()).toBe(1);
    await page.keyboard.press('/');
    // The field has the cursor when the page has been drawn anew.
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('水渠');
    expect(await page.locator('input:focus').inputValue()).toBe('水渠');
    // In a field the arrows are the cursor's.
    await page.keyboard.press('ArrowDown');
    await chosen(page, '三组路灯坏了').waitFor();
  };
  await drawScreen(browser, gateway, { ...shot, name: 'requests-keys', act }, 'wide');
}, 120_000);
