/**
 * An article on its whole way, in a real browser on the running product: written from a reception day with three
 * pictures, stopped by a telephone number, approved by a second person, pushed through the end of a token and the
 * death of an instance. The account's draft box holds one draft, with every picture; a changed article updates it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { startLocal, type LocalRun } from '../../local/start';
import { openBrowser, waitForPage, type TestBrowser } from '../support/browser';
import { made } from '../support/made';

/** The day after a reception day of the sample. */
const NOW = Date.parse('2026-12-08T09:00:00+08:00');
const LIMIT = { timeout: 40_000 };
/** The database call of an invocation after which the instance dies: few enough for one slice on a busy machine. */
const KILL_AT = 5;
const PHOTO = { width: 1200, height: 900, channels: 3 } as const;

let folder: string;
let run: LocalRun;
let browser: TestBrowser;
let photos: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'article-'));
  photos = ['red', 'green', 'blue'].map((colour) => join(folder, `${colour}.jpg`));
  const painted = ['#a33', '#3a3', '#33a'].map((background, at) =>
    sharp({ create: { ...PHOTO, background } })
      .jpeg()
      .toFile(photos[at] ?? ''),
  );
  [run, browser] = await Promise.all([
    startLocal(
      { port: 0, dataDir: join(folder, 'data'), reset: false, lan: false, watch: false, now: NOW },
      undefined,
      made,
    ),
    openBrowser(),
    ...painted,
  ]);
}, 90_000);

afterAll(async () => {
  try {
    await browser.close();
  } finally {
    await run.close();
  }
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

function openPhone(openid: string, page: string): Promise<Page> {
  return browser.newPhone({ url: run.url, openid, query: { scene: 'bh.h1', page } });
}

async function press(phone: Page, words: string, exact = true): Promise<void> {
  await phone.locator('phone-page').getByText(words, { exact }).locator('visible=true').first().tap(LIMIT);
}

/** The button of the question that has been asked; it stands last on the page. */
async function agree(phone: Page, words: string): Promise<void> {
  await see(phone, '先不');
  await phone
    .locator('phone-page')
    .getByText(words, { exact: true })
    .locator('visible=true')
    .last()
    .tap(LIMIT);
}

async function see(phone: Page, words: string): Promise<void> {
  await phone
    .locator('phone-page')
    .getByText(words, { exact: false })
    .locator('visible=true')
    .first()
    .waitFor(LIMIT);
}

async function fill(phone: Page, label: string, text: string): Promise<void> {
  await phone
    .locator(`phone-page :is(input, textarea)[aria-label="${label}"]`)
    .locator('visible=true')
    .first()
    .fill(text, LIMIT);
}

/** Into the open block, with the answer that nobody on it can be recognised. */
async function putPhoto(phone: Page, photo: string): Promise<void> {
  const chooser = phone.waitForEvent('filechooser');
  await press(phone, '放一张图片');
  await (await chooser).setFiles(photo);
  await see(phone, '换一张');
  await press(phone, '认不出人');
}

/** Opens the article as somebody and presses one act there. */
async function step(openid: string, article: string, act: string, yes: string, done: string): Promise<Page> {
  const phone = await openPhone(openid, `office/article/article?article=${article}&tab=send`);
  await press(phone, act);
  await agree(phone, yes);
  await see(phone, done);
  return phone;
}

async function approve(article: string): Promise<void> {
  const chief = await step('bh-p1', article, '审核通过', '审核通过', '已通过，可以推送');
  await browser.putAway(chief);
}

/** The article that the page on top is about. */
function articleOf(phone: Page): Promise<string> {
  return phone.evaluate(() => String(getCurrentPages().at(-1)?.options['article']));
}

function textOf(draft: string): Promise<string> {
  return fetch(`${run.url}${draft}`).then((response) => response.text());
}

/** Whether each picture of a draft's text lies there. */
async function picturesOf(draft: string): Promise<number[]> {
  const addresses = [...(await textOf(draft)).matchAll(/<img[^>]+src="([^"]+)"/g)].map(
    ([, address]) => address ?? '',
  );
  const answers = await Promise.all(addresses.map((address) => fetch(new URL(address, run.url))));
  return answers.map(({ status }) => status);
}

/** Drafts of all accounts, as the local WeChat shows them. */
async function drafts(): Promise<string[]> {
  const page = await (await fetch(`${run.url}/wechat`)).text();
  return [...new Set(page.match(/\/wechat\/draft\/[^"]+/g) ?? [])];
}

test('written, stopped, approved, pushed through bad luck, changed: one draft', async () => {
  const writer = await openPhone('bh-staff', 'office/articles/articles');
  await press(writer, '从发生的事写一篇');
  await press(writer, '12月7日 代表接访日', false);
  await press(writer, '写这一篇');
  await waitForPage(writer, 'office/article/article');

  await press(writer, '还没有放图片', false);
  await putPhoto(writer, photos[0] ?? '');
  for (const photo of photos.slice(1)) {
    await press(writer, '在这一段后面加一段');
    await press(writer, '图片');
    await putPhoto(writer, photo);
  }
  await writer.locator('phone-page [aria-label="用正文第 1 张图片做封面"]').first().tap(LIMIT);
  await press(writer, '（还没有写）', false);
  await fill(writer, '正文', '有一位村民说水渠堵了，电话 13800000000。');
  await press(writer, '送出去');
  await see(writer, '处要核对，核对完才能送审');
  await press(writer, '核对');
  await see(writer, '13800000000');
  await press(writer, '去改');
  await fill(writer, '正文', '有一位村民说水渠堵了，代表当天去看了。');
  await press(writer, '送出去');
  await press(writer, '送审');
  await agree(writer, '真的是零，送审');
  await see(writer, '已送审。');
  const article = await articleOf(writer);
  await browser.putAway(writer);

  await approve(article);
  const bad = [{ api: 'media/uploadimg', as: 42_001 }];
  await run.cloud.control({
    wechat: { fail: bad },
    faults: { function: 'publicity', killAfterCall: KILL_AT },
  });
  const pusher = await openPhone('bh-staff', `office/article/article?article=${article}&tab=send`);
  const died = pusher.waitForEvent('console', {
    predicate: (line) => line.text().includes('SIGKILL'),
    ...LIMIT,
  });
  await press(pusher, '推送到公众号');
  await agree(pusher, '推送');
  await died;
  // Longer than the lease of the instance that died.
  await run.cloud.control({ faults: {}, clock: { advanceMs: 120_000 } });
  await see(pusher, '在公众号草稿箱');
  const [first, ...others] = await drafts();
  expect(others).toEqual([]);
  expect(await picturesOf(first ?? '')).toEqual([200, 200, 200]);

  await press(pusher, '改稿');
  await agree(pusher, '改稿');
  await see(pusher, '可以改了');
  await press(pusher, '写');
  await fill(pusher, '标题', '改过的标题');
  await press(pusher, '送出去');
  await press(pusher, '送审');
  await agree(pusher, '真的是零，送审');
  await see(pusher, '已送审。');
  await approve(article);
  await browser.putAway(pusher);
  const again = await step('bh-staff', article, '推送到公众号', '推送', '已在公众号草稿箱里');
  await browser.putAway(again);
  expect(await drafts()).toEqual([first]);
  expect(await textOf(first ?? '')).toContain('改过的标题');
  expect(await picturesOf(first ?? '')).toEqual([200, 200, 200]);
  // The instance did die, once, and nothing else went wrong.
  expect(browser.errors.splice(0)).toEqual([expect.stringContaining('SIGKILL')]);
}, 150_000);
