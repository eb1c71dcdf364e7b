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

/** How long (ms) nothing may change for a page to be called ready. */
const QUIET_MS = 100;

/** Resolves when nothing has changed on the page for a while and nothing moves. */
function restUntilQuiet(page: Page): Promise<void> {
  return page.evaluate(
    (quietMs) =>
      new Promise<void>((rest) => {
        const end = (): void => {
          const moving = document.getAnimations().some(({ effect, playState }) => {
            return playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
          });
          if (moving) wait();
          else {
            observer.disconnect();
            rest();
          }
        };
        let timer = 0;
        const wait = (): void => {
          clearTimeout(timer);
          timer = window.setTimeout(end, quietMs);
        };
        const observer = new MutationObserver(wait);
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        wait();
      }),
    QUIET_MS,
  );
}

/** Resolves when every call has been answered and what came of it is drawn. */
async function settle(page: Page, gateway: StubGateway): Promise<void> {
  do await restUntilQuiet(page);
  while (gateway.pending() > 0);
}

/** Makes the phone as tall as what is on the page. */
async function unroll(page: Page, [width, height]: readonly [number, number]): Promise<void> {
  const hidden = await page.evaluate(() => {
    const parts = [...document.querySelectorAll('phone-page, phone-page *')];
    return Math.max(...parts.map((part) => part.scrollHeight - part.clientHeight), 0);
  });
  await page.setViewportSize({ width, height: height + hidden });
  await restUntilQuiet(page);
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
  // Without a network the phone tries again for some seconds before it says so.
  if (shot.name.endsWith('offline')) await page.waitForTimeout(3500);
  await settle(page, gateway);
  await shot.act?.(page);
  if (shot.whole) await unroll(page, SIZES[look]);
  const name = `${shot.name}${look === 'ordinary' ? '' : `-${look}`}.png`;
  await page.screenshot({ path: join(FOLDER, name) });
  const nodes = await page.evaluate(() => document.querySelectorAll('phone-page *').length);
  await page.context().close();
  return nodes;
}
