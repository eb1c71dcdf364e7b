/** How many taps the office's jobs take from 工作台, on a wide window of the running product: the whole table. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { fill, press, see, topPage, waitForPage } from '../support/browser';
import { samplePhoto, uploadFile } from '../support/sample-files';
import { startRunning, type Running } from './support/running';

const PICTURES = resolve(__dirname, '../../test-results/taps');
/** The sample leaves the reception days from October on as drafts. */
const NOW = Date.parse('2026-09-08T09:00:00+08:00');
/** A week later some of the sample's matters are past their day. */
const LATER = '2026-09-15T09:30:00+08:00';
const DAY = '2026-10-08';
const STAFF = 'bh-staff';
const CHIEF = 'bh-p1';
const SHOWN = { timeout: 20_000 };

let running: Running;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  running = await startRunning('taps', NOW);
}, 120_000);
afterEach(() => running.browser.putAllAway());
afterAll(async () => {
  await running.close();
}, 30_000);

let keys = 0;
/** What others did before, without a screen. */
async function ask<T>(fn: string, action: string, openid: string, input: object): Promise<T> {
  const event = { action, input: { township: 'bh', ...input }, key: `taps-key-${String(keys++)}` };
  const { result } = await running.run.cloud.invoke(fn, event, { openid });
  const answer = result as { ok: boolean; data: T };
  if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** Taps and counts. */
class Hand {
  taps = 0;
  constructor(private readonly page: Page) {}
  async press(words: string | RegExp, exact = false, last = false): Promise<void> {
    const found = topPage(this.page).getByText(words, { exact });
    await (last ? found.last() : found.first()).tap(SHOWN);
    this.taps++;
  }
  /** The first line of 今天要办 under this heading. */
  async pressLine(heading: RegExp): Promise<void> {
    const groups = topPage(this.page).locator('[class*="group"]:has(> [class*="group__lines"])');
    await groups.filter({ hasText: heading }).first().locator('[class*="line__title"]').first().tap(SHOWN);
    this.taps++;
  }
  async pressPanel(words: string | RegExp, first = false): Promise<void> {
    const found = topPage(this.page).locator('act-panel').getByText(words, { exact: true });
    await (first ? found.first() : found.last()).tap(SHOWN);
    this.taps++;
  }
}

/** What happened reaches 工作台 by the minute after the one that delivers it. */
async function countAnew(): Promise<void> {
  const minute = { clock: { advanceMs: 61_000 }, runTimers: true };
  await running.run.cloud.control(minute);
  await running.run.cloud.control(minute);
}

async function openDesk(openid = STAFF): Promise<{ desk: Page; hand: Hand }> {
  const desk = await running.openPhone(openid, 'office/workbench/workbench', true);
  await see(desk, '今天要办');
  return { desk, hand: new Hand(desk) };
}

const takePicture = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });

/** What the phone's own viewer asks is not one of ours. */
async function closeViewer(page: Page): Promise<void> {
  await page.getByText('知道了').first().tap(SHOWN);
}

test('a year is published in three', async () => {
  const { desk, hand } = await openDesk();
  await hand.press('值班表', true);
  await see(desk, '日子');
  await takePicture(desk, 'year');
  await hand.press('没公布的都公布');
  await hand.press(/^公布 \d+ 天$/, false, true);
  await see(desk, /公布了 \d+ 天/);
  expect(hand.taps).toBe(3);
  await running.run.cloud.control({ runTimers: true });
}, 120_000);

test('all late ones are urged in two taps, the first to be routed is assigned in two', async () => {
  await running.run.cloud.control({ clock: { set: LATER }, runTimers: true });
  const { desk, hand } = await openDesk();
  await takePicture(desk, 'workbench');
  await hand.press('全部催办');
  await hand.press(/^催办 \d+ 件$/);
  await see(desk, /催办了 \d+ 件/);
  expect(hand.taps).toBe(2);

  const assigning = new Hand(desk);
  await assigning.pressLine(/待转办/);
  await see(desk, '主办单位');
  await takePicture(desk, 'assign');
  await assigning.pressPanel('交办');
  await see(desk, '记下了：交办');
  expect(assigning.taps).toBe(2);
}, 120_000);

test('several are assigned in four taps', async () => {
  const { desk, hand } = await openDesk();
  await hand.press(/^待转办 \d+$/);
  await hand.press('选几件一起交办');
  await takePicture(desk, 'assign-many');
  await hand.pressPanel(/^交办 \d+ 件$/);
  await see(desk, /交办了 \d+ 件/);
  expect(hand.taps).toBeLessThanOrEqual(4);
}, 120_000);

test('a list is taken out in two taps, all notices of a month in two', async () => {
  const list = await running.openPhone(STAFF, 'office/requests/requests?queue=all', true);
  await see(list, '导出');
  const exporting = new Hand(list);
  await exporting.press('导出', true);
  await list.getByText('开会研究用').first().tap(SHOWN);
  exporting.taps++;
  await closeViewer(list);
  await see(list, /导出了 \d+ 件/);
  expect(exporting.taps).toBe(2);
  await topPage(list).getByText('表格', { exact: true }).first().tap(SHOWN);
  await see(list, '谁在办');
  await takePicture(list, 'table');

  const { desk, hand } = await openDesk();
  await hand.press('打印', true);
  await hand.press(/^\d+月全部通知$/);
  await desk.getByText('打开文档').first().waitFor(SHOWN);
  expect(hand.taps).toBe(2);
}, 120_000);

test('a matter before the chair is ruled in four, from the first group', async () => {
  const { request } = await ask<{ request: string }>('request', 'submit', 'bh-villager-1', {
    village: 'v4',
    category: 'power',
    kind: 'report',
    text: '安置点的手机没有信号，两家都说不归自己。',
    deputy: 'p5',
    name: '张三婶',
    privacy: { hideName: false, notOwnVillage: false, publishable: false },
    photos: [],
    recordings: [],
  });
  const take = (openid: string, step: object) => ask('request', 'act', openid, { request, step });
  await take('bh-p5', { act: 'take' });
  await take('bh-p5', { act: 'propose', words: '看过了，请交办。' });
  await take(STAFF, { act: 'refer', words: '说不清归谁，请主席定。' });
  await countAnew();
  const { desk, hand } = await openDesk(CHIEF);
  const first = topPage(desk).locator('[class*="group"]:has(> [class*="group__lines"])').first();
  expect(await first.innerText()).toMatch(/^待主席审定/);
  await takePicture(desk, 'chief');
  await hand.pressLine(/待主席审定/);
  await see(desk, '主办单位');
  await takePicture(desk, 'rule');
  await hand.pressPanel('交通建设办', true);
  await hand.pressPanel('按职责由主办单位办，协办单位配合。');
  await hand.pressPanel('裁定');
  await see(desk, '记下了：');
  expect(hand.taps).toBeLessThanOrEqual(4);
}, 120_000);

test('an article is approved in three', async () => {
  const { folder } = await ask<{ folder: string }>('registry', 'whoAmI', STAFF, {});
  const raw = await uploadFile(running.run, STAFF, `${folder}/cover.jpg`, await samplePhoto());
  const { file } = await ask<{ file: string }>('media', 'takePicture', STAFF, { file: raw });
  const from = { kind: 'blank', of: '' };
  const { article } = await ask<{ article: string }>('publicity', 'compose', STAFF, { from });
  const content = {
    title: '接访日见闻',
    author: '',
    digest: '',
    blocks: [{ id: 'a', type: 'text', text: '代表坐班听意见，能当场说清的当场说清。' }],
    cover: { picture: { file, faces: 'none' } },
  };
  const saved = { article, edition: 1, content };
  const { edition } = await ask<{ edition: number }>('publicity', 'save', STAFF, saved);
  await ask('publicity', 'submit', STAFF, { article, edition });
  await countAnew();
  const { desk, hand } = await openDesk(CHIEF);
  await hand.pressLine(/待审文章/);
  await see(desk, '公众号里的样子');
  await takePicture(desk, 'approve');
  await hand.press(/通过/);
  await hand.press(/通过/, false, true);
  await see(desk, '已通过');
  expect(hand.taps).toBe(3);
}, 120_000);

test('who has a number is checked in with two, whoever just comes with three', async () => {
  const villager = await running.openPhone('bh-villager-1', `more/booking/booking?home=h1&date=${DAY}`);
  await fill(villager, '怎么称呼您', '张三婶');
  await press(villager, '确认预约：');
  await waitForPage(villager, 'more/slip/slip');
  await see(villager, '约好了');
  await running.run.cloud.control({ clock: { set: `${DAY}T08:40:00+08:00` }, runTimers: true });
  const { desk, hand } = await openDesk();
  await hand.press('接待台', true);
  await see(desk, '张三婶');
  await takePicture(desk, 'desk');
  await hand.press('人到了', true);
  await see(desk, /：已到/);
  expect(hand.taps).toBe(2);

  const { desk: other, hand: walking } = await openDesk();
  await walking.press('接待台', true);
  await walking.press('没预约，直接来的');
  await fill(other, '怎么称呼', '王二姐');
  await walking.press('登记，拿号');
  await see(other, '王二姐：直接来的，第');
  expect(walking.taps).toBe(3);
}, 120_000);
