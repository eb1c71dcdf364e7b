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
import type { Replies, StubGateway } from '../support/stub-gateway';
import * as sample from '../support/sample-answers';

interface Shot {
  name: string;
  page: string;
  query?: Record<string, string>;
  replies: Replies;
  /** Steps on the page before the picture. */
  act?: (page: Page) => Promise<void>;
  /** Only in the ordinary mode: elder mode does not show what is pressed. */
  ordinary?: boolean;
  /** The whole page instead of one screenful. */
  whole?: boolean;
}

const FOLDER = resolve(__dirname, '../../test-results/screens');
const ok = <T>(data: T): { ok: true; data: T } => ({ ok: true, data });
const { NOW } = sample;

const usual: Replies = {
  overview: { home: ok(sample.home), mine: ok(sample.mine), today: ok(sample.todayView) },
  reception: {
    day: ok(sample.day),
    book: ok(sample.slip),
    listMine: ok({ slips: [{ ...sample.slip, date: '2026-11-05' }] }),
  },
  registry: { places: ok(sample.places), whoAmI: ok({ folder: 'bh/u/a', grants: [], today: '2026-11-23' }) },
  request: {
    get: ok(sample.request),
    listMine: ok({ requests: [] }),
    previewRoute: ok({
      owner: sample.request.owner,
      groupName: '第二代表小组',
      reason: sample.request.reason,
    }),
  },
};

function overview(replies: Replies['overview']): Replies {
  return { ...usual, overview: { ...usual.overview, ...replies } };
}

function reception(replies: Replies['reception']): Replies {
  return { ...usual, reception: { ...usual.reception, ...replies } };
}

const fillIn =
  (placeholder: string, text: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(`[aria-placeholder="${placeholder}"]`).fill(text);
    await page.waitForTimeout(200);
  };

const press =
  (...words: string[]) =>
  async (page: Page): Promise<void> => {
    for (const word of words) {
      await page.getByText(word, { exact: false }).first().tap();
      await page.waitForTimeout(500);
    }
  };

const HOME = 'pages/home/home';
const BOOKING = 'pages/booking/booking';
const SUBMIT = 'pages/submit/submit';
const booked = { booking: 'b1', date: '2026-12-07' };

const shots: readonly Shot[] = [
  { name: 'home', page: HOME, replies: usual, whole: true },
  {
    name: 'home-slip',
    page: HOME,
    replies: overview({ home: ok(sample.homeWith({}, { slips: [sample.slip] })) }),
  },
  {
    name: 'home-unpublished',
    page: HOME,
    replies: overview({ home: ok(sample.homeWith({ published: false, open: false, halves: [], free: 0 })) }),
  },
  { name: 'home-closed', page: HOME, replies: overview({ home: ok(sample.homeWith({ open: false })) }) },
  { name: 'home-full', page: HOME, replies: overview({ home: ok(sample.homeWith({ free: 0 })) }) },
  { name: 'home-loading', page: HOME, replies: overview({ home: 'silent' }) },
  { name: 'home-offline', page: HOME, replies: overview({ home: 'no-network' }) },
  { name: 'choose', page: 'pages/choose/choose', replies: usual },
  { name: 'booking', page: BOOKING, query: { home: 'h1' }, replies: usual, whole: true },
  {
    name: 'booking-who',
    page: BOOKING,
    query: { home: 'h1' },
    replies: usual,
    act: press('找谁'),
    ordinary: true,
    whole: true,
  },
  {
    name: 'booking-ready',
    page: BOOKING,
    query: { home: 'h1' },
    replies: usual,
    act: fillIn('如：李婶、王大爷', '李婶'),
  },
  {
    name: 'booking-long',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ day: ok(sample.longDay) }),
    act: press('找谁'),
    ordinary: true,
    whole: true,
  },
  {
    name: 'booking-full',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ day: ok(sample.fullDay) }),
  },
  {
    name: 'booking-unpublished',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ day: ok({ ...sample.day, state: 'unpublished', homes: [] }) }),
  },
  {
    name: 'booking-offline',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ day: 'no-network' }),
  },
  { name: 'booking-loading', page: BOOKING, query: { home: 'h1' }, replies: reception({ day: 'silent' }) },
  {
    name: 'booking-refused',
    page: BOOKING,
    query: { home: 'h1' },
    replies: reception({ book: { ok: false, code: 'full', details: { free: 4 } } }),
    act: async (page) => {
      await fillIn('如：李婶、王大爷', '李婶')(page);
      await press('确认预约')(page);
    },
  },
  { name: 'slip', page: 'pages/slip/slip', query: booked, replies: usual, whole: true },
  { name: 'slip-cancel', page: 'pages/slip/slip', query: booked, replies: usual, act: press('不去了') },
  { name: 'slip-gone', page: 'pages/slip/slip', query: { ...booked, booking: 'bx' }, replies: usual },
  {
    name: 'move',
    page: 'pages/move/move',
    query: booked,
    replies: usual,
    act: press('10:00'),
    ordinary: true,
  },
  { name: 'submit', page: SUBMIT, replies: usual, whole: true },
  {
    name: 'submit-filled',
    page: SUBMIT,
    replies: usual,
    whole: true,
    act: async (page) => {
      await fillIn('写：什么地方、什么事、多久了', sample.request.text ?? '')(page);
      await press('柳树城村', '三组', '水利饮水')(page);
    },
  },
  { name: 'submit-village', page: SUBMIT, replies: usual, act: press('哪个村的事'), whole: true },
  { name: 'submit-category', page: SUBMIT, replies: usual, act: press('哪方面的事'), whole: true },
  {
    name: 'progress',
    page: 'pages/progress/progress',
    query: { request: 'r1' },
    replies: usual,
    whole: true,
  },
  { name: 'mine', page: 'pages/mine/mine', replies: usual, whole: true },
  {
    name: 'mine-empty',
    page: 'pages/mine/mine',
    replies: overview({ mine: ok({ ...sample.mine, slips: [], requests: [] }) }),
    whole: true,
  },
  { name: 'past', page: 'pages/past-bookings/past-bookings', replies: usual },
  {
    name: 'past-empty',
    page: 'pages/past-bookings/past-bookings',
    replies: reception({ listMine: ok({ slips: [] }) }),
  },
  { name: 'deputies', page: 'pages/deputies/deputies', replies: usual },
  { name: 'deputy-card', page: 'pages/deputy-card/deputy-card', query: { person: 'p2' }, replies: usual },
  { name: 'guide', page: 'pages/guide/guide', replies: usual, whole: true },
  { name: 'today', page: 'deputy/today/today', replies: usual, whole: true },
  {
    name: 'today-empty',
    page: 'deputy/today/today',
    replies: overview({ today: ok({ name: '李样样', duties: [], matters: [] }) }),
  },
  {
    name: 'today-stranger',
    page: 'deputy/today/today',
    replies: overview({ today: { ok: false, code: 'not-allowed' } }),
  },
  {
    name: 'matter',
    page: 'deputy/matter/matter',
    query: { request: 'r1' },
    replies: {
      ...usual,
      request: { get: ok({ ...sample.request, state: 'submitted', acts: ['take'], mine: false }) },
    },
    whole: true,
  },
  { name: 'claim', page: 'deputy/claim/claim', replies: usual },
];

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
