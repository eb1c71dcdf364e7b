/** One picture of one screen, from canned answers. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Shot } from '../e2e/shot-kit';
import { waitForPage } from './browser';
import type { TestBrowser } from './browser';
import type { StubGateway } from './stub-gateway';

const FOLDER = resolve(__dirname, '../../test-results/screens');

/** How a picture is taken: the phone, the phone in elder mode, a PC's window. */
export type Look = 'ordinary' | 'elder' | 'wide';

const SIZES = { ordinary: [390, 844], elder: [390, 844], wide: [1024, 768] } as const;

export function looksOf({ ordinary, wide }: Shot): Look[] {
  return ['ordinary', ...(ordinary ? [] : ['elder' as const]), ...(wide ? ['wide' as const] : [])];
}

/** Makes the phone as tall as what is on the page. */
async function unroll(page: Page, [width, height]: readonly [number, number]): Promise<void> {
  const hidden = await page.evaluate(() => {
    const parts = [...document.querySelectorAll('phone-page, phone-page *')];
    return Math.max(...parts.map((part) => part.scrollHeight - part.clientHeight), 0);
  });
  await page.setViewportSize({ width, height: height + hidden });
  await page.waitForTimeout(150);
}

/** Writes test-results/screens/<name>[-elder|-wide].png and answers how many nodes the page has. */
export async function takeShot(
  browser: TestBrowser,
  gateway: StubGateway,
  shot: Shot,
  look: Look,
): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  gateway.setReplies(shot.replies);
  const asked = new URLSearchParams(shot.query).toString();
  const query = {
    page: asked ? `${shot.page}?${asked}` : shot.page,
    ...(look === 'wide' && { wide: '1' }),
  };
  const [width, height] = SIZES[look];
  const page = await browser.newPhone({ url: `${gateway.url}/?scene=bh.h1`, query, width, height });
  if (look === 'elder') {
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
  if (shot.whole) await unroll(page, SIZES[look]);
  const name = `${shot.name}${look === 'ordinary' ? '' : `-${look}`}.png`;
  await page.screenshot({ path: join(FOLDER, name) });
  const nodes = await page.evaluate(() => document.querySelectorAll('phone-page *').length);
  await page.context().close();
  return nodes;
}
