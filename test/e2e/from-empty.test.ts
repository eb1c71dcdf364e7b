/**
 * From an empty folder by taps: the set-up secret makes the first administrator, the district gets its card, the first
 * township its term, homes, villages, groups, constituencies and people from files; a villager, who knows nothing of it,
 * finds the township on another phone; the first chief is invited and confirmed by the only person there is, and publishes
 * the first day; a villager who scans the poster books a place.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { writeTemplate } from '../../cloudfunctions/report/imports/write-template';
import type { LocalRun } from '../../local/start';
import { fill, openBrowser, press, see, topPage, waitForPage, type TestBrowser } from '../support/browser';
import { closeAll } from '../support/close-all';
import { startProduct } from './support/running';

const PICTURES = resolve(__dirname, '../../test-results/from-empty');
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

let folder: string;
let run: LocalRun;
let browser: TestBrowser;
let phone: Page;

const start = () =>
  startProduct({ port: 0, dataDir: folder, reset: false, empty: true, lan: false, watch: false, now: NOW });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'from-empty-'));
  mkdirSync(PICTURES, { recursive: true });
  [run, browser] = await Promise.all([start(), openBrowser()]);
  phone = await browser.newPhone({
    url: run.url,
    openid: 'new-phone-1',
    query: { page: 'pages/choose/choose' },
  });
}, 120_000);

afterAll(async () => {
  await picture('99-last');
  await closeAll(browser, run);
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const picture = (name: string) => phone.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });

const write = (label: string, text: string) => fill(phone, label, text);

/** The button with just these words, also where they stand elsewhere on the page. */
function button(words: string): Promise<void> {
  const named = topPage(phone)
    .locator('action-button')
    .filter({ hasText: new RegExp(`^\\s*${words}\\s*$`) });
  return named.last().tap({ timeout: 60_000 });
}

let left = 23;

/** The list is one item shorter. */
async function seeOneLess(): Promise<void> {
  left -= 1;
  await see(phone, `还差 ${String(left)} 项`);
}

async function goBack(): Promise<void> {
  await phone.getByRole('button', { name: '返回' }).tap();
  await waitForPage(phone, 'office/setup/setup');
  await seeOneLess();
}

/** Of the frame's tab bar. */
const tab = (on: Page, words: string) => on.locator('phone-tabs').getByText(words, { exact: true }).tap();

async function addRow(step: string, values: Readonly<Record<string, string>>): Promise<void> {
  await press(phone, step);
  await waitForPage(phone, 'office/directory/directory');
  await button('加一行');
  for (const [label, text] of Object.entries(values)) await write(label, text);
  await write('为什么改', '开通');
  await button('保存');
  await see(phone, '保存了');
}

async function bring(
  step: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const bytes = await writeTemplate({
    head,
    rows,
    widths: head.map(() => 9),
    choices: [],
    explained: [['列']],
  });
  await press(phone, step);
  await waitForPage(phone, 'office/import/import');
  const [chooser] = await Promise.all([phone.waitForEvent('filechooser'), button('选文件')]);
  await chooser.setFiles({ name: '表.xlsx', mimeType: 'application/zip', buffer: bytes });
  await see(phone, `加 ${String(rows.length)}`);
  await button('导入');
  // Not the line of an earlier table below «以前导入的».
  await see(phone, /^导完了。/);
}

const HOME = '云岭代表之家';

test('a township is set up by screens, gets its chief and its first roster, and a villager books by its poster', async () => {
  await waitForPage(phone, 'pages/choose/choose');
  await see(phone, '这里还没有开通任何乡镇');
  await picture('01-nothing');
  await button('我来开通');
  await write('开通口令', 'not the secret at all');
  await write('第一个乡镇', '云岭镇');
  await button('开通');
  await see(phone, '开通口令不对');
  await write('开通口令', run.setupSecret);
  await button('开通');
  await see(phone, '您是系统管理员');
  await picture('02-list');

  await press(phone, '区的名片');
  await write('区县', '清河区');
  await write('主办单位', '清河区人大常委会办公室');
  await write('备案号', '办理中');
  await write('投诉建议电话', '12345');
  await write('个人信息保护负责人', '办公室 0571-88880000');
  await button('保存');
  await see(phone, '存好了');

  await press(phone, '人口和选民数');
  await waitForPage(phone, 'office/directory/directory');
  await press(phone, '云岭镇');
  await write('主办单位', '云岭镇人民代表大会');
  await write('备案号', '办理中');
  await write('投诉建议电话', '12345');
  await write('人口', '18600');
  await write('登记选民', '14200');
  await write('人口和选民截至哪天', '2026-06-30');
  await write('为什么改', '开通');
  await button('保存');
  await see(phone, '保存了');
  // The card itself was written as well.
  left -= 1;
  await goBack();
  await addRow('届次', { 名称: '第十八届', 从哪天起: '2026-01-10' });
  await goBack();
  await addRow('代表之家', { 名称: HOME, 地址: '云岭镇人民路1号', 座机: '0571-88881234' });
  await goBack();
  await bring(
    '村（社区）',
    ['村', '代表之家', '村民小组'],
    [
      ['上云村', HOME, '一组、二组'],
      ['下云村', HOME, ''],
    ],
  );
  await picture('03-imported');
  await goBack();
  await bring('代表小组', ['代表小组', '代表之家'], [['第一代表小组', HOME]]);
  await goBack();
  await bring('选区', ['选区', '哪一级', '包括的村'], [['第一选区', '镇', '上云村、下云村']]);
  await goBack();
  const people = ['姓名', '代表', '选区', '代表小组', '组长'];
  await bring('代表和接访人', people, [
    ['赵云山', '镇代表', '第一选区', '第一代表小组', '是'],
    ['钱小溪', '镇代表', '第一选区', '第一代表小组', ''],
  ]);
  await goBack();
  await press(phone, '哪个村归哪个小组');
  await see(phone, '有 2 个村还没有小组接');
  await button('配好');
  await see(phone, '配好了');
  await seeOneLess();
  await picture('04-list');

  const villager = await browser.newPhone({ url: run.url, openid: 'new-phone-5' });
  await waitForPage(villager, 'pages/choose/choose');
  await press(villager, '云岭镇');
  await see(villager, HOME);
  await see(villager, '谁来接访还没有公布');
  await villager.screenshot({ path: join(PICTURES, '05-villager.png'), fullPage: true });

  const chief = await inviteChief();
  await publishFirstMonth(chief);
  await bookByPoster();
}, 500_000);

/** Nobody else is there yet: the administrator, who issued it, also confirms that it was the person. */
async function inviteChief(): Promise<Page> {
  await press(phone, '请人大主席');
  await waitForPage(phone, 'office/roles/roles');
  await button('邀请一位');
  await press(phone, '人大主席', true);
  await write('姓名', '文远山');
  await write('手机号后四位', '4321');
  await button('发邀请码');
  await see(phone, '邀请码只在这里显示一次');
  const code = await topPage(phone).locator('.code, [class*="code"]').first().innerText();

  const chief = await browser.newPhone({ url: run.url, openid: 'new-phone-2' });
  await waitForPage(chief, 'pages/choose/choose');
  await press(chief, '云岭镇');
  await see(chief, HOME);
  await tab(chief, '我的');
  await press(chief, '我是代表或工作人员');
  await waitForPage(chief, 'deputy/claim/claim');
  await fill(chief, '照通知上的写', code);
  await fill(chief, '您手机号的后四位', '4321');
  await press(chief, '认领', true);
  await see(chief, '等人大办确认');

  await press(phone, '‹ 回到名单');
  await press(phone, '已确认', true);
  await press(phone, '等确认', true);
  await press(phone, '是本人，确认');
  await see(phone, '确认了，现在就能用');
  await picture('06-confirmed');
  await goBack();
  return chief;
}

async function publishFirstMonth(chief: Page): Promise<void> {
  await press(chief, '返回', true);
  await waitForPage(chief, 'pages/mine/mine');
  await tab(chief, '首页');
  await tab(chief, '我的');
  await press(chief, '工作台');
  await waitForPage(chief, 'office/workbench/workbench');
  await press(chief, '值班表', true);
  await waitForPage(chief, 'office/roster/roster');
  await press(chief, '自动排一年');
  await topPage(chief).locator('confirm-dialog').getByText('排一遍', { exact: true }).tap();
  await chief.screenshot({ path: join(PICTURES, '07-proposed.png'), fullPage: true });
  await press(chief, '12月7日');
  await press(chief, '公布这一天');
  await topPage(chief).locator('confirm-dialog').getByText('公布', { exact: true }).tap();
  await see(chief, '已公布。一分钟内群众就能预约');
  await chief.screenshot({ path: join(PICTURES, '08-published.png'), fullPage: true });
}

async function bookByPoster(): Promise<void> {
  const homes = run.cloud.database.exportDocuments('townships');
  const [home] = [...homes].flatMap((row) => ('homes' in row ? (row['homes'] as { id: string }[]) : []));
  const villager = await browser.newPhone({
    url: run.url,
    openid: 'new-phone-4',
    query: { scene: `t1.${home?.id ?? ''}` },
  });
  await see(villager, HOME);
  await press(villager, '预约', true);
  await waitForPage(villager, 'more/booking/booking');
  await fill(villager, '如：李婶、王大爷', '孙大娘');
  await press(villager, '确认预约');
  await waitForPage(villager, 'more/slip/slip');
  // Of the two receivers' places at that hour the phone asks for either.
  await see(villager, /^第[12]号$/);
  await see(villager, /^(赵云山|钱小溪)（镇代表）$/);
  await villager.screenshot({ path: join(PICTURES, '09-slip.png'), fullPage: true });
}
