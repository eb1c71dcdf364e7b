/**
 * One matter on six phones, in a real browser on the running product: a villager reflects it, the deputy proposes,
 * the office merges a neighbour's into it and assigns it, the unit returns it and the chief rules; it is promised, kept,
 * refused by the villager, done again, solved, rated.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startLocal, type LocalRun } from '../../local/start';
import { fill, openBrowser, press, see, topPage, waitForPage, type TestBrowser } from '../support/browser';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const DEPUTY = 'bh-p5';
const STAFF = 'bh-staff';
const UNIT = 'bh-unit-2';
const CHIEF = 'bh-p1';
const LEADER = 'bh-p6';

let folder: string;
let run: LocalRun;
let browser: TestBrowser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'matter-'));
  const options = { port: 0, dataDir: folder, reset: false, lan: false, watch: false, now: NOW };
  [run, browser] = await Promise.all([startLocal(options), openBrowser()]);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await run.close();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

function open(openid: string, page: string): Promise<Page> {
  return browser.newPhone({ url: run.url, openid, query: { scene: 'bh.v4', page } });
}

/** The button that does what was filled in: its words stand as a title above it, too. */
async function confirm(phone: Page, words: string): Promise<void> {
  await topPage(phone).locator('wx-button').filter({ hasText: words }).last().tap();
}

/** Opens an act, behind 更多 if it stands there. */
async function act(phone: Page, words: string): Promise<void> {
  await topPage(phone).locator('act-panel').first().waitFor();
  const more = topPage(phone).getByText('更多 ›');
  if (await more.isVisible()) await more.tap();
  await topPage(phone).locator('act-panel').getByText(words, { exact: true }).first().tap();
}

/** Something to be chosen in the open act; the matter above it may say the same. */
async function pick(phone: Page, words: string): Promise<void> {
  await topPage(phone).locator('act-panel').getByText(words).first().tap();
}

/** One person's part: opens the matter, does it, and puts the phone away. */
async function on(openid: string, page: string, part: (phone: Page) => Promise<void>): Promise<void> {
  const phone = await open(openid, page);
  await part(phone);
  await phone.context().close();
}

/** Reflects a matter to the deputy of the village; the answer is its id. */
async function reflect(openid: string, text: string): Promise<string> {
  const phone = await open(openid, 'more/deputy-card/deputy-card?person=p5');
  await press(phone, '有事找这位代表反映');
  await waitForPage(phone, 'pages/submit/submit');
  await fill(phone, '写：什么地方、什么事、多久了', text);
  await press(phone, '水利');
  await see(phone, '会交给');
  const sent = phone.waitForResponse((response) =>
    (response.request().postData() ?? '').includes('"submit"'),
  );
  await press(phone, '提交', true);
  const { result } = (await (await sent).json()) as { result: { data: { request: string } } };
  await waitForPage(phone, 'pages/progress/progress');
  await phone.context().close();
  return result.data.request;
}

async function pickFirstDay(phone: Page): Promise<void> {
  await pick(phone, '选日期');
  await phone.getByRole('button', { name: '确定' }).tap();
}

async function answerPromise(phone: Page): Promise<void> {
  await act(phone, '答复');
  await pick(phone, 'B 正在解决');
  await fill(phone, '答复内容', '渠口塌土已经清掉，还要砌一段');
  await pickFirstDay(phone);
  await confirm(phone, '答复');
  await see(phone, '记下了：答复');
}

async function answerSolved(phone: Page): Promise<void> {
  await act(phone, '答复');
  await pick(phone, 'A 已经解决');
  await pick(phone, '已经修好，可以正常使用');
  await confirm(phone, '答复');
  await see(phone, '记下了：答复');
}

test('a matter goes the whole way through six hands', async () => {
  const first = await reflect('bh-villager-1', '村口水渠堵了半个月，下雨水就漫到路上');
  run.cloud.clock.set(NOW + 60_000);
  const second = await reflect('bh-villager-2', '村口水渠堵了，水漫到路上没人管');
  const progress = `pages/progress/progress?request=${first}`;
  const matter = `office/matter/matter?request=${first}`;

  await on(DEPUTY, `deputy/matter/matter?request=${first}`, async (phone) => {
    await press(phone, '收到，我来联系');
    await see(phone, '记下了');
    await act(phone, '提请交办');
    await pick(phone, '到现场看过，情况属实');
    await confirm(phone, '提请交办');
    await see(phone, '由人大办决定');
  });
  await on(LEADER, 'deputy/group/group', (phone) => see(phone, '村口水渠堵了'));
  await on(STAFF, `office/matter/matter?request=${second}`, async (phone) => {
    await act(phone, '并入更早的一件');
    await pick(phone, '村口水渠堵了半个月');
    await confirm(phone, '并入更早的一件');
    await see(phone, '记下了：并入');
  });
  await on(STAFF, matter, async (phone) => {
    await act(phone, '交办');
    await pick(phone, '水利站');
    await confirm(phone, '交办');
    await see(phone, '记下了：交办');
  });
  await on(UNIT, matter, async (phone) => {
    await act(phone, '退回');
    await pick(phone, '不属于我单位职责');
    await confirm(phone, '退回');
    await see(phone, '记下了：退回');
  });
  await on(STAFF, matter, async (phone) => {
    await act(phone, '提请主席裁定');
    await fill(phone, '分歧在哪里', '水利站认为是村里的渠');
    await confirm(phone, '提请主席裁定');
    await see(phone, '记下了：提请');
  });
  await on(CHIEF, matter, async (phone) => {
    await act(phone, '裁定');
    await pick(phone, '水利站');
    await fill(phone, '裁定意见', '渠口归水利站办');
    await confirm(phone, '裁定');
    await see(phone, '记下了：裁定');
  });
  await on(UNIT, matter, async (phone) => {
    await act(phone, '签收');
    await see(phone, '记下了：签收');
  });
  await on(UNIT, matter, answerPromise);
  await on('bh-villager-1', progress, (phone) => see(phone, '正在解决'));
  await on(UNIT, matter, answerSolved);
  await on('bh-villager-1', progress, async (phone) => {
    await act(phone, '没办好');
    await pick(phone, '只办了一半');
    await confirm(phone, '没办好');
    await see(phone, '重新办');
  });
  await on(UNIT, matter, answerSolved);
  await on('bh-villager-1', progress, async (phone) => {
    await act(phone, '解决了');
    await see(phone, '这件事办结了');
    await act(phone, '满意');
    await see(phone, '谢谢您的评价');
  });
  expect(browser.errors).toEqual([]);
}, 240_000);
