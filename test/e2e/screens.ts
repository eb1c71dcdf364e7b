/**
 * Pictures of every screen and its states, 390×844, ordinary and elder, into test-results/screens/.
 * `tsx test/e2e/screens.ts [part of a name …]`
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, waitForPage } from '../support/browser';
import type { TestBrowser } from '../support/browser';
import { startStubGateway } from '../support/stub-gateway';
import type { StubGateway } from '../support/stub-gateway';
import { NOW } from '../support/sample-answers';
import { shots } from './shots';
import type { Shot } from './shots';

const FOLDER = resolve(__dirname, '../../test-results/screens');
/** Makes the phone as tall as what is on the page. */
async function unroll(page: Page): Promise<void> {
  const hidden = await page.evaluate(() => {
    const parts = [...document.querySelectorAll('phone-page, phone-page *')];
    return Math.max(...parts.map((part) => part.scrollHeight - part.clientHeight), 0);
  });
  await page.setViewportSize({ width: 390, height: 844 + hidden });
  await page.waitForTimeout(150);
}

async function take(browser: TestBrowser, gateway: StubGateway, shot: Shot, elder: boolean): Promise<number> {
  gateway.setReplies(shot.replies);
  const asked = new URLSearchParams(shot.query).toString();
  const query = { page: asked ? `${shot.page}?${asked}` : shot.page };
  const page = await browser.newPhone({ url: `${gateway.url}/?scene=bh.h1`, query });
  if (elder) {
    await page.evaluate(() => {
      (
        globalThis as unknown as { wx: { setStorageSync(key: string, value: unknown): void } }
      ).wx.setStorageSync('v1.elder', true);
    });
    await page.reload();
    await waitForPage(page);
  }
  await page.waitForTimeout(shot.name.endsWith('offline') ? 3500 : 400);
  await shot.act?.(page);
  if (shot.whole) await unroll(page);
  const name = `${shot.name}${elder ? '-elder' : ''}.png`;
  await page.screenshot({ path: join(FOLDER, name) });
  const nodes = await page.evaluate(() => document.querySelectorAll('phone-page *').length);
  await page.context().close();
  return nodes;
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const wanted = process.argv.slice(2);
  const gateway = await startStubGateway(NOW);
  const browser = await openBrowser();
  for (const shot of shots) {
    if (wanted.length > 0 && !wanted.some((part) => shot.name.startsWith(part))) continue;
    for (const elder of shot.ordinary ? [false] : [false, true]) {
      const nodes = await take(browser, gateway, shot, elder).catch((error: unknown) => String(error));
      process.stdout.write(`${shot.name}${elder ? ' elder' : ''}: ${String(nodes)} nodes\n`);
    }
  }
  for (const error of browser.errors) process.stdout.write(`${error}\n`);
  browser.errors.length = 0;
  await browser.close();
  await gateway.close();
}

void main();
