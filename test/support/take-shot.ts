/** One picture of one screen, from canned answers. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Shot } from '../e2e/shots';
import { waitForPage } from './browser';
import type { TestBrowser } from './browser';
import type { StubGateway } from './stub-gateway';

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

/** Writes test-results/screens/<name>[-elder].png and answers how many nodes the page has. */
export async function takeShot(
  browser: TestBrowser,
  gateway: StubGateway,
  shot: Shot,
  elder: boolean,
): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
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
