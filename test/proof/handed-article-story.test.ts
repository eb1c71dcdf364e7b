/**
 * An inspection told to the district's media centre, by taps: written from what was noted, approved by somebody else, taken
 * as a document with its pictures, noted as given and to whom, taken back, and given once more to another.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { fill, press, see, topPage, waitForPage } from '../support/browser';
import { picturesOf, wordsOf } from '../support/docx';
import { openTool, scanPoster, SHOWN } from '../e2e/support/from-a-scan';
import { startRunning, type Running } from '../e2e/support/running';

const INSPECTION = '视察产业和村道建设';
const SAID = '代表们走完三个点，和村干部算了一遍修路的账。';
const CENTRE = '区融媒体中心';
const DISTRICT = '区人大办';
const CAPTION = '代表在油橄榄产业园';
const HANDED = '已送区融媒体';

let running: Running;
/** Two that cannot be taken for each other: one lies, one stands. */
const PHOTOS = [
  { colour: '#a33', width: 1200, height: 900 },
  { colour: '#33a', width: 900, height: 1200 },
] as const;
let photos: { name: string; mimeType: string; buffer: Buffer }[];

beforeAll(async () => {
  running = await startRunning('handed', Date.parse('2026-11-23T09:00:00+08:00'), 'bh.h1', true);
  photos = await Promise.all(
    PHOTOS.map(async ({ colour, width, height }, at) => ({
      name: `${String(at)}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await sharp({ create: { width, height, channels: 3, background: colour } })
        .jpeg()
        .toBuffer(),
    })),
  );
}, 120_000);
afterAll(async () => {
  await running.close();
}, 30_000);

async function openBench(openid: string, tool: string, page: string): Promise<Page> {
  return openTool(await scanPoster(running, openid), { tool, page });
}

/** The same for an article of the list, at «送出去». */
async function openArticle(openid: string): Promise<Page> {
  const phone = await openBench(openid, '文章', 'office/articles/articles');
  await press(phone, INSPECTION);
  await waitForPage(phone, 'office/article/article');
  await press(phone, '送出去', true);
  return phone;
}

/** The button of the question that has been asked; it stands last on the page. */
async function agree(phone: Page, words: string): Promise<void> {
  await see(phone, '先不');
  await topPage(phone).getByText(words, { exact: true }).locator('visible=true').last().tap(SHOWN);
}

/** Into the open block, with the answer that nobody on it can be recognised. */
async function putPhoto(phone: Page, at: number): Promise<void> {
  const chooser = phone.waitForEvent('filechooser');
  await press(phone, '放一张图片', true);
  await (await chooser).setFiles(photos[at] ?? []);
  await see(phone, '换一张');
  await press(phone, '认不出人', true);
}

/** The document that the phone opens. */
async function takeDocument(phone: Page): Promise<Buffer> {
  await press(phone, '打开成文档，可以转发', true);
  const [download] = await Promise.all([
    phone.waitForEvent('download', SHOWN),
    phone.getByText('知道了', { exact: true }).tap(SHOWN),
  ]);
  expect(download.suggestedFilename()).toBe(`稿件 视察：${INSPECTION}.docx`);
  return readFileSync(await download.path());
}

async function handTo(phone: Page, whom: string): Promise<void> {
  await press(phone, '已送区里或融媒体', true);
  await fill(phone, '送给了谁', whom);
  await press(phone, '记下已送', true);
  await see(phone, '这一篇算已经送出');
}

/** What the list says of the article. */
async function listed(openid: string): Promise<string> {
  const phone = await openBench(openid, '文章', 'office/articles/articles');
  const line = topPage(phone).locator('.line', { hasText: INSPECTION });
  await line.first().waitFor(SHOWN);
  const said = await line.allInnerTexts();
  await running.browser.putAway(phone);
  return said.join('\n');
}

async function write(): Promise<void> {
  const phone = await openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(phone, '只看：全部活动 ›');
  await phone.getByText('视察', { exact: true }).last().tap(SHOWN);
  await phone.getByRole('button', { name: '确定' }).tap(SHOWN);
  await press(phone, INSPECTION);
  await waitForPage(phone, 'office/activity/activity');
  await press(phone, '写成稿件', true);
  await waitForPage(phone, 'office/article/article');
  await press(phone, '还没有放图片');
  await putPhoto(phone, 0);
  await fill(phone, '图片说明', CAPTION);
  await press(phone, '在这一段后面加一段', true);
  await press(phone, '图片', true);
  await putPhoto(phone, 1);
  await topPage(phone).locator('[aria-label="用正文第 2 张图片做封面"]').first().tap(SHOWN);
  await press(phone, '（还没有写）');
  await fill(phone, '正文', SAID);
  await press(phone, '送出去', true);
  await press(phone, '送审', true);
  await agree(phone, '送审');
  await see(phone, '已送审。');
  await running.browser.putAway(phone);
}

test('what was inspected leaves as a document, is noted as given, taken back and given again', async () => {
  await write();
  const chief = await openArticle('bh-p1');
  await press(chief, '审核通过', true);
  await agree(chief, '审核通过');
  await see(chief, '已通过');
  await running.browser.putAway(chief);
  expect(await listed('bh-staff')).not.toContain(HANDED);

  const phone = await openArticle('bh-staff');
  await press(phone, '发群、发视频号、送区里');
  await waitForPage(phone, 'office/pack/pack');
  await see(phone, '送区里、融媒体');
  const document = await takeDocument(phone);
  const words = wordsOf(document);
  for (const said of [INSPECTION, '9名代表参加', '油橄榄产业园、中药材合作社、通村道路', SAID, CAPTION])
    expect(words).toContain(said);
  expect(words).not.toContain('请另外向我们要');
  // Both photos in their places, and the cover, which is the second one, at the end.
  const sizes = await Promise.all(picturesOf(document).map((picture) => sharp(picture).metadata()));
  expect(sizes.map(({ width, height }) => width > height).sort()).toEqual([false, true]);
  await running.browser.putAway(phone);

  const gives = await openArticle('bh-staff');
  await handTo(gives, CENTRE);
  await see(gives, '等他们发');
  await see(gives, CENTRE);
  await running.browser.putAway(gives);
  expect(await listed('bh-p1')).toContain(HANDED);

  const again = await openArticle('bh-staff');
  await press(again, '没有送，撤回', true);
  await see(again, '已撤回，可以再送');
  await handTo(again, DISTRICT);
  await see(again, DISTRICT);
  await running.browser.putAway(again);
  expect(await listed('bh-p1')).toContain(HANDED);
}, 240_000);
