/**
 * The office goes through 名册 by taps: the people leave the house as .xlsx and come back, a cell that is wrong is named,
 * two new deputies are taken in, invited at once with printed slips, and one of the invitations is taken back.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { readFirstSheet } from '../../cloudfunctions/report/imports/read-sheet';
import { writeTemplate } from '../../cloudfunctions/report/imports/write-template';
import { fill, press, see, topPage, waitForPage } from '../support/browser';
import { wordsOf } from '../support/docx';
import { startRunning, type Running } from './support/running';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const SHOWN = { timeout: 20_000 };
const [FIRST, SECOND] = ['纪新田', '穆新河'];
type Rows = readonly (readonly string[])[];

let running: Running;
beforeAll(async () => {
  running = await startRunning('name-book', NOW);
}, 120_000);
afterAll(async () => {
  await running.close();
}, 30_000);

/** The bytes of the document that the phone's viewer opens. */
async function take(desk: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    desk.waitForEvent('download', SHOWN),
    desk.getByText('知道了', { exact: true }).tap(SHOWN),
  ]);
  return readFileSync(await download.path());
}

function rowsOf(bytes: Buffer): string[][] {
  const read = readFirstSheet(bytes, () => 0);
  if (!read.ok) throw new Error(read.why);
  const width = Object.keys(read.lines[0]?.cells ?? {}).length;
  return read.lines.map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at]?.text ?? ''));
}

/** What somebody makes of it at a computer and chooses again. */
async function bring(desk: Page, words: string, [head = [], ...rows]: Rows): Promise<void> {
  const table = { head, rows, widths: head.map(() => 9), choices: [], explained: [['列']] };
  const chooser = desk.waitForEvent('filechooser', SHOWN);
  await press(desk, words, true);
  const buffer = await writeTemplate(table);
  await (await chooser).setFiles({ name: '人.xlsx', mimeType: 'application/zip', buffer });
}

/** A tool of 工作台. */
async function openTool(desk: Page, words: string, page: string): Promise<void> {
  await waitForPage(desk, 'office/workbench/workbench');
  await press(desk, words, true);
  await waitForPage(desk, page);
}

async function back(desk: Page, page: string): Promise<void> {
  await desk.getByRole('button', { name: '返回' }).tap(SHOWN);
  await waitForPage(desk, page);
}

/** A deputy like one in the table who is nothing besides, with a name and a number of their own. */
function likeOne([head = [], ...rows]: Rows, values: Readonly<Record<string, string>>): string[] {
  const offices = ['组长', '主席团', '接访人', '职务'].map((column) => head.indexOf(column));
  const like = rows.find((row) => offices.every((at) => row[at] === '')) ?? [];
  return head.map((column, at) => values[column] ?? (column === '代表证号' ? '' : (like[at] ?? '')));
}

test('people leave as .xlsx and come back, a wrong cell is named, the new ones are invited on slips', async () => {
  const desk = await running.openPhone('bh-staff', 'office/workbench/workbench', true);
  await openTool(desk, '代表和接访人', 'office/directory/directory');
  await press(desk, '用表格导入 ›');
  await waitForPage(desk, 'office/import/import');
  await press(desk, '现有的表', true);
  await desk.getByText('开会研究用').first().tap(SHOWN);
  const table = rowsOf(await take(desk));
  expect(table.length).toBeGreaterThan(20);

  await bring(desk, '选文件', table);
  await see(desk, '和系统里的一样，没有要改的');

  const wrong = likeOne(table, { 姓名: FIRST, 选区: '没有这个选区' });
  await bring(desk, '换一个文件', [...table, wrong]);
  await see(desk, '有 1 处填错，什么都没有改');
  const line = String(table.length + 1);
  await see(desk, `第 ${line} 行：「选区」里的“没有这个选区”系统里没有`);
  expect(await topPage(desk).getByText('导入', { exact: true }).locator('visible=true').count()).toBe(0);

  const born = [FIRST, SECOND].map((name) => likeOne(table, { 姓名: name }));
  await bring(desk, '换一个文件', [...table, ...born]);
  await see(desk, `加 2，改 0，没变 ${String(table.length - 1)}`);
  await press(desk, '导入', true);
  await see(desk, '导完了。一分钟内处处都按新的来');
  await back(desk, 'office/directory/directory');
  await back(desk, 'office/workbench/workbench');

  await openTool(desk, '身份核验', 'office/roles/roles');
  await inviteBoth(desk);
  await takeOneBack(desk);
}, 180_000);

async function inviteBoth(desk: Page): Promise<void> {
  await press(desk, '没有邀请', true);
  await see(desk, FIRST);
  for (const [name, digits] of [
    [FIRST, '1234'],
    [SECOND, '5678'],
  ] as const) {
    await topPage(desk).getByRole('checkbox', { name }).tap(SHOWN);
    const card = topPage(desk).locator('invite-many [class*="card"]').filter({ hasText: name });
    await card.locator('input').fill(digits, SHOWN);
  }
  await press(desk, '发 2 份，打印邀请条');
  const slips = wordsOf(await take(desk));
  for (const name of [FIRST, SECOND]) expect(slips).toContain(name);
  await see(desk, '发了 2 份邀请');
}

async function takeOneBack(desk: Page): Promise<void> {
  await press(desk, '没认领', true);
  await fill(desk, '找名字', FIRST);
  await see(desk, `${FIRST} · 人大代表`);
  await press(desk, '撤销', true);
  await fill(desk, '为什么撤销', '号码写错了');
  await topPage(desk).locator('action-button').getByText('撤销', { exact: true }).tap(SHOWN);
  const question = topPage(desk).locator('confirm-dialog');
  await question.getByText('撤销这个身份？').waitFor(SHOWN);
  await question.getByText('撤销', { exact: true }).tap(SHOWN);
  await see(desk, '撤销了，下一次就用不了了');
  await see(desk, '没有找到');
  await press(desk, '已撤销', true);
  await see(desk, `${FIRST} · 人大代表`);
  await press(desk, '没认领', true);
  await fill(desk, '找名字', '');
  await see(desk, `${SECOND} · 人大代表`);
  await press(desk, '打印我发的邀请条');
  const slips = wordsOf(await take(desk));
  expect([slips.includes(FIRST), slips.includes(SECOND)]).toEqual([false, true]);
}
