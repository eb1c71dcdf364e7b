/**
 * The whole way, in a real browser on the running product: a villager scans the poster of her village, books a
 * certain deputy, moves the booking, reflects a request with a photo; the deputy, on another phone, sees both
 * and takes the request; after a restart of the server all is still there.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { startLocal, type LocalRun } from '../../local/start';
import { PHOTO } from './support/photo';
import { fill, openBrowser, press, see, waitForPage, type TestBrowser } from '../support/browser';
import { closeAll } from '../support/close-all';
import { made } from '../support/made';

const PICTURES = resolve(__dirname, '../../test-results/whole-way');
const VILLAGER = 'bh-villager-1';
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

let folder: string;
let run: LocalRun;
let browser: TestBrowser;

function start(): Promise<LocalRun> {
  return startLocal(
    { port: 0, dataDir: folder, reset: false, lan: false, watch: false, now: NOW },
    undefined,
    made,
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whole-way-'));
  mkdirSync(PICTURES, { recursive: true });
  [run, browser] = await Promise.all([start(), openBrowser()]);
}, 90_000);

afterAll(async () => {
  await closeAll(browser, run);
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

function openPhone(openid: string, query: Record<string, string>): Promise<Page> {
  return browser.newPhone({ url: run.url, openid, query });
}

function picture(phone: Page, name: string): Promise<Buffer> {
  return phone.screenshot({ path: join(PICTURES, `${name}.png`) });
}

async function bookCertainDeputy(phone: Page): Promise<string> {
  await see(phone, '柳树城代表之家');
  await picture(phone, '01-home');
  await press(phone, '我的代表是谁');
  await waitForPage(phone, 'more/deputies/deputies');
  await fill(phone, '如：柳树城村', '马秋月');
  await press(phone, '马秋月');
  await waitForPage(phone, 'more/deputy-card/deputy-card');
  await see(phone, '约这位代表');
  await picture(phone, '02-deputy-card');
  await press(phone, '约这位代表');
  await waitForPage(phone, 'more/booking/booking');
  await see(phone, '马秋月');
  await fill(phone, '如：李婶、王大爷', '张三婶');
  await picture(phone, '03-booking');
  await press(phone, '确认预约');
  await waitForPage(phone, 'more/slip/slip');
  await see(phone, '马秋月');
  await picture(phone, '04-slip');
  return (await phone.locator('phone-page .number, phone-page [class*="number"]').first().innerText()).trim();
}

async function moveBooking(phone: Page): Promise<string> {
  await press(phone, '改时间');
  await waitForPage(phone, 'more/move/move');
  await press(phone, '10:00');
  await see(phone, '还是马秋月接待');
  await picture(phone, '05-move');
  await press(phone, '改到：');
  await waitForPage(phone, 'more/slip/slip');
  await see(phone, '10:00');
  await picture(phone, '06-slip-moved');
  return (await phone.locator('phone-page [class*="number"]').first().innerText()).trim();
}

async function reflectRequest(phone: Page): Promise<void> {
  await see(phone, '哪个村的事');
  await fill(phone, '写：什么地方、什么事、多久了', '村口水渠堵了半个月，下雨水就漫到路上');
  const chooser = phone.waitForEvent('filechooser');
  await press(phone, '拍：拍照或选照片');
  await (await chooser).setFiles(PHOTO);
  await see(phone, '再拍一张');
  await press(phone, '水利');
  await see(phone, '会交给');
  await picture(phone, '07-submit');
  await press(phone, '提交');
  await waitForPage(phone, 'more/progress/progress');
  await see(phone, '马秋月');
  await picture(phone, '08-progress');
}

test('a villager scans, books, moves, reflects; the deputy sees both and takes it; a restart loses nothing', async () => {
  const villager = await openPhone(VILLAGER, { scene: 'bh.v4' });
  const first = await bookCertainDeputy(villager);
  expect(first).toMatch(/第\s*\d+\s*号/);
  const moved = await moveBooking(villager);
  expect(moved).not.toBe(first);

  const asker = await openPhone(VILLAGER, {
    scene: 'bh.v4',
    page: 'more/deputy-card/deputy-card?person=p5',
  });
  await press(asker, '有事找这位代表反映');
  await waitForPage(asker, 'pages/submit/submit');
  await reflectRequest(asker);

  const deputy = await openPhone('bh-p5', { scene: 'bh.h2', page: 'deputy/today/today' });
  await see(deputy, '张三婶');
  await see(deputy, '村口水渠堵了半个月');
  await picture(deputy, '09-today');
  await press(deputy, '村口水渠堵了半个月');
  await waitForPage(deputy, 'deputy/request/request');
  await picture(deputy, '10-request');
  await press(deputy, '收到，我来联系');
  await see(deputy, '代表联系');
  await picture(deputy, '11-request-taken');

  for (const phone of [villager, asker, deputy]) await phone.context().close();
  await run.close();
  run = await start();
  const again = await openPhone(VILLAGER, { scene: 'bh.v4', page: 'pages/mine/mine' });
  await see(again, '10:00');
  await see(again, '村口水渠堵了半个月');
  await picture(again, '12-mine-after-restart');
  await press(again, '村口水渠堵了半个月');
  await waitForPage(again, 'more/progress/progress');
  await see(again, '收到');
  await picture(again, '13-progress-taken');
}, 120_000);
