/**
 * Each list of the office that the sample fills: one tap, a reason, and a file that people can name opens. One
 * of them is taken out by taps in `npm test` (office-taps), each without a screen (report/rules/every-list).
 */
import type { Page } from 'playwright-core';
import type { ListId } from '../../miniprogram/contract/list-export';
import { topPage, waitForPage } from '../support/browser';
import { faultOfFileName } from '../support/file-name-law';
import { startRunning, type Running } from '../e2e/support/running';

const SHOWN = { timeout: 20_000 };
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

interface Way {
  list: ListId;
  page: string;
  /** What is tapped; absent: 导出. */
  words?: string | RegExp;
  /** Taps before the list stands there. */
  first?: string;
}

const STAFF: readonly Way[] = [
  { list: 'requests', page: 'office/requests/requests?queue=all' },
  { list: 'bookings', page: 'office/record/record', words: '导出这个月名单' },
  { list: 'facts', page: 'office/facts/facts?of=visited&from=2026-07-01&to=2026-11-23' },
  { list: 'directory', page: 'office/directory/directory?part=names' },
  { list: 'directory', page: 'office/directory/directory?part=people' },
  { list: 'directory', page: 'office/directory/directory?part=routing' },
  { list: 'directory', page: 'office/directory/directory?part=settings' },
  { list: 'invitations', page: 'office/roles/roles', words: /^导出这些邀请/, first: '已确认' },
  { list: 'activities', page: 'office/duty/duty', words: /^导出全部活动/ },
  { list: 'studies', page: 'office/duty/duty', words: /^导出今年的小组学习/, first: '小组学习' },
  { list: 'topics', page: 'office/presidium/presidium', words: /^导出今年的议题/ },
  { list: 'meetings', page: 'office/presidium/presidium?tab=meetings', words: /^导出今年的会议/ },
  { list: 'liaison', page: 'office/presidium/presidium?tab=liaison', words: /^导出/ },
  { list: 'guidance', page: 'office/presidium/presidium?tab=guidance', words: /^导出/ },
  { list: 'suggestions', page: 'deputy/suggestions/suggestions', words: /^导出这些建议/ },
  { list: 'roster', page: 'office/roster/roster' },
];

let running: Running;
beforeAll(async () => {
  running = await startRunning('list-taps', NOW, 'bh.h1', true);
}, 120_000);
afterAll(async () => {
  await running.close();
}, 30_000);

/** Two taps, however far away the file is; the name under which it opens. */
async function takeOut(phone: Page, { page, words = '导出', first }: Way): Promise<string> {
  await phone.evaluate((url) => {
    void wx.reLaunch({ url });
  }, `/${page}`);
  await waitForPage(phone, page.split('?')[0]);
  if (first !== undefined) await topPage(phone).getByText(first, { exact: true }).first().tap(SHOWN);
  const found = topPage(phone)
    .getByText(words, { exact: typeof words === 'string' })
    .locator('visible=true');
  await found.first().tap(SHOWN);
  await phone.getByText('开会研究用').first().tap(SHOWN);
  const name = phone.getByText(/\.xlsx$/).last();
  await name.waitFor(SHOWN);
  const text = await name.innerText();
  await phone.getByText('知道了').first().tap(SHOWN);
  return text;
}

test('a list leaves the house in two taps, whichever it is', async () => {
  const phone = await running.openPhone('bh-staff', 'office/workbench/workbench', true);
  for (const way of STAFF) {
    // Sixty calls in a minute belong to an account; nobody is as quick as this.
    await running.run.cloud.control({ clock: { advanceMs: 61_000 } });
    const name = await takeOut(phone, way);
    expect([way.list, name, faultOfFileName(name)]).toEqual([way.list, name, undefined]);
  }
}, 180_000);

test('as .csv it is one tap more, and on a computer it is kept', async () => {
  const phone = await running.openPhone('bh-staff', 'office/directory/directory?part=people', true);
  const out = topPage(phone).getByText('导出', { exact: true }).locator('visible=true');
  await out.first().tap(SHOWN);
  await phone.getByText(/\.csv/).first().tap(SHOWN);
  await phone.getByText('存档').first().tap(SHOWN);
  const given = phone.getByText(/^代表和接访人 .*\.csv$/).last();
  await given.waitFor(SHOWN);
}, 60_000);
