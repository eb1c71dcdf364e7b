/**
 * 长辈版 on the smallest phone with the largest type: 我要反映 and 预约 go step by step, and the whole of the red button
 * stands within the first screen on each step, filled in or not.
 */
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser';
import { closeAll } from '../support/close-all';
import { boxOfMain } from '../support/measure';
import { restUntilQuiet } from '../support/quiet';
import { NOW } from '../support/sample-answers';
import { startStubGateway, type StubGateway } from '../support/stub-gateway';
import { openShot } from '../support/take-shot';
import { fillIn, press } from './shot-kit';
import { shots } from './shots';

let browser: TestBrowser;
let gateway: StubGateway;

beforeAll(async () => {
  [gateway, browser] = await Promise.all([startStubGateway(NOW), openBrowser()]);
}, 90_000);

afterAll(async () => {
  await closeAll(browser, gateway);
}, 30_000);

async function open(name: string): Promise<Page> {
  const shot = shots.find((one) => one.name === name);
  if (!shot) throw new Error(`no screen ${name}`);
  return openShot(browser, gateway, { shot, look: 'small' });
}

/** What the button says, once its whole box was seen within the window as it was opened. */
async function seeMain(page: Page): Promise<string> {
  await restUntilQuiet(page);
  await page.evaluate(() => {
    for (const node of document.querySelectorAll('phone-page, phone-page *')) node.scrollTop = 0;
  });
  const box = await boxOfMain(page);
  const seen = page.viewportSize() ?? { width: 0, height: 0 };
  expect(seen).toEqual({ width: 320, height: 568 });
  expect(box?.top).toBeGreaterThanOrEqual(0);
  expect(box?.left).toBeGreaterThanOrEqual(0);
  expect(box?.right).toBeLessThanOrEqual(seen.width);
  expect(box?.bottom).toBeLessThanOrEqual(seen.height);
  expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeGreaterThanOrEqual(60);
  return box?.words ?? '';
}
const next = press('下一步');

test('预约: time, whom, a last look, and only then the booking', async () => {
  const page = await open('booking');
  expect(await seeMain(page)).toBe('下一步');
  expect(await page.getByText('怎么称呼您').count()).toBe(0);
  await next(page);
  expect(await seeMain(page)).toBe('下一步');
  expect(await page.getByText('请先写怎么称呼您').count()).toBe(1);
  await fillIn('如：李婶、王大爷', '李婶')(page);
  expect(await seeMain(page)).toBe('下一步');
  await next(page);
  expect(await seeMain(page)).toContain('确认预约');
  expect(await page.getByText('李婶').count()).toBe(1);
  await press('上一步')(page);
  expect(await seeMain(page)).toBe('下一步');
  await next(page);
  await press('确认预约')(page);
  await page.getByText('第', { exact: false }).first().waitFor();
  expect(gateway.calls).toContain('reception.book');
  await page.context().close();
}, 60_000);

test('我要反映: what happened, which village, which kind, the rest, and only then it is sent', async () => {
  const page = await open('submit');
  expect(await seeMain(page)).toBe('下一步');
  await fillIn('写：什么地方、什么事、多久了', '路灯坏了')(page);
  expect(await seeMain(page)).toBe('下一步');
  await next(page);
  expect(await seeMain(page)).toBe('下一步');
  await press('柳树城村')(page);
  expect(await seeMain(page)).toBe('下一步');
  await next(page);
  await press('水利饮水')(page);
  expect(await seeMain(page)).toBe('下一步');
  await next(page);
  expect(await seeMain(page)).toBe('提交');
  await page.context().close();
}, 60_000);
