/** One picture of one screen, from canned answers. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Shot } from '../e2e/shot-kit';
import { waitForPage } from './browser';
import type { TestBrowser } from './browser';
import { findSmallTargets } from './measure';
import { listenTo } from './read-aloud';
import { restUntilQuiet } from './quiet';
import type { StubGateway } from './stub-gateway';

const FOLDER = resolve(__dirname, '../../test-results/screens');

/**
 * How a picture is taken: the phone, in elder mode, with the largest type, the smallest phone with the largest type in elder
 * mode, a PC's window, a large one.
 */
export type Look = 'ordinary' | 'elder' | 'large' | 'small' | 'wide' | 'broad';

const SIZES = {
  ordinary: [390, 844],
  elder: [390, 844],
  large: [390, 844],
  small: [320, 568],
  wide: [1024, 768],
  broad: [1440, 900],
} as const;

export function looksOf({ ordinary, small, wide }: Shot): Look[] {
  const elder: readonly Look[] = ordinary ? [] : ['elder'];
  return ['ordinary', ...elder, ...(small ? ['small' as const] : []), ...(wide ? ['wide' as const] : [])];
}

/** The last step of WeChat's own setting. */
const LARGEST_TYPE = '23';

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

/** Writes test-results/screens/<name>.png, or <name>-<look>.png but for the ordinary one, and answers how many nodes the page has. */
export async function takeShot(
  browser: TestBrowser,
  gateway: StubGateway,
  shot: Shot,
  look: Look,
): Promise<number> {
  const page = await openShot(browser, gateway, { shot, look });
  if (shot.whole && look !== 'small') await unroll(page, SIZES[look]);
  const name = `${shot.name}${look === 'ordinary' ? '' : `-${look}`}.png`;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, name) });
  const nodes = await nodesOn(page);
  await page.context().close();
  return nodes;
}

/** The phone that goes from hand to hand, by browser. */
const kept = new WeakMap<TestBrowser, Page>();

export interface Drawn {
  nodes: number;
  /** The most that one setData brought, in bytes. */
  largestSet: number;
  /** What a screen reader finds wrong. */
  faults: string[];
  /** What is pressed and would be too small in 长辈版; not asked of a PC's window, which has none. */
  small: string[];
}

/** The same without the picture, which takes a software renderer longer than the page; in one phone for all. */
export async function drawScreen(
  browser: TestBrowser,
  gateway: StubGateway,
  shot: Shot,
  look: Look,
): Promise<Drawn> {
  const page = await openShot(browser, gateway, { shot, look, phone: kept.get(browser) });
  kept.set(browser, page);
  await refuseMachineDays(page, shot.name);
  const [nodes, largestSet, faults] = [await nodesOn(page), await largestSetOn(page), await listenTo(page)];
  const small = look === 'wide' || look === 'broad' ? [] : await findSmallTargets(page);
  return { nodes, largestSet, faults, small };
}

/** A day as a machine writes it; what tells how to write one into a field is none. */
const MACHINE_DAY = /(?<!写成 |如 |—)\b20\d\d-\d\d-\d\d\b/;

/** What stands on the screen, without what somebody typed. */
async function refuseMachineDays(page: Page, name: string): Promise<void> {
  const words = await page.evaluate(
    () => document.querySelector<HTMLElement>('phone-page:last-of-type')?.innerText ?? '',
  );
  const found = words.split('\n').filter((line) => MACHINE_DAY.test(line));
  if (found.length > 0) throw new Error(`${name} says a day as a machine does: ${found.join(' | ')}`);
}

function nodesOn(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('phone-page *').length);
}

/** Of all pages and components since the app was opened, in bytes. */
export function largestSetOn(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      0,
      ...performance.getEntriesByName('setData').map((entry) => (entry as PerformanceMark).detail as number),
    ),
  );
}

/** The screen as the picture shows it, in this phone or a new one. */
export async function openShot(
  browser: TestBrowser,
  gateway: StubGateway,
  { shot, look, phone }: { shot: Shot; look: Look; phone?: Page | undefined },
): Promise<Page> {
  gateway.setReplies(shot.replies);
  const asked = new URLSearchParams(shot.query).toString();
  const query = {
    page: asked ? `${shot.page}?${asked}` : shot.page,
    ...((look === 'wide' || look === 'broad') && { wide: '1' }),
    ...((look === 'small' || look === 'large') && { font: LARGEST_TYPE }),
  };
  const [width, height] = SIZES[look];
  const options = { url: `${gateway.url}/?scene=bh.h1`, query, width, height };
  const elder = look === 'elder' || look === 'small';
  if (phone) await browser.handOver(phone, options, elder ? { 'v1.elder': true } : {});
  const page = phone ?? (await browser.newPhone(options));
  if (elder && !phone) {
    await page.evaluate(() => {
      (
        globalThis as unknown as { wx: { setStorageSync(key: string, value: unknown): void } }
      ).wx.setStorageSync('v1.elder', true);
    });
    await page.reload();
    await waitForPage(page);
  }
  await settle(page, gateway);
  if (shot.act) {
    await shot.act(page);
    await settle(page, gateway);
  }
  return page;
}
