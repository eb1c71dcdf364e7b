/**
 * The half-year report on the running product: two taps from 工作台 to the finished draft with its figures; a figure
 * opens its rows, words stay when figures are computed again, a second person signs.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { press, see, waitForPage } from '../support/browser';
import { wordsOf } from '../support/docx';
import { startRunning, type Running } from './support/running';

const PICTURES = resolve(__dirname, '../../test-results/work-report');
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

let running: Running;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  running = await startRunning('work-report', NOW, 'bh.h1', true);
}, 120_000);
afterAll(() => running.close(), 30_000);

const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });

const figure = (page: Page, text: string) =>
  page.locator('phone-page [class*="figure"]', { hasText: new RegExp(`^${text}$`) }).first();

test('two taps from 工作台 to the draft, with the half-year’s own figures', async () => {
  const desk = await running.openPhone('bh-staff', 'office/workbench/workbench', true);
  await see(desk, '今天要办');
  await press(desk, '报告', true);
  await waitForPage(desk, 'office/reports/reports');
  await see(desk, '还没有写过报告');
  await picture(desk, 'reports');
  await press(desk, '半年', true);
  await waitForPage(desk, 'office/report/report');
  await see(desk, '白鹤镇人大工作汇报');
  for (const said of ['3', '36', '126', '52', '8']) await figure(desk, said).waitFor();
  for (const said of ['已全部办复', '10月16日视察脱贫攻坚与乡村振兴衔接', '11月11日视察产业和村道建设'])
    await see(desk, said);
  await picture(desk, 'report');
  await figure(desk, '36').tap();
  await see(desk, '共 36 条记录');
  await picture(desk, 'rows');
}, 120_000);

test('words stand beside the figures, and a second person signs', async () => {
  const staff = await running.openPhone('bh-staff', 'office/reports/reports');
  await press(staff, '5月24日');
  await waitForPage(staff, 'office/report/report');
  await press(staff, '二、');
  await see(staff, '存在的问题');
  await press(staff, '写这一段');
  await staff.locator('textarea').fill('个别小组学习不够经常。');
  await press(staff, '写好了');
  await see(staff, '个别小组学习不够经常。');
  await picture(staff, 'problems');
  await press(staff, '重新计算', true);
  await see(staff, '您写的没有动');
  await see(staff, '个别小组学习不够经常。');
  await press(staff, '送签', true);
  await see(staff, '送签以后文字和数字都不能改');
  await staff.getByText('送签', { exact: true }).last().tap();
  await see(staff, '待签发');
  const chief = await running.openPhone('bh-p1', 'office/reports/reports');
  await press(chief, '待签发');
  await waitForPage(chief, 'office/report/report');
  await press(chief, '签发', true);
  await see(chief, '签发以后数字和文字都定住');
  await chief.getByText('签发', { exact: true }).last().tap();
  await see(chief, '已经签发');
  await picture(chief, 'signed');
}, 120_000);

test('the signed report is printed, and becomes the draft of an article', async () => {
  const desk = await running.openPhone('bh-staff', 'office/reports/reports', true);
  await press(desk, '已签发');
  await waitForPage(desk, 'office/report/report');
  await press(desk, '打开文档', true);
  const [download] = await Promise.all([
    desk.waitForEvent('download', { timeout: 20_000 }),
    desk.getByText('知道了', { exact: true }).tap({ timeout: 20_000 }),
  ]);
  const words = wordsOf(readFileSync(await download.path()));
  for (const said of [
    '白鹤镇人大工作汇报',
    '接待选民36人',
    '走访选民126户',
    '个别小组学习不够经常。',
    '数字来源表',
  ])
    expect(words).toContain(said);
  expect(words).not.toContain('草稿');
  await press(desk, '做成文章', true);
  await waitForPage(desk, 'office/article/article');
  await picture(desk, 'article');
}, 120_000);

test('every bar of the charts opens its rows', async () => {
  const desk = await running.openPhone('bh-staff', 'office/charts/charts', true);
  await see(desk, '半年来接待选民');
  await press(desk, '走访', true);
  await see(desk, '半年来走访');
  await picture(desk, 'charts');
  await press(desk, '按村', true);
  await see(desk, '高山移民新村');
  const bar = desk.locator('phone-page [class*="bar__n"]').last();
  const n = await bar.innerText();
  await bar.tap();
  await see(desk, '条记录');
  expect(Number(n)).toBeGreaterThan(0);
  await picture(desk, 'chart-rows');
  const phone = await running.openPhone('bh-staff', 'office/charts/charts');
  await see(phone, '半年来接待选民');
  await picture(phone, 'charts-phone');
}, 120_000);
