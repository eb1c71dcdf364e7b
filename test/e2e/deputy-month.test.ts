/**
 * A deputy's month by taps, from a scan on: a visit promised at one door is noted at the next without a network and sent
 * later, a help noted; a row that is wrong is disputed and mended, and the record opened and printed. The chair sees whom
 * to call, and the district opens its own deputies' record. Its study and its inspection are in the proof.
 */
import type { Page } from 'playwright-core';
import { fill, press, see, topPage, waitForPage } from '../support/browser';
import { DEPUTY, LEADER, Month } from './support/deputy-month';
import { scanPoster, settle, SHOWN } from './support/from-a-scan';

const HOUSE = '溪边人家';
const HELP = '代办医保续费';

let month: Month;

beforeAll(async () => {
  month = await Month.begin('deputy-month');
}, 120_000);
afterAll(async () => {
  await month.running.close();
}, 30_000);

test('a visit that was promised is prefilled, noted in a household without a network, and sent later', async () => {
  const phone = await scanPoster(month.running, DEPUTY);
  await month.openToday(phone);
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
  await settle(month.running);
  await month.goBack(phone);
  await waitForPage(phone, 'deputy/today/today');
  await see(phone, '约定走访');
  await month.picture(phone, '01-promised');
  await press(phone, '去过了，登记走访');
  await waitForPage(phone, 'deputy/log/log');
  const household = topPage(phone).locator('input[aria-label="哪一户（户主称呼，可以不写）"]').first();
  expect(await household.inputValue()).toBe(HOUSE);
  const before = month.activities().length;
  await phone.context().setOffline(true);
  await press(phone, '记下', true);
  await see(phone, '没有网络，已经记在这部手机上');
  await see(phone, '还没送出');
  await month.picture(phone, '02-offline');
  expect(month.activities()).toHaveLength(before);
  await phone.context().setOffline(false);
  month.running.browser.errors.splice(0);
  await month.goBack(phone);
  await waitForPage(phone, 'deputy/today/today');
  await press(phone, '履职登记：走访、帮办……');
  await see(phone, '记下了，已经进了您的履职档案');
  expect(month.activities()).toHaveLength(before + 1);
  await press(phone, '帮办实事');
  await fill(phone, '是什么（一句话）', HELP);
  await press(phone, '双井村');
  await press(phone, '记下', true);
  await see(phone, '记下了');
  await settle(month.running);
  await month.goBack(phone);
  await waitForPage(phone, 'deputy/today/today');
  await topPage(phone).getByText('约定走访').first().waitFor({ state: 'hidden', timeout: 20_000 });
  await month.leave(phone);
}, 240_000);

async function openOwnRecord(openid = DEPUTY): Promise<Page> {
  const phone = await scanPoster(month.running, openid);
  await month.openToday(phone);
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
  await month.picture(phone, '07-doubt');
  await month.leave(phone);
  await settle(month.running);
  const desk = await month.openBench('bh-staff', '履职登记', 'office/duty/duty');
  await press(desk, '档案疑问', true);
  await press(desk, '看登记的内容 ›');
  await waitForPage(desk, 'office/activity/activity');
  await press(desk, '改登记的内容 ›');
  await waitForPage(desk, 'deputy/correct/correct');
  await press(desk, `✓ ${month.nameOf('p5')}`, true);
  await press(desk, month.nameOf('p6'), true);
  await month.picture(desk, '08-correct');
  await press(desk, '改好了', true);
  await see(desk, '履职档案和统计随后跟着变');
  await month.goBack(desk);
  await see(desk, month.nameOf('p6'));
  await month.goBack(desk);
  await waitForPage(desk, 'office/duty/duty');
  await press(desk, '答复', true);
  await fill(desk, '怎么答复', '已经改正，谢谢');
  await press(desk, '已改正', true);
  await see(desk, '没有等着答复的疑问');
  await month.leave(desk);
  await settle(month.running);
  const again = await openOwnRecord();
  await see(again, '入户走访');
  await month.picture(again, '09-record');
  expect(await topPage(again).getByText('帮办实事').count()).toBe(0);
  const words = await month.openDocument(again, () => press(again, '打开成文档，可以打印'));
  expect(words).toContain('入户走访');
  expect(words).not.toContain('帮办实事');
  await month.leave(again);
  const other = await openOwnRecord(LEADER);
  await see(other, '帮办实事');
  await month.leave(other);
}, 240_000);

test('the chair sees whom to call, and no number beside a name', async () => {
  const chair = await month.openBench('bh-p1', '履职登记', 'office/duty/duty');
  await press(chair, '要联系的代表');
  await see(chair, '不是做得不好，先问一声');
  await see(chair, '看履职档案 ›');
  await month.picture(chair, '10-quiet');
  await press(chair, '看履职档案 ›');
  await waitForPage(chair, 'deputy/record/record');
  await month.leave(chair);
}, 120_000);

test('the district opens the record of a deputy of its own', async () => {
  const desk = await month.openBench('qu-district', '全区情况', 'office/district/district');
  await press(desk, '区代表档案');
  await press(desk, '白鹤镇', true);
  const name = topPage(desk).locator('[class*="items"] [class*="card"]').first();
  await name.waitFor(SHOWN);
  const who = (await name.innerText()).replace('›', '').trim();
  await month.picture(desk, '11-district');
  const words = await month.openDocument(desk, () => name.tap(SHOWN));
  expect(words).toContain(who);
  await month.leave(desk);
}, 120_000);
