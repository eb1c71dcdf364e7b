/**
 * A deputy's month by taps, from a scan on: a visit promised at one door is noted at the next without a network and sent
 * later, a help noted, a study attended with another's leave, three sites inspected and an opinion answered by its unit;
 * a row that is wrong is disputed and mended, and the record opened and printed. The chair sees whom to call, and the
 * district opens its own deputies' record.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { ActivityDocument } from '../../cloudfunctions/duty/activities/rules/activity-document';
import { membersOn, type Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import { fill, press, see, topPage, waitForPage } from '../support/browser';
import { wordsOf } from '../support/docx';
import { PHOTO } from './support/photo';
import { openTool, scanPoster, settle, SHOWN } from './support/from-a-scan';
import { startRunning, type Running } from './support/running';

const PICTURES = resolve(__dirname, '../../test-results/deputy-month');
const NOW = Date.parse('2026-11-23T15:00:00+08:00');
const DEPUTY = 'bh-p5';
const LEADER = 'bh-p6';
const HOUSE = '溪边人家';
const HELP = '代办医保续费';
const STUDY = '学代表法';
const INSPECTION = '视察产业和村道';
const SITES = ['油橄榄产业园', '中药材合作社', '通村道路'];
const OPINION = '排水沟要在汛期前修好';
const ANSWER = '已列入计划，下月开工';

let running: Running;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  running = await startRunning('deputy-month', NOW);
}, 120_000);
afterAll(async () => {
  await running.close();
}, 30_000);

async function openBench(openid: string, tool: string, page: string): Promise<Page> {
  return openTool(await scanPoster(running, openid, true), { tool, page });
}

async function openToday(phone: Page): Promise<void> {
  await press(phone, '今日待办', true);
  await waitForPage(phone, 'deputy/today/today');
}

async function goBack(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: '返回' }).tap(SHOWN);
}

const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });

async function leave(phone: Page): Promise<void> {
  await running.browser.putAway(phone);
}

function activities(): ActivityDocument[] {
  const all = running.run.cloud.database.exportDocuments('activities');
  return [...all] as unknown as ActivityDocument[];
}

function directory(): Directory {
  const all = [...running.run.cloud.database.exportDocuments('townships')] as unknown as (Directory & {
    _id: string;
  })[];
  const found = all.find(({ _id }) => _id === 'bh');
  if (!found) throw new Error('there is no such township');
  return found;
}

function nameOf(person: string): string {
  return directory().people.find(({ id }) => id === person)?.name ?? '';
}

/** Two of the leader's own group, to be asked to its study: one who has claimed who they are, and another. */
function membersOfGroup(): { person: string; name: string }[] {
  const members = membersOn(directory().people, '2026-11-23').filter(({ level }) => level !== undefined);
  const group = members.find(({ person }) => person === 'p6')?.group;
  const grants = [...running.run.cloud.database.exportDocuments('invitations')] as unknown as {
    openid?: string;
    state: string;
  }[];
  const claimed = new Set(grants.flatMap(({ openid, state }) => (state === 'confirmed' ? [openid] : [])));
  const others = members.filter((one) => one.group === group && one.person !== 'p6');
  const first = others.find(({ person }) => claimed.has(`bh-${person}`));
  const second = others.find((one) => one !== first);
  return [first, second].flatMap((one) => (one ? [one] : []));
}

/** What stands in the document that the phone opens. */
async function openDocument(phone: Page, begin: () => Promise<void>): Promise<string> {
  await begin();
  const [download] = await Promise.all([
    phone.waitForEvent('download', SHOWN),
    phone.getByText('知道了', { exact: true }).tap(SHOWN),
  ]);
  return wordsOf(readFileSync(await download.path()));
}

test('a visit that was promised is prefilled, noted in a household without a network, and sent later', async () => {
  const phone = await scanPoster(running, DEPUTY);
  await openToday(phone);
  await press(phone, '履职登记：走访、帮办……');
  await waitForPage(phone, 'deputy/log/log');
  await press(phone, '入户走访');
  await press(phone, '双井村');
  await fill(phone, '哪一户（户主称呼，可以不写）', HOUSE);
  await press(phone, '选日期');
  await phone.getByRole('button', { name: '确定' }).tap(SHOWN);
  await see(phone, /^2026年/);
  await press(phone, '记下', true);
  await see(phone, '记下了');
  await settle(running);
  await goBack(phone);
  await waitForPage(phone, 'deputy/today/today');
  await see(phone, '约定走访');
  await picture(phone, '01-promised');
  await press(phone, '去过了，登记走访');
  await waitForPage(phone, 'deputy/log/log');
  const household = topPage(phone).locator('input[aria-label="哪一户（户主称呼，可以不写）"]').first();
  expect(await household.inputValue()).toBe(HOUSE);
  const before = activities().length;
  await phone.context().setOffline(true);
  await press(phone, '记下', true);
  await see(phone, '没有网络，已经记在这部手机上');
  await see(phone, '还没送出');
  await picture(phone, '02-offline');
  expect(activities()).toHaveLength(before);
  await phone.context().setOffline(false);
  running.browser.errors.splice(0);
  await goBack(phone);
  await waitForPage(phone, 'deputy/today/today');
  await press(phone, '履职登记：走访、帮办……');
  await see(phone, '记下了，已经进了您的履职档案');
  expect(activities()).toHaveLength(before + 1);
  await press(phone, '帮办实事');
  await fill(phone, '是什么（一句话）', HELP);
  await press(phone, '双井村');
  await press(phone, '记下', true);
  await see(phone, '记下了');
  await settle(running);
  await goBack(phone);
  await waitForPage(phone, 'deputy/today/today');
  await topPage(phone).getByText('约定走访').first().waitFor({ state: 'hidden', timeout: 20_000 });
  await leave(phone);
}, 240_000);

async function openNotice(openid: string, title: string): Promise<Page> {
  const phone = await scanPoster(running, openid);
  await press(phone, '消息', true);
  await waitForPage(phone, 'more/messages/messages');
  await press(phone, title);
  await waitForPage(phone, 'deputy/activity/activity');
  return phone;
}

/** A picture is there as it is drawn: its bytes have come. */
async function seePicture(page: Page): Promise<void> {
  const drawn = topPage(page).locator('activity-pictures wx-image img').first();
  const image = await drawn.elementHandle(SHOWN);
  await page.waitForFunction(
    (node) => node instanceof HTMLImageElement && node.naturalWidth > 0,
    image,
    SHOWN,
  );
}

async function addPicture(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(page, '加照片');
  await (await chooser).setFiles(PHOTO);
  await seePicture(page);
}

test('a study is attended by the leader’s list, and who cannot come asks for leave', async () => {
  const [absent, present] = membersOfGroup();
  if (!absent || !present) throw new Error('the group is too small');
  const leader = await scanPoster(running, LEADER);
  await openToday(leader);
  await press(leader, '履职登记：走访、帮办……');
  await waitForPage(leader, 'deputy/log/log');
  await press(leader, '小组学习');
  await press(leader, '还没开，先通知大家');
  await fill(leader, '是什么（一句话）', STUDY);
  for (const { name } of [absent, present]) await press(leader, name, true);
  await picture(leader, '03-study');
  await press(leader, '记下', true);
  await see(leader, '记下了');
  await leave(leader);
  await settle(running);
  const away = await openNotice(`bh-${absent.person}`, '请您参加小组学习');
  await press(away, '请假', true);
  await fill(away, '为什么来不了', '家里收核桃');
  await press(away, '请假', true);
  await see(away, '请假交上去了');
  await leave(away);
  await settle(running);
  const decides = await openNotice(LEADER, '有代表请假');
  await press(decides, '准假', true);
  await see(decides, '已经告诉本人');
  await press(decides, '登记谁到了');
  const guest = topPage(decides).locator('[class*="card rows"]', { hasText: present.name });
  await guest.getByText('没到，点这里记为到了').tap(SHOWN);
  await picture(decides, '04-attend');
  await press(decides, '就这些人到了');
  await see(decides, '到会名单记下了');
  await addPicture(decides);
  await leave(decides);
  const held = activities().find(({ kind }) => kind === 'study');
  expect(held).toMatchObject({ state: 'held', persons: [present.person] });
  await settle(running);
  const reads = await openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(reads, STUDY);
  await waitForPage(reads, 'office/activity/activity');
  await press(reads, '照片和录音 1 份 ›');
  await waitForPage(reads, 'deputy/activity/activity');
  await seePicture(reads);
  await picture(reads, '04-picture');
  await leave(reads);
}, 240_000);

test('three sites are inspected, and the unit answers what was found', async () => {
  const desk = await openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(desk, '登记或通知一次活动');
  await waitForPage(desk, 'deputy/log/log');
  await press(desk, '视察', true);
  await fill(desk, '是什么（一句话）', INSPECTION);
  await fill(desk, '看了哪些点（一行一个）', SITES.join('\n'));
  const [first] = membersOfGroup();
  await press(desk, first?.name ?? '', true);
  await press(desk, '记下', true);
  await see(desk, '记下了');
  await goBack(desk);
  await waitForPage(desk, 'office/duty/duty');
  await press(desk, INSPECTION);
  await waitForPage(desk, 'office/activity/activity');
  for (const site of SITES) await see(desk, site);
  await press(desk, `写${SITES[2] ?? ''}的质量、进度、建议 ›`);
  await fill(desk, '质量', '路面平整');
  await fill(desk, '进度', '排水沟还没修');
  await fill(desk, '建议', '赶在汛期前');
  await press(desk, '记下这个点');
  await see(desk, '排水沟还没修');
  await press(desk, '转交一条视察意见');
  await topPage(desk)
    .getByText(SITES[2] ?? '', { exact: true })
    .last()
    .tap(SHOWN);
  await fill(desk, '意见', OPINION);
  await press(desk, directory().units.find(({ id }) => id === 'u1')?.name ?? '');
  await press(desk, '转交', true);
  await see(desk, OPINION);
  await picture(desk, '05-opinion');
  await leave(desk);
  await settle(running);
  const clerk = await openBench('bh-unit', '转办给我们单位的', 'office/unit/unit');
  await see(clerk, OPINION);
  await press(clerk, '签收', true);
  await see(clerk, '办理中');
  await press(clerk, '答复', true);
  await fill(clerk, '怎么办、什么时候办好', ANSWER);
  await picture(clerk, '06-unit');
  await topPage(clerk).locator('opinion-card wx-button', { hasText: '答复' }).last().tap(SHOWN);
  await topPage(clerk).locator('opinion-card textarea').waitFor({ state: 'hidden', timeout: 20_000 });
  await leave(clerk);
  const looks = await openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(looks, '视察意见', true);
  await see(looks, ANSWER);
  await leave(looks);
}, 240_000);

async function openOwnRecord(openid = DEPUTY): Promise<Page> {
  const phone = await scanPoster(running, openid);
  await openToday(phone);
  await press(phone, '我的履职档案 ›');
  await waitForPage(phone, 'deputy/record/record');
  return phone;
}

test('a row is disputed, the office mends it, and the record is printed as it is then', async () => {
  const phone = await openOwnRecord();
  const row = topPage(phone).locator('[class*="card rows"]', { hasText: '帮办实事' }).first();
  await row.getByText('这条不对？').tap(SHOWN);
  await fill(phone, '哪里不对', '这件是别的代表办的');
  await press(phone, '告诉人大办');
  await see(phone, '告诉人大办了');
  await picture(phone, '07-doubt');
  await leave(phone);
  await settle(running);
  const desk = await openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(desk, '档案疑问', true);
  await press(desk, '看登记的内容 ›');
  await waitForPage(desk, 'office/activity/activity');
  await press(desk, '改登记的内容 ›');
  await waitForPage(desk, 'deputy/correct/correct');
  await press(desk, `✓ ${nameOf('p5')}`, true);
  await press(desk, nameOf('p6'), true);
  await picture(desk, '08-correct');
  await press(desk, '改好了', true);
  await see(desk, '履职档案和统计随后跟着变');
  await goBack(desk);
  await see(desk, nameOf('p6'));
  await goBack(desk);
  await waitForPage(desk, 'office/duty/duty');
  await press(desk, '答复', true);
  await fill(desk, '怎么答复', '已经改正，谢谢');
  await press(desk, '已改正', true);
  await see(desk, '没有等着答复的疑问');
  await leave(desk);
  await settle(running);
  const again = await openOwnRecord();
  await see(again, '入户走访');
  await picture(again, '09-record');
  expect(await topPage(again).getByText('帮办实事').count()).toBe(0);
  const words = await openDocument(again, () => press(again, '打开成文档，可以打印'));
  expect(words).toContain('入户走访');
  expect(words).not.toContain('帮办实事');
  await leave(again);
  const other = await openOwnRecord(LEADER);
  await see(other, '帮办实事');
  await leave(other);
}, 240_000);

test('the chair sees whom to call, and no number beside a name', async () => {
  const chair = await openBench('bh-p1', '履职登记', 'office/duty/duty');
  await press(chair, '要联系的代表');
  await see(chair, '不是做得不好，先问一声');
  await see(chair, '看履职档案 ›');
  await picture(chair, '10-quiet');
  await press(chair, '看履职档案 ›');
  await waitForPage(chair, 'deputy/record/record');
  await leave(chair);
}, 120_000);

test('the district opens the record of a deputy of its own', async () => {
  const desk = await openBench('qu-district', '全区情况', 'office/district/district');
  await press(desk, '区代表档案');
  await press(desk, '白鹤镇', true);
  const name = topPage(desk).locator('[class*="items"] [class*="card"]').first();
  await name.waitFor(SHOWN);
  const who = (await name.innerText()).replace('›', '').trim();
  await picture(desk, '11-district');
  const words = await openDocument(desk, () => name.tap(SHOWN));
  expect(words).toContain(who);
  await leave(desk);
}, 120_000);
